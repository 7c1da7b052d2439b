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
