import { faker } from '@faker-js/faker/locale/nl';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { som } from './aandelen.js';
import { type Klasse, type Restgebied, verdeelKlassen } from './gemeente-klassen.js';

const gebied = (regio: string, plaatsingen: number, gemeenten: number): Restgebied => ({
  regio,
  plaatsingen,
  codes: Array.from({ length: gemeenten }, (_, index) => `${regio}-${index}`),
});

const KLASSEN = [
  { van: 0, totEnMet: 0 },
  { van: 1, totEnMet: 5 },
  { van: 6, totEnMet: 10 },
  { van: 11, totEnMet: Number.POSITIVE_INFINITY },
];
const inKlassen = (aantallen: readonly number[]): Klasse[] =>
  KLASSEN.map((klasse) => ({
    ...klasse,
    gemeenten: aantallen.filter((n) => n >= klasse.van && n <= klasse.totEnMet).length,
  }));

describe('given regions and classes that come from counted gemeenten', () => {
  it('when the classes are divided, then every region and every class holds, large gemeenten first', () => {
    const telling = fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(telling, (regios) => {
        const klassen = inKlassen(regios.flat());
        const gebieden = regios.map((aantallen, index) => gebied(`r${index}`, som(aantallen), aantallen.length));
        const verdeeld = verdeelKlassen(gebieden, klassen, faker);
        expect(verdeeld.map(som)).toEqual(gebieden.map(({ plaatsingen }) => plaatsingen));
        expect(verdeeld.map(({ length }) => length)).toEqual(gebieden.map(({ codes }) => codes.length));
        expect(inKlassen(verdeeld.flat())).toEqual(klassen);
        expect(verdeeld).toEqual(verdeeld.map((aantallen) => aantallen.toSorted((a, b) => b - a)));
      }),
    );
  });
});

describe('given classes that cannot be divided', () => {
  const klassen = [
    { van: 4, totEnMet: 4, gemeenten: 2 },
    { van: 5, totEnMet: 10, gemeenten: 2 },
  ];

  it('when they hold too little for all regions together, then both sums are named', () => {
    expect(() => verdeelKlassen([gebied('kust', 18, 2), gebied('polder', 12, 2)], klassen, faker)).toThrow(
      expect.objectContaining({ data: { cel: 'gemeenten samen', moet: 30, geeft: '18 tot en met 28' } }),
    );
  });

  it('when each region and the total fit but no division does, then the regions are named', () => {
    // Kust takes both large gemeenten, which leaves exactly 8 for Polder.
    expect(() => verdeelKlassen([gebied('kust', 16, 2), gebied('polder', 9, 2)], klassen, faker)).toThrow(
      expect.objectContaining({
        data: { cel: 'gemeenten.klassen', moet: 'kust 16 over 2, polder 9 over 2', geeft: 'geen verdeling' },
      }),
    );
  });
});
