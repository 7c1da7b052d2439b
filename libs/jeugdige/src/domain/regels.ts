import type { CommandContext, DomainEvent, Past } from '@regielijn/kern';
import type { Jeugdige } from './state.js';

/**
 * The rule of each fact: throws why it cannot stand after what came before it, answers whether it says anything new.
 * Asked when a fact is told, and of every fact again when another one is corrected or withdrawn.
 */
export type Feitregels<E extends DomainEvent> = {
  readonly [T in E['type']]: (feit: Past<Extract<E, { type: T }>>, stand: Jeugdige) => boolean;
};

/** Asks the rule of this fact, whatever its type. */
export const zegtIetsNieuws = <E extends DomainEvent>(
  regels: Feitregels<E>,
  feit: Past<E>,
  stand: Jeugdige,
): boolean => {
  const regel = regels[feit.type as E['type']] as (feit: Past<E>, stand: Jeugdige) => boolean;
  return regel(feit, stand);
};

/** What to record of a fact that is told: the fact, or nothing when the dossier shows it already. */
export const legVast = <E extends DomainEvent>(
  regels: Feitregels<E>,
  event: E,
  { commandId, geldigOp, nu }: CommandContext,
  stand: Jeugdige,
): readonly E[] =>
  zegtIetsNieuws(regels, { ...event, id: commandId, geldigOp, vastgelegdOp: nu }, stand) ? [event] : [];
