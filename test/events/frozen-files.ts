import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  EventCodec,
  type EventCatalogue,
  type ExportedKey,
  MemoryKeyStore,
} from '@regielijn/event-store';
import type { EventDefinition, JsonObject } from '@regielijn/kern';
import { z } from 'zod';
import { type Example, examples } from './examples.js';

const folder = import.meta.dirname;

/** How the catalogue, and the files of a new type, are written. */
export const UPDATE_COMMAND = 'UPDATE_CATALOGUE=1 npm test -- test/events';

export type Frozen = 'schemas' | 'examples';

const fileOf = (kind: Frozen, type: string): string => join(folder, kind, `${type}.json`);

export const typesWithFile = (kind: Frozen): readonly string[] =>
  readdirSync(join(folder, kind)).map((name) => name.replace(/\.json$/, ''));

export const readFrozen = (kind: Frozen, type: string): unknown => {
  const file = fileOf(kind, type);
  if (!existsSync(file)) throw new Error(`${file} is missing: ${UPDATE_COMMAND} writes it`);
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** Text as the linter wants it, so that a generated file is a file like any other. */
export const formatted = async (text: string, parser: 'json' | 'markdown'): Promise<string> => {
  // Only who writes files needs it, and it is large.
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(join(folder, 'any.ts'))), parser });
};

/** The storage contract of a type, the same text for the same contract. */
export const jsonSchemaOf = ({ schema }: EventDefinition): JsonObject => {
  const json = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      // What a format says, zod says again as a pattern of its own, which changes with zod and is no part of the contract.
      const { format: name } = zodSchema._zod.def as { format?: string };
      if (name === 'guid') {
        const own = jsonSchema.allOf?.at(-1)?.pattern;
        delete jsonSchema.allOf;
        Object.assign(jsonSchema, { format: 'uuid', ...(own && { pattern: own }) });
      } else if (jsonSchema.format) delete jsonSchema.pattern;
      // The order in which fields are declared is no part of it either.
      jsonSchema.required?.sort();
    },
  });
  return JSON.parse(canonicalJson(json)) as JsonObject;
};

/** The test keys, and no others: an example sealed with a key that is not kept could never be opened again. */
class TestKeys extends MemoryKeyStore {
  override async obtain(id: string): Promise<Buffer> {
    const key = (await this.find([id])).get(id);
    if (!key) throw new Error(`test/events/keys.json has no key of ${id}`);
    return key;
  }
}

export const testCodec = async (catalogue: EventCatalogue): Promise<EventCodec> => {
  const keys = new TestKeys();
  const { sleutels } = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as { sleutels: ExportedKey[] };
  await keys.importKeys(sleutels);
  return new EventCodec(catalogue, keys);
};

export const exampleOf = (type: string): Example => {
  const example = examples.find((candidate) => candidate.type === type);
  if (!example) throw new Error(`test/events/examples.ts has no example of ${type}`);
  return example;
};

/** Writes what is missing. What is there was released: another schema or another shape is a new version. */
export const writeMissing = async (catalogue: EventCatalogue): Promise<void> => {
  const codec = await testCodec(catalogue);
  const write = async (kind: Frozen, type: string, make: () => Promise<unknown>): Promise<void> => {
    if (existsSync(fileOf(kind, type))) return;
    const text = await formatted(JSON.stringify(await make(), null, 2), 'json');
    writeFileSync(fileOf(kind, type), text);
  };
  for (const definition of catalogue.definitions) {
    await write('schemas', definition.type, async () => jsonSchemaOf(definition));
    await write('examples', definition.type, () => codec.seal(exampleOf(definition.type)));
  }
};
