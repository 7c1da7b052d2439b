import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomId } from '@regielijn/kern';
import { type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';

jest.setTimeout(60_000);

let api: TestApi;
let lokaalTeam: Client;
let jeugdigeId: string;
let registratie: string;

const persoon = (bsn: string): object => ({
  ...{ bsn, naam: 'Jesse Voorbeeld', geboortedatum: '2011-03-09', geslacht: 'man', gemeente: { code: '0599' } },
});
const events = async (): Promise<number> =>
  (await api.engine.pool.query<{ n: number }>('select count(*)::int as n from log.event')).rows[0]!.n;

beforeAll(async () => {
  api = await startTestApi();
  await api.app.listen(0, '127.0.0.1');
  lokaalTeam = api.as('lokaal-team');
  const { body } = await lokaalTeam.post('/v1/jeugdigen', persoon('999990007'));
  jeugdigeId = body.id;
  [registratie] = body.gebeurtenissen;
  await api.settle();
}, 60_000);
afterAll(() => api.close(), 60_000);

/** A POST of which the body is still to be sent, over a connection of its own. */
const begin = async (path: string, headers: Record<string, string> = {}): Promise<ClientRequest> => {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const authorization = `Bearer ${await api.token('lokaal-team')}`;
  const all = { authorization, 'content-type': 'application/json', ...headers };
  const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers: all, agent: false });
  // Whoever is refused halfway may find the connection closed.
  sent.on('error', () => undefined);
  return sent;
};
const answerTo = async (sent: ClientRequest): Promise<{ status: number; body: any; headers: object }> => {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode!, body: JSON.parse(await text(response)), headers: response.headers };
};
const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const sent = await begin(path, headers);
  sent.end(body);
  return answerTo(sent);
};
/** The same connection or another one: the process goes on. */
const goesOn = async (): Promise<void> => {
  const begonnen = Date.now();
  expect((await lokaalTeam.get('/v1/voorzieningen')).status).toBe(200);
  expect(Date.now() - begonnen).toBeLessThan(5_000);
};

describe('a body of 50 MB', () => {
  const PIECE = Buffer.alloc(64 * 1024, 'x');
  const SIZE = 50 * 1024 * 1024;

  /** Sends as much of it as is taken; answers how much that was. */
  const sendAll = async (sent: ClientRequest): Promise<number> => {
    let size = 0;
    const pieces = function* (): Iterable<Buffer> {
      for (; size < SIZE; size += PIECE.length) yield PIECE;
    };
    await pipeline(Readable.from(pieces()), sent).catch(() => undefined);
    return size;
  };

  it.each<[string, Record<string, string>, number, string]>([
    ['that says how large it is', { 'content-length': String(SIZE) }, 413, 'TE_GROOT'],
    ['that comes in pieces', { 'transfer-encoding': 'chunked' }, 413, 'TE_GROOT'],
    ['of a stranger', { 'transfer-encoding': 'chunked', authorization: 'Bearer niets' }, 401, 'NIET_AANGEMELD'],
  ])(
    '%s, is refused before it is read, in little memory, and the process goes on',
    async (_, headers, status, code) => {
      const [begonnen, vooraf, ervoor] = [Date.now(), process.memoryUsage().arrayBuffers, await events()];
      const sent = await begin('/v1/jeugdigen', headers);
      const antwoord = answerTo(sent);
      const gestuurd = sendAll(sent);
      const { body } = await antwoord;
      expect([body.status, body.code]).toEqual([status, code]);
      expect(Date.now() - begonnen).toBeLessThan(5_000);
      expect(process.memoryUsage().arrayBuffers - vooraf).toBeLessThan(16 * 1024 * 1024);
      await goesOn();
      sent.destroy();
      await gestuurd;
      expect(await events()).toBe(ervoor);
    },
  );

  it('then its connection is closed, so that nobody sends the rest of it', async () => {
    const sent = await begin('/v1/jeugdigen', { 'content-length': String(SIZE) });
    const closed = new Promise((resolve) => sent.once('close', resolve));
    expect(await sendAll(sent)).toBeLessThan(SIZE);
    await closed;
  });
});

