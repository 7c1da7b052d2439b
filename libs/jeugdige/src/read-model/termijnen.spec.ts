import { describe, expect, it } from '@jest/globals';
import { deriveId, type DomainEvent, fold, type Past, plusDagen } from '@regielijn/kern';
import fc from 'fast-check';
import { past } from '../../../kern/src/scenario.kit.js';
import { play, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { bewakingsregels, enige, vanRegel, vereisSamenhang, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { keuze, slice } from '../domain/casusregie.kit.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeCorrecties, type JeugdigeEvent, jeugdigeFeiten as feit } from '../domain/events.js';
import {
  aanvaard,
  aangeboden,
  type Dag,
  dossier,
  gemeente,
  geregistreerd,
  gewisseld,
  gi,
  jeugdigeId,
  op,
  overdrachtId,
  verhuisdNaar,
} from '../domain/regie/regie.kit.js';
import { jeugdigeVan } from '../domain/state.js';
import { jeugdigeBewaking, jeugdigeTermijnen } from './termijnen.js';

const na = (...dagen: readonly Dag[]) => jeugdigeTermijnen(dossier(...dagen).state, bewakingsregels);

describe('an offer of casusregie that waits for an answer (OVD)', () => {
  // Thursday before Pasen: the two werkdagen are Tuesday and Wednesday.
  const aanbod: Dag = ['2026-04-02', aangeboden(gi, gemeente, op('2026-04-16'))];

  it('given one, then after two werkdagen both sides hear of it, and at its own moment it lapses', () => {
    const termijn = enige(na(aanbod), 'OVD');
    expect(termijn).toMatchObject({ begin: '2026-04-02', eind: '2026-04-08', pauzeerbaar: true, geslotenOp: null });
    expect(termijn.voor).toEqual([{ organisatie: 'gemeente-0599' }, { organisatie: 'gi-demo' }]);
    expect(wekt(termijn)).toEqual([
      'verstreken 2026-04-09',
      `opgeschaald ${op('2026-04-16')} jeugdige.laat-regieoverdracht-verlopen`,
    ]);
    expect(termijn.momenten[1]!.opdracht!.invoer).toEqual({ jeugdigeId, overdrachtId });
  });

  it('given one that lapses sooner than the signal would come, then only that', () => {
    const kort: Dag = ['2026-04-02', aangeboden(gi, gemeente, op('2026-04-08'))];
    expect(wekt(enige(na(kort), 'OVD'))).toEqual([
      `opgeschaald ${op('2026-04-08')} jeugdige.laat-regieoverdracht-verlopen`,
    ]);
  });

  it('given one late in the evening, then from the day in Amsterdam', () => {
    const [history] = [past([geregistreerd, aangeboden(gi, gemeente, op('2026-04-16'))], '2026-03-29T22:30:00.000Z')];
    const state = fold(jeugdigeDecider, history);
    expect(enige(jeugdigeTermijnen(state, bewakingsregels), 'OVD')).toMatchObject({
      ...{ begin: '2026-03-30', eind: '2026-04-01' },
    });
  });

  it.each<[string, JeugdigeEvent]>([
    ['accepted', aanvaard()],
    ['refused', feit.overdrachtGeweigerd.of({ jeugdigeId, overdrachtId, reden: 'vol', escalatie: false })],
    ['withdrawn', feit.overdrachtIngetrokken.of({ jeugdigeId, overdrachtId, reden: 'toch niet' })],
    ['left behind by a move', verhuisdNaar('0518', 'haaglanden', overdrachtId)],
  ])('given that it was %s, then there is nothing to wait for', (_, event) =>
    expect(vanRegel(na(aanbod, ['2026-04-03', event]), 'OVD')).toEqual([]),
  );
});

describe('casusregie without a worker (NIEMAND)', () => {
  it('given a registration, then the lokale team need not say who it is, wherever the jeugdige moves', () => {
    expect(vanRegel(na(), 'NIEMAND')).toEqual([]);
    expect(vanRegel(na(['2026-02-02', verhuisdNaar('0518', 'haaglanden')]), 'NIEMAND')).toEqual([]);
  });

  it('given a worker who left, then two werkdagen; given another, then it is over', () => {
    const weg: Dag[] = [
      ['2026-02-02', aanvaard()],
      ['2026-04-02', gewisseld(null)],
    ];
    const termijn = enige(na(...weg), 'NIEMAND');
    expect(termijn).toMatchObject({ begin: '2026-04-02', eind: '2026-04-08', voor: ['casusregie'] });
    expect(wekt(termijn)).toEqual(['verstreken 2026-04-09']);
    expect(vanRegel(na(...weg, ['2026-04-03', gewisseld('jb-2')]), 'NIEMAND')).toEqual([]);
  });

  it('given another GI that names nobody, then from the day of the change', () => {
    const wissel = feit.giGewisseld.of({
      ...{ jeugdigeId, naar: 'gi-ander', medewerker: null, vervallenOverdrachtId: null },
    });
    expect(enige(na(['2026-02-02', aanvaard()], ['2026-03-02', wissel]), 'NIEMAND').begin).toBe('2026-03-02');
  });
});

describe('the GI and the gemeente keep in touch (AFSTEMMING)', () => {
  const bijGi: Dag = ['2026-02-02', aanvaard()];
  const afgestemd = (volgendeOp: string) =>
    feit.afstemmingVastgelegd.of({
      jeugdigeId,
      organisaties: ['gi-demo', 'gemeente-0599'],
      afspraken: 'x',
      volgendeOp,
    });

  it('given a GI, then every six weeks, and two weeks later it is taken up above', () => {
    const termijn = enige(na(bijGi), 'AFSTEMMING');
    expect(termijn).toMatchObject({ begin: '2026-02-02', eind: '2026-03-16', voor: ['casusregie', 'systeemregie'] });
    expect(wekt(termijn)).toEqual(['verstreken 2026-03-17', 'opgeschaald 2026-03-30']);
  });

  it('given that it was done, then the day that was agreed, as another term', () => {
    const termijnen = na(bijGi, ['2026-03-10', afgestemd('2026-05-29')]);
    expect(enige(termijnen, 'AFSTEMMING')).toMatchObject({ begin: '2026-03-10', eind: '2026-05-29' });
    expect(enige(termijnen, 'AFSTEMMING').id).not.toBe(enige(na(bijGi), 'AFSTEMMING').id);
  });

  it('given what was agreed with the holder before, then it counts anew from the handover', () => {
    const eerder: Dag = ['2026-01-20', afgestemd('2026-02-20')];
    expect(enige(na(eerder, bijGi), 'AFSTEMMING').eind).toBe('2026-03-16');
  });

  it('given a handover that was withdrawn, then there is no GI to keep in touch', () => {
    const history = past([geregistreerd, aanvaard()]);
    const { id: vervangt, type: vervangtType } = history[1]!;
    const intrekking = jeugdigeCorrecties.feitIngetrokken.of({ jeugdigeId, vervangt, vervangtType, reden: 'vergist' });
    const met = (feiten: readonly Past<DomainEvent>[]) =>
      vanRegel(jeugdigeTermijnen(fold(jeugdigeDecider, feiten), bewakingsregels), 'AFSTEMMING');
    expect(met(history)).toHaveLength(1);
    expect(met([...history, { ...history[1]!, ...intrekking, id: deriveId('intrekking') }])).toEqual([]);
  });

  it('given the gemeente, at first or again, then there is nobody to keep in touch with', () => {
    expect(vanRegel(na(), 'AFSTEMMING')).toEqual([]);
    expect(vanRegel(na(bijGi, ['2026-03-01', aanvaard(gemeente, 'lt-1')]), 'AFSTEMMING')).toEqual([]);
  });
});

describe('the search for a JIM (JIM)', () => {
  const gevraagd = feit.jimGevraagd.of({ jeugdigeId, persoonId: deriveId('oma') });
  const geweigerd = (tot: string | null) => feit.jimGeweigerdDoorOuders.of({ jeugdigeId, tot });

  it('given somebody who was asked, then an answer in two weeks', () =>
    expect(enige(na(['2026-03-02', gevraagd]), 'JIM')).toMatchObject({ begin: '2026-03-02', eind: '2026-03-16' }));

  it('given a step with the day of the next one, then the search goes on then', () => {
    const stap = feit.jimZoekstapVastgelegd.of({ jeugdigeId, uitkomst: 'niemand_in_beeld', volgendeOp: '2026-04-01' });
    expect(wekt(enige(na(['2026-03-02', stap]), 'JIM'))).toEqual(['verstreken 2026-04-02']);
  });

  it('given parents who refuse for a time, then they are asked again after it; without an end nobody asks', () => {
    expect(enige(na(['2026-03-02', geweigerd('2026-06-01')]), 'JIM').eind).toBe('2026-06-01');
    expect(vanRegel(na(['2026-03-02', geweigerd(null)]), 'JIM')).toEqual([]);
  });

  it('given a JIM, or a search that stopped, then it is over', () => {
    const gevonden = feit.jimGevonden.of({ jeugdigeId, persoonId: deriveId('oma') });
    expect(vanRegel(na(['2026-03-02', gevraagd], ['2026-03-05', gevonden]), 'JIM')).toEqual([]);
  });
});

describe('a dossier that is not open', () => {
  const aanbod: Dag = ['2026-02-02', aangeboden()];
  it.each<[string, JeugdigeEvent]>([
    ['closed', feit.gesloten.of({ jeugdigeId })],
    ['destroyed', feit.vernietigd.of({ jeugdigeId, grond: 'verzoek_betrokkene' })],
    ['part of another', feit.opgegaanIn.of({ jeugdigeId, inJeugdigeId: deriveId('ander'), reden: 'dubbel' })],
  ])('given one that is %s, then it has no terms', (_, event) => expect(na(aanbod, ['2026-02-03', event])).toEqual([]));

  it('given one that was opened again, then its terms run again', () => {
    const dicht: Dag = ['2026-02-03', feit.gesloten.of({ jeugdigeId })];
    const open: Dag = ['2026-02-04', feit.heropend.of({ jeugdigeId })];
    expect(enige(na(aanbod, dicht, open), 'OVD').begin).toBe('2026-02-02');
  });

  it('given no dossier, or a registration that lapsed, then nothing', () => {
    const vervallen = past([feit.registratieVervallen.of({ jeugdigeId })]) as readonly Past<JeugdigeEvent>[];
    expect(jeugdigeTermijnen(null, bewakingsregels)).toEqual([]);
    expect(jeugdigeTermijnen(fold(jeugdigeDecider, vervallen), bewakingsregels)).toEqual([]);
    expect(jeugdigeBewaking.jeugdigeVan(null)).toBeNull();
    expect(jeugdigeBewaking.jeugdigeVan(dossier().state)).toBe(jeugdigeId);
  });
});

describe('whatever is asked of a dossier', () => {
  it('then its terms hang together, and only an open dossier has any', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence);
        const termijnen = vereisSamenhang(jeugdigeBewaking, history);
        const state = jeugdigeVan(fold(jeugdigeDecider, history))!;
        if (state.status !== 'open' || state.opgegaanIn !== null) expect(termijnen).toEqual([]);
        else expect(vanRegel(termijnen, 'OVD')).toHaveLength(state.overdracht === null ? 0 : 1);
      }),
      runs(40),
    );
  });

  it('and facts are corrected and withdrawn in between, then they still hang together', () => {
    const velden = fc.oneof(
      fc.constant({}),
      fc.integer({ min: 1, max: 20 }).map((n) => ({ geldigTot: op(plusDagen('2026-03-02', n)) })),
    );
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        vereisSamenhang(jeugdigeBewaking, play(slice, sequence));
      }),
      runs(40),
    );
  });
});
