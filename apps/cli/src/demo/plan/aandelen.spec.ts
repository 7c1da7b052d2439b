import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aantallenBijProcent, telAandelen } from './aandelen.js';

const halfOmhoog = (teller: number, noemer: number): number => Math.floor((100 * teller) / noemer + 0.5);

describe('given a published whole percentage', () => {
  it('when its whole numbers are sought, then exactly those are found that print as it, rounded half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(100), (noemer, procent) => {
        const verwacht = Array.from({ length: noemer + 1 }, (_, k) => k).filter(
          (k) => halfOmhoog(k, noemer) === procent,
        );
        const { van, totEnMet } = aantallenBijProcent(noemer, procent);
        expect(Array.from({ length: Math.max(0, totEnMet - van + 1) }, (_, index) => van + index)).toEqual(verwacht);
      }),
    );
  });

  it('when 33 of 439 is 7.517%, then it prints as 8%', () => {
    expect(aantallenBijProcent(439, 8)).toEqual({ van: 33, totEnMet: 37 });
  });
});

describe('given a table of whole percentages', () => {
  it('when it was made by counting, then numbers are found that print the same and fill a complete table', () => {
    const telling = fc
      .array(fc.nat(50), { minLength: 2, maxLength: 4 })
      .filter((aantallen) => aantallen.some((n) => n > 0));
    fc.assert(
      fc.property(telling, fc.boolean(), (aantallen, volledig) => {
        const noemer = aantallen.reduce((a, b) => a + b, 0);
        const gepubliceerd = (volledig ? aantallen : aantallen.slice(1)).map((n) => halfOmhoog(n, noemer));
        const procenten = Object.fromEntries(gepubliceerd.map((procent, cel) => [`cel${cel}`, procent]));
        const gevonden = [...telAandelen('tabel', noemer, procenten, { volledig }).values()];
        const samen = gevonden.reduce((a, b) => a + b, 0);
        expect(gevonden.map((n) => halfOmhoog(n, noemer))).toEqual(gepubliceerd);
        if (volledig) expect(samen).toBe(noemer);
        else expect(samen).toBeLessThanOrEqual(noemer);
      }),
    );
  });
});
