import { describe, expect, it } from '@jest/globals';
import { BestemmingSchema, deriveId, type DomainEvent, fold, type Past, withCorrections } from '@regielijn/kern';
import fc from 'fast-check';
import { past } from '../../../kern/src/scenario.kit.js';
import { atHour, play, type Played, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import {
  EindigNaOnttrekking,
  LegLokalePartnerVast,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  StelNazorgplanVast,
  StelPerspectiefVast,
  type TrajectCommand,
  WijsPlekToe,
} from './commands.js';
import { trajectDecider, type TrajectFacts } from './decide.js';
import { trajectCorrecties, type TrajectEvent, trajectEvents } from './events.js';
import type { TrajectState } from './state.js';
import {
  aangemeld,
  afgesloten,
  facts,
  gebied,
  machtigingId,
  naOnttrekking,
  onttrokken,
  opgenomen,
  opgepakt,
  overgeplaatst,
  plan,
  reserveringId,
  terug,
  toegewezen,
  trajectId,
  uitgestroomd,
} from './traject.kit.js';

const groep = (n: number): string => deriveId('groep', n);

interface Keuze {
  readonly doe: TrajectCommand['naam'];
  readonly groep: number;
  readonly levensgebied: 'wonen' | 'welzijn';
  readonly nodig: boolean;
  readonly bestemming: MeldUitstroom['data']['bestemming'];
  readonly dagen: number;
}

const keuze: fc.Arbitrary<Keuze> = fc.record({
  doe: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('traject.start-opname' as const, 'traject.stel-nazorgplan-vast' as const) },
    {
      weight: 5,
      arbitrary: fc.constantFrom<TrajectCommand['naam'][]>(
        'traject.meld-onttrekking',
        'traject.meld-terugkeer',
        'traject.plaats-over',
        'traject.leg-lokale-partner-vast',
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom<TrajectCommand['naam'][]>(
        'traject.wijs-plek-toe',
        'traject.stel-perspectief-vast',
        'traject.eindig-na-onttrekking',
        'traject.meld-uitstroom',
        'traject.sluit-af',
      ),
    },
  ),
  groep: fc.integer({ min: 1, max: 3 }),
  levensgebied: fc.constantFrom('wonen' as const, 'welzijn' as const),
  nodig: fc.boolean(),
  bestemming: fc.constantFrom(...BestemmingSchema.options),
  dagen: fc.integer({ min: 1, max: 3 }),
});

const commandVan = (gekozen: Keuze, context: TrajectCommand['context']): TrajectCommand => {
  const { levensgebied, nodig, bestemming } = gekozen;
  const voorzieningId = groep(gekozen.groep);
  switch (gekozen.doe) {
    case 'traject.wijs-plek-toe':
      return new WijsPlekToe({ trajectId, voorzieningId, reserveringId }, context);
    case 'traject.start-opname':
      return new StartOpname(
        { trajectId, voorzieningId, machtigingId: nodig ? machtigingId : null, redencodes: [] },
        context,
      );
    case 'traject.plaats-over':
      return new PlaatsOver({ trajectId, voorzieningId, reden: null }, context);
    case 'traject.meld-onttrekking':
      return new MeldOnttrekking({ trajectId }, context);
    case 'traject.meld-terugkeer':
      return new MeldTerugkeer({ trajectId }, context);
    case 'traject.eindig-na-onttrekking':
      return new EindigNaOnttrekking({ trajectId, drempelDagen: gekozen.dagen }, context);
    case 'traject.meld-uitstroom':
      return new MeldUitstroom({ trajectId, bestemming }, context);
    case 'traject.stel-nazorgplan-vast':
      return new StelNazorgplanVast({ trajectId, levensgebieden: [gebied(levensgebied, nodig)] }, context);
    case 'traject.leg-lokale-partner-vast':
      return new LegLokalePartnerVast({ trajectId, levensgebied, partner: 'wijkteam-noord' }, context);
    case 'traject.stel-perspectief-vast':
      return new StelPerspectiefVast({ trajectId, levensgebied, perspectief: 'naar oma', metJeugdige: nodig }, context);
    default:
      return new SluitTrajectAf({ trajectId }, context);
  }
};

const slice: Played<Keuze, TrajectCommand, TrajectState, TrajectEvent, TrajectFacts> = {
  decider: trajectDecider,
  definitions: trajectEvents,
  correcties: trajectCorrecties,
  start: [aangemeld],
  commandOf: (gekozen, context) => ({
    command: commandVan(gekozen, context),
    facts: { ...facts, machtigingGeldt: gekozen.nodig },
  }),
};

const OPNAME = opgenomen().type;
const EINDES: readonly string[] = [uitgestroomd.type, naOnttrekking.type];
const IN_VERBLIJF: readonly string[] = [overgeplaatst.type, onttrokken.type, terug.type];

