import type { Datum } from '@regielijn/kern';
import type { Termijnregels } from './config.js';
import { plusDuur } from './duur.js';

/**
 * Whether the examination by the gedragswetenschapper is too long ago for "kort tevoren": a signal, no refusal. The law
 * names no number of days; the setting A4 does. Source: Jeugdwet art. 6.1.2 lid 5.
 */
export const isOnderzoekOud = (onderzoekOp: Datum, ingediendOp: Datum, regels: Termijnregels): boolean => {
  const { lezingen, gelijkgesteldeDagen } = regels;
  return (
    ingediendOp > plusDuur(onderzoekOp, lezingen.A4.termijn, { kalender: 'atw', gelijkgesteld: gelijkgesteldeDagen })
  );
};
