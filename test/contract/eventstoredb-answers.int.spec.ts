import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  ANY,
  type AppendExpectedRevision,
  BACKWARDS,
  END,
  EventStoreDBClient,
  isCommandError,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
} from '@eventstore/db-client';
import { type NewEvent, StreamDeletedError, VersionConflictError } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDbEventStore } from '../../libs/event-store/src/adapters/eventstoredb/eventstoredb-event-store.js';
import { newEvent, newEvents } from '../../libs/event-store/src/contract/given.js';
import { type EventStoreDbDouble, startDouble } from './eventstoredb-double/start-double.js';

/** What a real node answered, row by row; `eventstoredb-answers.json` names the columns. */
interface Row {
  readonly state: keyof typeof statesBefore;
  readonly expected: string;
  readonly ids: keyof typeof offers;
  readonly outcome: string;
  readonly version: string | null;
  readonly readBack: number | string;
  readonly lastRevision: string | null;
}

/** How many events a stream first gets, in one append, and what then happens to it. */
const statesBefore = {
  'no stream': [0, undefined],
  'one event': [1, undefined],
  'three events in one append': [3, undefined],
  'deleted (soft)': [2, 'deleteStream'],
  tombstoned: [2, 'tombstoneStream'],
} as const;

const offers = {
  'new id': () => newEvents(1),
  'retry of the whole append': (before: NewEvent[]) => before,
  'retry of its last event': (before: NewEvent[]) => before.slice(-1),
  'one old and one new id': (before: NewEvent[]) => [...before.slice(-1), newEvent()],
};

const table = JSON.parse(readFileSync(join(import.meta.dirname, 'eventstoredb-answers.json'), 'utf8')) as {
  rows: [Row['state'], string, Row['ids'], string, string | null, number | string, string | null][];
};
const rows: Row[] = table.rows.map(([state, expected, ids, outcome, version, readBack, lastRevision]) => ({
  state,
  expected,
  ids,
  outcome,
  version,
  readBack,
  lastRevision,
}));

const realNode = process.env['EVENTSTORE_URL'];
let double: EventStoreDbDouble;

beforeAll(async () => {
  double = await startDouble();
}, 30_000);

afterAll(() => double.stop());

const asBigint = (text: string): bigint => BigInt(text.replace('n', ''));

const revisionOf = (expected: string): AppendExpectedRevision => {
  switch (expected) {
    case 'NO_STREAM':
      return NO_STREAM;
    case 'STREAM_EXISTS':
      return STREAM_EXISTS;
    case 'ANY':
      return ANY;
    default:
      return asBigint(expected);
  }
};

const proposed = (events: readonly NewEvent[]) =>
  events.map(({ id, type, data }) => jsonEvent({ id, type, data: { ...data } }));

const errorType = (error: unknown): string => {
  if (error instanceof Error && isCommandError(error)) return error.type;
  throw error;
};

/** Brings a new stream into the state of the row and answers its name and what it holds. */
const bringAbout = async (client: EventStoreDBClient, state: Row['state']): Promise<[string, NewEvent[]]> => {
  const stream = `antwoord-${randomId()}`;
  const [count, removal] = statesBefore[state];
  const before = newEvents(count);
  if (count > 0) await client.appendToStream(stream, proposed(before), { expectedRevision: NO_STREAM });
  if (removal) await client[removal](stream);
  return [stream, before];
};

type ReadBack = Pick<Row, 'readBack' | 'lastRevision'>;

const readBack = async (client: EventStoreDBClient, stream: string): Promise<ReadBack> => {
  try {
    let count = 0;
    for await (const _ of client.readStream(stream)) count += 1;
    let last: bigint | undefined;
    for await (const { event } of client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 })) {
      last = event?.revision;
    }
    return { readBack: count, lastRevision: `${last}n` };
  } catch (error) {
    return { readBack: errorType(error), lastRevision: null };
  }
};