describe('JSON that is no question', () => {
  const diep = (open: string, dicht: string, keer: number): string => open.repeat(keer) + dicht.repeat(keer);
  const correctie = (velden: string): string => `{"vervangt":"${registratie}","reden":"Proef.","velden":${velden}}`;
  const lijst = diep('[', ']', 100_000);
  const object = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;

  it.each<[string, string, () => string]>([
    ['lists in lists, a hundred thousand deep', '/v1/jeugdigen', () => lijst],
    ['objects in objects, a hundred thousand deep', '/v1/jeugdigen', () => object],
    ['such a list where a name belongs', '/v1/jeugdigen', () => `{"naam":${lijst}}`],
    ['such a list for a field that may be anything', 'correcties', () => correctie(`{"naam":${lijst}}`)],
    ['such an object for a field that may be anything', 'correcties', () => correctie(object)],
    ['such an object for a key that changes all objects', '/v1/jeugdigen', () => `{"__proto__":${object}}`],
    [
      'a hundred thousand fields',
      '/v1/jeugdigen',
      () => JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`v${n}`, 1]))),
    ],
    ['a number that no computer holds', '/v1/jeugdigen', () => `{"bsn":${'9'.repeat(500_000)}}`],
    [
      'a list of a hundred thousand where each one is wrong',
      'besluiten',
      () => `{"geraadpleegd":[${'1,'.repeat(100_000)}1]}`,
    ],
    ['half of it', '/v1/jeugdigen', () => '{"naam":"Jes'],
    ['nothing at all', '/v1/jeugdigen', () => ''],
    ['a text', '/v1/jeugdigen', () => '"Jesse"'],
    ['a key that changes all objects', '/v1/jeugdigen', () => '{"__proto__":{"beheer":true}}'],
  ])('given %s, then 400, quickly, and nothing is recorded', async (_, path, body) => {
    const [begonnen, ervoor] = [Date.now(), await events()];
    const antwoord = await post(path.startsWith('/') ? path : `/v1/jeugdigen/${jeugdigeId}/${path}`, body());
    expect([antwoord.status, antwoord.body.code]).toEqual([400, expect.stringMatching(/^[A-Z_]+$/)]);
    expect(JSON.stringify(antwoord.body).length).toBeLessThan(10_000);
    expect(Date.now() - begonnen).toBeLessThan(5_000);
    expect(await events()).toBe(ervoor);
    await goesOn();
  });
});

