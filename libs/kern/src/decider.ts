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

/**
 * What to decide, per command. A table, so that a command without a decision does not compile, and so that each part of
 * a slice can bring its own rows.
 */
export type Beslissers<C extends Command, S, E extends DomainEvent, F = undefined> = {
  readonly [N in C['naam']]: (command: Extract<C, { naam: N }>, state: S, facts: F) => readonly E[];
};

export const beslis = <C extends Command, S, E extends DomainEvent, F>(
  tabel: Beslissers<C, S, E, F>,
  command: C,
  state: S,
  facts: F,
): readonly E[] => {
  const besluit = tabel[command.naam as C['naam']] as (command: C, state: S, facts: F) => readonly E[];
  return besluit(command, state, facts);
};

/** What becomes of a state, per event. */
export type Vouwers<E extends DomainEvent, S> = {
  readonly [T in E['type']]: (state: S, event: Past<Extract<E, { type: T }>>) => S;
};

/** Whether this table knows what becomes of this event. */
export const vouwt = <E extends DomainEvent, S>(tabel: Vouwers<E, S>, event: Past<DomainEvent>): event is Past<E> =>
  Object.hasOwn(tabel, event.type);

export const vouw = <E extends DomainEvent, S>(tabel: Vouwers<E, S>, state: S, event: Past<E>): S => {
  const stap = tabel[event.type as E['type']] as (state: S, event: Past<E>) => S;
  return stap(state, event);
};
