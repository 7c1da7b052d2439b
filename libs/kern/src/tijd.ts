import { z } from 'zod';
import { ongeldig } from './coded-error.js';

/** A moment in UTC with milliseconds, as `Date.toISOString()` writes it. Sorts as text. */
export type Instant = string;

/** A calendar day `jjjj-mm-dd`, meant in Europe/Amsterdam. Sorts as text. */
export type Datum = string;

/** Nobody in a dossier was born before or plans after these years; PostgreSQL does not know the year 0, a usual slip. */
const hasLikelyYear = (value: string): boolean => value >= '1900' && value < '2200';
const unlikelyYear = 'kies een jaar van 1900 tot en met 2199';

/** An instant as it is stored: already UTC with milliseconds. */
export const StoredInstantSchema = z.iso.datetime({ precision: 3 }).refine(hasLikelyYear, unlikelyYear);

/** Accepts every RFC 3339 offset and answers in UTC (NL API Design Rules, date-time/timezone). */
export const InstantSchema = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .pipe(StoredInstantSchema)
  .meta({ description: 'Tijdstip in UTC met milliseconden', example: '2026-03-02T09:30:00.000Z' });

export const DatumSchema = z.iso.date().refine(hasLikelyYear, unlikelyYear);

/** Where the time comes from. The domain never asks for it: time reaches a decider as data. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that a demo or a test moves by hand. */
export class SimulatedClock implements Clock {
  constructor(private moment: Instant) {}

  now(): Instant {
    return this.moment;
  }

  /** Moves to a later moment; an earlier one is ignored, so that time never runs back. */
  advanceTo(moment: Instant): void {
    if (moment > this.moment) this.moment = moment;
  }
}

/** Refuses what would lie before something it must follow. `wat` completes the sentence: "het aanbod". */
export const volgorde = (eerder: Instant, later: Instant, wat: string): void => {
  if (later < eerder)
    throw ongeldig('DATUM_VOLGORDE', `Dit kan niet voor ${wat} liggen. Kijk de datum en tijd na.`, { eerder, later });
};
