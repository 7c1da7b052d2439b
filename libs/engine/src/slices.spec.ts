import { describe, expect, it } from '@jest/globals';
import { ENGINE_STREAMS } from '@regielijn/event-store';
import { readRules } from './config-files.js';
import { queries, readModels, readModelsBij } from './slices.js';

describe('what a query says it reads', () => {
  const known = readModelsBij(readRules().bewaking).map(({ name }) => name);

  it.each(queries.map(({ definition }) => [definition.naam, definition.leest ?? []] as const))(
    'given %s, then each read model it names is there: Lees-Na would wait for any other in vain',
    (_, leest) => expect(known).toEqual(expect.arrayContaining([...leest])),
  );
});

describe('the streams of a slice', () => {
  it.each(readModels.flatMap(({ name, categories }) => categories.map((category) => [name, category])))(
    'given the read model %s, then a log on EventStoreDB is read for its category: nothing else would show that it is not',
    (_, category) => expect(ENGINE_STREAMS).toContain(`${category}-`),
  );
});
