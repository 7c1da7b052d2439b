import { setTimeout as sleep } from 'node:timers/promises';
import { type EventLog, isCaughtUp, LOG_START, type LogPosition, type RecordedEvent } from '@regielijn/event-store';
import { CodedError } from '@regielijn/kern';
import { isDatabaseAway } from '@regielijn/postgres';
import type pg from 'pg';
import { categoryOf } from './read-model.js';
import { createRegistry, parkStream } from './registry.js';

/**
 * Something that reacts to events with commands: a process, never a projection. It sees each event at least once, in
 * order, so what it does must be safe to do twice (command ids that derive from the event's id). `rebuild` never
 * touches it.
 */
export interface Follower {
  readonly name: string;
  readonly categories: readonly string[];
  /** Gets the event opened: personal fields readable. */
  handle(event: RecordedEvent): Promise<void>;
}

const TRIES_BEFORE_PARKING = 5;
const PAUSE_AFTER_TROUBLE_MS = 500;
const CLAIM_MS = 2_000;
const CHECKPOINT_EVERY = 200;

/** Runs one follower: one active over all processes, its checkpoint stored after what it handled. */
export class FollowerRunner {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    private readonly follower: Follower,
    private readonly say: (line: string) => void = () => undefined,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    await createRegistry(this.pool).catch(() => undefined);
    while (!signal.aborted) {
      try {
        await this.followWhileOurs();
      } catch (error) {
        if (signal.aborted) return;
        this.say(`volger ${this.follower.name} wacht: ${(error as Error).message}`);
        await sleep(PAUSE_AFTER_TROUBLE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async followWhileOurs(): Promise<void> {
    const { signal } = this.stopping;
    const client = await this.pool.connect();
    let lockLost = false;
    client.once('error', () => (lockLost = true));
    try {
      const lock = `volger:${this.follower.name}`;
      const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock(hashtext($1)) as ours', [
        lock,
      ]);
      if (!rows[0]?.ours) return void (await sleep(CLAIM_MS, undefined, { signal }).catch(() => undefined));
      await this.follow(() => lockLost);
    } finally {
      client.release(true);
    }
  }

  private async follow(lockLost: () => boolean): Promise<void> {
    let stored = await this.checkpoint();
    let position = stored;
    let handled = 0;
    for await (const item of this.log.store.follow(position, this.stopping.signal)) {
      if (lockLost()) return;
      if (!isCaughtUp(item)) {
        if (this.follower.categories.includes(categoryOf(item.stream))) await this.handleOrPark(item);
        position = item.position;
        handled += 1;
      }
      if (position !== stored && (isCaughtUp(item) || handled >= CHECKPOINT_EVERY)) {
        await this.store(position);
        stored = position;
        handled = 0;
      }
    }
  }

  private async handleOrPark(event: RecordedEvent): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [opened] = await this.log.open([event]);
        return await this.follower.handle(opened!);
      } catch (error) {
        if (isDatabaseAway(error) || (error instanceof CodedError && error.kind === 'unavailable')) throw error;
        if (attempt === TRIES_BEFORE_PARKING) return await this.park(event, error as Error);
        await sleep(attempt * 50);
      }
    }
  }

  private async park(event: RecordedEvent, error: Error): Promise<void> {
    const { stream, id, position, type } = event;
    const fout = error instanceof CodedError ? error.code : error.name;
    await parkStream(this.pool, {
      projectie: `volger:${this.follower.name}`,
      generation: 0,
      stream,
      eventId: id,
      position,
      type,
      fout,
    });
    this.say(`volger ${this.follower.name} zet ${type} apart: ${fout}`);
  }

  private async checkpoint(): Promise<LogPosition> {
    const { rows } = await this.pool.query<{ position: string }>(
      'select position from projecties.volger where name = $1',
      [this.follower.name],
    );
    return rows[0]?.position ?? LOG_START;
  }

  private async store(position: LogPosition): Promise<void> {
    await this.pool.query(
      `insert into projecties.volger (name, position) values ($1, $2)
       on conflict (name) do update set position = excluded.position`,
      [this.follower.name, position],
    );
  }
}
