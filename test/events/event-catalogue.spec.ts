import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bewakingDecider } from '@regielijn/bewaking';
import { berichtDecider } from '@regielijn/berichten';
import { documentDecider } from '@regielijn/documenten';
import { createCatalogue, readModels } from '@regielijn/engine';
import type { EventCodec, RecordedEvent } from '@regielijn/event-store';
import { jeugdigeDecider } from '@regielijn/jeugdige';
import { type Decider, type DomainEvent, fold, type Past, persoonsgegevensVan, withCorrections } from '@regielijn/kern';
import { reviewDecider } from '@regielijn/kwartaalreview';
import { machtigingDecider } from '@regielijn/machtiging';
import { opschalingDecider } from '@regielijn/opschaling';
import { terugkeerDecider } from '@regielijn/terugkeer';
import { trajectDecider } from '@regielijn/traject';
import { voorzieningDecider } from '@regielijn/voorziening';
import { normtoetsDecider } from '../../libs/normenkader/src/domain/decide.js';
import { cataloguePage } from './catalogue-page.js';
import { begin, type Example, examples } from './examples.js';
import {
  exampleOf,
  formatted,
  jsonSchemaOf,
  readFrozen,
  testCodec,
  typesWithFile,
  writeMissing,
} from './frozen-files.js';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'events.md');
const catalogue = createCatalogue();
const types = catalogue.definitions.map(({ type }) => type);

let codec: EventCodec;
beforeAll(async () => {
  if (process.env['UPDATE_CATALOGUE'] === '1') {
    writeFileSync(PAGE, await formatted(cataloguePage(catalogue), 'markdown'));
    await writeMissing(catalogue);
  }
  codec = await testCodec(catalogue);
});

/** An example is no part of a log. */
const POSITION = { streamVersion: 0n, position: '0' };
const stored = (type: string): RecordedEvent => ({ ...(readFrozen('examples', type) as Example), ...POSITION });
const opened = async (type: string): Promise<RecordedEvent> => (await codec.open([stored(type)]))[0]!;

/** Without the widths of a table: lint looks after those, and formatting the page here took longer than all else. */
const words = (page: string): string => page.replaceAll(/-+/g, '-').replaceAll(/\s+/g, ' ').trim();

describe('the event catalogue', () => {
  it('docs/events.md says what the code says', () => {
    expect(words(readFileSync(PAGE, 'utf8'))).toBe(words(cataloguePage(catalogue)));
  });

  it.each(['schemas', 'examples'] as const)('given a type that is gone, then none of its %s stays behind', (kind) => {
    expect(typesWithFile(kind).filter((type) => !types.includes(type))).toEqual([]);
  });
});

describe.each(types)('%s', (type) => {
  const { definition } = catalogue.known(type);

  it('has the schema it was released with', () => {
    expect(jsonSchemaOf(definition)).toEqual(readFrozen('schemas', type));
  });

  it('given its stored example, then today’s code opens it to what was recorded, valid by its newest schema', async () => {
    const { type: newest, data } = catalogue.upcast(type, exampleOf(type).data);
    const event = await opened(type);
    expect(event).toEqual({ ...exampleOf(type), type: newest, data, ...POSITION });
    expect(catalogue.known(newest).definition.schema.parse(event.data)).toEqual(event.data);
  });

  it('given its stored example, then every personal field is filled, and readable only with its key', () => {
    const plain = exampleOf(type).data;
    const { data } = stored(type);
    for (const field of persoonsgegevensVan(definition.schema).keys()) {
      expect(plain[field] ?? null).not.toBeNull();
      expect(data[field]).not.toEqual(plain[field]);
    }
  });
});

type AnyDecider = Pick<Decider<never, unknown, DomainEvent, never>, 'initialState' | 'evolve'>;

/** Who folds a stream, by the part of its name before the first `-`. */
const deciders: Readonly<Record<string, AnyDecider>> = {
  bericht: berichtDecider,
  document: documentDecider,
  jeugdige: jeugdigeDecider,
  kwartaalreview: reviewDecider,
  machtiging: machtigingDecider,
  normtoets: normtoetsDecider,
  opschaling: opschalingDecider,
  proces: bewakingDecider,
  terugkeer: terugkeerDecider,
  traject: trajectDecider,
  voorziening: voorzieningDecider,
};
const inCategory = (category: string): readonly Example[] =>
  examples.filter(({ stream }) => stream.startsWith(`${category}-`));
/** The types of each stream, in the order of the log. */
const streamsOf = (category: string): readonly (readonly string[])[] =>
  [...new Set(inCategory(category).map(({ stream }) => stream))].map((name) => [
    ...(begin[name] ?? []),
    ...examples.filter(({ stream }) => stream === name).map(({ type }) => type),
  ]);

describe('the stored examples, in the order of the log', () => {
  it('given all slices, then each has somebody here who folds its streams', () => {
    expect(Object.keys(deciders).flatMap(inCategory)).toHaveLength(types.length);
  });

  it.each(Object.entries(deciders))('of %s: each of them changes the state of its slice', async (category, decider) => {
    for (const stream of streamsOf(category)) {
      const history = await Promise.all(stream.map(opened));
      const stateAfter = (count: number): unknown =>
        fold(decider, history.slice(0, count) as unknown as Past<DomainEvent>[]);
      const unnoticed = history.filter((_, index) => isDeepStrictEqual(stateAfter(index), stateAfter(index + 1)));
      expect(unnoticed.map(({ type }) => type)).toEqual([]);
    }
  });

  it.each(readModels)('of $categories: still encrypted they fold to a row of read model $name', (readModel) => {
    const rows = readModel.categories.flatMap(streamsOf).map((stream) => {
      const history = stream.map((type) => codec.openSealed(stored(type)));
      const facts = withCorrections(history as unknown as Past<DomainEvent>[]) as unknown as RecordedEvent[];
      return facts.reduce<object | null>((folded, event) => readModel.evolve(folded, event), null);
    });
    expect(rows.some((row) => row !== null)).toBe(true);
  });
});
