import { setTimeout as sleep } from 'node:timers/promises';
import type { LogPosition } from '@regielijn/event-store';
import { CodedError } from '@regielijn/kern';
import type pg from 'pg';

const LOOK_EVERY_MS = 15;

/** Whether one of the named read models has yet to come to a position or to be built; null means all, at least one. */
const BEHIND = `
select coalesce(cardinality($2::text[]), greatest(count(*), 1)) - count(*) filter (where position >= $1) > 0 as behind
from projecties.generatie where state = 'live' and ($2::text[] is null or name = any($2))`;

/**
 * Waits until the read models have taken in the log up to `position`; after `withinMs` `LEESMODEL_LOOPT_ACHTER`, after
 * which the caller may simply ask again. `names`: only these, so that one that stands still stops nobody who does not
 * read it; all when absent.
 */
export const waitForReadModels = async (
  pool: pg.Pool,
  position: LogPosition,
  withinMs: number,
  names?: readonly string[],
): Promise<void> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { rows } = await pool.query<{ behind: boolean }>({
      name: 'read-models-behind',
      text: BEHIND,
      values: [position, names ?? null],
    });
    if (!rows[0]?.behind) return;
    if (Date.now() > deadline)
      throw new CodedError(
        'unavailable',
        'LEESMODEL_LOOPT_ACHTER',
        'De laatste wijziging is nog niet verwerkt. Probeer het zo opnieuw.',
      );
    await sleep(LOOK_EVERY_MS);
  }
};

/**
 * Waits until these followers, in whichever process they run, have handled the log up to `position`. Answers false when
 * they have not after `withinMs`.
 */
export const followersCameTo = async (
  pool: pg.Pool,
  names: readonly string[],
  position: LogPosition,
  withinMs: number,
): Promise<boolean> => {
  for (const deadline = Date.now() + withinMs; ; await sleep(LOOK_EVERY_MS)) {
    const { rowCount } = await pool.query({
      name: 'followers-at',
      text: 'select from projecties.volger where name = any($1) and position >= $2',
      values: [names, position],
    });
    if (rowCount === names.length) return true;
    if (Date.now() > deadline) return false;
  }
};
