import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@regielijn/event-store';
import { lags } from '@regielijn/projecties';
import type { Engine } from './engine.js';

/** A read model that has not taken in what was recorded this long ago answers what is not so any more. */
const HOPELESSLY_BEHIND_SECONDS = 300;
/** A part that does not answer within this time counts as away. */
const ANSWERS_WITHIN_MS = 3_000;

/** Which parts of a process can do their work now, by name. */
export type Readiness = Readonly<Record<string, boolean>>;

/** Whether there is something to do the work, and all of it can. */
export const isReady = (parts: Readiness): boolean =>
  Object.keys(parts).length > 0 && Object.values(parts).every(Boolean);

/** A stream that nobody writes: found as quickly in a long log as in a short one, also where others write beside us. */
const NO_STREAM_OF_OURS = 'gereedheid-0';

const answersRead = async (store: EventStore): Promise<boolean> => {
  for await (const _ of store.read(NO_STREAM_OF_OURS)) break;
  return true;
};

const holds = async (check: () => Promise<boolean>): Promise<boolean> => {
  const waiting = new AbortController();
  const tooLong = sleep(ANSWERS_WITHIN_MS, false, { signal: waiting.signal }).catch(() => false);
  try {
    return await Promise.race([check(), tooLong]);
  } catch {
    return false;
  } finally {
    waiting.abort();
  }
};

/**
 * Asks every part that requests need: the database, the event log, Redis where there is one, and whether the read models
 * are not hopelessly behind. Embedded mode does not look at the last: the demo is recorded in years that have passed.
 */
export const readiness = async ({ settings, pool, store, redis }: Engine): Promise<Readiness> => {
  const checks: Record<string, () => Promise<boolean>> = {
    database: async () => (await pool.query('select 1')).rowCount === 1,
    logboek: () => answersRead(store),
  };
  if (!settings.embedded)
    checks['leesmodellen'] = async () =>
      (await lags(pool, store)).every(
        ({ soort, seconds }) => soort !== 'leesmodel' || seconds < HOPELESSLY_BEHIND_SECONDS,
      );
  if (redis) checks['redis'] = async () => (await redis.ping()) === 'PONG';
  const names = Object.keys(checks);
  const answers = await Promise.all(names.map((name) => holds(checks[name]!)));
  return Object.fromEntries(names.map((name, index) => [name, answers[index]!]));
};
