import { describe, expect, it } from '@jest/globals';
import { queries, readModels } from './slices.js';

describe('what a query says it reads', () => {
  const known = readModels.map(({ name }) => name);

  it.each(queries.map(({ definition }) => [definition.naam, definition.leest ?? []] as const))(
    'given %s, then each read model it names is there: Lees-Na would wait for any other in vain',
    (_, leest) => expect(known).toEqual(expect.arrayContaining([...leest])),
  );
});
