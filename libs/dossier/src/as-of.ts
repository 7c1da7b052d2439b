import type { RecordedEvent } from '@regielijn/event-store';
import {
  beginVan,
  type Datum,
  type Decider,
  type DomainEvent,
  type Past,
  plusDagen,
  withCorrections,
} from '@regielijn/kern';

/**
 * Which past is asked for. Both are ended days: everything of that day still counts.
 * - `op`: as it was at the end of that day, by when things happened
 * - `bekendOp`: as it was known at the end of that day, by when things were recorded
 */
export interface AsOf {
  readonly op?: Datum | undefined;
  readonly bekendOp?: Datum | undefined;
}

const eindeVan = (dag: Datum): string => beginVan(plusDagen(dag, 1));

/** The events known on `bekendOp`: corrections made later are not among them. */
export const knownEvents = (history: readonly RecordedEvent[], { bekendOp }: AsOf): readonly RecordedEvent[] =>
  bekendOp === undefined ? history : history.filter(({ vastgelegdOp }) => vastgelegdOp < eindeVan(bekendOp));

/** The facts that held on `op`, by what was known on `bekendOp`, corrections applied. */
export const factsAsOf = (history: readonly RecordedEvent[], asOf: AsOf): readonly Past<DomainEvent>[] => {
  const facts = withCorrections(knownEvents(history, asOf) as unknown as readonly Past<DomainEvent>[]);
  return asOf.op === undefined ? facts : facts.filter(({ geldigOp }) => geldigOp < eindeVan(asOf.op!));
};

export const stateAsOf = <S, E extends DomainEvent>(
  decider: Pick<Decider<never, S, E, never>, 'initialState' | 'evolve'>,
  history: readonly RecordedEvent[],
  asOf: AsOf,
): S =>
  factsAsOf(history, asOf).reduce((state, event) => decider.evolve(state, event as Past<E>), decider.initialState);
