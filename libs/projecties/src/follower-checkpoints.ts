import { setTimeout as sleep } from 'node:timers/promises';
import type { LogPosition } from '@regielijn/event-store';
import type pg from 'pg';

/** What comes within this after a write travels with the next, in milliseconds. */
const PAUSE_MS = 25;

/**
 * Writes how far followers have come, for all of a process together: what comes while a write is under way, or just after
 * it, travels with the next. Followers that each wrote for themselves were a fifth of all queries of a load.
 */
export class FollowerCheckpoints {
  private waiting = new Map<string, LogPosition>();
  private next: Promise<void> | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly pool: pg.Pool) {}

  /** Resolves when this position, or a later one of the same follower, is stored. */
  store(name: string, position: LogPosition): Promise<void> {
    this.waiting.set(name, position);
    this.next ??= this.underWay.then(() => {
      this.next = undefined;
      const writing = this.write();
      // Who asked hears of a failure; the next write begins all the same.
      this.underWay = writing.catch(() => undefined).then(() => sleep(PAUSE_MS));
      return writing;
    });
    return this.next;
  }

  /** Never back: a process that lost its lock without knowing may still be busy with an older event. */
  private async write(): Promise<void> {
    const positions = [...this.waiting];
    this.waiting = new Map();
    await this.pool.query({
      name: 'follower-checkpoints',
      // In one order, so that two processes never wait for each other.
      text: `insert into projecties.volger as v (name, position)
             select name, position from unnest($1::text[], $2::text[]) as nieuw (name, position) order by name
             on conflict (name) do update set position = excluded.position where v.position < excluded.position`,
      values: [positions.map(([name]) => name), positions.map(([, position]) => position)],
    });
  }
}
