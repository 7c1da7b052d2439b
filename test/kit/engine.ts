import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Klok } from '@regielijn/bewaking';
import { createKlok, type Engine, openEngine, Settings, startWork } from '@regielijn/engine';
import { type Actor, type Clock, randomId, systemClock } from '@regielijn/kern';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { createApi } from '../../apps/api/src/api.js';
import { createTestDatabase } from './postgres.js';
import { settle } from './settle.js';

export interface TestApi {
  readonly engine: Engine;
  readonly app: NestFastifyApplication;
  /** What the process would have written to its log. */
  readonly lines: readonly string[];
  /** Not started: a test says itself when it looks. */
  readonly klok: Klok;
  as(rol: keyof typeof demoAccounts): Client;
  client(actor: Actor): Client;
  /** Waits until read models and followers know all of the log. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: any;
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A page for people, as text. */
  page(path: string): Promise<string>;
}

const FOLLOWED_WITHIN_MS = 30_000;

/** A whole engine with its HTTP side on a fresh database, read models and followers running. Sends no mail unless `changes` says how. */
export const startTestApi = async (changes: Partial<Settings> = {}, clock: Clock = systemClock): Promise<TestApi> => {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
  const settings = Object.assign(new Settings(), {
    ...{ REGIELIJN_DATA: folder, DATABASE_URL: database.url },
    ...changes,
  });
  const lines: string[] = [];
  const engine = await openEngine(settings, (line) => lines.push(line), clock);
  const app = await createApi(engine, { address: 'http://127.0.0.1:3000', say: (line) => lines.push(line) });
  const work = startWork(engine, app, (line) => lines.push(line));
  const klok = await createKlok(engine, app, (line) => lines.push(line));
  const keys = await openIssuerKeys(join(folder, 'geheim'));
  const client = (actor: Actor): Client => {
    const send = async (method: 'GET' | 'POST', url: string, body: unknown, headers: Record<string, string>) => {
      const token = await keys.mintToken(actor, { ttlSeconds: 60 });
      return app.inject({
        ...{ method, url },
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
    };
    const call = async (...asked: Parameters<typeof send>): Promise<Answer> => {
      const response = await send(...asked);
      const text = response.body;
      return {
        status: response.statusCode,
        headers: response.headers as Record<string, string>,
        body: text === '' ? undefined : JSON.parse(text),
      };
    };
    return {
      get: (path, headers = {}) => call('GET', path, undefined, headers),
      post: (path, body = {}, headers = {}) => call('POST', path, body, headers),
      page: async (path) => (await send('GET', path, undefined, {})).body,
    };
  };
  return {
    ...{ engine, app, lines, client, klok },
    as: (rol) => client(demoAccounts[rol]),
    settle: () => settle(engine, work.followers, FOLLOWED_WITHIN_MS),
    close: async () => {
      await work.stop();
      await app.close();
      await engine.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const idempotencyKey = (): Record<string, string> => ({ 'idempotency-key': randomId() });
