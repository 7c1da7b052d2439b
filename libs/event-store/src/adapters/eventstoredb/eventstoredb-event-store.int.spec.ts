import { getEventListeners, getMaxListeners } from 'node:events';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomId } from '@regielijn/kern';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type EventStoreDbDouble, startDouble } from '../../../../../test/contract/eventstoredb-double/start-double.js';
import { describeEventStoreContract } from '../../contract/event-store.contract.js';
import {
  appendUntilKnown,
  followUntil,
  idsOf,
  newEvent,
  newEvents,
  readLog,
  readStream,
} from '../../contract/given.js';
import type { ContractHarness } from '../../contract/harness.js';
import { StoreUnavailableError, StreamDeletedError, VersionConflictError } from '../../errors.js';
import { isCaughtUp, LOG_START } from '../../event-store.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

const realNode = process.env['EVENTSTORE_URL'];
let double: EventStoreDbDouble;

beforeAll(async () => {
  double = await startDouble();
}, 30_000);

afterAll(() => double.stop());

const withOption = (connectionString: string, option: string): string =>
  `${connectionString}${connectionString.includes('?') ? '&' : '?'}${option}`;

/** A category of its own makes a node look empty: the adapter sees no streams but those with its prefixes. */
const harness = (connectionString: () => string): ContractHarness => ({
  gapless: false,
  uniqueIds: false,
  open: async () => {
    const category = `proef${randomId().replaceAll('-', '')}`;
    const stores: EventStoreDbEventStore[] = [];
    return {
      category,
      connect: async () => {
        const ownConnection = withOption(connectionString(), `connectionName=${category}${stores.length}`);
        const options = { streamPrefixes: [`${category}-`], patienceMs: 4000 };
        const store = new EventStoreDbEventStore(ownConnection, options);
        stores.push(store);
        return store;
      },
      close: async () => {
        await Promise.all(stores.map((store) => store.close()));
      },
    };
  },
});

describeEventStoreContract('EventStoreDB (a double of the node)', {
  ...harness(() => double.connectionString),
  interrupt: async () => {
    await double.kill();
    return () => double.start();
  },
});

if (realNode)
  describeEventStoreContract(
    'EventStoreDB (a real node)',
    harness(() => realNode),
  );
else process.stderr.write('EVENTSTORE_URL is not set: the contract runs on the double of EventStoreDB only.\n');

