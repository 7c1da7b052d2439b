import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, LOG_START, MemoryEventStore, type RecordedEvent } from '@regielijn/event-store';
import { deriveId } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { until } from '../../../test/kit/cli.js';
import { ChangeFeed, type ChangeFeedOptions, type Listener, type Output } from './change-feed.js';

/** A client that reads when the test says so: it has room for this many texts that were not read. */
class Client implements Output {
  readonly received: string[] = [];
  ended: 'ended' | 'destroyed' | undefined;
  private unread = 0;
  private drain: (() => void) | undefined;

  constructor(private readonly room = Infinity) {}

  write(text: string): boolean {
    if (this.ended) throw new Error('written to after its end');
    if (this.unread >= this.room) throw new Error('written to while full');
    this.received.push(text);
    this.unread += 1;
    return this.unread < this.room;
  }

  once(_: 'drain', then: () => void): void {
    this.drain = then;
  }

  read(): void {
    const then = this.drain;
    this.unread = 0;
    this.drain = undefined;
    then?.();
  }

  end(): void {
    this.ended = 'ended';
  }

  destroy(): void {
    this.ended = 'destroyed';
  }

  /** What it was told of, by the place in the log. */
  get changes(): string[] {
    return this.blocks.filter((block) => block.includes('event: wijziging')).map((block) => idOf(block)!);
  }

  get lastEventId(): string | undefined {
    return this.blocks.map(idOf).findLast((id) => id !== undefined);
  }

  get blocks(): string[] {
    return this.received.join('').split('\n\n').slice(0, -1);
  }
}
const idOf = (block: string): string | undefined => /^id: (.*)$/m.exec(block)?.[1];

const ALL = ['jeugdige', 'traject', 'voorziening'];
let store: MemoryEventStore;
let feed: ChangeFeed;
let streams = 0;

const open = (options: Partial<ChangeFeedOptions> = {}): ChangeFeed =>
  new ChangeFeed({ store, begin: async () => LOG_START, say: () => undefined, ...options });
beforeEach(() => {
  store = new MemoryEventStore();
  feed = open();
});
afterEach(() => feed.stop());

/** Appends this many events to a new stream of a kind; answers where they are in the log. */
const record = async (kind: string, count = 1): Promise<string[]> => {
  const nu = '2026-01-05T09:00:00.000Z';
  streams += 1;
  const events = Array.from({ length: count }, (_, n) => ({
    ...{ id: deriveId('feed', streams, n), type: `${kind}.gebeurd@2`, geldigOp: nu, vastgelegdOp: nu },
    ...{ data: { tekst: 'Noor Voorbeeld' } },
    metadata: { actor: dienstAccounts.demo, correlationId: deriveId('c'), causationId: deriveId('c') },
  }));
  const { position } = await store.append(`${kind}-${deriveId('stream', streams)}`, 'no-stream', events);
  const all = await store.readAll(LOG_START, 1_000_000);
  expect(all.at(-1)!.position).toBe(position);
  return all.slice(-count).map((event) => event.position);
};
const listen = async (client: Client, listener: Partial<Listener> = {}): Promise<() => void> => {
  await feed.ready();
  return feed.add({ kinds: new Set(ALL), until: Infinity, output: client, ...listener });
};
const hasAll = (client: Client, positions: readonly string[]): Promise<void> =>
  until(`${positions.length} changes`, () => client.changes.length >= positions.length, 2_000);

