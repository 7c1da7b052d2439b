import { describe, expect, it } from '@jest/globals';
import { alle, enige, niet, type Uitkomst } from './kleene.js';

const UITKOMSTEN: readonly Uitkomst[] = ['ja', 'nee', 'onbekend'];

/** What the unknown parts can still turn out to be: the definition the rules must agree with. */
const mogelijk = (delen: readonly Uitkomst[]): boolean[][] =>
  delen.reduce<boolean[][]>(
    (rijen, deel) =>
      rijen.flatMap((rij) => (deel === 'onbekend' ? [true, false] : [deel === 'ja']).map((waar) => [...rij, waar])),
    [[]],
  );
const volgens = (delen: readonly Uitkomst[], regel: (rij: boolean[]) => boolean): Uitkomst => {
  const uitkomsten = new Set(mogelijk(delen).map(regel));
  return uitkomsten.size > 1 ? 'onbekend' : uitkomsten.has(true) ? 'ja' : 'nee';
};
const rijen = UITKOMSTEN.flatMap((a) => UITKOMSTEN.flatMap((b) => UITKOMSTEN.map((c) => [a, b, c] as const)));

describe('answers in three values', () => {
  it.each(rijen)(
    'given %s, %s and %s, then "all" and "one" say what every way to fill in the unknown says',
    (...delen) => {
      expect(alle(delen)).toBe(volgens(delen, (rij) => rij.every(Boolean)));
      expect(enige(delen)).toBe(volgens(delen, (rij) => rij.some(Boolean)));
    },
  );

  it('given nothing, then all of it holds and none of it does', () => {
    expect([alle([]), enige([])]).toEqual(['ja', 'nee']);
  });

  it('given the opposite, then ja and nee change places and onbekend stays', () => {
    expect(UITKOMSTEN.map(niet)).toEqual(['nee', 'ja', 'onbekend']);
  });
});
