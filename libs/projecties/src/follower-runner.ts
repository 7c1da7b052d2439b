import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EventLog,
  isCaughtUp,
  LOG_START,
  type LogPosition,
  type RecordedEvent,
  UnknownEventTypeError,
} from '@regielijn/event-store';
import { type Say } from '@regielijn/postgres';
import type pg from 'pg';
import { FollowerCheckpoints } from './follower-checkpoints.js';
import { whileAlone } from './one-active.js';
import { mayBePoison } from './poison.js';
import { categoryOf } from './read-model.js';
import { createRegistry, parkedStreams, parkStream, type Unit, unpark } from './registry.js';

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

/**
 * Runs one follower: one active over all processes, its checkpoint stored after what it handled. A stream whose event
 * keeps failing is parked; what it missed is tried again, in order, at each start.
 */
export class FollowerRunner {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    private readonly follower: Follower,
    private readonly say: Say = () => undefined,
    private readonly checkpoints = new FollowerCheckpoints(pool),
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private get unit(): Unit {
    return { name: `volger:${this.follower.name}`, generation: 0 };
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const ours = await whileAlone(this.pool, this.unit.name, (lockLost) => this.follow(lockLost));
        if (!ours) await sleep(CLAIM_MS, undefined, { signal }).catch(() => undefined);
      } catch (error) {
        // Another version of the program wrote it: nothing may be skipped, so this process stops following.
        if (error instanceof UnknownEventTypeError)
          return this.say(`volger ${this.follower.name} staat stil: ${error.message}`, { warning: true });
        if (signal.aborted) return;
        this.say(`volger ${this.follower.name} wacht`, { error });
        await sleep(PAUSE_AFTER_TROUBLE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async follow(lockLost: () => boolean): Promise<void> {
    await createRegistry(this.pool);
    let stored = await this.checkpoint();
    const parked = await this.retryParked(stored);
    let position = stored;
    let handled = 0;
    // Handling goes on while it is written: what comes again after a crash is safe to do twice.
    let storing: Promise<void> = Promise.resolve();
    let failed: Error | undefined;
    const broken = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, broken.signal]);
    for await (const item of this.log.store.follow(position, signal)) {
      if (lockLost()) return;
      if (!isCaughtUp(item)) {
        const ours = this.follower.categories.includes(categoryOf(item.stream)) && !parked.has(item.stream);
        if (ours && !(await this.handleOrPark(item))) parked.add(item.stream);
        position = item.position;
        handled += 1;
      }
      if (position !== stored && (isCaughtUp(item) || handled >= CHECKPOINT_EVERY)) {
        storing = this.checkpoints.store(this.follower.name, position);
        storing.catch((error: Error) => {
          failed = error;
          // A quiet log brings no next event at which this would be noticed.
          broken.abort();
        });
        stored = position;
        handled = 0;
      }
    }
    if (failed) throw failed;
    await storing;
  }

  /** Handles what parked streams missed; answers the streams where an event still fails. */
  private async retryParked(upTo: LogPosition): Promise<Set<string>> {
    const still = new Set<string>();
    for (const { projectie, stream, position } of await parkedStreams(this.pool)) {
      if (projectie !== this.unit.name) continue;
      let handled = true;
      for await (const event of this.log.store.read(stream)) {
        if (event.position < position || event.position > upTo) continue;
        handled = await this.handleOrPark(event);
        if (!handled) break;
      }
      if (handled) await unpark(this.pool, this.unit, stream);
      else still.add(stream);
    }
    return still;
  }

  /** Answers false when the event kept failing and its stream was parked. */
  private async handleOrPark(event: RecordedEvent): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [opened] = await this.log.open([event]);
        await this.follower.handle(opened!);
        return true;
      } catch (error) {
        if (!mayBePoison(error)) throw error;
        if (attempt < TRIES_BEFORE_PARKING) {
          await sleep(attempt * 50);
          continue;
        }
        const fout = await parkStream(this.pool, this.unit, event, error);
        this.say(`volger ${this.follower.name} zet ${event.type} apart: ${fout}`, { warning: true });
        return false;
      }
    }
  }

  private async checkpoint(): Promise<LogPosition> {
    const { rows } = await this.pool.query<{ position: string }>(
      'select position from projecties.volger where name = $1',
      [this.follower.name],
    );
    return rows[0]?.position ?? LOG_START;
  }
}
