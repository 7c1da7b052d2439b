import { describe, expect, it } from '@jest/globals';
import { deriveId, fold } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { jeugdigeDecider } from '../decide.js';
import { type JeugdigeEvent, jeugdigeFeiten as feit } from '../events.js';
import { VernietigDossier } from '../commands.js';
import { vereisOpenDossier } from '../open-dossier.js';
import {
  aangeboden,
  context,
  dossier,
  geregistreerd,
  jeugdigeId,
  op,
  overdrachtId,
  weigering,
} from '../regie/regie.kit.js';
import { jeugdigeVan } from '../state.js';
import { MaakSamenvoegingOngedaan, VoegDossiersSamen } from './commands.js';

const anderId = deriveId('andere jeugdige');
const reden = 'Twee keer aangemeld.';
const toestand = (id: string, ...events: readonly JeugdigeEvent[]) =>
  jeugdigeVan(
    fold(jeugdigeDecider, past([feit.geregistreerd.of({ ...geregistreerd.data, jeugdigeId: id }), ...events])),
  )!;
const ander = (...events: readonly JeugdigeEvent[]) => ({ dossier: toestand(anderId, ...events), elkEenBsn: false });

/** This dossier goes into the other one. */
const gaOp = new VoegDossiersSamen({ jeugdigeId: anderId, metJeugdigeId: jeugdigeId, reden }, context('2026-03-01'));
/** The other one goes into this dossier. */
const neemOp = new VoegDossiersSamen({ jeugdigeId, metJeugdigeId: anderId, reden }, context('2026-03-01'));
const ongedaan = new MaakSamenvoegingOngedaan({ jeugdigeId, metJeugdigeId: anderId, reden }, context('2026-03-05'));
const opgegaan = feit.opgegaanIn.of({ jeugdigeId, inJeugdigeId: anderId, reden });
const samengevoegd = feit.samengevoegd.of({ jeugdigeId, metJeugdigeId: anderId, reden });
const gesloten = feit.gesloten.of({ jeugdigeId });

describe('merging two dossiers of one jeugdige', () => {
  it('given two dossiers of which one bears a BSN, then each is told of the other', () => {
    expect(dossier().doe(gaOp, { ander: ander() })).toEqual([opgegaan]);
    expect(dossier().doe(neemOp, { ander: ander() })).toEqual([samengevoegd]);
  });

  it('given the same once more, then nothing happens', () => {
    expect(dossier(['2026-03-01', opgegaan]).doe(gaOp, { ander: ander() })).toEqual([]);
    expect(dossier(['2026-03-01', samengevoegd]).doe(neemOp, { ander: ander() })).toEqual([]);
  });

  it('given two dossiers that each bear a BSN, then it is refused', () => {
    expect(weigering(() => dossier().doe(gaOp, { ander: { ...ander(), elkEenBsn: true } }))).toBe('BSN_VERSCHILT');
  });

  it('given a closed dossier, then it can go into an open one, but not the other way round', () => {
    expect(dossier(['2026-02-01', gesloten]).doe(gaOp, { ander: ander() })).toEqual([opgegaan]);
    const anderGesloten = ander(feit.gesloten.of({ jeugdigeId: anderId }));
    expect(weigering(() => dossier().doe(gaOp, { ander: anderGesloten }))).toBe('DOSSIER_GESLOTEN');
  });

  it('given an unknown, destroyed or merged-away dossier to stay, then it is refused', () => {
    const grond = 'verzoek_betrokkene' as const;
    const weigert = (deel: readonly JeugdigeEvent[]) => weigering(() => dossier().doe(gaOp, { ander: ander(...deel) }));
    expect(weigering(() => dossier().doe(gaOp, { ander: { dossier: null, elkEenBsn: false } }))).toBe('NIET_GEVONDEN');
    expect(
      weigert([feit.gesloten.of({ jeugdigeId: anderId }), feit.vernietigd.of({ jeugdigeId: anderId, grond })]),
    ).toBe('DOSSIER_VERNIETIGD');
    const inDerde = feit.opgegaanIn.of({ jeugdigeId: anderId, inJeugdigeId: deriveId('derde'), reden });
    expect(weigert([inDerde])).toBe('DOSSIER_OPGEGAAN');
  });

  it('given one dossier twice, or one that already went elsewhere or took another in, then it is refused', () => {
    const zelfde = new VoegDossiersSamen({ jeugdigeId, metJeugdigeId: jeugdigeId, reden }, context('2026-03-01'));
    expect(weigering(() => dossier().doe(zelfde, { ander: ander() }))).toBe('ZELFDE_DOSSIER');
    const elders = feit.opgegaanIn.of({ jeugdigeId, inJeugdigeId: deriveId('derde'), reden });
    expect(weigering(() => dossier(['2026-02-01', elders]).doe(gaOp, { ander: ander() }))).toBe('DOSSIER_OPGEGAAN');
    const derde = feit.samengevoegd.of({ jeugdigeId, metJeugdigeId: deriveId('derde'), reden });
    expect(weigering(() => dossier(['2026-02-01', derde]).doe(gaOp, { ander: ander() }))).toBe(
      'DOSSIER_HEEFT_SAMENVOEGING',
    );
  });

  it('given an offer that waits for its answer, then it is refused; once that expired, it is settled', () => {
    const metAanbod = dossier(['2026-02-01', aangeboden()]);
    expect(weigering(() => metAanbod.doe(gaOp, { ander: ander() }))).toBe('OVERDRACHT_STAAT_OPEN');
    const verlopen = dossier(['2026-02-01', aangeboden(undefined, undefined, op('2026-02-20'))]);
    expect(verlopen.doe(gaOp, { ander: ander() })).toEqual([
      feit.overdrachtVerlopen.of({ jeugdigeId, overdrachtId, escalatie: false }),
      opgegaan,
    ]);
  });
});

