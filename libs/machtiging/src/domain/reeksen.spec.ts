import { describe, expect, it } from '@jest/globals';
import {
  type Command,
  type DomainEvent,
  fold,
  gevolgenVan,
  metStand,
  type Past,
  plusDagen,
  withCorrections,
} from '@regielijn/kern';
import fc from 'fast-check';
import { play, type Played, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import {
  BesluitSchema,
  FeitelijkeGebeurtenisSchema,
  LegBeschikkingVast,
  LegEindeVast,
  LegGebeurtenisVast,
  LegMeldingVast,
  type MachtigingCommand,
  NeemBesluit,
  NeemOpnamebeslissing,
  WijzigHulpverleningsplan,
} from './commands.js';
import { machtigingDecider } from './decide.js';
import { EindegrondSchema } from './einde/events.js';
import { machtigingCorrecties, type MachtigingEvent, machtigingEvents } from './events.js';
import type { MachtigingFacts } from './feiten.js';
import { herleid, strijdig } from './herleid.js';
import { facts, hulpverleningsplan, machtigingId, toestemming, verzocht } from './machtiging.kit.js';
import { OntvangerSchema } from './melding/events.js';
import { overgang } from './regels/overgangen.js';
import { geldtOp, type MachtigingState } from './stand.js';
import { besluitFeiten, gebeurtenisVan, planEnOpnameFeiten } from './verloop/events.js';

const dag = (n: number): string => plusDagen('2026-03-02', n);
const DAGEN = Array.from({ length: 130 }, (_, n) => dag(n - 20));

type Maker = (context: never, history: readonly Past<DomainEvent>[]) => MachtigingCommand;

const beschikking = fc
  .record({
    beschikkingOp: fc.integer({ min: -2, max: 3 }),
    vanaf: fc.integer({ min: -5, max: 3 }),
    dagen: fc.integer({ min: -3, max: 60 }),
    bereidheid: fc.constantFrom('bereidverklaring' as const, 'redelijke_verwachting' as const, null),
    afgewezen: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ beschikkingOp, vanaf, dagen, bereidheid, afgewezen }): Maker => {
    const geldig = afgewezen
      ? { uitkomst: 'afgewezen' as const, geldigVan: null, geldigTot: null }
      : { uitkomst: 'verleend' as const, geldigVan: dag(vanaf), geldigTot: dag(vanaf + dagen) };
    const data = { machtigingId, beschikkingOp: dag(beschikkingOp), ...geldig, bereidheid };
    return (context) => new LegBeschikkingVast(data, context);
  });
const gebeurtenis = fc.constantFrom(...FeitelijkeGebeurtenisSchema.options).map(
  (naam): Maker =>
    (context) =>
      new LegGebeurtenisVast({ machtigingId, gebeurtenis: naam, toelichting: null }, context),
);
const besluit = fc.record({ naam: fc.constantFrom(...BesluitSchema.options), met: fc.boolean() }).map(
  ({ naam, met }): Maker =>
    (context) =>
      new NeemBesluit(
        { machtigingId, besluit: naam, instemming: met ? toestemming : null, toelichting: null },
        context,
      ),
);
const opnamebeslissing = fc.boolean().map(
  (actueleToestandNagegaan): Maker =>
    (context) =>
      new NeemOpnamebeslissing(
        { machtigingId, door: 'medewerker-1', actueleToestandNagegaan, redenen: 'nodig' },
        context,
      ),
);
const plan = fc.boolean().map(
  (jeugdigeStemtIn): Maker =>
    (context) =>
      new WijzigHulpverleningsplan({ machtigingId, hulpverleningsplan, jeugdigeStemtIn }, context),
);
const melding = fc.record({ welke: fc.nat(30), aan: fc.constantFrom(...OntvangerSchema.options) }).map(
  ({ welke, aan }): Maker =>
    (context, history) =>
      new LegMeldingVast({ machtigingId, gebeurtenisId: history[welke % history.length]!.id, aan }, context),
);
const einde = fc.constantFrom(...EindegrondSchema.options).map(
  (grond): Maker =>
    (context) =>
      new LegEindeVast({ machtigingId, grond }, context),
);

const keuze = fc.oneof(
  { weight: 3, arbitrary: beschikking },
  { weight: 6, arbitrary: gebeurtenis },
  { weight: 6, arbitrary: besluit },
  { weight: 2, arbitrary: opnamebeslissing },
  { weight: 1, arbitrary: plan },
  { weight: 2, arbitrary: melding },
  { weight: 1, arbitrary: einde },
);

const soort = fc.constantFrom('MGJ' as const, 'SPOED' as const, 'VMGJ' as const);

/** What a feit is refused for: there is nothing it could happen to, or it was told already. Never for what it says. */
const MAG_GEWEIGERD = new Set([
  'machtiging.leg-beschikking-vast',
  'machtiging.leg-einde-vast',
  // Before what it is about.
  'machtiging.leg-melding-vast',
]);

