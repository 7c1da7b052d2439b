import { describe, expect, it } from '@jest/globals';
import {
  beginVan,
  type Datum,
  type DomainEvent,
  fold,
  type Instant,
  type MachtigingSoort,
  plusDagen,
  withCorrections,
} from '@regielijn/kern';
import fc from 'fast-check';
import { play, runs, type Turn, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import {
  bewaakMet,
  bewakingsregels,
  enige,
  vanRegel,
  vereisSamenhang,
  wekt,
} from '../../../termijnen/src/bewaking.kit.js';
import { LegEindeVast, LegMeldingVast } from '../domain/commands.js';
import { machtigingDecider } from '../domain/decide.js';
import { machtigingCorrecties } from '../domain/events.js';
import { strijdig } from '../domain/herleid.js';
import { eventVan, jeugdigeId, Logboek, machtigingId, verleend, verzocht } from '../domain/machtiging.kit.js';
import { keuze, type Maker, slice, soort, velden } from '../domain/reeksen.kit.js';
import type { Gebeurtenis } from '../domain/regels/toestanden.js';
import { eindVan, geldtOp, isVerleend, type Machtiging } from '../domain/stand.js';
import { machtigingBewaking, machtigingTermijnen } from './termijnen.js';

const om = (dag: Datum): Instant => `${dag}T12:00:00.000Z`;
type Gebeurd = readonly (readonly [Gebeurtenis, Datum])[];
type Beschikking = Parameters<typeof verleend>[0];

/** Asked for on 1 March 2026, granted from 2 March to 2 September unless said otherwise, and what happened to it. */
const log = (
  van: 'MGJ' | 'SPOED' | 'VMGJ',
  beschikking: Beschikking,
  gebeurd: Gebeurd = [],
  verzoek: Parameters<typeof verzocht>[1] = {},
): Logboek => {
  const boek = new Logboek().leg(verzocht(van, { grondslag: 'INSTEMMING_WV', ...verzoek }), om('2026-03-01'));
  boek.leg(verleend(beschikking), om('2026-03-02'));
  for (const [gebeurtenis, dag] of gebeurd) boek.leg(eventVan(gebeurtenis), om(dag));
  return boek;
};
const na = (...args: Parameters<typeof log>) => machtigingTermijnen(log(...args).stand, bewakingsregels);
/** The same after this fact was corrected or withdrawn. */
const verbeterd = (boek: Logboek, event: (vervangt: string) => DomainEvent, welke: number): Machtiging => {
  const correctie = event(boek.history[welke]!.id);
  const op = om('2026-08-31');
  return fold(machtigingDecider, [...boek.history, { ...correctie, id: 'correctie', geldigOp: op, vastgelegdOp: op }])!;
};
const gecorrigeerd = (nieuw: object, type: string) => (vervangt: string) =>
  machtigingCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId, vervangt, vervangtType: type, velden: nieuw as never, gebeurdOp: null, reden: 'vergist' },
  });
const ingetrokken = (type: string) => (vervangt: string) =>
  machtigingCorrecties.feitIngetrokken.of({ jeugdigeId, vervangt, vervangtType: type, reden: 'vergist' });