describe('the feed of changes', () => {
  it('given an event, then it tells where, of what and which, and nothing of what it says', async () => {
    const client = new Client();
    await listen(client);
    const [position] = await record('traject');
    await hasAll(client, [position!]);
    const [, data] = /^data: (.*)$/m.exec(client.blocks.at(-1)!)!;
    expect(JSON.parse(data!)).toEqual({
      ...{ positie: position, versie: 0, gebeurtenis: 'traject.gebeurd' },
      over: { soort: 'traject', id: deriveId('stream', streams) },
    });
    expect(client.received.join()).not.toContain('Noor');
  });

  it('given what was there before, then who comes for the first time hears only of what comes after', async () => {
    await record('traject', 3);
    const client = new Client();
    await listen(client);
    const [position] = await record('jeugdige');
    await hasAll(client, [position!]);
    expect(client.changes).toEqual([position]);
  });

  it('given a log with nothing in it, then no place is told; from the first event on it is', async () => {
    feed = open({ heartbeatMs: 20 });
    const client = new Client();
    await listen(client);
    await until('a heartbeat', () => client.received.length > 1, 2_000);
    expect(client.received.join('')).not.toContain('id:');
    const [position] = await record('traject');
    await until('its place', () => client.lastEventId === position, 2_000);
  });

  it('given kinds that may not be told of, then only their place is, at the next heartbeat', async () => {
    feed = open({ heartbeatMs: 20 });
    const client = new Client();
    await listen(client, { kinds: new Set(['voorziening']) });
    const [first] = await record('voorziening');
    const [, last] = await record('jeugdige', 2);
    await until('the place is told', () => client.lastEventId === last, 2_000);
    expect(client.changes).toEqual([first]);
  });

  it('given a client that comes back to any place, then it gets all that followed, once and in order', async () => {
    await listen(new Client());
    const positions = [...(await record('traject', 250)), ...(await record('jeugdige', 7))];
    for (const missed of [0, 1, 99, 100, 101, 256]) {
      const client = new Client();
      const after = positions.at(-1 - missed);
      await listen(client, { after });
      await hasAll(client, positions.slice(positions.length - missed));
      expect(client.changes).toEqual(positions.slice(positions.length - missed));
    }
  });

  it('given more than is kept since then, when it comes back, then the rest comes from the log, and it goes on live', async () => {
    await listen(new Client());
    const positions: string[] = [];
    for (let round = 0; round < 12; round += 1) positions.push(...(await record('traject', 1_000)));
    const client = new Client();
    await listen(client, { after: positions[0] });
    const [later] = await record('jeugdige');
    await hasAll(client, positions);
    expect(client.changes).toEqual([...positions.slice(1), later]);
  });

  it('given a client that reads slowly, then it holds no more than a chunk, and misses nothing when it reads on', async () => {
    const [slow, quick] = [new Client(2), new Client()];
    await listen(slow);
    await listen(quick);
    const positions = await record('traject', 1_000);
    await hasAll(quick, positions);
    expect(slow.changes.length).toBeLessThanOrEqual(100);
    for (let reads = 0; slow.changes.length < positions.length && reads < 100; reads += 1) slow.read();
    expect(slow.changes).toEqual(positions);
  });

  it('given a client that reads nothing between two heartbeats, then it is dropped; the others go on', async () => {
    feed = open({ heartbeatMs: 20 });
    const [stalled, other] = [new Client(1), new Client()];
    await listen(stalled);
    await listen(other);
    await until('it is dropped', () => stalled.ended === 'destroyed', 2_000);
    const positions = await record('traject');
    await hasAll(other, positions);
    expect(other.ended).toBeUndefined();
    expect(stalled.changes).toEqual([]);
  });

  it('given a token that ran out, then the connection ends at the next heartbeat, and it is told nothing more', async () => {
    feed = open({ heartbeatMs: 20 });
    const [client, other] = [new Client(), new Client()];
    await listen(client, { until: Date.now() - 1 });
    await listen(other);
    await until('it ends', () => client.ended === 'ended', 2_000);
    await hasAll(other, await record('traject'));
    expect(client.changes).toEqual([]);
  });

  it('given a thousand connections, then the log is followed once', async () => {
    let followed = 0;
    const counting: EventStore = Object.assign(Object.create(store) as EventStore, {
      follow: (after: string, signal: AbortSignal) => {
        followed += 1;
        return store.follow(after, signal);
      },
    });
    feed = open({ store: counting });
    const clients = Array.from({ length: 1_000 }, () => new Client());
    await Promise.all(clients.map((client) => listen(client)));
    const positions = await record('traject', 3);
    for (const client of clients) await hasAll(client, positions);
    expect(followed).toBe(1);
  });

  it('given a log that breaks off, then it says so, goes on where it was, and nothing is told twice', async () => {
    const lines: string[] = [];
    let broken = false;
    const breaking: EventStore = Object.assign(Object.create(store) as EventStore, {
      follow: async function* (after: string, signal: AbortSignal): AsyncIterable<unknown> {
        for await (const item of store.follow(after, signal)) {
          yield item;
          if (!broken && (item as RecordedEvent).type) {
            broken = true;
            throw new TypeError('broken off');
          }
        }
      },
    });
    feed = open({ store: breaking, say: (line) => lines.push(line) });
    const client = new Client();
    await listen(client);
    const positions = [...(await record('traject', 2)), ...(await record('jeugdige'))];
    await hasAll(client, positions);
    expect(client.changes).toEqual(positions);
    expect(lines).toEqual([expect.stringContaining('TypeError')]);
  });

  it('given a start that fails, then who comes next tries again', async () => {
    let tries = 0;
    feed = open({
      begin: async () => {
        tries += 1;
        if (tries === 1) throw new Error('away');
        return LOG_START;
      },
    });
    await expect(feed.ready()).rejects.toThrow('away');
    await expect(feed.ready()).resolves.toBeUndefined();
  });

  it('given a place that this log cannot have given out, then that is refused', async () => {
    await listen(new Client());
    await record('traject');
    for (const position of ['7', '9:9', '0'])
      await expect(feed.check(position)).rejects.toMatchObject({ code: 'ONGELDIGE_POSITIE' });
  });

  it('given open connections, when it stops, then they end, the one that does not read is cut off, and nothing follows', async () => {
    const [client, stalled] = [new Client(), new Client(1)];
    await listen(client);
    await listen(stalled);
    await feed.stop();
    await record('traject');
    expect([client.ended, stalled.ended]).toEqual(['ended', 'destroyed']);
    expect(client.changes).toEqual([]);
  });
});
