import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type EventStore, LOG_START, openEventStoreDb, PostgresEventStore } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import { startDouble } from '../contract/eventstoredb-double/start-double.js';
import { until } from '../kit/cli.js';
import type { Answer } from '../kit/engine.js';
import { startOwnPostgres } from '../kit/own-postgres.js';
import { createServerMode, type Draaiend, type ServerMode } from '../kit/server.js';

jest.setTimeout(120_000);

const GROEP = { naam: 'De Proef', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
const WRITERS = 8;

/** A store that can be taken away and brought back, beside whatever else the processes need. */
interface Opslag {
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Another look at the log than that of the processes. */
  open(): Promise<EventStore>;
  remove(): Promise<void>;
}

const onPostgres = async (): Promise<Opslag> => {
  const postgres = await startOwnPostgres();
  return { ...postgres, settings: { DATABASE_URL: postgres.url }, open: () => PostgresEventStore.open(postgres.url) };
};

const onEventStoreDb = async (): Promise<Opslag> => {
  const [postgres, double] = await Promise.all([startOwnPostgres(), startDouble()]);
  const { connectionString } = double;
  return {
    settings: { DATABASE_URL: postgres.url, EVENTSTORE_URL: connectionString },
    stop: () => double.kill(),
    start: () => double.start(),
    open: () => openEventStoreDb(connectionString),
    remove: async () => {
      await double.stop();
      await postgres.remove();
    },
  };
};

/** Callers that open a voorziening each time, and give the same command again until they know that it was done. */
class Bellers {
  readonly answers: Answer[] = [];
  /** The id of what each acknowledged command made. */
  readonly acknowledged: string[] = [];
  private stopping = false;
  private readonly working: Promise<unknown>;

  constructor(
    private readonly mode: ServerMode,
    private readonly api: Draaiend,
  ) {
    this.working = Promise.all(Array.from({ length: WRITERS }, () => this.work()));
  }

  count(status: number): number {
    return this.answers.filter((answer) => answer.status === status).length;
  }

  async finish(): Promise<void> {
    this.stopping = true;
    await this.working;
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      const key = randomId();
      for (let done = false; !done;) {
        const answer = await this.mode.call(this.api, dienstAccounts.demo, 'POST', '/v1/voorzieningen', GROEP, {
          'idempotency-key': key,
        });
        this.answers.push(answer);
        done = answer.status !== 503;
        if (answer.status === 201) this.acknowledged.push(answer.body.id as string);
        await sleep(20);
      }
    }
  }
}

describe.each([
  ['PostgreSQL', onPostgres],
  ['EventStoreDB', onEventStoreDb],
])('given api and worker on %s, and callers that go on, when it goes away and comes back', (_, create) => {
  let opslag: Opslag;
  let mode: ServerMode;
  let api: Draaiend;
  let worker: Draaiend;
  let bellers: Bellers;

  beforeAll(async () => {
    opslag = await create();
    mode = await createServerMode(opslag.settings);
    [api, worker] = await Promise.all([mode.start('api'), mode.start('worker')]);
    bellers = new Bellers(mode, api);
    await until('commands are acknowledged', () => bellers.count(201) > 20);
    await opslag.stop();
    await until('callers hear that it is away', () => bellers.count(503) > WRITERS);
  });
  afterAll(async () => {
    mode.remove();
    await opslag.remove();
  });

  it('then meanwhile both live but are not ready, and say which part is away', async () => {
    for (const { beheer } of [api, worker]) {
      const ready = await fetch(`${beheer}/health/ready`);
      expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await ready.json()).toMatchObject({ status: 'niet gereed', onderdelen: { logboek: false } });
      expect((await fetch(`${beheer}/health/live`)).status).toBe(200);
      expect(await (await fetch(`${beheer}/metrics`)).text()).toMatch(/^regielijn_ready\{part="logboek"\} 0$/m);
    }
    const ready = await fetch(`${api.adres}/health/ready`);
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await ready.json()).toMatchObject({ code: 'NIET_GEREED', niet: expect.arrayContaining(['logboek']) });
  });

  it('then afterwards commands are acknowledged again, with nobody having to do anything', async () => {
    const before = bellers.count(201);
    await opslag.start();
    await until('commands are acknowledged again', () => bellers.count(201) > before + 20);
    for (const process of [api, worker]) await until('it is ready again', async () => (await process.ready()) === 200);
    await bellers.finish();
  });

  it('then every answer was done, or 503 with the advice to come back', () => {
    const andere = bellers.answers.filter(({ status }) => status !== 201 && status !== 503);
    expect(andere).toEqual([]);
    for (const { status, body, headers } of bellers.answers)
      if (status === 503) expect([body.code, headers['retry-after']]).toEqual(['OPSLAG_NIET_BEREIKBAAR', '1']);
  });

  it('then each acknowledged command is in the log once, and nothing else is', async () => {
    const store = await opslag.open();
    // The clock opens the review of the quarter beside it.
    const streams = (await store.readAll(LOG_START, 100_000))
      .filter(({ stream }) => !stream.startsWith('kwartaalreview-'))
      .map(({ stream }) => stream.replace('voorziening-', ''));
    await store.close();
    expect([...streams].sort()).toEqual([...bellers.acknowledged].sort());
  });

  it('then the worker went on by itself: its read model knows all of it, and no follower is behind', async () => {
    const figures = async (name: string): Promise<readonly number[]> => {
      const text = await (await fetch(`${worker.beheer}/metrics`)).text();
      return [...text.matchAll(new RegExp(`^regielijn_${name}\\{.*\\} (.+)$`, 'gm'))].map(([, value]) => Number(value));
    };
    const allZero = (values: readonly number[]): boolean => values.length > 10 && values.every((value) => value === 0);
    await until('nobody is behind', async () => allZero(await figures('lag_seconds')));
    expect(allZero(await figures('parked_streams'))).toBe(true);
    const { body } = await mode.call(api, demoAccounts.plaatsingscoordinator, 'GET', '/v1/voorzieningen');
    const known = JSON.stringify(body);
    expect(bellers.acknowledged.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('then in what the processes wrote there is no failure that nobody expected', () => {
    const unexpected = [...api.log(), ...worker.log()].filter(({ level }) => level === 'error');
    expect(unexpected).toEqual([]);
  });

  it('then a process that is told to stop while it is away again ends within ten seconds', async () => {
    await opslag.stop();
    const began = Date.now();
    for (const { proces } of [api, worker]) proces.signal('SIGTERM');
    for (const { proces } of [api, worker]) expect((await proces.result(12_000)).code).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    await opslag.start();
  });
});
