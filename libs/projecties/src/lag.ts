import { type EventStore, type LogPosition } from '@regielijn/event-store';
import type pg from 'pg';

/** Who follows the log, and how far it is behind. */
export interface Lag {
  readonly soort: 'leesmodel' | 'volger';
  readonly naam: string;
  /**
   * Since when the oldest event waits that it has not taken in, in seconds by the moment of recording; 0 when none does.
   * After an import of an old log that is long, until it has been through it.
   */
  readonly seconds: number;
}

interface FollowerRow {
  readonly soort: Lag['soort'];
  readonly naam: string;
  readonly position: LogPosition;
}

const CHECKPOINTS = `
select 'leesmodel' as soort, name as naam, position from projecties.generatie where state = 'live'
union all select 'volger', name, position from projecties.volger order by soort, naam`;

/** How far every read model and follower of this log is behind, whichever process keeps it. `now` in ms since 1970. */
export const lags = async (
  pool: pg.Pool,
  store: Pick<EventStore, 'readAll'>,
  now = Date.now(),
): Promise<readonly Lag[]> => {
  const { rows } = await pool.query<FollowerRow>(CHECKPOINTS);
  const waiting = new Map<LogPosition, number>();
  for (const position of new Set(rows.map((row) => row.position))) {
    const [oldest] = await store.readAll(position, 1);
    waiting.set(position, oldest ? Math.max(0, now - Date.parse(oldest.vastgelegdOp)) / 1_000 : 0);
  }
  return rows.map(({ soort, naam, position }) => ({ soort, naam, seconds: waiting.get(position)! }));
};
