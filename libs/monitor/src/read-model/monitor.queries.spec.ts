import { describe, expect, it } from '@jest/globals';
import { VraagBezetting, VraagPlaatsingen } from './monitor.queries.js';

describe.each([VraagPlaatsingen, VraagBezetting])('the year of a figure', ({ definition: { schema } }) => {
  const zinnen = (jaar: unknown) => schema.safeParse({ jaar }).error?.issues.map(({ message }) => message) ?? [];

  it.each(['2000', '2019', 2100])('given %s, then it is taken', (jaar) => expect(zinnen(jaar)).toEqual([]));

  it.each(['19', '1999', '2101', '2019.5', '19.5', 'vorig jaar', '', undefined])(
    'given %s, then it says once which years can be chosen',
    (jaar) => expect(zinnen(jaar)).toEqual(['kies een jaar van 2000 tot en met 2100']),
  );
});