/** A node shows a deleted stream that was written again only once it has rewritten its metadata, so this looks again. */
const readBackUntil = async (client: EventStoreDBClient, stream: string, wanted: ReadBack): Promise<ReadBack> => {
  const end = Date.now() + 3000;
  for (;;) {
    const seen = await readBack(client, stream);
    if (isDeepStrictEqual(seen, wanted) || Date.now() > end) return seen;
  }
};

/** What the client is answered now, in the words of the table. */
const ask = async (client: EventStoreDBClient, { state, expected, ids, ...row }: Row): Promise<Row> => {
  const [stream, before] = await bringAbout(client, state);
  const answer = await client
    .appendToStream(stream, proposed(offers[ids](before)), { expectedRevision: revisionOf(expected) })
    .then(
      (result) => ({ outcome: 'ok', version: `${result.nextExpectedRevision}n` }),
      (error: unknown) => ({ outcome: errorType(error), version: actualVersion(error) }),
    );
  const wanted = { readBack: row.readBack, lastRevision: row.lastRevision };
  return { state, expected, ids, ...answer, ...(await readBackUntil(client, stream, wanted)) };
};

const actualVersion = (error: unknown): string | null => {
  const actual = (error as { actualVersion?: bigint | string }).actualVersion;
  if (actual === undefined) return null;
  return typeof actual === 'bigint' ? `${actual}n` : actual;
};

const describeAnswers = (name: string, connectionString: () => string): void => {
  describe(`the answers of ${name} to the client`, () => {
    let client: EventStoreDBClient;
    beforeAll(() => {
      client = EventStoreDBClient.connectionString(connectionString());
    });
    afterAll(() => client.dispose());

    it.each(rows)('$state, expected $expected, $ids: $outcome', async (row) => {
      expect(await ask(client, row)).toEqual(row);
    });
  });

  describe(`what the adapter makes of the answers of ${name}`, () => {
    let client: EventStoreDBClient;
    let store: EventStoreDbEventStore;
    beforeAll(() => {
      client = EventStoreDBClient.connectionString(connectionString());
      store = new EventStoreDbEventStore(connectionString(), { streamPrefixes: ['antwoord-'] });
    });
    afterAll(async () => {
      await store.close();
      await client.dispose();
    });

    const rowsOfThePort = rows.filter(({ expected }) => expected !== 'ANY' && expected !== 'STREAM_EXISTS');

    it.each(rowsOfThePort)('$state, expected $expected, $ids: $outcome', async ({ state, expected, ids, ...row }) => {
      const [stream, before] = await bringAbout(client, state);
      const offered = offers[ids](before);
      const expectedVersion = expected === 'NO_STREAM' ? 'no-stream' : asBigint(expected);

      const answer = store.append(stream, expectedVersion, offered);

      const lastVersion = (expectedVersion === 'no-stream' ? -1n : expectedVersion) + BigInt(offered.length);
      const deleted = row.outcome === 'stream-deleted' || state === 'deleted (soft)';
      const isThere = row.version === `${lastVersion}n` && typeof row.readBack === 'number';
      // Else the node says ok to numbering that goes on, or to events that are gone; the port calls both deleted.
      if (row.outcome === 'ok' && isThere) {
        expect(await answer).toMatchObject({ streamVersion: lastVersion });
      } else if (deleted) {
        await expect(answer).rejects.toThrow(StreamDeletedError);
      } else {
        await expect(answer).rejects.toThrow(VersionConflictError);
        const actual = row.version === 'no_stream' ? 'no-stream' : asBigint(row.version!);
        await expect(answer).rejects.toMatchObject({ stream, expected: expectedVersion, actual });
      }
    });
  });
};

describeAnswers('the double', () => double.connectionString);

if (realNode) describeAnswers('a real node', () => realNode);
else process.stderr.write('EVENTSTORE_URL is not set: the answers are those of the double of EventStoreDB only.\n');
