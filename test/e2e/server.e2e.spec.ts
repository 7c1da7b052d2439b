import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createPool } from '@regielijn/postgres';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import type pg from 'pg';
import { until } from '../kit/cli.js';
import type { Answer } from '../kit/engine.js';
import { type OwnPostgres, startOwnPostgres } from '../kit/own-postgres.js';
import { createServerMode, type Draaiend, type ServerMode } from '../kit/server.js';

jest.setTimeout(60_000);

const GROEP = { naam: 'De Proef', aanbieder: 'aanbieder-proef', gemeentecode: '0599', variant: 'dwanggroep' };

let postgres: OwnPostgres;
let pool: pg.Pool;
let mode: ServerMode;
/** Lets go of what a test holds. */
let release: (() => Promise<void>) | undefined;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  pool = createPool(postgres.url, 2);
  mode = await createServerMode({ DATABASE_URL: postgres.url });
}, 60_000);
afterEach(async () => release?.());
afterAll(async () => {
  mode.remove();
  await pool.end();
  await postgres.remove();
}, 30_000);

const opent = (api: Draaiend, headers: object = {}): Promise<Answer> =>
  mode.call(api, dienstAccounts.demo, 'POST', '/v1/voorzieningen', GROEP, headers);

const leest = (api: Draaiend, headers: object = {}): Promise<Answer> =>
  mode.call(api, demoAccounts.plaatsingscoordinator, 'GET', '/v1/voorzieningen', undefined, headers);

/** What a request needs is held until `release`, and who needs it waits. */
const hold = async (table: string, lock: string): Promise<void> => {
  const client = await pool.connect();
  await client.query(`begin; lock table ${table} in ${lock} mode`);
  release = async () => {
    release = undefined;
    await client.query('rollback');
    client.release();
  };
};

const somebodyWaits = (): Promise<void> =>
  until('a request waits for what is held', async () => {
    const { rows } = await pool.query<{ waiting: boolean }>(
      "select exists (select from pg_stat_activity where wait_event_type = 'Lock') as waiting",
    );
    return rows[0]!.waiting;
  });

const figures = async ({ beheer }: Draaiend): Promise<string> => (await fetch(`${beheer}/metrics`)).text();

