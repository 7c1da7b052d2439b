import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openEventStoreDb, PostgresEventStore } from '@regielijn/event-store';
import type { Actor } from '@regielijn/kern';
import { startDouble } from '../contract/eventstoredb-double/start-double.js';
import { TestMailserver } from '../kit/mailserver.js';
import { startOwnPostgres } from '../kit/own-postgres.js';
import { Proces, root, type Run } from '../kit/proces.js';
import { startOwnRedis } from '../kit/redis.js';
import { buildIn, startIdentityProvider } from '../kit/server.js';
import { Guarded } from './guarded.js';

export type LogKind = 'postgres' | 'eventstoredb';

/** Something that can be taken away, and comes back. */
export interface Part {
  readonly name: string;
  /** Ends it as a crash does, and brings it back after so long; resolves when it was started again. */
  kill(downMs: number): Promise<void>;
}

/** All that a deployment consists of, each a process of its own. */
export interface Servers {
  readonly apis: readonly Guarded[];
  readonly workers: readonly Guarded[];
  readonly parts: readonly Part[];
  readonly mails: TestMailserver;
  /** An empty folder for what the campaign keeps itself. */
  readonly folder: string;
  sign(actor: Actor): Promise<string>;
  /** Another look at the log than that of the processes. */
  openLog(): Promise<EventStore>;
  /** A command of the command line, on the same servers. */
  cli(...args: readonly string[]): Promise<Run>;
  close(): Promise<void>;
}

interface Service {
  readonly settings: Readonly<Record<string, string>>;
  readonly part: Part | null;
  close(): Promise<void>;
}

/** Four processes and the command line, each with a connection per follower and its pools. */
const POSTGRES_SETTINGS = ['-c max_connections=400'];
const CLI_WITHIN_MS = 600_000;
const START_TRIES = 20;
const START_AGAIN_MS = 500;

const waiting = (ms: number): Promise<void> => new Promise((passed) => setTimeout(passed, ms));

/** While it was away a connection of somebody may have got its port, and has it for a moment. */
const started = async (start: () => Promise<void>): Promise<void> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await start();
    } catch (error) {
      if (tries === START_TRIES) throw error;
      await waiting(START_AGAIN_MS);
    }
};

const part = (name: string, stop: () => Promise<void>, start: () => Promise<void>): Part => ({
  name,
  kill: async (downMs) => {
    await stop();
    await waiting(downMs);
    await started(start);
  },
});

const postgres = async (): Promise<Service> => {
  const server = await startOwnPostgres(POSTGRES_SETTINGS);
  return {
    settings: { DATABASE_URL: server.url },
    part: part(
      'postgresql',
      () => server.stop(),
      () => server.start(),
    ),
    close: () => server.remove(),
  };
};

const redis = async (): Promise<Service> => {
  const server = await startOwnRedis();
  return {
    settings: { REDIS_URL: server.url },
    part: part(
      'redis',
      () => server.kill(),
      () => server.start(),
    ),
    close: () => server.close(),
  };
};

/** The node that `EVENTSTORE_URL` names is somebody's: it is left alone. Else the double, which can be killed. */
const eventStoreDb = async (): Promise<Service> => {
  const given = process.env['EVENTSTORE_URL'];
  if (given) return { settings: { EVENTSTORE_URL: given }, part: null, close: async () => undefined };
  const double = await startDouble();
  return {
    settings: { EVENTSTORE_URL: double.connectionString },
    part: part(
      'eventstoredb',
      () => double.kill(),
      () => double.start(),
    ),
    close: () => double.stop(),
  };
};

const openLog = (settings: Readonly<Record<string, string>>): Promise<EventStore> =>
  settings['EVENTSTORE_URL']
    ? openEventStoreDb(settings['EVENTSTORE_URL'])
    : PostgresEventStore.open(settings['DATABASE_URL']!);

/** One name for a kind of process: whichever of them is next is killed. */
const asPart = (name: string, all: readonly Guarded[]): Part => {
  let turn = 0;
  return { name, kill: (downMs) => all[turn++ % all.length]!.kill(downMs) };
};

const startServices = async (log: LogKind): Promise<readonly Service[]> => [
  await postgres(),
  await redis(),
  ...(log === 'eventstoredb' ? [await eventStoreDb()] : []),
];

export const startServers = async (log: LogKind, each: number): Promise<Servers> => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, '.tmp', 'crash-'));
  for (const name of ['api', 'worker', 'cli']) buildIn(folder, name);
  const [services, provider, mails] = [await startServices(log), await startIdentityProvider(), new TestMailserver()];
  await mails.start();
  const settings = {
    REGIELIJN_MASTER_KEY: randomBytes(32).toString('base64'),
    OIDC_ISSUER: provider.issuer,
    OIDC_JWKS_URL: `${provider.issuer}/jwks`,
    ...{ SMTP_URL: mails.url, SMTP_FROM: 'regielijn@voorbeeld.nl', WEB_ADDRESS: 'https://regielijn.voorbeeld.nl/' },
    ...Object.assign({}, ...services.map((service) => service.settings)),
  } as Record<string, string>;
  const some = (name: string): Promise<readonly Guarded[]> =>
    Promise.all(Array.from({ length: each }, () => Guarded.create(name, folder, settings)));
  const [apis, workers] = [await some('api'), await some('worker')];
  const processes = [...apis, ...workers];
  for (const one of processes) one.start();
  // A campaign that is broken off leaves nothing behind that runs.
  const endAll = (): void => {
    for (const one of processes) void one.kill(0);
    for (const service of services) void service.part?.kill(0);
  };
  process.once('exit', endAll);
  return {
    ...{ apis, workers, mails, folder },
    parts: [asPart('api', apis), asPart('worker', workers), ...services.flatMap((service) => service.part ?? [])],
    sign: provider.sign,
    openLog: () => openLog(settings),
    cli: (...args) => new Proces(join(folder, 'cli', 'main.js'), args, folder, '', settings).result(CLI_WITHIN_MS),
    close: async () => {
      process.off('exit', endAll);
      await Promise.all(processes.map((one) => one.stop()));
      await mails.stop();
      provider.close();
      for (const service of services) await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
