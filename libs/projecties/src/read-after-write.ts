import { setTimeout as sleep } from 'node:timers/promises';
import type { LogPosition } from '@regielijn/event-store';
import { CodedError } from '@regielijn/kern';
import type pg from 'pg';

const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 15;

/**
 * Waits until all read models have taken in the log up to `position` (the `Lees-Na` header): at most 2 seconds unless said otherwise, then
 * `LEESMODEL_LOOPT_ACHTER`, after which the caller may simply ask again.
 */
export const waitForReadModels = async (pool: pg.Pool, position: LogPosition, withinMs = WAIT_MS): Promise<void> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { rows } = await pool.query<{ behind: boolean }>({
      name: 'read-models-behind',
      text: "select coalesce(bool_or(position < $1), true) as behind from projecties.generatie where state = 'live'",
      values: [position],
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
