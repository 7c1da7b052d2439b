import type { Moment, Opdracht } from '@regielijn/termijnen';
import type { Instant } from '@regielijn/kern';

/** Holds the traject against one norm, by what is known at that moment. */
export const toetsNorm = (trajectId: string, norm: string, op: Instant): Opdracht => ({
  ...{ naam: 'normenkader.toets', invoer: { trajectId, normen: [norm], peilmoment: op }, geldigOp: op },
});

/** A moment of a term at which a norm is held against the facts. */
export const metToets = (moment: Moment, trajectId: string, norm: string): Moment => ({
  ...moment,
  opdracht: toetsNorm(trajectId, norm, moment.op),
});