describe('EventStoreDbEventStore in a node that others use too', () => {
  let client: EventStoreDBClient;
  let store: EventStoreDbEventStore;
  let category: string;
  beforeEach(() => {
    client = EventStoreDBClient.connectionString(realNode ?? double.connectionString);
    category = `proef${randomId().replaceAll('-', '')}`;
    store = new EventStoreDbEventStore(realNode ?? double.connectionString, { streamPrefixes: [`${category}-`] });
  });
  afterEach(async () => {
    await store.close();
    await client.dispose();
  });

  it('given a stream whose events nobody would read back, then the append is refused and nothing is written', async () => {
    const stream = `vergeten${randomId()}`;
    await expect(store.append(stream, 'no-stream', newEvents(1))).rejects.toThrow('see ENGINE_STREAMS');
    expect(await readStream(store, stream)).toEqual([]);
  });

  it('given a thousand events of somebody else between two of ours, then a page still holds both, and a follower sees both', async () => {
    const ours = newEvents(2);
    await store.append(`${category}-1`, 'no-stream', ours.slice(0, 1));
    const theirs = Array.from({ length: 1000 }, () => jsonEvent({ type: 'factuur', data: {} }));
    await client.appendToStream(`anders-${randomId()}`, theirs);
    await store.append(`${category}-2`, 'no-stream', ours.slice(1));

    expect(idsOf(await store.readAll(LOG_START, 2))).toEqual(idsOf(ours));
    const seen = await followUntil(store, LOG_START, (items) => items.filter((item) => !isCaughtUp(item)).length === 2);
    expect(seen.flatMap((item) => (isCaughtUp(item) ? [] : [item.id]))).toEqual(idsOf(ours));
  });

  it('given a stream of ours that was tombstoned, then reading it says so, and the rest of the log can still be read and followed', async () => {
    await store.append(`${category}-1`, 'no-stream', newEvents(2));
    await client.tombstoneStream(`${category}-1`);
    await store.append(`${category}-2`, 'no-stream', newEvents(1));

    await expect(readStream(store, `${category}-1`)).rejects.toThrow(StreamDeletedError);
    const log = await readLog(store);
    expect(log.map((event) => event.stream)).toEqual([`${category}-1`, `${category}-1`, `${category}-2`]);
    const seen = await followUntil(store, LOG_START, (items) => isCaughtUp(items.at(-1)!));
    expect(seen).toEqual([...log, { caughtUp: true, position: log[2]!.position }]);
  });

  it('given a stream of ours that was deleted and written again, then reading and creating it say so', async () => {
    await store.append(`${category}-1`, 'no-stream', newEvents(2));
    await client.deleteStream(`${category}-1`);
    await expect(store.append(`${category}-1`, 'no-stream', newEvents(1))).rejects.toThrow(StreamDeletedError);
    await expect(readStream(store, `${category}-1`)).rejects.toThrow(StreamDeletedError);
  });

  it.each([
    ['no metadata', jsonEvent({ type: 'traject.proef@1', data: {} })],
    ['bytes', binaryEvent({ type: 'traject.proef@1', data: Buffer.from('{'), metadata: {} })],
  ])('given an event with %s that somebody else wrote in our stream, then reading names it', async (_, event) => {
    await client.appendToStream(`${category}-1`, event);
    const unreadable = { code: 'GEBEURTENIS_ONLEESBAAR', data: { stream: `${category}-1`, streamVersion: '0' } };
    await expect(readStream(store, `${category}-1`)).rejects.toMatchObject(unreadable);
    await expect(store.readAll(LOG_START, 1)).rejects.toMatchObject(unreadable);
    await expect(followUntil(store, LOG_START, () => false)).rejects.toMatchObject(unreadable);
  });

  it('refuses a position that is none', async () => {
    await expect(store.readAll('12', 1)).rejects.toMatchObject({ code: 'ONGELDIGE_POSITIE' });
  });

  it('given a connection string that asks for refused appends without errors, then a conflict is still a conflict', async () => {
    const silent = new EventStoreDbEventStore(
      withOption(realNode ?? double.connectionString, 'throwOnAppendFailure=false'),
      { streamPrefixes: [`${category}-`] },
    );
    await silent.append(`${category}-1`, 'no-stream', newEvents(1));
    await expect(silent.append(`${category}-1`, 'no-stream', newEvents(1))).rejects.toThrow(VersionConflictError);
    await silent.close();
  });

  it('given two stores on one connection string, when one is closed, then an append of the other is not hurt', async () => {
    const other = new EventStoreDbEventStore(realNode ?? double.connectionString);
    const appending = store.append(`${category}-1`, 'no-stream', newEvents(1));
    await other.close();
    expect(await appending).toMatchObject({ streamVersion: 0n });
  });

  it('given a follower, when the store is closed, then the follower fails', async () => {
    const following = followUntil(store, LOG_START, () => false);
    await store.close();
    await expect(following).rejects.toThrow(StoreUnavailableError);
  });
});

describe('EventStoreDbEventStore on an awkward node', () => {
  let double: EventStoreDbDouble;
  let store: EventStoreDbEventStore;
  const open = async (option: string): Promise<string> => {
    double = await startDouble(option);
    store = new EventStoreDbEventStore(double.connectionString);
    return `traject-${randomId()}`;
  };
  afterEach(async () => {
    await store.close();
    await double.stop();
  });

  it('given a node that answers a retry with a conflict, then the ids in the stream give the first receipt', async () => {
    const stream = await open('--forgetful');
    const created = newEvents(2);
    const first = await store.append(stream, 'no-stream', created);
    const next = newEvents(1);
    const second = await store.append(stream, 1n, next);

    expect(await store.append(stream, 'no-stream', created)).toEqual(first);
    expect(await store.append(stream, 1n, next)).toEqual(second);
    await expect(store.append(stream, 'no-stream', [...created].reverse())).rejects.toThrow(VersionConflictError);
    await expect(store.append(stream, 0n, [created[1]!, newEvent()])).rejects.toThrow(VersionConflictError);
    expect(await readStream(store, stream)).toHaveLength(3);
  });

  it('given the winner of a race that cannot be read yet, then the loser still meets a conflict', async () => {
    const stream = await open('--slow-ms=300');
    const other = new EventStoreDbEventStore(`${double.connectionString}&connectionName=ander`);
    const outcomes = await Promise.allSettled(
      [store, other].map((creator) => creator.append(stream, 'no-stream', newEvents(1))),
    );
    await other.close();
    const winners = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'VERSIE_CONFLICT' } });
  });
});

