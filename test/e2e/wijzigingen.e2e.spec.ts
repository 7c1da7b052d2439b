import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomId } from '@regielijn/kern';
import { type demoAccounts, dienstAccounts } from '@regielijn/toegang';
import { until } from '../kit/cli.js';
import { type Answer, startTestApi, type TestApi } from '../kit/engine.js';

jest.setTimeout(120_000);

type Rol = keyof typeof demoAccounts;

let api: TestApi;
const opened: IncomingMessage[] = [];

beforeAll(async () => {
  api = await startTestApi();
  await api.app.listen(0, '127.0.0.1');
}, 60_000);
afterEach(() => {
  for (const response of opened.splice(0)) response.destroy();
});
afterAll(() => api.close(), 60_000);

interface Stream {
  readonly response: IncomingMessage;
  /** What came over it so far. */
  readonly text: () => string;
  readonly changes: () => any[];
  readonly lastEventId: () => string | undefined;
}

/** Opens the stream as a role, or as a stranger. */
const listen = async (rol: Rol | null, headers: Record<string, string> = {}, of = api): Promise<Stream> => {
  const { port } = of.app.getHttpServer().address() as AddressInfo;
  const authorization = rol === null ? {} : { authorization: `Bearer ${await of.token(rol)}` };
  const request = get({ port, path: '/v1/wijzigingen', headers: { ...headers, ...authorization } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  opened.push(response);
  let text = '';
  response.setEncoding('utf8').on('data', (part: string) => (text += part));
  response.on('error', () => undefined);
  return {
    response,
    text: () => text,
    changes: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!)),
    lastEventId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1],
  };
};
const heeft = (stream: Stream, aantal: number): Promise<void> =>
  until(`${aantal} changes`, () => stream.changes().length >= aantal, 10_000);

let groepen = 0;
const openGroep = (): Promise<Answer> =>
  api.as('plaatsingscoordinator').post('/v1/voorzieningen', {
    ...{ naam: `Groep ${(groepen += 1)}`, aanbieder: 'aanbieder-1', gemeentecode: '0599', variant: 'kib' },
  });
const bsns = ['999990007', '999990019', '999990020', '999990032'];
const registreer = (): Promise<Answer> =>
  api.as('lokaal-team').post('/v1/jeugdigen', {
    ...{ bsn: bsns.shift(), naam: 'Noor Voorbeeld', geboortedatum: '2011-05-04', geslacht: 'vrouw' },
    gemeente: { code: '0599' },
  });

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** What the process really holds. */
const inUse = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

