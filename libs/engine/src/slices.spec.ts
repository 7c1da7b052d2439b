import { describe, expect, it } from '@jest/globals';
import { readRules } from './config-files.js';
import { queries, readModelsBij } from './slices.js';

describe('what a query says it reads', () => {
  const known = readModelsBij(readRules().bewaking).map(({ name }) => name);

  it.each(queries.map(({ definition }) => [definition.naam, definition.leest ?? []] as const))(
    'given %s, then each read model it names is there: Lees-Na would wait for any other in vain',
    (_, leest) => expect(known).toEqual(expect.arrayContaining([...leest])),
  );
});
