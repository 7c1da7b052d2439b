import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Klok } from '@regielijn/bewaking';
import { createKlok, type Engine, openEngine, Settings, startWork } from '@regielijn/engine';
import { type Actor, type Clock, randomId, systemClock, unobserved } from '@regielijn/kern';
import { plainLine, type Say } from '@regielijn/postgres';
import { openLog, sayTo, watchRequests } from '@regielijn/server';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { createApi } from '../../apps/api/src/api.js';
import { createTestDatabase } from './postgres.js';
import { settle } from './settle.js';

export interface TestApi {
  readonly engine: Engine;
  readonly app: NestFastifyApplication;
  /** What the process would have said, as plain lines. */
  readonly lines: readonly string[];
  /** Not started: a test says itself when it looks. */
  readonly klok: Klok;
  /** What a server process would have written to its log, requests and all: a JSON document each. */
  readonly log: readonly string[];
  as(rol: keyof typeof demoAccounts): Client;
  client(actor: Actor): Client;
  /** A token of this role, for who speaks HTTP himself. */
  token(rol: keyof typeof demoAccounts, ttlSeconds?: number): Promise<string>;
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
}

const FOLLOWED_WITHIN_MS = 30_000;

/** What a test may have otherwise than a process has it. */
interface TestOptions {
  readonly clock?: Clock;
  readonly isLoadingDemo?: () => boolean;
}

/** A whole engine with its HTTP side on a fresh database, read models and followers running. Sends no mail unless `changes` says how. */
export const startTestApi = async (
  changes: Partial<Settings> = {},
  { clock = systemClock, ...options }: TestOptions = {},
): Promise<TestApi> => {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
  const settings = Object.assign(new Settings(), {
    ...{ REGIELIJN_DATA: folder, DATABASE_URL: database.url },
    ...changes,
  });
  const lines: string[] = [];
  const written: string[] = [];
  const log = openLog('api', { write: (line) => written.push(line) });
  const say: Say = (line, about) => {
    lines.push(plainLine(line, about));
    sayTo(log)(line, about);
  };
  const engine = await openEngine(settings, say, unobserved, clock);
  const watch = watchRequests(log, undefined);
  const app = await createApi(engine, { address: 'http://127.0.0.1:3000', say, watch, ...options });
  const work = startWork(engine, app, say);
  const klok = await createKlok(engine, app, say);
  const keys = await openIssuerKeys(join(folder, 'geheim'));
  const client = (actor: Actor): Client => {
    const call = async (
      method: 'GET' | 'POST',
      url: string,
      body: unknown,
      headers: Record<string, string>,
    ): Promise<Answer> => {
      const token = await keys.mintToken(actor, { ttlSeconds: 60 });
      const response = await app.inject({
        ...{ method, url },
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
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
    };
  };
  return {
    ...{ engine, app, lines, log: written, client, klok },
    as: (rol) => client(demoAccounts[rol]),
    token: (rol, ttlSeconds = 60) => keys.mintToken(demoAccounts[rol], { ttlSeconds }),
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
