import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { jeugdigeFeiten as feit } from '../events.js';
import { LegAfstemmingVast, MeldGiWissel, MeldVerhuizing, StelRegieregelVast, WijsMedewerkerAan } from './commands.js';
import { aantalWisselingen, casusregieOp, medewerkerOp, metMedewerkers, zonderMedewerkerSinds } from './lijnen.js';
import {
  aangeboden,
  aanvaard,
  context,
  type Dag,
  dossier,
  gemeente,
  gewisseld,
  gi,
  jeugdigeId,
  op,
  overdrachtId,
  regel,
  verhuisdNaar,
  weigering,
} from './regie.kit.js';
import { afstemmingTeLaatSinds } from './regiekloof.js';

const overgenomen = [
  ['2026-02-01', aangeboden()],
  ['2026-02-02', aanvaard()],
] as const;
const wijsAan = (medewerker: string | null, dag: string, regie: WijsMedewerkerAan['data']['regie'] = 'casusregie') =>
  new WijsMedewerkerAan({ jeugdigeId, regie, medewerker }, context(dag));

describe('who of the holder carries casusregie', () => {
  it('given a registration, then nobody is named since then, until somebody is', () => {
    const lijn = (...dagen: readonly Dag[]) => metMedewerkers(dossier(...dagen).state, 'casusregie');
    expect(zonderMedewerkerSinds(lijn())).toBe(op('2026-01-01'));
    expect(zonderMedewerkerSinds(lijn(['2026-01-05', gewisseld('lt-1')]))).toBeNull();
    expect(zonderMedewerkerSinds(lijn(['2026-01-05', gewisseld('lt-1')], ['2026-01-20', gewisseld(null)]))).toBe(
      op('2026-01-20'),
    );
  });

  it('given an acceptance, then its worker counts, whoever of the giver was named before', () => {
    const { state } = dossier(['2026-01-05', gewisseld('lt-1')], ...overgenomen);
    expect(['2026-01-04', '2026-01-06', '2026-02-03'].map((dag) => medewerkerOp(state, 'casusregie', op(dag)))).toEqual(
      [null, 'lt-1', 'jb-1'],
    );
  });

  it('given a change that is told later than a handover, then it counts for the holder of its own time', () => {
    const { state } = dossier(...overgenomen, ['2026-01-10', gewisseld('lt-1')]);
    expect(metMedewerkers(state, 'casusregie').map(({ houder, medewerker }) => [houder.soort, medewerker])).toEqual([
      ['gemeente', null],
      ['gemeente', 'lt-1'],
      ['GI', 'jb-1'],
    ]);
  });

  it('given changes, then only one named worker after another of the same holder is counted', () => {
    const { state } = dossier(
      ['2026-01-05', gewisseld('lt-1')],
      ...overgenomen,
      ['2026-03-01', gewisseld(null)],
      ['2026-03-08', gewisseld('jb-2')],
      ['2026-04-01', gewisseld('jb-3')],
      ['2026-04-02', gewisseld('lt-9', 'systeemregie')],
    );
    expect(aantalWisselingen(metMedewerkers(state, 'casusregie'))).toBe(2);
    expect(aantalWisselingen(metMedewerkers(state, 'systeemregie'))).toBe(0);
  });

  it('given the worker who is there already, then nothing happens; before the registration it is refused', () => {
    const { doe } = dossier(...overgenomen);
    expect(doe(wijsAan('jb-1', '2026-03-01'))).toEqual([]);
    expect(doe(wijsAan('jb-2', '2026-03-01'))).toEqual([gewisseld('jb-2')]);
    expect(weigering(() => doe(wijsAan('jb-2', '2025-12-31')))).toBe('DATUM_VOLGORDE');
  });

  it('given behandelregie, when the same worker is named in the next variant, then that is recorded; told once more, then not', () => {
    const benoemd = gewisseld('bh-1', 'behandelregie');
    const { doe } = dossier(['2026-02-04', benoemd]);
    expect(doe(wijsAan('bh-1', '2026-03-04', 'behandelregie'))).toEqual([benoemd]);
    expect(doe(wijsAan('bh-1', '2026-02-04', 'behandelregie'))).toEqual([]);
    expect(doe(wijsAan('bh-2', '2026-02-04', 'behandelregie'))).toEqual([gewisseld('bh-2', 'behandelregie')]);
    const anders = dossier(['2026-02-04', gewisseld('bh-1', 'systeemregie')]);
    expect(anders.doe(wijsAan('bh-1', '2026-02-04', 'behandelregie'))).toEqual([benoemd]);
  });

  it('given two workers named at one moment, then the one who was told last counts', () => {
    const [een, ander] = [gewisseld('bh-1', 'behandelregie'), gewisseld('bh-2', 'behandelregie')];
    const { doe } = dossier(['2026-02-04', een], ['2026-02-04', ander]);
    expect(doe(wijsAan('bh-1', '2026-02-04', 'behandelregie'))).toEqual([een]);
    expect(doe(wijsAan('bh-2', '2026-02-04', 'behandelregie'))).toEqual([]);
  });
});

