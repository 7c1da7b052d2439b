import type { Command } from './command.js';
import { withCorrections } from './correctie.js';
import type { DomainEvent, Past } from './event.js';

/**
 * The three pure functions of an aggregate. Time and ids come in with the command, everything read elsewhere comes in
 * as `facts`. `decide` refuses by throwing a `CodedError`; `evolve` never refuses: what is in the log happened.
 */
export interface Decider<C extends Command, S, E extends DomainEvent, F = undefined> {
  readonly initialState: S;
  decide(command: C, state: S, facts: F): readonly E[];
  evolve(state: S, event: Past<E>): S;
}

/** The state after a history, corrections applied where the corrected event stood. */
export const fold = <S, E extends DomainEvent>(
  decider: Pick<Decider<never, S, E, never>, 'initialState' | 'evolve'>,
  history: readonly Past<DomainEvent>[],
): S =>
  withCorrections(history).reduce((state, event) => decider.evolve(state, event as Past<E>), decider.initialState);

/** Each fact of a history with the state before and after it; corrections are the caller's to apply. */
export const metStand = <S, E extends DomainEvent>(
  { initialState, evolve }: Pick<Decider<never, S, E, never>, 'initialState' | 'evolve'>,
  feiten: readonly Past<E>[],
): readonly { readonly feit: Past<E>; readonly stand: S; readonly daarna: S }[] => {
  let state = initialState;
  return feiten.map((feit) => {
    const stand = state;
    state = evolve(stand, feit);
    return { feit, stand, daarna: state };
  });
};
