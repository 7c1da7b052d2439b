import { type Command, type DomainEvent, type Past, plusDagen } from '@regielijn/kern';
import fc from 'fast-check';
import type { Played } from '../../../kern/src/sequence.kit.js';
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
import { facts, hulpverleningsplan, machtigingId, toestemming, verzocht } from './machtiging.kit.js';
import { OntvangerSchema } from './melding/events.js';
import type { MachtigingState } from './stand.js';

export const dag = (n: number): string => plusDagen('2026-03-02', n);
export const DAGEN = Array.from({ length: 130 }, (_, n) => dag(n - 20));

export type Maker = (context: never, history: readonly Past<DomainEvent>[]) => MachtigingCommand;

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

export const keuze = fc.oneof(
  { weight: 3, arbitrary: beschikking },
  { weight: 6, arbitrary: gebeurtenis },
  { weight: 6, arbitrary: besluit },
  { weight: 2, arbitrary: opnamebeslissing },
  { weight: 1, arbitrary: plan },
  { weight: 2, arbitrary: melding },
  { weight: 1, arbitrary: einde },
);

export const soort = fc.constantFrom('MGJ' as const, 'SPOED' as const, 'VMGJ' as const);

type Slice = Played<Maker, MachtigingCommand, MachtigingState, MachtigingEvent, MachtigingFacts>;

export const slice = (
  van: 'MGJ' | 'SPOED' | 'VMGJ',
  geweigerd: (command: Command) => void = () => undefined,
): Slice => ({
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

/** What a correction may say. */
export const velden = fc.oneof(
  fc.integer({ min: -10, max: 60 }).map((n) => ({ geldigTot: dag(n) })),
  fc.integer({ min: -10, max: 60 }).map((n) => ({ geldigVan: dag(n) })),
  fc.constant({ soort: 'SPOED' }),
  fc.constant({ grond: 'opgevolgd' }),
  fc.constant({ aan: 'RvdK' }),
  fc.constant({}),
);