describe('a move to another gemeente', () => {
  const nieuw = { soort: 'gemeente', organisatie: 'gemeente-0518' } as const;
  const verhuisd = (vervallenOverdrachtId: string | null = null) =>
    verhuisdNaar('0518', 'haaglanden', vervallenOverdrachtId);
  const meld = (dag = '2026-03-01', gemeenteKeuze: MeldVerhuizing['data']['gemeente'] = { code: '0518' }) =>
    new MeldVerhuizing({ jeugdigeId, gemeente: gemeenteKeuze }, context(dag));
  const regio = { regio: 'haaglanden' };

  it('given a gemeente that holds casusregie, then both regies and the region move', () => {
    expect(dossier().doe(meld(), regio)).toEqual([verhuisd()]);
    const { state } = dossier(['2026-03-01', verhuisd()]);
    expect(state).toMatchObject({ gemeentecode: '0518', regio: 'haaglanden' });
    expect(state.casusregie.map(({ houder }) => houder)).toEqual([gemeente, nieuw]);
    expect(state.systeemregie.map(({ houder }) => houder)).toEqual([gemeente, nieuw]);
  });

  it('given a GI that holds casusregie, then only systeemregie moves', () => {
    const { state } = dossier(...overgenomen, ['2026-03-01', verhuisd()]);
    expect(state.casusregie.at(-1)!.houder).toEqual(gi);
    expect(state.systeemregie.at(-1)!.houder).toEqual(nieuw);
  });

  it('given a move told late, from before the GI accepted, then casusregie was with the new gemeente in between', () => {
    const { state } = dossier(['2026-02-10', aangeboden()], ['2026-02-20', aanvaard()], ['2026-02-15', verhuisd()]);
    const houders = ['2026-02-14', '2026-02-16', '2026-02-21'].map((dag) => casusregieOp(state, op(dag)).houder);
    expect(houders).toEqual([gemeente, nieuw, gi]);
  });

  it('given an open offer of the old gemeente, then that lapses with it; given one between others, then it stays', () => {
    const metAanbod = dossier(['2026-02-01', aangeboden()]);
    expect(metAanbod.doe(meld(), regio)).toEqual([verhuisd(overdrachtId)]);
    expect(dossier(['2026-02-01', aangeboden()], ['2026-03-01', verhuisd(overdrachtId)]).state.overdracht).toBeNull();
    const ander = aangeboden({ soort: 'GI', organisatie: 'gi-ander' }, gi);
    expect(dossier(...overgenomen, ['2026-02-20', ander]).doe(meld(), regio)).toEqual([verhuisd()]);
  });

  it('given an offer of the old gemeente that expired before, then that is said, so that it escalates', () => {
    const aanbod = ['2026-02-01', aangeboden(gi, gemeente, op('2026-02-20'))] as const;
    const verleend = ['2026-01-15', regel(['2026-02-10', 'GI'])] as const;
    const verlopen = feit.overdrachtVerlopen.of({ jeugdigeId, overdrachtId, escalatie: true });
    expect(dossier(verleend, aanbod).doe(meld(), regio)).toEqual([verlopen, verhuisd()]);
  });

  it('given the gemeente that is known already, then nothing happens', () => {
    expect(dossier().doe(meld('2026-03-01', { code: '0599' }), { regio: 'rijnmond' })).toEqual([]);
  });

  it('given a gemeente that does not exist then, or a day before the registration, then it is refused', () => {
    expect(weigering(() => dossier().doe(meld(), { regio: null }))).toBe('GEMEENTE_NIET_GELDIG');
    expect(weigering(() => dossier().doe(meld('2025-12-01'), regio))).toBe('DATUM_VOLGORDE');
  });

  it('given no gemeente in the landsdeel, then the region is overig and the named gemeente takes over', () => {
    const buiten = meld('2026-03-01', { overig: 'buiten_landsdeel', regiehouder: 'gemeente-0363' });
    expect(dossier().doe(buiten)).toMatchObject([
      { data: { gemeentecode: null, regio: 'overig', gemeente: { organisatie: 'gemeente-0363' } } },
    ]);
  });
});