describe('a dossier that went into another one', () => {
  it('then nothing new begins in it, and who asks hears where to go on', () => {
    const { state } = dossier(['2026-03-01', opgegaan]);
    expect(() => vereisOpenDossier(state)).toThrow(
      expect.objectContaining({ code: 'DOSSIER_OPGEGAAN', data: { jeugdigeId: anderId } }),
    );
    expect(weigering(() => dossier(['2026-03-01', opgegaan]).doe(neemOp, { ander: ander() }))).toBeNull();
  });
});

describe('destroying a dossier into which another one went', () => {
  const vernietig = (welk: string) =>
    new VernietigDossier({ jeugdigeId: welk, grond: 'verzoek_betrokkene' }, context('2026-03-05'));
  const vernietigd = feit.vernietigd.of({ jeugdigeId, grond: 'verzoek_betrokkene' });

  it('then the one that went is destroyed with it, closed or not', () => {
    expect(dossier(['2026-03-01', opgegaan]).doe(vernietig(anderId))).toEqual([vernietigd]);
    expect(dossier(['2026-02-01', gesloten], ['2026-03-01', opgegaan]).doe(vernietig(anderId))).toEqual([vernietigd]);
  });

  it('given a chain, then the one that went into what went into the destroyed one is destroyed with it', () => {
    expect(dossier(['2026-03-01', opgegaan]).doe(vernietig(deriveId('derde')))).toEqual([vernietigd]);
  });

  it('given one that went into it by half, then it is refused and says which; once destroyed, nothing happens', () => {
    const half = { halfSamengevoegd: [anderId] };
    const { doe } = dossier(['2026-02-01', gesloten]);
    expect(() => doe(vernietig(jeugdigeId), half)).toThrow(
      expect.objectContaining({ code: 'SAMENVOEGING_NIET_AF', data: { dossiers: [anderId] } }),
    );
    expect(doe(vernietig(jeugdigeId), { halfSamengevoegd: [] })).toEqual([vernietigd]);
    expect(dossier(['2026-02-01', gesloten], ['2026-03-05', vernietigd]).doe(vernietig(jeugdigeId), half)).toEqual([]);
  });

  it('given the one that went by itself, then it must be closed first; told once more, then nothing happens', () => {
    expect(weigering(() => dossier(['2026-03-01', opgegaan]).doe(vernietig(jeugdigeId)))).toBe('DOSSIER_IS_OPEN');
    const { doe } = dossier(['2026-03-01', opgegaan], ['2026-03-05', vernietigd]);
    expect(doe(vernietig(anderId))).toEqual([]);
  });

  it('given a merge that was undone, then it stands by itself', () => {
    const los = feit.ongedaanGemaakt.of({ jeugdigeId, anderJeugdigeId: anderId, reden });
    const { doe } = dossier(['2026-03-01', opgegaan], ['2026-03-02', los]);
    expect(weigering(() => doe(vernietig(anderId)))).toBe('DOSSIER_IS_OPEN');
  });
});

describe('undoing a merge', () => {
  const terug = (dezeId: string, anderJeugdigeId: string) =>
    feit.ongedaanGemaakt.of({ jeugdigeId: dezeId, anderJeugdigeId, reden });
  const gaTerug = new MaakSamenvoegingOngedaan(
    { jeugdigeId: anderId, metJeugdigeId: jeugdigeId, reden },
    context('2026-03-05'),
  );

  it('given a merge, then both dossiers stand by themselves again', () => {
    const [blijver] = dossier(['2026-03-01', samengevoegd]).doe(ongedaan, { ander: ander() });
    expect(blijver).toEqual(terug(jeugdigeId, anderId));
    expect(dossier(['2026-03-01', samengevoegd], ['2026-03-05', blijver!]).state.samengevoegdMet).toEqual([]);
    const [ging] = dossier(['2026-03-01', opgegaan]).doe(gaTerug, { ander: ander() });
    const { state } = dossier(['2026-03-01', opgegaan], ['2026-03-05', ging!]);
    expect(vereisOpenDossier(state).opgegaanIn).toBeNull();
  });

  it('given no merge, then it is refused; given one of which only half was undone, then the other half still can', () => {
    expect(weigering(() => dossier().doe(ongedaan, { ander: ander() }))).toBe('NIET_SAMENGEVOEGD');
    const half = ander(feit.opgegaanIn.of({ jeugdigeId: anderId, inJeugdigeId: jeugdigeId, reden }));
    expect(dossier().doe(ongedaan, { ander: half })).toEqual([]);
    expect(dossier().doe(gaTerug, { ander: ander() })).toEqual([]);
  });

  it('given a merge that was undone, then the same two can be merged again', () => {
    const { doe } = dossier(['2026-03-01', samengevoegd], ['2026-03-05', terug(jeugdigeId, anderId)]);
    expect(doe(neemOp, { ander: ander() })).toEqual([samengevoegd]);
  });
});
