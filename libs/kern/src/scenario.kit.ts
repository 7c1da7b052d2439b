import { expect } from '@jest/globals';
import { CodedError } from './coded-error.js';
import type { Command, CommandContext } from './command.js';
import { type Decider, fold } from './decider.js';
import type { DomainEvent, Past } from './event.js';
import { deriveId } from './ids.js';
import type { Instant } from './tijd.js';

// Made once: the sequences ask for a context thousands of times.
const ids = {
  commandId: deriveId('test command'),
  correlationId: deriveId('test correlation'),
  causationId: deriveId('test causation'),
};

/** A context for tests: who and when do not matter unless the test says so. */
export const testContext = (changes: Partial<CommandContext> = {}): CommandContext => {
  const nu = changes.nu ?? changes.geldigOp ?? '2026-03-02T09:30:00.000Z';
  return {
    ...ids,
    actor: { subject: 'test', organisatie: 'gemeente-0599', rol: 'lokaal-team' },
    geldigOp: nu,
    nu,
    ...changes,
  };
};

/** Events as they would lie in the log: the n-th gets the id `eventId(n)`. */
export const eventId = (index: number): string => deriveId('test event', index);

export const past = <E extends DomainEvent>(
  events: readonly E[],
  op: Instant = '2026-03-01T09:00:00.000Z',
): Past<E>[] => events.map((event, index) => ({ ...event, id: eventId(index), geldigOp: op, vastgelegdOp: op }));

/** `given(decider, events).when(command, facts).then(events)`: a test that reads as the rule. */
export const given = <C extends Command, S, E extends DomainEvent, F>(
  decider: Decider<C, S, E, F>,
  history: readonly DomainEvent[],
) => ({
  when(command: C, ...facts: undefined extends F ? [] : [F]) {
    const decide = (): readonly E[] => decider.decide(command, fold(decider, past(history)), facts[0] as F);
    return {
      then: (...expected: readonly DomainEvent[]): void => expect(decide()).toEqual(expected),
      thenNothingHappened: (): void => expect(decide()).toEqual([]),
      thenRefused: (code: string): void => {
        let error: unknown;
        try {
          decide();
        } catch (thrown) {
          error = thrown;
        }
        expect(error).toBeInstanceOf(CodedError);
        expect((error as CodedError).code).toBe(code);
      },
    };
  },
});
