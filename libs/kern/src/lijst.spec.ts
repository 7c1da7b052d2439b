import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { geenDubbele, uniek } from './lijst.js';

describe('a list with something twice', () => {
  it.each<[readonly string[], boolean, readonly string[]]>([
    [[], true, []],
    [['a'], true, ['a']],
    [['a', 'b'], true, ['a', 'b']],
    [['a', 'b', 'a'], false, ['a', 'b']],
  ])('given %j, then each is there once: %s', (lijst, eenmaal, elk) => {
    expect(geenDubbele(lijst)).toBe(eenmaal);
    expect(uniek(lijst)).toEqual(elk);
  });

  it('given any list, then without doubles nothing is there twice, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (lijst) => {
        expect(geenDubbele(uniek(lijst))).toBe(true);
        expect(lijst.every((een) => uniek(lijst).includes(een))).toBe(true);
      }),
    );
  });
});
