import type { Instant } from '@regielijn/kern';

const MINUUT_MS = 60_000;
const UREN_LANG = 48;

/** After how many minutes a failed mail is tried again, try by try: soon at first, then every hour for two days. */
export const PAUZES_IN_MINUTEN: readonly number[] = [1, 5, 15, 60, ...Array<number>(UREN_LANG).fill(60)];

/** When a mail that failed for the so-manieth time (from 1) is tried again; null: no more. */
export const volgendePoging = (poging: number, nu: Instant): Instant | null => {
  const minuten = PAUZES_IN_MINUTEN[poging - 1];
  return minuten === undefined ? null : new Date(Date.parse(nu) + minuten * MINUUT_MS).toISOString();
};