describe('another GI', () => {
  const naar = 'gi-ander';
  const meld = (dag = '2026-03-01', welke = naar) =>
    new MeldGiWissel({ jeugdigeId, naar: welke, medewerker: null }, context(dag));
  const wissel = (vervallenOverdrachtId: string | null = null) =>
    feit.giGewisseld.of({ jeugdigeId, naar, medewerker: null, vervallenOverdrachtId });

  it('given a GI that holds casusregie, then the next one does, and nobody is named yet', () => {
    expect(dossier(...overgenomen).doe(meld())).toEqual([wissel()]);
    const { state } = dossier(...overgenomen, ['2026-03-01', wissel()]);
    expect(state.casusregie.at(-1)!.houder).toEqual({ soort: 'GI', organisatie: naar });
    expect(zonderMedewerkerSinds(metMedewerkers(state, 'casusregie'))).toBe(op('2026-03-01'));
  });

  it('given an open offer of the old GI, then that lapses with it, and the return comes from the new one', () => {
    const terug = ['2026-02-20', aangeboden(gemeente, gi)] as const;
    expect(dossier(...overgenomen, terug).doe(meld())).toEqual([wissel(overdrachtId)]);
    const { state } = dossier(...overgenomen, terug, ['2026-03-01', wissel(overdrachtId)]);
    expect(state.overdracht).toBeNull();
  });

  it('given an offer of the old GI that expired before, then that is said, so that it escalates', () => {
    const terug = ['2026-02-10', aangeboden(gemeente, gi, op('2026-02-20'))] as const;
    const verlopen = feit.overdrachtVerlopen.of({ jeugdigeId, overdrachtId, escalatie: false });
    expect(dossier(...overgenomen, terug).doe(meld())).toEqual([verlopen, wissel()]);
  });

  it('given a gemeente that holds casusregie, or a day before the GI accepted, then it is refused', () => {
    expect(weigering(() => dossier().doe(meld()))).toBe('GEEN_GI_VOERT_REGIE');
    expect(weigering(() => dossier(...overgenomen).doe(meld('2026-01-20')))).toBe('DATUM_VOLGORDE');
  });

  it('given the GI that holds it already, then nothing happens', () => {
    expect(dossier(...overgenomen).doe(meld('2026-03-01', gi.organisatie))).toEqual([]);
  });
});

describe('the regieregel of a dossier', () => {
  const stel = (vanaf: string) =>
    new StelRegieregelVast(
      {
        jeugdigeId,
        perioden: [{ vanaf, houder: 'GI', regel: 'gedwongen_kader' }],
        ...{ regelversie: 'regie-1', bron: ['Impactanalyse'], aanleiding: deriveId('aanleiding') },
      },
      context('2026-03-05'),
    );
  const gesteld = ['2026-03-01', regel(['2026-03-01', 'GI'])] as const;

  it('given another line, then that replaces it; given the same, then nothing happens', () => {
    expect(dossier(gesteld).doe(stel('2026-03-01'))).toEqual([]);
    const [event] = dossier(gesteld).doe(stel('2026-03-02'));
    expect(dossier(gesteld, ['2026-03-05', event!]).state.regelperioden).toEqual([
      { vanaf: '2026-03-02', houder: 'GI', regel: 'gedwongen_kader' },
    ]);
  });

  it('given a closed dossier, then what is corrected in a machtiging still reaches it', () => {
    const gesloten = feit.gesloten.of({ jeugdigeId });
    expect(dossier(gesteld, ['2026-03-02', gesloten]).doe(stel('2026-02-20'))).toHaveLength(1);
    expect(weigering(() => dossier(['2026-03-02', gesloten]).doe(wijsAan('lt-1', '2026-03-03')))).toBe(
      'DOSSIER_GESLOTEN',
    );
  });
});