describe('a request that contradicts itself or an earlier one', () => {
  const sluiting = (): string => `/v1/jeugdigen/${jeugdigeId}/sluiting`;
  /** Sends it; answers what came back, and how many events it left behind. */
  const nagelaten = async (path: string, body: object, headers: Record<string, string>) => {
    const ervoor = await events();
    const { status, body: antwoord } = await lokaalTeam.post(path, body, headers);
    return [status, antwoord.code, (await events()) - ervoor];
  };

  it('given an If-Match of before, then 412 and nothing is recorded; given the version as it is, then it is', async () => {
    const { headers } = await lokaalTeam.post(sluiting());
    await lokaalTeam.post(`/v1/jeugdigen/${jeugdigeId}/heropening`);
    expect(await nagelaten(sluiting(), {}, { 'if-match': headers['etag']! })).toEqual([412, 'VERSIE_VEROUDERD', 0]);
    const versie = `"${Number(/\d+/.exec(headers['etag']!)![0]) + 1}"`;
    expect(await nagelaten(sluiting(), {}, { 'if-match': versie })).toEqual([200, undefined, 1]);
    await lokaalTeam.post(`/v1/jeugdigen/${jeugdigeId}/heropening`);
  });

  it.each(['W/"0"', '*', '"0", "1"', '0x0', '-1', ''])(
    'given If-Match %j, then 400 and nothing is recorded',
    async (versie) => {
      expect(await nagelaten(sluiting(), {}, { 'if-match': versie })).toEqual([400, 'ONGELDIGE_IF_MATCH', 0]);
    },
  );

  it('given one Idempotency-Key with another body, then 409 and nothing is recorded; with the same one, its first answer', async () => {
    const [key, wie] = [idempotencyKey(), persoon('999990019')];
    const eerste = await lokaalTeam.post('/v1/jeugdigen', wie, key);
    expect(await nagelaten('/v1/jeugdigen', { ...wie, naam: 'Anders' }, key)).toEqual([
      ...[409, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT', 0],
    ]);
    expect(await nagelaten('/v1/jeugdigen', { ...wie, geldigOp: '2026-01-05T09:00:00Z' }, key)).toEqual([
      ...[409, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT', 0],
    ]);
    expect((await lokaalTeam.post('/v1/jeugdigen', wie, key)).body).toEqual(eerste.body);
  });

  it('given one key with the same body ten times at once, then it is carried out once and all get that answer', async () => {
    const [key, wie, ervoor] = [idempotencyKey(), persoon('999990020'), await events()];
    const antwoorden = await Promise.all(Array.from({ length: 10 }, () => lokaalTeam.post('/v1/jeugdigen', wie, key)));
    expect(new Set(antwoorden.map(({ status, body }) => JSON.stringify([status, body.id])))).toEqual(
      new Set([JSON.stringify([201, antwoorden[0]!.body.id])]),
    );
    expect(await events()).toBe(ervoor + 1);
  });

  it.each(['', 'sleutel', `${randomId()}, ${randomId()}`])('given Idempotency-Key %j, then 400', async (sleutel) => {
    const wie = persoon('999990032');
    expect(await nagelaten('/v1/jeugdigen', wie, { 'idempotency-key': sleutel })).toEqual([400, 'ONGELDIGE_INVOER', 0]);
  });

  it.each(['?status=open&status=gesloten', '?status[]=open', '?status%5B%5D=open', '?__proto__=1', '?=1'])(
    'given %s, then 400: a key is there once, and is known',
    async (vraag) => {
      const { status, body } = await lokaalTeam.get(`/v1/jeugdigen${vraag}`);
      expect([status, body.code]).toEqual([400, 'ONGELDIGE_INVOER']);
    },
  );
});

describe('content of another kind, or in another way', () => {
  const wie = JSON.stringify(persoon('999990044'));

  it.each([
    ['text/plain', wie],
    ['application/x-www-form-urlencoded', 'bsn=999990044'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/xml', '<bsn>999990044</bsn>'],
    ['application/jsonp', wie],
    ['application/json, text/plain', wie],
    ['json', wie],
  ])('given %s, then 415 and nothing is recorded', async (soort, inhoud) => {
    const ervoor = await events();
    const { status, body } = await post('/v1/jeugdigen', inhoud, { 'content-type': soort });
    expect([status, body.code, body.detail]).toEqual([
      ...[415, 'VERKEERD_SOORT_INHOUD', expect.stringContaining('application/json')],
    ]);
    expect(await events()).toBe(ervoor);
  });

  it('given a body that was compressed, then it is refused: it is no JSON as it stands', async () => {
    const sent = await begin('/v1/jeugdigen', { 'content-encoding': 'gzip' });
    sent.end(gzipSync(wie));
    expect((await answerTo(sent)).status).toBe(400);
  });

  it('given half of a body and then nothing, then the process does not wait for ever', () => {
    expect(api.app.getHttpServer().requestTimeout).toBe(120_000);
  });

  it('leaves nothing unexpected in the log of the process', () => expect(api.lines).toEqual([]));
});