describe('until when a machtiging holds (D1 to D4, D9)', () => {
  it('given nothing but a request, then there is no end to watch', () => {
    const verzoek = new Logboek().leg(verzocht(), om('2026-03-01'));
    expect(machtigingTermijnen(verzoek.stand, bewakingsregels)).toEqual([]);
  });

  it('given one that was granted, then three months ahead the return is prepared, and on the day its end is recorded', () => {
    const termijn = enige(na('MGJ', {}), 'D1');
    expect(termijn).toMatchObject({
      ...{ artikel: 'Jeugdwet art. 6.1.12 lid 2', begin: '2026-03-02', eind: '2026-09-02', atw: null },
      ...{ telling: 'kalenderdagen', pauzeerbaar: false, geslotenOp: null, voor: ['casusregie', 'systeemregie'] },
    });
    expect(wekt(termijn)).toEqual([
      'vooraf 2026-06-02 terugkeer.bereid-voor',
      'verstreken 2026-09-02 machtiging.leg-einde-vast',
    ]);
    expect(termijn.momenten[0]!.opdracht!.invoer).toEqual({ machtigingId });
    expect(termijn.momenten[1]!.opdracht!.invoer).toEqual({ machtigingId, grond: 'verlopen' });
  });

  it.each<[string, 'MGJ' | 'SPOED' | 'VMGJ', object, string]>([
    ['a spoedmachtiging', 'SPOED', {}, 'D2'],
    ['a first voorwaardelijke machtiging', 'VMGJ', {}, 'D3'],
    ['a voorwaardelijke machtiging of which nobody told whether it was the first', 'VMGJ', { verlenging: null }, 'D3'],
    ['an extended voorwaardelijke machtiging', 'VMGJ', { verlenging: true }, 'D4'],
  ])('given %s, then its own rule', (_, van, verzoek, regel) =>
    expect(enige(na(van, {}, [], verzoek), regel)).toMatchObject({ eind: '2026-09-02' }),
  );

  it.each([
    ['of exactly three months', '2026-06-02'],
    ['of six weeks', '2026-04-13'],
  ])('given one %s, then its end is in sight from its first day on', (_, geldigTot) =>
    expect(wekt(enige(na('MGJ', { geldigTot }), 'D1'))).toEqual([
      'vooraf 2026-03-02 terugkeer.bereid-voor',
      `verstreken ${geldigTot} machtiging.leg-einde-vast`,
    ]),
  );

  it('given an end on the last day of a month that has no such day three months before, then that of its last day', () =>
    expect(wekt(enige(na('MGJ', { geldigTot: '2026-05-31', geldigVan: '2026-01-05' }), 'D1'))[0]).toBe(
      'vooraf 2026-02-28 terugkeer.bereid-voor',
    ));

  it('given an end on a leap day, then that day itself', () => {
    const termijn = enige(na('MGJ', { geldigVan: '2027-08-29', geldigTot: '2028-02-29' }), 'D1');
    expect(wekt(termijn)).toEqual([
      'vooraf 2027-11-29 terugkeer.bereid-voor',
      'verstreken 2028-02-29 machtiging.leg-einde-vast',
    ]);
  });

  it('given an end on the days on which the clock changes, then the begin of the day by the clock of Amsterdam', () => {
    const op = (geldigTot: Datum) => enige(na('MGJ', { geldigTot }), 'D1').momenten.at(-1)!.op;
    expect(op('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
    expect(op('2026-10-26')).toBe('2026-10-25T23:00:00.000Z');
    expect(op('2027-03-28')).toBe('2027-03-27T23:00:00.000Z');
    expect(op('2027-03-29')).toBe('2027-03-28T22:00:00.000Z');
  });

  it('given one from before the law of 2024, then its end by the beschikking, and no article', () => {
    const oud = { beschikkingOp: '2023-10-01', geldigVan: '2023-10-01', geldigTot: '2024-04-01' };
    expect(enige(na('MGJ', oud), 'D1')).toMatchObject({ eind: '2024-04-01', artikel: 'niet vastgelegd' });
  });

  it('given an uitstroom, then the term was closed then, at the day that it was to end', () =>
    expect(enige(na('MGJ', {}, [['uitstroom', '2026-05-01']]), 'D1')).toMatchObject({
      ...{ eind: '2026-09-02', geslotenOp: beginVan('2026-05-01'), momenten: [] },
    }));

  it('given a beschikking with another end after a correction, then the term moves and stays the same one', () => {
    const eerst = enige(na('MGJ', {}), 'D1');
    const stand = verbeterd(log('MGJ', {}), gecorrigeerd({ geldigTot: '2026-12-02' }, 'machtiging.verleend@2'), 1);
    const daarna = enige(machtigingTermijnen(stand, bewakingsregels), 'D1');
    expect(daarna).toMatchObject({ id: eerst.id, eind: '2026-12-02' });
    expect(wekt(daarna)[0]).toBe('vooraf 2026-09-02 terugkeer.bereid-voor');
  });

  it('given a beschikking that was withdrawn, then there is nothing to watch', () => {
    const stand = verbeterd(log('MGJ', {}), ingetrokken('machtiging.verleend@2'), 1);
    expect(machtigingTermijnen(stand, bewakingsregels)).toEqual([]);
  });
});

describe('a voorwaardelijke machtiging that counts as a gewone (D9)', () => {
  const omgezet: Gebeurd = [
    ['toezicht_gestart', '2026-03-03'],
    ['opname_bevoegd_vastgesteld', '2026-07-01'],
    ['opnamebeslissing_genomen', '2026-07-02'],
  ];

  it('given an opnamebeslissing, then the term runs from that day and the former one is gone', () => {
    const termijnen = na('VMGJ', {}, omgezet);
    expect(vanRegel(termijnen, 'D3')).toEqual([]);
    expect(enige(termijnen, 'D9')).toMatchObject({
      ...{ artikel: 'Jeugdwet art. 6.1.6 lid 5', begin: '2026-07-02', eind: '2026-09-02' },
    });
    expect(wekt(enige(termijnen, 'D9'))).toEqual([
      'vooraf 2026-07-02 terugkeer.bereid-voor',
      'verstreken 2026-09-02 machtiging.leg-einde-vast',
    ]);
  });

  it('given that it was geschorst later, then the term still runs from the opnamebeslissing', () =>
    expect(enige(na('VMGJ', {}, [...omgezet, ['schorsing_verleend', '2026-08-01']]), 'D9')).toMatchObject({
      ...{ begin: '2026-07-02', eind: '2026-09-02' },
    }));

  it('given that it ran out, then the term is shown as closed, and not gone', () =>
    expect(enige(na('VMGJ', {}, [...omgezet, ['verlopen', '2026-09-02']]), 'D9')).toMatchObject({
      ...{ eind: '2026-09-02', geslotenOp: beginVan('2026-09-02'), momenten: [] },
    }));

  it('then the jeugdige has the written notice in four days, with the Algemene termijnenwet beside it (D10)', () => {
    const opWitteDonderdag: Gebeurd = [
      ['toezicht_gestart', '2026-03-03'],
      ['opname_bevoegd_vastgesteld', '2026-04-02'],
      ['opnamebeslissing_genomen', '2026-04-02'],
    ];
    const boek = log('VMGJ', {}, opWitteDonderdag);
    const termijn = enige(machtigingTermijnen(boek.stand, bewakingsregels), 'D10');
    expect(termijn).toMatchObject({ begin: '2026-04-02', eind: '2026-04-06', atw: '2026-04-08' });
    expect(wekt(termijn)).toEqual(['verstreken 2026-04-07']);
    const ruim = enige(machtigingTermijnen(boek.stand, bewaakMet('ATW', 'atw')), 'D10');
    expect(wekt(ruim)).toEqual(['verstreken 2026-04-09']);
    const gebeurtenisId = boek.history.at(-1)!.id;
    boek.geef(LegMeldingVast, { machtigingId, gebeurtenisId, aan: 'jeugdige' }, om('2026-04-07'));
    expect(enige(machtigingTermijnen(boek.stand, bewakingsregels), 'D10')).toMatchObject({
      ...{ id: termijn.id, geslotenOp: om('2026-04-07'), momenten: [] },
    });
  });
});

describe('a machtiging that nobody carries out (D5)', () => {
  it('given one that was granted, then it lapses after three months, with a warning two weeks before', () => {
    const termijn = enige(na('MGJ', {}), 'D5');
    expect(termijn).toMatchObject({ begin: '2026-03-02', eind: '2026-06-02', atw: null, pauzeerbaar: false });
    expect(wekt(termijn)).toEqual(['vooraf 2026-05-19', 'verstreken 2026-06-02 machtiging.leg-einde-vast']);
    expect(termijn.momenten[1]!.opdracht!.invoer).toEqual({ machtigingId, grond: 'niet_ten_uitvoer_gelegd' });
  });

  it.each<[string, Gebeurd]>([
    ['an opname', [['opname_gestart', '2026-03-10']]],
    ['a verblijf that ran already', [['verblijf_voortgezet', '2026-03-02']]],
    [
      'a return after an onttrekking',
      [
        ['opname_gestart', '2026-03-10'],
        ['onttrekking_geconstateerd', '2026-04-05'],
        ['teruggekeerd', '2026-04-20'],
      ],
    ],
  ])('given %s, then it does not run', (_, gebeurd) => expect(vanRegel(na('MGJ', {}, gebeurd), 'D5')).toEqual([]));

  it('given an onttrekking, then it runs from that day, as another term than the first', () => {
    const weg: Gebeurd = [
      ['opname_gestart', '2026-03-10'],
      ['onttrekking_geconstateerd', '2026-04-05'],
    ];
    const termijn = enige(na('MGJ', {}, weg), 'D5');
    expect(termijn).toMatchObject({ begin: '2026-04-05', eind: '2026-07-05' });
    expect(termijn.id).not.toBe(enige(na('MGJ', {}), 'D5').id);
  });

  it('given an opname that was withdrawn, then it runs again from the first day', () => {
    const stand = verbeterd(
      log('MGJ', {}, [['opname_gestart', '2026-03-10']]),
      ingetrokken('machtiging.opname-gestart@1'),
      2,
    );
    expect(enige(machtigingTermijnen(stand, bewakingsregels), 'D5')).toMatchObject({ eind: '2026-06-02' });
  });

  it('given one that ends sooner by itself, then nothing lapses', () =>
    expect(vanRegel(na('MGJ', { geldigTot: '2026-06-02' }), 'D5')).toEqual([]));

  it('given that it lapsed, then both terms are shown as closed on that day', () => {
    const boek = log('MGJ', {});
    boek.geef(LegEindeVast, { machtigingId, grond: 'niet_ten_uitvoer_gelegd' }, om('2026-06-10'));
    const termijnen = machtigingTermijnen(boek.stand, bewakingsregels);
    expect(enige(termijnen, 'D1')).toMatchObject({ eind: '2026-09-02', geslotenOp: beginVan('2026-06-02') });
    expect(enige(termijnen, 'D5')).toMatchObject({
      ...{ eind: '2026-06-02', geslotenOp: beginVan('2026-06-02'), momenten: [] },
    });
  });

  it('given a spoedmachtiging, or a voorwaardelijke one that was never converted, then it does not run', () => {
    expect(vanRegel(na('SPOED', {}), 'D5')).toEqual([]);
    expect(vanRegel(na('VMGJ', {}), 'D5')).toEqual([]);
  });

  it('given the reading that a voorwaardelijke one lapses too (A2), then that is told, and nothing is recorded', () => {
    const { stand } = log('VMGJ', {});
    const termijn = enige(machtigingTermijnen(stand, bewaakMet('A2', 'vervalt')), 'D5');
    expect(wekt(termijn)).toEqual(['vooraf 2026-05-19', 'verstreken 2026-06-02']);
  });

  describe('under schorsing (A1)', () => {
    const { stand } = log('MGJ', {}, [
      ['opname_gestart', '2026-03-10'],
      ['schorsing_verleend', '2026-04-05'],
    ]);
    const bij = (gekozen: string) => machtigingTermijnen(stand, bewaakMet('A1', gekozen));

    it('given the reading of now, then somebody must look after three months, and nothing lapses', () =>
      expect(wekt(enige(bij('signaal'), 'D5'))).toEqual(['vooraf 2026-06-21', 'verstreken 2026-07-05']));

    it('given the reading that it counts, then it lapses', () =>
      expect(wekt(enige(bij('telt_mee'), 'D5'))).toEqual([
        'vooraf 2026-06-21',
        'verstreken 2026-07-05 machtiging.leg-einde-vast',
      ]));

    it('given the reading that it does not count, then there is nothing to watch', () =>
      expect(vanRegel(bij('telt_niet_mee'), 'D5')).toEqual([]));
  });
});

describe('a spoedmachtiging (no MGJ asked for)', () => {
  it.each([
    ['four weeks', '2026-03-30', '2026-03-16', ['vooraf 2026-03-09', 'verstreken 2026-03-16']],
    ['two weeks: on that day it ends, which D2 tells', '2026-03-16', '2026-03-16', ['vooraf 2026-03-09']],
    ['ten days', '2026-03-12', '2026-03-12', ['vooraf 2026-03-09']],
    ['a week', '2026-03-09', '2026-03-09', []],
  ])(
    'given one of %s, then it asks after a week and after two, as long as it holds',
    (_, geldigTot, eind, momenten) => {
      const termijn = enige(na('SPOED', { geldigTot }), 'SPOED_MGJ');
      expect(termijn).toMatchObject({ begin: '2026-03-02', eind });
      expect(wekt(termijn)).toEqual(momenten);
    },
  );

  it('given one, then its end itself is not announced as an uitstroom to prepare', () =>
    expect(wekt(enige(na('SPOED', { geldigTot: '2026-03-30' }), 'D2'))).toEqual([
      'verstreken 2026-03-30 machtiging.leg-einde-vast',
    ]));

  it('given that the MGJ was decided on, then it is closed', () =>
    expect(enige(na('SPOED', {}, [['beslist_op_machtiging', '2026-03-10']]), 'SPOED_MGJ')).toMatchObject({
      ...{ geslotenOp: beginVan('2026-03-10'), momenten: [] },
    }));
});

describe('a judge who is asked to extend (D12)', () => {
  const gevraagd = (van: 'MGJ' | 'SPOED' | 'VMGJ', verlenging: boolean | null) =>
    new Logboek().leg(verzocht(van, { verlenging }), om('2026-04-14'));

  it('given an extension of an MGJ, then three weeks, with the Algemene termijnenwet beside it', () => {
    const boek = gevraagd('MGJ', true);
    const termijn = enige(machtigingTermijnen(boek.stand, bewakingsregels), 'D12');
    // 5 May is Bevrijdingsdag.
    expect(termijn).toMatchObject({ begin: '2026-04-14', eind: '2026-05-05', atw: '2026-05-06' });
    expect(wekt(termijn)).toEqual(['verstreken 2026-05-06']);
    boek.leg(verleend({ beschikkingOp: '2026-05-11' }), om('2026-05-11'));
    expect(enige(machtigingTermijnen(boek.stand, bewakingsregels), 'D12')).toMatchObject({
      ...{ geslotenOp: beginVan('2026-05-11'), momenten: [] },
    });
  });

  it.each<[string, Gebeurtenis]>([
    ['refused', 'afgewezen'],
    ['withdrawn', 'verzoek_ingetrokken'],
  ])('given that it was %s, then it is closed', (_, gebeurtenis) => {
    const boek = gevraagd('MGJ', true).leg(eventVan(gebeurtenis), om('2026-04-20'));
    expect(enige(machtigingTermijnen(boek.stand, bewakingsregels), 'D12').geslotenOp).not.toBeNull();
  });

  it.each<['MGJ' | 'SPOED' | 'VMGJ', boolean | null]>([
    ['MGJ', false],
    ['MGJ', null],
    ['VMGJ', true],
    ['SPOED', null],
  ])('given a request for a %s that extends: %s, then nobody need be inside, so no term', (van, verlenging) =>
    expect(machtigingTermijnen(gevraagd(van, verlenging).stand, bewakingsregels)).toEqual([]),
  );
});

describe('notices that the law asks for', () => {
  it('given an opname, then one for each who must hear of it, three werkdagen over a weekend and Pasen', () => {
    const termijnen = vanRegel(na('MGJ', {}, [['opname_gestart', '2026-04-02']]), 'MELDING');
    expect(termijnen.map(({ naam, eind, pauzeerbaar }) => [naam.split(': ')[1], eind, pauzeerbaar])).toEqual(
      ['aan gezag', 'aan college', 'aan verzoeker'].map((aan) => [aan, '2026-04-09', false]),
    );
    expect(wekt(termijnen[0]!)).toEqual(['verstreken 2026-04-10']);
  });

  it('given that one was done, then that one is closed, also when the machtiging ended meanwhile', () => {
    const boek = log('MGJ', {}, [['opname_gestart', '2026-04-02']]);
    const gebeurtenisId = boek.history.at(-1)!.id;
    boek.leg(eventVan('uitstroom'), om('2026-04-03'));
    boek.geef(LegMeldingVast, { machtigingId, gebeurtenisId, aan: 'college' }, om('2026-04-07'));
    expect(
      vanRegel(machtigingTermijnen(boek.stand, bewakingsregels), 'MELDING').map(({ geslotenOp }) => geslotenOp),
    ).toEqual([null, om('2026-04-07'), null]);
  });
});

describe('whatever is recorded about a machtiging', () => {
  /** Of each kind as it is asked for, or granted already for long enough to lapse. */
  const begin = fc.record({ van: soort, isVerleend: fc.boolean() });
  const speel = (
    { van, isVerleend: al }: { van: MachtigingSoort; isVerleend: boolean },
    sequence: readonly Turn<Maker>[],
  ) => {
    const deze = slice(van);
    const start = al ? [...deze.start, verleend({ geldigTot: '2026-12-02' })] : deze.start;
    return play({ ...deze, start }, sequence);
  };

  /** The dates of the sequences lie in these months; a term is about the days on which it holds. */
  const vereisGeldigheid = (stand: Machtiging | null, termijnen: ReturnType<typeof machtigingTermijnen>): void => {
    if (stand === null || !isVerleend(stand)) return;
    for (const { regel, eind, geslotenOp } of termijnen) {
      // INGANG ends on the first day on which it holds.
      if (['MELDING', 'D10', 'D12', 'INGANG'].includes(regel)) continue;
      expect(geslotenOp !== null).toBe(stand.status === 'geeindigd');
      if (geslotenOp !== null) continue;
      expect(geldtOp(stand, eind) && !['D5', 'SPOED_MGJ'].includes(regel)).toBe(false);
      expect(eind <= eindVan(stand)).toBe(true);
      if (regel !== 'D5' && regel !== 'SPOED_MGJ') expect(geldtOp(stand, plusDagen(eind, -1))).toBe(true);
    }
  };

  it('then its terms hang together, and none lies after the last day on which it holds', () => {
    fc.assert(
      fc.property(begin, turns(keuze), (van, sequence) => {
        const history = speel(van, sequence);
        vereisGeldigheid(fold(machtigingDecider, history), vereisSamenhang(machtigingBewaking, history));
      }),
      runs(40),
    );
  });

  it('and facts are corrected and withdrawn in between, then they still hang together', () => {
    fc.assert(
      fc.property(begin, turnsWithCorrections(keuze, velden), (van, sequence) => {
        const history = speel(van, sequence);
        // Such a correction is refused where it is given: an end of before the beginning, say.
        if (strijdig(withCorrections(history) as never, '2099-01-01T00:00:00.000Z').length > 0) return;
        vereisSamenhang(machtigingBewaking, history);
      }),
      runs(40),
    );
  });

  it('then under schorsing nothing lapses by itself', () => {
    fc.assert(
      fc.property(begin, turns(keuze), (van, sequence) => {
        const stand = fold(machtigingDecider, speel(van, sequence))!;
        if (stand.toestand !== 'GESCHORST') return;
        const termijnen = vanRegel(machtigingTermijnen(stand, bewakingsregels), 'D5');
        expect(termijnen.flatMap(({ momenten }) => momenten.flatMap(({ opdracht }) => opdracht ?? []))).toEqual([]);
      }),
      runs(60),
    );
  });
});

it('says whose dossier it belongs to', () => {
  const { stand } = log('MGJ', {});
  expect(machtigingBewaking.jeugdigeVan(stand)).toBe(stand.jeugdigeId);
});