describe('afstemming between GI and gemeente', () => {
  const uiterlijk = (vanaf: string): string => ({ '2026-02-02': '2026-03-16' })[vanaf] ?? '2026-12-31';
  const inhoud = { jeugdigeId, organisaties: ['gi-demo', 'gemeente-0599'], afspraken: 'Samen naar school.' };
  const afgestemd = (volgendeOp: string) => feit.afstemmingVastgelegd.of({ ...inhoud, volgendeOp });
  const stemAf = (volgendeOp: string | null, anders: Partial<typeof inhoud> = {}) =>
    new LegAfstemmingVast({ ...inhoud, volgendeOp, ...anders }, context('2026-03-10'));

  it('given no next day, then the setting gives it; given one, then that', () => {
    const facts = { volgendeAfstemming: '2026-04-21' };
    expect(dossier().doe(stemAf(null), facts)).toEqual([afgestemd('2026-04-21')]);
    expect(dossier().doe(stemAf('2026-03-24'), facts)).toEqual([afgestemd('2026-03-24')]);
    expect(dossier(['2026-03-10', afgestemd('2026-03-24')]).doe(stemAf(null), facts)).toEqual([]);
  });

  it('given something else that was agreed at the same moment, then that is recorded too', () => {
    const { doe } = dossier(['2026-03-10', afgestemd('2026-03-24')]);
    expect(doe(stemAf('2026-03-24'))).toEqual([]);
    const [afspraken, organisaties] = ['Elke vrijdag bellen.', ['gi-demo']];
    expect(doe(stemAf('2026-03-24', { afspraken }))).toMatchObject([{ data: { afspraken } }]);
    expect(doe(stemAf('2026-03-24', { organisaties }))).toMatchObject([{ data: { organisaties } }]);
    expect(doe(stemAf('2026-03-25'))).toEqual([afgestemd('2026-03-25')]);
  });

  it('given a next one before this one, then it is refused; on the same day it is not', () => {
    expect(weigering(() => dossier().doe(stemAf('2026-03-09')))).toBe('DATUM_VOLGORDE');
    expect(dossier().doe(stemAf('2026-03-10'))).toEqual([afgestemd('2026-03-10')]);
  });

  it('given a gemeente that holds casusregie, then nothing is late', () => {
    expect(afstemmingTeLaatSinds(dossier().state, '2026-12-01', uiterlijk)).toBeNull();
  });

  it('given a GI that accepted, then the first one is late the day after its term', () => {
    const { state } = dossier(...overgenomen);
    expect(afstemmingTeLaatSinds(state, '2026-03-16', uiterlijk)).toBeNull();
    expect(afstemmingTeLaatSinds(state, '2026-03-17', uiterlijk)).toBe('2026-03-16');
  });

  it('given one that was held, then the next one counts, also when an earlier one is told afterwards', () => {
    const { state } = dossier(
      ...overgenomen,
      ['2026-03-10', afgestemd('2026-04-01')],
      ['2026-02-20', afgestemd('2026-03-12')],
    );
    expect(afstemmingTeLaatSinds(state, '2026-04-01', uiterlijk)).toBeNull();
    expect(afstemmingTeLaatSinds(state, '2026-04-02', uiterlijk)).toBe('2026-04-01');
  });

  it('given one from before the GI held casusregie, then the term runs from the acceptance', () => {
    const { state } = dossier(['2026-01-10', afgestemd('2026-01-20')], ...overgenomen);
    expect(afstemmingTeLaatSinds(state, '2026-02-10', uiterlijk)).toBeNull();
  });
});