describe('ten thousand open connections in one process', () => {
  const CONNECTIONS = 10_000;
  const STALLED = 100;

  it('given all of them, one in a hundred not reading, then each change comes to the rest soon, and memory stays in bounds', async () => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const token = await api.token('jeugdbeschermer', 600);
    const before = inUse();
    const child = fork(
      join(import.meta.dirname, '../kit/luisteraars.mjs'),
      [port, token, CONNECTIONS, STALLED].map(String),
      { execArgv: [] },
    );
    const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the listeners ended with ${code}`)));
    failed.catch(() => undefined);
    const message = async (): Promise<any> => (await Promise.race([once(child, 'message'), failed]))[0];
    try {
      const begin = Date.now();
      expect(await message()).toEqual({ open: CONNECTIONS });
      const openedIn = Date.now() - begin;
      const delays: number[] = [];
      for (let round = 0; round < 10; round += 1) {
        const all = message();
        const sent = performance.timeOrigin + performance.now();
        const { headers } = await openGroep();
        const { position, times } = await all;
        expect([position, times.length]).toEqual([headers['lees-na'], CONNECTIONS - STALLED]);
        delays.push(...(times as number[]).map((time) => time - sent));
      }
      delays.sort((a, b) => a - b);
      const [median, slowest] = [delays[delays.length / 2]!, delays.at(-1)!];
      const perConnection = (inUse() - before) / CONNECTIONS / 1024;
      process.stderr.write(
        `${CONNECTIONS} connections in ${openedIn} ms; a change: median ${median.toFixed(0)} ms, last ${slowest.toFixed(0)} ms; ${perConnection.toFixed(0)} KB each\n`,
      );
      expect(slowest).toBeLessThan(5_000);
      expect(perConnection).toBeLessThan(100);
      // The process still does its work beside them.
      const ask = Date.now();
      expect((await api.as('jeugdbeschermer').get('/v1/voorzieningen')).status).toBe(200);
      expect(Date.now() - ask).toBeLessThan(2_000);
    } finally {
      child.kill('SIGKILL');
    }
  });
});

describe('GET /v1/wijzigingen', () => {
  it('given a change, then it comes by itself: where, of what and which; its id is the Lees-Na with which it can be read', async () => {
    const stream = await listen('jeugdbeschermer');
    expect(stream.response.headers).toMatchObject({
      ...{ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      ...{ 'api-version': '0.1.0', 'x-content-type-options': 'nosniff' },
    });
    const { body, headers } = await registreer();
    await heeft(stream, 1);
    expect(stream.changes()[0]).toEqual({
      ...{ positie: headers['lees-na'], versie: 0, gebeurtenis: 'jeugdige.geregistreerd' },
      over: { soort: 'jeugdige', id: body.id },
    });
    expect(stream.text()).toMatch(new RegExp(`^id: ${headers['lees-na']}\nevent: wijziging\n`, 'm'));
    expect(stream.text()).not.toMatch(/Noor|99999|2011/);
    const dossier = await api
      .as('jeugdbeschermer')
      .get(`/v1/jeugdigen/${body.id}`, { 'lees-na': stream.lastEventId()! });
    expect(dossier.status).toBe(200);
  });

  it('given a client that comes back with Last-Event-ID, then it gets what it missed, once, and goes on', async () => {
    const before = await listen('plaatsingscoordinator');
    await openGroep();
    await heeft(before, 1);
    before.response.destroy();
    const missed = [await openGroep(), await openGroep()].map(({ body }) => body.id);
    const again = await listen('plaatsingscoordinator', { 'last-event-id': before.lastEventId()! });
    const { body } = await openGroep();
    await heeft(again, 3);
    expect(again.changes().map(({ over }) => over.id)).toEqual([...missed, body.id]);
  });

  it.each<[Rol, string[]]>([
    ['jeugdbeschermer', ['jeugdige', 'voorziening']],
    ['gedragswetenschapper', ['jeugdige']],
    ['regiosturing', ['voorziening']],
  ])('given a %s, then only changes of %j come: what this role may ask about', async (rol, soorten) => {
    const stream = await listen(rol);
    const last = await listen('jeugdbeschermer');
    await registreer();
    await openGroep();
    await heeft(last, 2);
    await heeft(stream, soorten.length);
    expect(stream.changes().map(({ over }) => over.soort)).toEqual(soorten);
  });

  it.each<[string, Rol | null, Record<string, string>, number, string]>([
    ['a stranger', null, {}, 401, 'NIET_AANGEMELD'],
    ['a role that may ask about nothing', 'beheer', {}, 403, 'GEEN_TOEGANG'],
    ['a Last-Event-ID that is none', 'teamleider', { 'last-event-id': "'; drop" }, 400, 'ONGELDIGE_LAST_EVENT_ID'],
    ['a place of another log', 'teamleider', { 'last-event-id': '7-7' }, 400, 'ONGELDIGE_POSITIE'],
  ])('given %s, then it is refused with a problem', async (_, rol, headers, status, code) => {
    const { response, text } = await listen(rol, headers);
    await once(response, 'end');
    expect([response.statusCode, JSON.parse(text()).code]).toEqual([status, code]);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('given only its headers are asked for, then those come and nothing stays open', async () => {
    const { statusCode, headers } = await api.app.inject({
      ...{ method: 'HEAD', url: '/v1/wijzigingen' },
      headers: { authorization: `Bearer ${await api.token('teamleider')}` },
    });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  it('given a client that asks for 45,000 changes and reads nothing, then the process holds little for it; it misses none', async () => {
    const { body, headers } = await openGroep();
    const stream = `voorziening-${body.id}`;
    let version = 0n;
    // More than the operating system takes in for it.
    for (let round = 0; round < 45; round += 1) {
      const nu = new Date().toISOString();
      const events = Array.from({ length: 1_000 }, () => ({
        ...{ id: randomId(), type: 'voorziening.plekken-bevestigd@1', geldigOp: nu, vastgelegdOp: nu },
        data: { voorzieningId: body.id },
        metadata: { actor: dienstAccounts.demo, correlationId: body.id, causationId: body.id },
      }));
      version = (await api.engine.store.append(stream, version, events)).streamVersion;
    }
    const last = (await openGroep()).headers['lees-na']!;
    const responses: ServerResponse[] = [];
    const remember = (_: unknown, response: ServerResponse): void => void responses.push(response);
    api.app.getHttpServer().on('request', remember);
    const slow = await listen('jeugdbeschermer', { 'last-event-id': headers['lees-na']! });
    api.app.getHttpServer().off('request', remember);
    slow.response.pause();
    await until('no more goes to it', () => responses[0]!.writableNeedDrain, 20_000);
    await sleep(500);
    expect(responses[0]!.writableLength).toBeLessThan(64 * 1024);
    slow.response.resume();
    await until('it has all', () => slow.text().includes(last), 60_000);
    const versies = slow.changes().map(({ versie }) => versie);
    expect(versies).toEqual([...Array.from({ length: 45_000 }, (_, nr) => nr + 1), 0]);
  });

  it('given open streams, when the process stops, then they end and it stops at once', async () => {
    const other = await startTestApi();
    await other.app.listen(0, '127.0.0.1');
    const streams = [await listen('teamleider', {}, other), await listen('jeugdbeschermer', {}, other)];
    const ends = Promise.all(streams.map(({ response }) => once(response, 'end')));
    const begin = Date.now();
    await other.close();
    await ends;
    expect(Date.now() - begin).toBeLessThan(5_000);
    expect(other.lines).toEqual([]);
  });
});
