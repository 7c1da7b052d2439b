import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createCatalogue, readModels } from '@regielijn/engine';
import type { EventCodec, RecordedEvent } from '@regielijn/event-store';
import { jeugdigeDecider } from '@regielijn/jeugdige';
import { type Decider, type DomainEvent, fold, type Past, persoonsgegevensVan } from '@regielijn/kern';
import { machtigingDecider } from '@regielijn/machtiging';
import { trajectDecider } from '@regielijn/traject';
import { voorzieningDecider } from '@regielijn/voorziening';
import { normtoetsDecider } from '../../libs/normenkader/src/domain/decide.js';
import { cataloguePage } from './catalogue-page.js';
import { type Example, examples } from './examples.js';
import { exampleOf, jsonSchemaOf, readFrozen, testCodec, typesWithFile, writeMissing } from './frozen-files.js';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'events.md');
const catalogue = createCatalogue();
const types = catalogue.definitions.map(({ type }) => type);

let codec: EventCodec;
beforeAll(async () => {
  if (process.env['UPDATE_CATALOGUE'] === '1') {
    writeFileSync(PAGE, await cataloguePage(catalogue));
    await writeMissing(catalogue);
  }
  codec = await testCodec(catalogue);
});

const stored = (type: string): RecordedEvent => ({
  ...(readFrozen('examples', type) as Example),
  streamVersion: 0n,
  position: '0',
});
const opened = async (type: string): Promise<RecordedEvent> => (await codec.open([stored(type)]))[0]!;

describe('the event catalogue', () => {
  it('docs/events.md says what the code says', async () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(await cataloguePage(catalogue));
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
    expect(event).toMatchObject({ ...exampleOf(type), type: newest, data });
    expect(event.data).toEqual(data);
    expect(catalogue.known(newest).definition.schema.parse(event.data)).toEqual(event.data);
  });

  it('given its stored example, then every personal field is filled, and readable only with its key', () => {
    const plain = exampleOf(type).data;
    const { data } = stored(type);
    for (const field of persoonsgegevensVan(definition.schema).keys()) {
      expect(plain[field]).toEqual(expect.any(String));
      expect(data[field]).not.toEqual(plain[field]);
    }
  });
});

/** By the part of the stream name before the first `-`. */
const deciders: Readonly<Record<string, Pick<Decider<never, unknown, DomainEvent, never>, 'initialState' | 'evolve'>>> =
  {
    jeugdige: jeugdigeDecider as never,
    machtiging: machtigingDecider as never,
    normtoets: normtoetsDecider as never,
    traject: trajectDecider as never,
    voorziening: voorzieningDecider as never,
  };

describe.each([...Map.groupBy(examples, ({ stream }) => stream)])('the stored examples of %s', (stream, inStream) => {
  const category = stream.slice(0, stream.indexOf('-'));

  it('fold, event after event, to the state that decides what comes next', async () => {
    const decider = deciders[category]!;
    const history = await Promise.all(inStream.map(({ type }) => opened(type)));
    for (const [index, { type }] of history.entries()) {
      const before = fold(decider, history.slice(0, index) as unknown as Past<DomainEvent>[]);
      const after = fold(decider, history.slice(0, index + 1) as unknown as Past<DomainEvent>[]);
      expect({ type, changes: JSON.stringify(after) !== JSON.stringify(before) }).toEqual({ type, changes: true });
    }
  });

  it('fold, still encrypted, to a row of their read model', () => {
    const history = inStream.map(({ type }) => codec.openSealed(stored(type)));
    for (const { evolve } of readModels.filter((readModel) => readModel.category === category))
      expect(history.reduce<object | null>(evolve, null)).toEqual(expect.any(Object));
  });
});
