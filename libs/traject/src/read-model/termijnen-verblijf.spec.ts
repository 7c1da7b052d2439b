import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { bewaakMet, enige, vanRegel, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { trajectDecider } from '../domain/decide.js';
import {
  geevalueerd,
  onderwijsGestart,
  onderwijsGestopt,
  planVastgesteld,
  uitgeschreven,
} from '../domain/plannen.kit.js';
import { bloedspoedBeoordeeld, variantGestart } from '../domain/toeleiding.kit.js';
import type { TrajectEvent } from '../domain/events.js';
import { afgesloten, ids, jeugdigeId, opgenomen, toegewezen, uitgestroomd } from '../domain/traject.kit.js';
import { klaar, woontThuis } from '../domain/uitstroom/uitstroom.kit.js';
import { zorgFeiten } from '../domain/zorg/events.js';
import {
  AANMELDING,
  type Gebeurd,
  ingetrokken,
  inVerblijf,
  opAndereDag,
  regulier,
  termijnenVan,
  verloop,
} from './termijnen.kit.js';
import { trajectBewaking, trajectTermijnen } from './termijnen.js';

const negen = (dag: string): string => `${dag}T09:00:00.000Z`;

describe('the hulpverleningsplan (D14)', () => {
  it('given an opname, then six weeks, and the day with the Algemene termijnenwet beside the strict one', () => {
    // 12 April 2026 is a Sunday.
    const termijn = enige(termijnenVan(inVerblijf()), 'D14');
    expect(termijn).toMatchObject({
      ...{ artikel: 'Jeugdwet art. 6.2.9 lid 2', begin: '2026-03-01', eind: '2026-04-12', atw: '2026-04-13' },
      ...{ pauzeerbaar: false, geslotenOp: null },
    });
    expect(wekt(termijn)).toEqual(['verstreken 2026-04-13']);
  });

  it('given the reading that the Algemene termijnenwet counts, then the moment follows that', () => {
    const stand = fold(trajectDecider, inVerblijf())!;
    const regels = bewaakMet('ATW', 'atw');
    expect(wekt(enige(trajectTermijnen(stand, regels), 'D14'))).toEqual(['verstreken 2026-04-14']);
  });

  it('given a plan, then it is closed at the first version', () => {
    const history = inVerblijf([planVastgesteld(), '2026-03-20'], [planVastgesteld(2), '2026-05-01']);
    expect(enige(termijnenVan(history), 'D14')).toMatchObject({ geslotenOp: negen('2026-03-20'), momenten: [] });
    expect(enige(termijnenVan(ingetrokken(history, 3)), 'D14').geslotenOp).toBe(negen('2026-05-01'));
    expect(enige(termijnenVan(opAndereDag(history, 2, '2026-03-05')), 'D14').eind).toBe('2026-04-16');
  });

  it('given a plan of before the opname, then it was there at the opname', () => {
    const history = verloop(
      AANMELDING,
      [planVastgesteld(), '2026-02-22'],
      [toegewezen(), '2026-02-27'],
      [opgenomen(), '2026-03-01'],
    );
    const termijnen = termijnenVan(history);
    expect(enige(termijnen, 'D14').geslotenOp).toBe(negen('2026-03-01'));
    expect(enige(termijnen, 'D15').begin).toBe('2026-03-01');
  });
});

describe('the evaluation of the plan (D15)', () => {
  const plan: Gebeurd = [planVastgesteld(), '2026-03-20'];

  it('given no plan, then there is nothing to evaluate', () =>
    expect(vanRegel(termijnenVan(inVerblijf()), 'D15')).toEqual([]));

  it('given a plan, then within four weeks; after an evaluation within two months, and the former shows when it was met', () => {
    expect(enige(termijnenVan(inVerblijf(plan)), 'D15')).toMatchObject({ begin: '2026-03-20', eind: '2026-04-17' });
    const termijnen = vanRegel(
      termijnenVan(inVerblijf(plan, [geevalueerd(1), '2026-04-20'], [geevalueerd(2), '2026-06-19'])),
      'D15',
    );
    expect(termijnen.map(({ begin, eind, geslotenOp }) => [begin, eind, geslotenOp])).toEqual([
      ['2026-03-20', '2026-04-17', negen('2026-04-20')],
      ['2026-04-20', '2026-06-20', negen('2026-06-19')],
      ['2026-06-19', '2026-08-19', null],
    ]);
    expect(termijnen.map(wekt)).toEqual([[], [], ['verstreken 2026-08-20']]);
  });

  it('given an evaluation on 31 December, then until the last day of February, leap year or not', () => {
    const op = (jaar: number) =>
      vanRegel(termijnenVan(inVerblijf(plan, [geevalueerd(1), `${jaar}-12-31`])), 'D15').at(-1)!.eind;
    expect([op(2026), op(2027)]).toEqual(['2027-02-28', '2028-02-29']);
  });

  it('given an evaluation that was withdrawn, then the former term is open again', () => {
    const history = inVerblijf(plan, [geevalueerd(1), '2026-04-20']);
    expect(enige(termijnenVan(ingetrokken(history, 4)), 'D15')).toMatchObject({ eind: '2026-04-17', geslotenOp: null });
  });
});

describe('a plaatsing that could not wait (O4)', () => {
  const opname = (...ervoor: readonly Gebeurd[]) =>
    termijnenVan(verloop(...ervoor, [toegewezen(), '2026-04-01'], [opgenomen(), '2026-04-02']));
  const negatief = {
    ...bloedspoedBeoordeeld,
    data: { ...bloedspoedBeoordeeld.data, uitkomst: 'negatief' },
  } as TrajectEvent;

  it('given one on Witte Donderdag, then it is looked at the Tuesday after Pasen', () =>
    expect(wekt(enige(opname(AANMELDING), 'O4'))).toEqual(['verstreken 2026-04-07']));

  it('given that it was looked at, then it is closed at that moment', () => {
    const besproken = zorgFeiten.spoedplaatsingBesproken.of({ ...ids, toelichting: null });
    const history = verloop(
      AANMELDING,
      [toegewezen(), '2026-04-01'],
      [opgenomen(), '2026-04-02'],
      [besproken, '2026-04-09'],
    );
    expect(enige(termijnenVan(history), 'O4')).toMatchObject({ geslotenOp: negen('2026-04-09'), momenten: [] });
    expect(enige(termijnenVan(ingetrokken(history, 3)), 'O4').geslotenOp).toBeNull();
  });

  it.each<[string, readonly Gebeurd[], number]>([
    ['an aanmelding that could wait', [regulier], 0],
    ['one that could wait, after bloedspoed was found', [regulier, [bloedspoedBeoordeeld, '2026-03-31']], 1],
    ['one that could wait, after no bloedspoed was found', [regulier, [negatief, '2026-03-31']], 0],
    ['one that could not wait, though no bloedspoed was found', [AANMELDING, [negatief, '2026-03-31']], 1],
  ])('given %s, then it is looked at or not', (_, ervoor, aantal) =>
    expect(vanRegel(opname(...ervoor), 'O4')).toHaveLength(aantal),
  );
});

describe('onderwijs while help is given', () => {
  const zonder = (...gebeurd: readonly Gebeurd[]) =>
    vanRegel(termijnenVan(inVerblijf(...gebeurd)), 'ZONDER_ONDERWIJS').map(({ begin, eind, geslotenOp }) => [
      begin,
      eind,
      geslotenOp,
    ]);

  it('given none, then four weeks from the day on which help began, with an opname or without', () => {
    expect(zonder()).toEqual([['2026-03-01', '2026-03-29', null]]);
    const thuis = termijnenVan(verloop(AANMELDING, [variantGestart(), '2026-03-01']));
    expect(wekt(enige(thuis, 'ZONDER_ONDERWIJS'))).toEqual(['verstreken 2026-03-30']);
  });

  it('given onderwijs, then it was closed then; given that it stopped, then it runs again from that day', () => {
    expect(zonder([onderwijsGestart(), '2026-03-10'], [onderwijsGestopt, '2026-05-06'])).toEqual([
      ['2026-03-01', '2026-03-29', negen('2026-03-10')],
      ['2026-05-06', '2026-06-03', null],
    ]);
  });

  it('given onderwijs from before the help, then nobody is without; given dagbesteding, then still', () => {
    const ervoor = verloop(AANMELDING, [onderwijsGestart(), '2026-02-21'], [variantGestart(), '2026-03-01']);
    expect(vanRegel(termijnenVan(ervoor), 'ZONDER_ONDERWIJS')).toEqual([]);
    expect(zonder([onderwijsGestart({ vorm: 'dagbesteding', niveau: null }), '2026-03-10'])).toEqual([
      ['2026-03-01', '2026-03-29', null],
    ]);
  });

  it('given an opname, then the school van herkomst may deregister after three months, with a warning three weeks before', () => {
    const termijn = enige(termijnenVan(inVerblijf()), 'UITSCHRIJVING');
    expect(wekt(termijn)).toEqual(['vooraf 2026-05-11', 'verstreken 2026-06-01']);
    const daarna = enige(termijnenVan(inVerblijf([uitgeschreven(), '2026-06-05'])), 'UITSCHRIJVING');
    expect(daarna).toMatchObject({ id: termijn.id, geslotenOp: negen('2026-06-05'), momenten: [] });
  });

  it('given that it deregistered before the help, then there is nothing to watch; so when the help is over', () => {
    const ervoor = verloop(AANMELDING, [uitgeschreven(), '2026-02-21'], [variantGestart(), '2026-03-01']);
    expect(vanRegel(termijnenVan(ervoor), 'UITSCHRIJVING')).toEqual([]);
    const voorbij = termijnenVan(inVerblijf([uitgestroomd, '2026-05-01']));
    expect([...vanRegel(voorbij, 'UITSCHRIJVING'), ...vanRegel(voorbij, 'ZONDER_ONDERWIJS')]).toEqual([]);
  });
});

describe('the way out', () => {
  it('given that somebody is ready, then four weeks later it is told, from when that was first so, until the uitstroom', () => {
    const termijn = enige(termijnenVan(inVerblijf([klaar, '2026-05-10'], [klaar, '2026-06-10'])), 'KLAAR');
    expect(termijn).toMatchObject({ begin: '2026-05-10', voor: ['casusregie', 'systeemregie'] });
    expect(wekt(termijn)).toEqual(['verstreken 2026-06-08']);
    expect(vanRegel(termijnenVan(inVerblijf([klaar, '2026-05-10'], [uitgestroomd, '2026-05-20'])), 'KLAAR')).toEqual(
      [],
    );
  });

  it('given an opname, then a year later it is asked where the jeugdige lives, also after the uitstroom', () => {
    const termijn = enige(termijnenVan(inVerblijf([uitgestroomd, '2026-05-20'])), 'WOONT');
    expect(wekt(termijn)).toEqual(['verstreken 2027-03-01']);
    const verteld = inVerblijf([uitgestroomd, '2026-05-20'], [woontThuis, '2027-03-02']);
    expect(enige(termijnenVan(verteld), 'WOONT')).toMatchObject({ id: termijn.id, momenten: [] });
  });

  it('given an opname on a leap day, then the last day of February a year later', () => {
    const history = verloop(AANMELDING, [toegewezen(), '2028-02-01'], [opgenomen(), '2028-02-29']);
    expect(wekt(enige(termijnenVan(history), 'WOONT'))).toEqual(['verstreken 2029-02-28']);
  });

  it('given an opname that was withdrawn, then nothing of it is watched', () =>
    expect(termijnenVan(ingetrokken(inVerblijf(), 2)).map(({ regel }) => regel)).toEqual([]));

  it('given a traject that is closed, then it has no terms', () => {
    const history = inVerblijf([uitgestroomd, '2026-05-20'], [afgesloten, '2026-06-01']);
    expect(termijnenVan(history)).toEqual([]);
    expect(trajectBewaking.jeugdigeVan(fold(trajectDecider, history)!)).toBe(jeugdigeId);
  });
});
