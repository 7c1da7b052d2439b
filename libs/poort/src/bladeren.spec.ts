import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { bladzijde, plaatsNa } from './bladeren.js';

interface Rij {
  readonly op: number;
  readonly id: string;
}
const SleutelSchema = z.tuple([z.number(), z.string()]);
const vergelijk = ([opA, idA]: readonly [number, string], [opB, idB]: readonly [number, string]): number =>
  opA - opB || (idA < idB ? -1 : idA > idB ? 1 : 0);
const sleutelVan = ({ op, id }: Rij): [number, string] => [op, id];

const vraag = (data: object = {}) => ({ naam: 'test.lijst', data: { aantal: 2, ...data } });
/** The page that a query would give of these rows. */
const bladzijdeVan = (rijen: readonly Rij[], gesteld: ReturnType<typeof vraag>) => {
  const na = plaatsNa(gesteld, SleutelSchema);
  const gevonden = rijen
    .filter((rij) => na === null || vergelijk(sleutelVan(rij), na) > 0)
    .sort((a, b) => vergelijk(sleutelVan(a), sleutelVan(b)));
  return bladzijde(gesteld, gevonden, sleutelVan);
};
/** From the first page to the last; `tussendoor` happens after each. */
const bladerDoor = (rijen: Rij[], aantallen: readonly number[], tussendoor: (ronde: number) => void = () => {}) => {
  const gezien: Rij[] = [];
  let na: string | undefined;
  for (let ronde = 0; ; ronde += 1) {
    const blad = bladzijdeVan(rijen, vraag({ aantal: aantallen[ronde % aantallen.length]!, na }));
    gezien.push(...blad.rijen);
    if (blad.volgende === null) return gezien;
    na = blad.volgende;
    tussendoor(ronde);
  }
};

const rij = fc.record({ op: fc.integer({ min: 0, max: 5 }), id: fc.uuid() });
const rijen = fc.uniqueArray(rij, { selector: ({ id }) => id, maxLength: 30 });
const aantallen = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });

describe('paging', () => {
  it('given any rows and any sizes of pages, then each row comes once and in order', () => {
    fc.assert(
      fc.property(rijen, aantallen, (alle, hoeveel) => {
        const gezien = bladerDoor([...alle], hoeveel);
        expect(gezien).toEqual([...alle].sort((a, b) => vergelijk(sleutelVan(a), sleutelVan(b))));
      }),
    );
  });

  it('given rows that are added between two pages, then those that were there still come exactly once', () => {
    fc.assert(
      fc.property(rijen, fc.array(rij, { maxLength: 10 }), aantallen, (begin, later, hoeveel) => {
        const alle = [...begin];
        const gezien = bladerDoor(alle, hoeveel, (ronde) => void alle.push(...later.slice(ronde, ronde + 1)));
        for (const { id } of begin) expect(gezien.filter((een) => een.id === id)).toHaveLength(1);
      }),
    );
  });

  it.each([
    ['no rows', [], 2, null],
    ['exactly a page', ['a', 'b'], 2, null],
    ['one more than a page', ['a', 'b', 'c'], 2, expect.any(String)],
  ])('given %s, then it says whether there is more', (_, ids, lengte, volgende) => {
    const blad = bladzijdeVan(
      ids.map((id) => ({ op: 1, id })),
      vraag(),
    );
    expect([blad.rijen.length, blad.volgende]).toEqual([Math.min(ids.length, lengte), volgende]);
  });

  const cursor = bladzijdeVan(
    ['a', 'b', 'c'].map((id) => ({ op: 1, id })),
    vraag({ status: 'open', regio: undefined }),
  ).volgende!;
  const met = (data: object, naam = 'test.lijst') =>
    plaatsNa({ ...vraag({ na: cursor, ...data }), naam }, SleutelSchema);
  const geweigerd = expect.objectContaining({ kind: 'invalid', code: 'CURSOR_ONGELDIG' });

  it('given the same filters, also in another order, with another size or with an empty one more, then the cursor holds', () => {
    expect(met({ status: 'open' })).toEqual([1, 'b']);
    expect(met({ regio: undefined, status: 'open', aantal: 50 })).toEqual([1, 'b']);
  });

  it.each([
    ['another value of a filter', { status: 'gesloten' }],
    ['a filter less', {}],
    ['a filter more', { status: 'open', regio: 'rijnmond' }],
  ])('given %s, then the cursor is refused', (_, filters) => {
    expect(() => met(filters)).toThrow(geweigerd);
  });

  it('given another question with the same filters, then the cursor is refused', () => {
    expect(() => met({ status: 'open' }, 'test.andere-lijst')).toThrow(geweigerd);
  });

  const inBase64 = (tekst: string): string => Buffer.from(tekst).toString('base64url');
  it.each(
    [
      ['', '1', 'geen cursor', inBase64('{'), inBase64('[]'), inBase64('null')],
      [inBase64(Buffer.from(cursor, 'base64url').toString().replace('"b"', '7')), `${cursor}x`, cursor.slice(2)],
    ].flat(),
  )('given %j for a cursor, then it is refused', (na) => {
    expect(() => met({ status: 'open', na })).toThrow(geweigerd);
  });
});
