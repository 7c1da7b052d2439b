import fc from 'fast-check';
import type { z } from 'zod';
import { CodedError } from './coded-error.js';
import type { Command, CommandContext } from './command.js';
import { beslisCorrectie, beslisIntrekking, type CorrectieSchema } from './correctie.js';
import { type Decider, fold } from './decider.js';
import type { DomainEvent, EventDefinition, Past } from './event.js';
import { deriveId } from './ids.js';
import { past, testContext } from './scenario.kit.js';
import type { Instant } from './tijd.js';

type Velden = z.output<typeof CorrectieSchema>['velden'];

/** What is asked in one turn: a choice that becomes a command, or a correction or withdrawal of what was recorded. */
export type Turn<K> =
  | { readonly choice: K; readonly hoursBack: number }
  | { readonly correct: number; readonly velden: Velden; readonly gebeurdOp: Instant | null }
  | { readonly withdraw: number };

const HOURS_PER_TURN = 12;
const LENGTH = { minLength: 5, maxLength: 40, size: 'max' } as const;

/** How often a slow property is tried. `REEKSEN=2000 npm test -- libs/traject/src/domain` tries the long form. */
export const runs = (usual: number): { numRuns: number } => ({ numRuns: Number(process.env['REEKSEN'] ?? usual) });

const BEGIN_MS = Date.parse('2026-03-02T09:00:00.000Z');

/** A moment so many hours after the beginning of each sequence. */
export const atHour = (hours: number): Instant => new Date(BEGIN_MS + hours * 3_600_000).toISOString();

/** The same in every sequence, so made once: of turn 3 the command, and after it each of its facts. */
const turnIds: string[][] = [];
const turnId = (index: number, fact = -1): string => {
  const ids = (turnIds[index] ??= []);
  return (ids[fact + 1] ??= fact < 0 ? deriveId('turn', index) : deriveId('turn', index, fact));
};

const turn = <K>(choice: fc.Arbitrary<K>): fc.Arbitrary<Turn<K>> =>
  fc.record({
    choice,
    hoursBack: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }) },
    ),
  });

/** 5 to 40 turns: most commands are given as things happen, some long afterwards. */
export const turns = <K>(choice: fc.Arbitrary<K>): fc.Arbitrary<Turn<K>[]> => fc.array(turn(choice), LENGTH);

/** The same with corrections and withdrawals of any earlier fact in between. */
export const turnsWithCorrections = <K>(
  choice: fc.Arbitrary<K>,
  velden: fc.Arbitrary<Velden>,
): fc.Arbitrary<Turn<K>[]> => {
  const target = fc.nat(60);
  const gebeurdOp = fc.option(fc.integer({ min: -100, max: 500 }).map(atHour), { nil: null });
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: turn(choice) },
      { weight: 2, arbitrary: fc.record({ correct: target, velden, gebeurdOp }) },
      { weight: 1, arbitrary: fc.record({ withdraw: target }) },
    ),
    LENGTH,
  );
};

export interface Played<K, C extends Command, S, E extends DomainEvent, F> {
  readonly decider: Decider<C, S, E, F>;
  readonly definitions: readonly EventDefinition[];
  readonly correcties: { readonly gecorrigeerd: EventDefinition; readonly feitIngetrokken: EventDefinition };
  /** What lies in the stream before the first turn. */
  readonly start: readonly E[];
  commandOf(choice: K, context: CommandContext, history: readonly Past<DomainEvent>[]): { command: C; facts: F };
}

const decideTurn = <K, C extends Command, S, E extends DomainEvent, F>(
  slice: Played<K, C, S, E, F>,
  what: Turn<K>,
  context: CommandContext,
  history: readonly Past<DomainEvent>[],
): readonly DomainEvent[] => {
  if ('choice' in what) {
    const { command, facts } = slice.commandOf(what.choice, context, history);
    const decided = slice.decider.decide(command, fold(slice.decider, history), facts);
    // Not `expect`, which takes longer than the turn itself.
    for (const { type, data } of decided) {
      const definition = slice.definitions.find((known) => known.type === type);
      if (!definition) throw new Error(`${type} is no event of this slice`);
      const { error } = definition.schema.safeParse(data);
      if (error) throw new Error(`${type} is not as its own schema asks: ${error.message}`, { cause: error });
    }
    return decided;
  }
  const target = 'correct' in what ? what.correct : what.withdraw;
  const vervangt = history[target % history.length]!.id;
  if ('withdraw' in what)
    return [
      slice.correcties.feitIngetrokken.of({ vervangt, ...beslisIntrekking(slice.definitions, history, vervangt) }),
    ];
  const { velden, gebeurdOp } = what;
  const outcome = beslisCorrectie(slice.definitions, history, { vervangt, velden, gebeurdOp, reden: 'vergist' });
  return outcome ? [slice.correcties.gecorrigeerd.of({ ...outcome, gebeurdOp })] : [];
};

/**
 * The log after these turns. What is refused leaves no trace; an error that is no CodedError, or an event that its own
 * schema refuses, fails the test.
 */
export const play = <K, C extends Command, S, E extends DomainEvent, F>(
  slice: Played<K, C, S, E, F>,
  sequence: readonly Turn<K>[],
): readonly Past<DomainEvent>[] => {
  const history: Past<DomainEvent>[] = past(slice.start, atHour(0));
  for (const [index, what] of sequence.entries()) {
    const nu = atHour((index + 1) * HOURS_PER_TURN);
    const geldigOp = atHour((index + 1) * HOURS_PER_TURN - ('choice' in what ? what.hoursBack : 0));
    const context = testContext({ commandId: turnId(index), nu, geldigOp });
    try {
      const decided = decideTurn(slice, what, context, history);
      history.push(...decided.map((event, n) => ({ ...event, id: turnId(index, n), geldigOp, vastgelegdOp: nu })));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
    }
  }
  return history;
};
