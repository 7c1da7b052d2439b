import type { Datum, Instant, Minimumset } from '@regielijn/kern';

/** What the settings of the region say about a handover and about afstemming. */
export interface Regieafspraken {
  /** Where in the set something is missing; empty when it is complete. */
  ontbreekt(minimumset: Minimumset): readonly string[];
  /** Until when an offer of this day can be accepted, where the giver says nothing. */
  aanbodTot(op: Datum): Instant;
  /** The last day on which GI and gemeente should meet again after a day. */
  volgendeAfstemming(op: Datum): Datum;
}

/** Injection token of the Regieafspraken. */
export const REGIEAFSPRAKEN = Symbol('Regieafspraken');
