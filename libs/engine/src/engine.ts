import { join } from 'node:path';
import {
  CommandRunner,
  EventCodec,
  EventLog,
  type EventStore,
  isCaughtUp,
  LOG_START,
  type LogPosition,
  MasterKey,
  openEventStoreDb,
  PostgresEventStore,
  PostgresKeyStore,
} from '@regielijn/event-store';
import { type Clock, type Observe, systemClock, unobserved } from '@regielijn/kern';
import { createPool, type Say, startEmbeddedServer } from '@regielijn/postgres';
import { categoryOf, generations, ProjectionRunner, waitForReadModels } from '@regielijn/projecties';
import { checkBeleid } from '@regielijn/toegang';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import { readRules, type Rules } from './config-files.js';
import { observedStore } from './observed-store.js';
import { secretsFolder } from './secrets-folder.js';
import type { Settings } from './settings.js';
import { createCatalogue, handelingen, readModelsBij } from './slices.js';

/** The parts that every process of a deployment shares, put together once by its settings. */
export interface Engine {
  readonly settings: Settings;
  /** Where every part takes the time from. */
  readonly clock: Clock;
  readonly rules: Rules;
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly keys: PostgresKeyStore;
  readonly log: EventLog;
  readonly runner: CommandRunner;
  readonly projections: ProjectionRunner;
  /** Not there without `REDIS_URL`. */
  readonly redis: Redis | undefined;
  readonly observe: Observe;
  close(): Promise<void>;
}

/** Of a process: for what its requests, followers, read models and clock ask at once. One more tells others that they run. */
const CONNECTIONS = 20;

const masterKeyFile = (settings: Settings): string => join(secretsFolder(settings), 'hoofdsleutel');

/** A master key is made only for a key store that is empty: a new one would make all keys unreadable. */
const readMasterKey = async (settings: Settings, pool: pg.Pool): Promise<MasterKey> => {
  if (settings.REGIELIJN_MASTER_KEY) return MasterKey.fromText(settings.REGIELIJN_MASTER_KEY);
  const { rows } = await pool.query<{ there: boolean }>("select to_regclass('sleutels.sleutel') is not null as there");
  return MasterKey.fromFile(masterKeyFile(settings), !rows[0]?.there);
};

/**
 * Opens everything, or stops with one readable line; what was opened before the failure is closed again. `observe` sees
 * every command, query and append.
 */
export const openEngine = async (
  settings: Settings,
  say: Say = () => undefined,
  observe: Observe = unobserved,
  clock: Clock = systemClock,
): Promise<Engine> => {
  checkBeleid(handelingen);
  const rules = readRules();
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const databaseUrl = settings.DATABASE_URL ?? (await openEmbedded(settings, say, closers));
    const pool = createPool(databaseUrl, CONNECTIONS);
    closers.push(() => pool.end());
    const keys = await PostgresKeyStore.open(pool, await readMasterKey(settings, pool));
    closers.push(() => keys.close());
    const store = observedStore(await openStore(settings, databaseUrl), observe);
    closers.push(() => store.close());
    const log = new EventLog(store, new EventCodec(createCatalogue(), keys));
    const projections = new ProjectionRunner(pool, log, readModelsBij(rules.bewaking), say);
    closers.push(() => projections.stop());
    await projections.prepare();
    // Loaded where it is used: most processes have no Redis.
    const redis = settings.REDIS_URL ? (await import('./redis.js')).openRedis(settings.REDIS_URL) : undefined;
    closers.push(async () => redis?.disconnect());
    const runner = new CommandRunner(log);
    return { settings, clock, rules, databaseUrl, pool, store, keys, log, runner, projections, redis, observe, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const openEmbedded = async (settings: Settings, say: Say, closers: (() => Promise<unknown>)[]): Promise<string> => {
  const server = await startEmbeddedServer(settings.REGIELIJN_DATA, {
    ...{ say, keepRunning: true },
    // Several commands beside a program that runs, each a process with connections of its own.
    settings: ['-c max_connections=300'],
  });
  closers.push(() => server.close());
  return server.databaseUrl;
};

const openStore = async (settings: Settings, databaseUrl: string): Promise<EventStore> =>
  settings.EVENTSTORE_URL ? openEventStoreDb(settings.EVENTSTORE_URL) : PostgresEventStore.open(databaseUrl);

/**
 * Wraps all keys of dossiers by another master key, and keeps that one where this deployment had its own file. Answers how
 * many keys there are, and whether the file was replaced; if not, whoever sets `REGIELIJN_MASTER_KEY` must replace that.
 */
export const rotateMasterKey = async (
  { settings, keys }: Engine,
  next: MasterKey,
): Promise<{ sleutels: number; bestandVervangen: boolean }> => {
  const sleutels = await keys.rotate(next);
  const bestandVervangen = settings.REGIELIJN_MASTER_KEY === undefined;
  if (bestandVervangen) next.replaceFile(masterKeyFile(settings));
  return { sleutels, bestandVervangen };
};

/**
 * Waits until the read models know all that the log holds now, and answers how far that is. Needs a process that keeps
 * them up to date.
 * @throws UnknownEventTypeError when they never will: a newer program wrote in this log
 */
export const catchUp = async ({ pool, store, log, projections }: Engine): Promise<LogPosition> => {
  const live = (await generations(pool)).filter(({ state }) => state === 'live').map(({ position }) => position);
  const categories = new Set(projections.readModels.flatMap(({ categories: own }) => own));
  let end: LogPosition = LOG_START;
  for await (const item of store.follow(live.sort()[0] ?? LOG_START, new AbortController().signal)) {
    end = item.position;
    if (isCaughtUp(item)) break;
    if (categories.has(categoryOf(item.stream))) log.catalogue.known(item.type);
  }
  if (end !== LOG_START) await waitForReadModels(pool, end, 10 * 60_000);
  return end;
};