type Slice = Played<Maker, MachtigingCommand, MachtigingState, MachtigingEvent, MachtigingFacts>;

const slice = (van: 'MGJ' | 'SPOED' | 'VMGJ', geweigerd: (command: Command) => void = () => undefined): Slice => ({
  decider: {
    ...machtigingDecider,
    decide: (command, state, feiten) => {
      try {
        return machtigingDecider.decide(command, state, feiten);
      } catch (error) {
        geweigerd(command);
        throw error;
      }
    },
  },
  definitions: machtigingEvents,
  correcties: machtigingCorrecties,
  start: [verzocht(van, { grondslag: 'INSTEMMING_WV' })],
  commandOf: (maak, context, history) => ({ command: maak(context as never, history), facts }),
});

const besluiten = new Set<string>(
  [...Object.values(besluitFeiten), ...Object.values(planEnOpnameFeiten)].map(({ type }) => type),
);
const dagenMetGeldigheid = (history: readonly Past<DomainEvent>[]): string[] => {
  const state = fold(machtigingDecider, history);
  return DAGEN.filter((op) => geldtOp(state, op));
};

describe('whatever is recorded about a machtiging', () => {
  it('then no decision stands that the table does not know, and a feit outside it changes no toestand', () => {
    fc.assert(
      fc.property(soort, turns(keuze), (van, sequence) => {
        const geweigerd: string[] = [];
        const history = play(
          slice(van, ({ naam }) => geweigerd.push(naam)),
          sequence,
        );
        for (const { feit, stand, daarna } of metStand(machtigingDecider, history as Past<MachtigingEvent>[])) {
          const naam = gebeurtenisVan(feit.type);
          if (stand === null || naam === undefined) continue;
          const rij = overgang(van, stand.toestand, naam);
          if (besluiten.has(feit.type)) expect(rij).not.toBeNull();
          const buiten = 'vlaggen' in feit.data && feit.data.vlaggen!.length > 0;
          expect(daarna!.toestand).toBe(buiten ? stand.toestand : rij!.naar);
        }
        const feiten = geweigerd.filter((naam) => naam.startsWith('machtiging.leg-') && !MAG_GEWEIGERD.has(naam));
        expect(feiten).toEqual([]);
      }),
      runs(60),
    );
  });

  it('then what follows from the facts stands in them already, and nothing is at odds', () => {
    fc.assert(
      fc.property(soort, turns(keuze), (van, sequence) => {
        const history = play(slice(van), sequence) as readonly Past<MachtigingEvent>[];
        expect(gevolgenVan(history, herleid(history, facts))).toEqual([]);
        expect(strijdig(history, '2099-01-01T00:00:00.000Z')).toEqual([]);
      }),
      runs(30),
    );
  });

  it('then it holds from its first day without a gap, at most until the end of the one grant', () => {
    fc.assert(
      fc.property(soort, turns(keuze), (van, sequence) => {
        const history = play(slice(van), sequence) as readonly Past<MachtigingEvent>[];
        const verleningen = history.filter((event) => event.type === 'machtiging.verleend@2');
        expect(verleningen.length).toBeLessThanOrEqual(1);
        const [geldigVan, geldigTot] = [verleningen[0]?.data.geldigVan ?? '', verleningen[0]?.data.geldigTot ?? ''];
        const dagen = dagenMetGeldigheid(history);
        const inGrant = DAGEN.filter((op) => op >= geldigVan && op < geldigTot);
        expect(dagen).toEqual(inGrant.slice(0, dagen.length));
        const kort = history.some(({ type }) => /geeindigd|opnamebeslissing/.test(type));
        if (!kort) expect(dagen).toEqual(inGrant);
      }),
      runs(30),
    );
  });

  it('and facts are corrected and withdrawn in between, then it never holds outside the days of a grant that stands', () => {
    const velden = fc.oneof(
      fc.integer({ min: -10, max: 60 }).map((n) => ({ geldigTot: dag(n) })),
      fc.integer({ min: -10, max: 60 }).map((n) => ({ geldigVan: dag(n) })),
      fc.constant({ soort: 'SPOED' }),
      fc.constant({ grond: 'opgevolgd' }),
      fc.constant({ aan: 'RvdK' }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(soort, turnsWithCorrections(keuze, velden), (van, sequence) => {
        const history = play(slice(van), sequence);
        const standing = withCorrections(history) as readonly Past<MachtigingEvent>[];
        const buiten = dagenMetGeldigheid(history).filter(
          (op) =>
            !standing.some(
              (event) =>
                event.type === 'machtiging.verleend@2' && event.data.geldigVan <= op && op < event.data.geldigTot,
            ),
        );
        expect(buiten).toEqual([]);
        // Whatever stands, what follows from it can be said, and saying it twice changes nothing.
        expect(() => herleid(standing, facts)).not.toThrow();
      }),
      runs(40),
    );
  });
});
