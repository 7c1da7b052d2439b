import { uniek, weiger } from '@regielijn/kern';
import type { Bevinding } from './bevinding.js';

/**
 * Refuses a decision for everything that the law forbids about it, so that who mends it need not come back for the next
 * thing: the first code, all codes in the data, and each sentence and each article once. Signals pass.
 */
export const weigerVerboden = (bevindingen: readonly Bevinding[]): void => {
  const verboden = bevindingen.filter(({ gevolg }) => gevolg === 'weigering');
  const [eerste] = verboden;
  if (!eerste) return;
  const elk = (deel: 'code' | 'zin' | 'artikel'): string[] => uniek(verboden.map((bevinding) => bevinding[deel]));
  throw weiger(eerste.code, elk('zin').join(' '), { codes: elk('code') }, elk('artikel').join('; '));
};
