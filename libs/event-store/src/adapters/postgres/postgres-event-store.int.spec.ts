import { getEventListeners } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedServer, startEmbeddedServer } from '@regielijn/postgres';
import pg from 'pg';
import { describeEventStoreContract } from '../../contract/event-store.contract.js';
import { newEvents } from '../../contract/given.js';
import { PostgresEventStore } from './postgres-event-store.js';

/** A server of its own, because this suite takes it away in the middle of things. */
let folder: string;
let server: EmbeddedServer;

const port = (): number => Number(new URL(server.databaseUrl).port);

/** A new database per test costs half a second; an emptied log is as good. */
const emptyLog = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query('drop schema if exists log cascade');
  await client.end();
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regielijn-log-'));
  chmodSync(folder, 0o755);
  server = await startEmbeddedServer(folder);
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describeEventStoreContract('PostgreSQL', {
  gapless: true,
  uniqueIds: true,
  open: async () => {
    await emptyLog();
    const stores: PostgresEventStore[] = [];
    return {
      category: 'traject',
      connect: async () => {
        const store = await PostgresEventStore.open(server.databaseUrl);
        stores.push(store);
        return store;
      },
      close: async () => {
        await Promise.all(stores.map((store) => store.close()));
      },
    };
  },
  interrupt: async () => {
    const samePort = port();
    const pidFile = join(folder, 'postgresql', 'postmaster.pid');
    // Immediate shutdown: no checkpoint, recovery at the next start, as after a crash. A SIGKILL would leave backends
    // that go on answering for a moment.
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    while (existsSync(pidFile)) await sleep(20);
    return async () => {
      server = await startEmbeddedServer(folder, { port: samePort });
    };
  },
});

describe('PostgresEventStore', () => {
  it('given two processes that open an empty database at once, then both get a log', async () => {
    await emptyLog();
    const stores = await Promise.all([1, 2, 3].map(() => PostgresEventStore.open(server.databaseUrl)));
    await stores[0]!.append('traject-1', 'no-stream', newEvents(2));
    expect(await stores[2]!.readAll('', 10)).toHaveLength(2);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('given a log of several pages, when followed, then it leaves no listeners on the signal behind', async () => {
    await emptyLog();
    const store = await PostgresEventStore.open(server.databaseUrl);
    const pages = Array.from({ length: 6 }, (_, n) => store.append(`traject-${n}`, 'no-stream', newEvents(500)));
    await Promise.all(pages);
    const stopping = new AbortController();
    let most = 0;
    for await (const item of store.follow('', stopping.signal)) {
      most = Math.max(most, getEventListeners(stopping.signal, 'abort').length);
      if ('caughtUp' in item) stopping.abort();
    }
    expect(most).toBe(1);
    await store.close();
  });

  it('given another process that holds the schema lock for a moment, then a start that failed on it tries again and succeeds', async () => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    await client.query("alter role current_user set lock_timeout = '100ms'");
    await client.query('begin; select pg_advisory_xact_lock(7201901)');
    const opening = PostgresEventStore.open(server.databaseUrl);
    await sleep(300);
    await client.query('commit; alter role current_user reset lock_timeout');
    await client.end();
    const store = await opening;
    expect(await store.readAll('', 10)).toEqual(expect.any(Array));
    await store.close();
  });
});
