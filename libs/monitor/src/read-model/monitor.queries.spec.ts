import { describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '@regielijn/kern';
import { VraagBezetting, VraagBezettingHandler, VraagPlaatsingen, VraagPlaatsingenHandler } from './monitor.queries.js';

describe.each([VraagPlaatsingen, VraagBezetting])('the year of a figure', ({ definition: { schema } }) => {
  const zinnen = (jaar: unknown) => schema.safeParse({ jaar }).error?.issues.map(({ message }) => message) ?? [];

  it.each(['2000', '2019', 2100])('given %s, then it is taken', (jaar) => expect(zinnen(jaar)).toEqual([]));

  it.each(['19', '1999', '2101', '2019.5', '19.5', 'vorig jaar', '', undefined])(
    'given %s, then it says once which years can be chosen',
    (jaar) => expect(zinnen(jaar)).toEqual(['kies een jaar van 2000 tot en met 2100']),
  );
});

describe('a year that has not begun', () => {
  const pool = { query: () => Promise.resolve({ rows: [] }) } as never;
  const indeling = { regios: [], regioVan: () => null, gemeentenOp: () => [] };
  const actor = { subject: 'test', organisatie: 'regio-rijnmond', rol: 'regiosturing' };
  const plaatsingen = (clock: SimulatedClock) =>
    new VraagPlaatsingenHandler(pool, indeling, clock).execute(
      new VraagPlaatsingen({ jaar: 2027, definitie: 'jbwest' }, actor),
    );
  const bezetting = (clock: SimulatedClock) =>
    new VraagBezettingHandler(pool, indeling, clock).execute(new VraagBezetting({ jaar: 2027 }, actor));

  it.each([
    ['plaatsingen', plaatsingen],
    ['bezetting', bezetting],
  ])('has no %s: refused until it begins in Amsterdam', async (_, vraag) => {
    await expect(vraag(new SimulatedClock('2026-12-31T22:59:59.999Z'))).rejects.toMatchObject({
      ...{ kind: 'invalid', code: 'JAAR_IN_TOEKOMST', data: { jaar: 2027 } },
    });
    expect(await vraag(new SimulatedClock('2026-12-31T23:00:00.000Z'))).toMatchObject({ jaar: 2027 });
  });
});
