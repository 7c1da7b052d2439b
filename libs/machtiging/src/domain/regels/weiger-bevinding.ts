import { weiger } from '@regielijn/kern';
import type { Bevinding } from './bevinding.js';

/** Refuses a decision on the first thing that the law forbids, with all codes in the data. Signals pass. */
export const weigerVerboden = (bevindingen: readonly Bevinding[]): void => {
  const verboden = bevindingen.filter(({ gevolg }) => gevolg === 'weigering');
  const [eerste] = verboden;
  if (eerste) throw weiger(eerste.code, eerste.zin, { codes: verboden.map(({ code }) => code) }, eerste.artikel);
};