describe('api and worker, each a process of its own', () => {
  let api: Draaiend;
  let worker: Draaiend;
  let opened: Answer;
  beforeAll(async () => {
    [api, worker] = await Promise.all([mode.start('api'), mode.start('worker')]);
    opened = await opent(api);
  });

  it('then what the one records, the other takes in', async () => {
    expect(opened.status).toBe(201);
    const read = await leest(api, { 'lees-na': opened.headers['lees-na'] });
    expect(JSON.stringify(read.body)).toContain(opened.body.id);
  });

  it('then both say on a port of their own that they are ready, and for which parts', async () => {
    const onderdelen = { database: true, logboek: true, leesmodellen: true };
    for (const { beheer } of [api, worker]) {
      expect((await fetch(`${beheer}/health/live`)).status).toBe(200);
      expect(await (await fetch(`${beheer}/health/ready`)).json()).toEqual({ status: 'ok', onderdelen });
      expect((await fetch(`${beheer}/v1/voorzieningen`)).status).toBe(404);
    }
    expect(await (await fetch(`${api.adres}/health/ready`)).json()).toEqual({ status: 'ok', onderdelen });
  });

  it('then the figures are there, without a token but not where the world comes, and with no id in them', async () => {
    const [ofApi, ofWorker] = [await figures(api), await figures(worker)];
    const counted = 'regielijn_command_duration_seconds_count{name="voorziening.open",outcome="ok"} 1';
    const lines = ofApi.split('\n');
    expect(lines).toContain(counted);
    expect(lines).toContain('regielijn_append_duration_seconds_count{name="voorziening",outcome="ok"} 1');
    for (const text of [ofApi, ofWorker]) {
      expect(text).toMatch(/^regielijn_lag_seconds\{kind="leesmodel",name="voorziening"\} 0$/m);
      expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
      expect(text).toMatch(/^regielijn_pool_connections\{state="total"\} [1-9]/m);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    }
    const open = await fetch(`${api.adres}/metrics`);
    expect(open.status).toBe(401);
  });

  it('then each request is one line, by which its events are found, with no value of its path', async () => {
    const id = '11111111-2222-4333-8444-555555555555';
    await mode.call(api, dienstAccounts.demo, 'GET', `/v1/jeugdigen/${id}?bsn=999990019`);
    await until('it is written', () => api.log().some(({ route }) => route === '/v1/jeugdigen/:jeugdigeId'));
    const command = api.log().find(({ correlationId }) => correlationId === opened.headers['x-correlation-id'])!;
    expect(command).toMatchObject({ level: 'info', process: 'api', method: 'POST', route: '/v1/voorzieningen' });
    expect(command).toMatchObject({ status: 201, durationMs: expect.any(Number), time: expect.any(String) });
    const { rows } = await pool.query<{ keten: string }>(
      "select metadata ->> 'correlationId' as keten from log.event where id = $1",
      [opened.body.gebeurtenissen[0]],
    );
    expect(rows).toEqual([{ keten: command['correlationId'] }]);
    expect(api.proces.stdout).not.toMatch(/11111111-2222|999990019/);
    expect(api.proces.stdout).not.toContain('/health');
  });

  it('given a request in flight, when told to stop, then it takes no other, finishes that one, and ends with 0', async () => {
    await hold('log.event', 'exclusive');
    const inFlight = opent(api, { connection: 'keep-alive' });
    await somebodyWaits();
    const began = Date.now();
    api.proces.signal('SIGTERM');
    await until('it is not ready', async () => (await api.ready()) === 503);
    await expect(opent(api)).rejects.toThrow();
    await release!();
    expect((await inFlight).status).toBe(201);
    expect((await api.proces.result(10_000)).code).toBe(0);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(api.log().at(-1)).toMatchObject({ msg: 'verzoek', status: 201 });
  });

  it('given a worker that follows the log, when told to stop, then it ends with 0 at once', async () => {
    const began = Date.now();
    worker.proces.signal('SIGTERM');
    expect((await worker.proces.result(10_000)).code).toBe(0);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

describe('an api that is told to stop while a request does not come to an end', () => {
  let api: Draaiend;
  let unfinished: Promise<string>;
  beforeEach(async () => {
    api = await mode.start('api');
    await hold('lm.voorziening', 'access exclusive');
    unfinished = leest(api).then(
      ({ status }) => String(status),
      () => 'broken off',
    );
    await somebodyWaits();
    api.proces.signal('SIGTERM');
  });

  it('then it breaks that off and ends within ten seconds, and not with 0', async () => {
    const began = Date.now();
    expect((await api.proces.result(12_000)).code).toBe(1);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await unfinished).toBe('broken off');
    const said = api.log().map(({ msg }) => msg);
    expect(said).toContain('verzoeken die nog liepen zijn afgebroken');
    expect(said.at(-1)).toContain('te lang');
  });

  it('given a second signal, then it ends at once', async () => {
    await until('it stops', async () => (await api.ready()) === 503);
    const began = Date.now();
    api.proces.signal('SIGTERM');
    expect((await api.proces.result(5_000)).code).toBe(143);
    expect(Date.now() - began).toBeLessThan(1_000);
  });
});

describe('a server process that cannot start', () => {
  it('given a database that is away, then one line says so, and it ends with 1', async () => {
    await expect(mode.start('worker', { DATABASE_URL: 'postgres://x:y@127.0.0.1:9/regielijn' })).rejects.toThrow(
      /"code":"OPSLAG_NIET_BEREIKBAAR".*"msg":"worker start niet"/,
    );
  });
});