/** The line of one traject through the log, followed by hand: aanmelding, opname, verblijf, end, closing. */
const volgHetVerloop = (history: readonly Past<TrajectEvent>[]): void => {
  const momenten = (types: readonly string[]) =>
    history.filter(({ type }) => types.includes(type)).map(({ geldigOp }) => geldigOp);
  const plaats = (types: readonly string[]) => history.findIndex(({ type }) => types.includes(type));
  const [opnames, eindes] = [momenten([OPNAME]), momenten(EINDES)];
  expect(opnames.length).toBeLessThanOrEqual(1);
  expect(eindes.length).toBeLessThanOrEqual(opnames.length);
  expect(momenten([afgesloten.type]).length).toBeLessThanOrEqual(eindes.length);
  const opDeTijdlijn = [history[0]!.geldigOp, ...opnames, ...eindes, ...momenten([afgesloten.type])];
  expect(opDeTijdlijn).toEqual([...opDeTijdlijn].sort());
  const [begin, einde] = [opnames[0] ?? '9999', eindes[0] ?? '9999'];
  expect(momenten(IN_VERBLIJF).filter((moment) => moment < begin || moment > einde)).toEqual([]);
  if (eindes.length > 0)
    expect(history.slice(plaats(EINDES)).filter(({ type }) => [OPNAME, ...IN_VERBLIJF].includes(type))).toEqual([]);
  const wegEnTerug = history.filter(({ type }) => type === onttrokken.type || type === terug.type);
  expect(wegEnTerug.map(({ type }) => type)).toEqual(
    wegEnTerug.map((_, index) => (index % 2 === 0 ? onttrokken.type : terug.type)),
  );
};

/** At a closing, what the last plan before it asks for is taken up. */
const openNazorgBijAfsluiting = (history: readonly Past<TrajectEvent>[]): string[] | undefined => {
  const afsluiting = history.findIndex(({ type }) => type === afgesloten.type);
  if (afsluiting === -1) return [];
  const ervoor = history.slice(0, afsluiting);
  const opgepaktIn = ervoor.flatMap((event) =>
    event.type === 'traject.lokale-partner-opgepakt@1' ? [event.data.levensgebied] : [],
  );
  return ervoor
    .flatMap((event) => (event.type === 'traject.nazorgplan-vastgesteld@1' ? [event.data.levensgebieden] : []))
    .at(-1)
    ?.flatMap(({ levensgebied, nodig }) => (nodig && !opgepaktIn.includes(levensgebied) ? [levensgebied] : []));
};

describe('whatever is told about a traject', () => {
  it('then it runs from aanmelding over one opname to one end, and closes with all nazorg taken up', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence) as readonly Past<TrajectEvent>[];
        volgHetVerloop(history);
        expect(openNazorgBijAfsluiting(history)).toEqual([]);
      }),
      runs(60),
    );
  });

  it('and facts are corrected and withdrawn in between, then a traject that ended still gets no later verblijf', () => {
    const velden = fc.oneof(
      fc.constant({}),
      fc.integer({ min: -10, max: 500 }).map((uren) => ({ geldigTot: atHour(uren) })),
      fc.constantFrom(...BestemmingSchema.options).map((bestemming) => ({ bestemming })),
      fc.boolean().map((nodig) => ({ levensgebieden: [gebied('wonen', nodig)] })),
    );
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        const history = play(slice, sequence);
        const telaat = history.filter((event, index) => {
          if (![OPNAME, ...IN_VERBLIJF, ...EINDES].includes(event.type)) return false;
          // What stood when this was told: a new opname only without one, the rest only in a verblijf that goes on.
          const stond = withCorrections(history.slice(0, index)).map(({ type }) => type);
          if (event.type === OPNAME) return stond.includes(OPNAME);
          return stond.findLast((type) => type === OPNAME || EINDES.includes(type)) !== OPNAME;
        });
        expect(telaat).toEqual([]);
        expect(fold(trajectDecider, history)).not.toBeNull();
      }),
      runs(60),
    );
  });

  it('and its events come in any order, then folding never fails and never begins a verblijf after an end', () => {
    const events = [
      ...[toegewezen(), opgenomen(), overgeplaatst, onttrokken, terug, naOnttrekking, uitgestroomd],
      ...[plan(gebied('wonen', true)), opgepakt('wonen'), afgesloten],
    ];
    const volgorde = ['aangemeld', 'verblijf', 'nazorg', 'afgesloten'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 20, size: 'max' }), (some) => {
        const all: readonly Past<DomainEvent>[] = past([aangemeld, ...some]);
        const standen = all.map((_, index) => fold(trajectDecider, all.slice(0, index + 1))!.status);
        expect(standen).toEqual([...standen].sort((a, b) => volgorde.indexOf(a) - volgorde.indexOf(b)));
        expect(fold(trajectDecider, past(some))).toBeNull();
      }),
      runs(60),
    );
  });
});