describe('EventStoreDbEventStore when the node goes away', () => {
  const open = (patienceMs: number): { store: EventStoreDbEventStore; newStream: () => string } => {
    const category = `proef${randomId().replaceAll('-', '')}`;
    const options = { streamPrefixes: [`${category}-`], patienceMs };
    const store = new EventStoreDbEventStore(double.connectionString, options);
    return { store, newStream: () => `${category}-${randomId()}` };
  };

  it('given a node that stays away, then an append repeats for as long as it was told, and then says so', async () => {
    const { store, newStream } = open(700);
    await store.append(newStream(), 'no-stream', newEvents(1));
    await double.kill();
    const begin = Date.now();
    await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailableError);
    const took = Date.now() - begin;
    await double.start();
    await store.close();
    expect(took).toBeGreaterThanOrEqual(690);
    expect(took).toBeLessThan(3000);
  }, 30_000);

  it('given a node that is back in time, then the caller notices nothing', async () => {
    const { store, newStream } = open(20_000);
    await store.append(newStream(), 'no-stream', newEvents(1));
    await double.kill();
    const appending = store.append(newStream(), 'no-stream', newEvents(2));
    const reading = store.readAll(LOG_START, 1);
    await double.start();
    expect(await appending).toMatchObject({ streamVersion: 1n });
    expect(await reading).toHaveLength(1);
    await store.close();
  }, 30_000);

  it('given many reads at once, then none of them looks like a leak, of which Node would warn on stderr', async () => {
    const { store } = open(1_000);
    await double.kill();
    let crowded = 0;
    const listen = jest.spyOn(AbortSignal.prototype, 'addEventListener').mockImplementation(function (
      this: AbortSignal,
      ...listener: Parameters<EventTarget['addEventListener']>
    ) {
      EventTarget.prototype.addEventListener.call(this, ...listener);
      const most = getMaxListeners(this);
      if (most > 0 && getEventListeners(this, 'abort').length > most) crowded += 1;
    });
    await Promise.allSettled(Array.from({ length: 30 }, () => store.readAll(LOG_START, 1)));
    expect(listen).toHaveBeenCalled();
    listen.mockRestore();
    await double.start();
    await store.close();
    expect(crowded).toBe(0);
  }, 30_000);

  it('given three hundred appends started one after the other, when it is killed among them, then the log still holds them in that order', async () => {
    const { store, newStream } = open(30_000);
    const batches = Array.from({ length: 300 }, () => newEvents(1));
    const appending = batches.map((events) => store.append(newStream(), 'no-stream', events));
    await appending[40];
    await double.kill();
    await double.start();
    await Promise.all(appending);
    expect(idsOf(await readLog(store))).toEqual(idsOf(batches.flat()));
    await store.close();
  }, 60_000);

  it('given a hundred large appends in flight, when it is killed, then each is written once and the process lives', async () => {
    const { store, newStream } = open(2000);
    const calls = Array.from({ length: 100 }, () => ({
      stream: newStream(),
      events: [newEvent({ tekst: 'x'.repeat(100_000) })],
    }));
    const appending = calls.map(({ stream, events }) => appendUntilKnown(store, stream, 'no-stream', events));
    await appending[5];
    await double.kill();
    await double.start();
    await Promise.all(appending);
    expect(idsOf(await readLog(store)).sort()).toEqual(idsOf(calls.flatMap((call) => call.events)).sort());
    await store.close();
  }, 60_000);
});
