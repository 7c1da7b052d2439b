import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EventLog,
  isCaughtUp,
  type LogPosition,
  type RecordedEvent,
  UnknownEventTypeError,
} from '@regielijn/event-store';
import { inTransaction, type Say } from '@regielijn/postgres';
import type pg from 'pg';
import { GenerationBuilder, type OnProgress } from './generation-builder.js';
import { allDone, whileAlone } from './one-active.js';
import { LostCheckpointError } from './poison.js';
import { Projection, streamsOf } from './projection.js';
import type { ReadModel } from './read-model.js';
import { createRegistry, type Generation, generations, moveCheckpoints, parkedAmong } from './registry.js';

const PAGE = 2_000;
const PAUSE_AFTER_TROUBLE_MS = 500;
/** How often a process looks whether it may take over projections that another process follows. */
const CLAIM_MS = 2_000;

/** Keeps all read models up to date from one pass over the log, and rebuilds them beside the live ones. */
export class ProjectionRunner {
  private readonly stopping = new AbortController();
  private readonly builder: GenerationBuilder;
  private running: Promise<void> | undefined;
  /** Read models that only another version of this program can follow. Nothing is skipped. */
  private readonly stopped = new Set<string>();

  /** `readModels`: all there are; what a database holds of others is removed. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    readonly readModels: readonly ReadModel[],
    private readonly say: Say = () => undefined,
  ) {
    this.builder = new GenerationBuilder(pool, log, new Set(readModels.map(({ name }) => name)));
  }

  /**
   * Needed before `start`: removes what a killed rebuild left, and builds the read models that are new or whose version
   * changed, beside what queries read until then.
   */
  async prepare(): Promise<void> {
    await createRegistry(this.pool);
    await this.builder.dropLeftOvers();
    if ((await this.outdated()).length === 0) return;
    // Another process that starts now may have built them by the time it is our turn.
    await this.builder.alone(async () => this.builder.switchTo(await this.builder.build(await this.outdated())));
  }

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Builds the given read models anew from the whole log beside the live ones, then switches to them. */
  async rebuild(readModels: readonly ReadModel[] = this.readModels, onProgress?: OnProgress): Promise<void> {
    await this.buildBeside(readModels, (built) => this.builder.switchTo(built), onProgress);
  }

  /** Builds new generations as far as the log goes now, hands them to `use`, and drops those it did not switch to. */
  async buildBeside(
    readModels: readonly ReadModel[],
    use: (built: readonly Projection[]) => Promise<void>,
    onProgress?: OnProgress,
  ): Promise<void> {
    await createRegistry(this.pool);
    await this.builder.alone(async () => use(await this.builder.build(readModels, onProgress)));
  }

  /** Folds a parked stream again, after what it choked on was mended. */
  async resume(name: string, stream: string): Promise<void> {
    const unit = (await this.live()).get(name);
    const readModel = this.readModels.find((candidate) => candidate.name === name);
    if (unit && readModel) await this.projectionOf(readModel, unit).resume(stream);
  }

  private projectionOf(readModel: ReadModel, { generation, position }: Generation): Projection {
    return new Projection(this.pool, this.log, readModel, generation, position);
  }

  private async live(): Promise<ReadonlyMap<string, Generation>> {
    const live = (await generations(this.pool)).filter(({ state }) => state === 'live');
    return new Map(live.map((unit) => [unit.name, unit]));
  }

  /** Read models that have no live generation of their version. */
  private async outdated(): Promise<readonly ReadModel[]> {
    const live = await this.live();
    return this.readModels.filter(({ name, version }) => live.get(name)?.version !== version);
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        // One active follower over all processes: the one that holds the lock.
        const busy = await whileAlone(this.pool, 'projecties', (lockLost) => this.follow(lockLost));
        if (!busy) await this.pause(CLAIM_MS);
      } catch (error) {
        if (error instanceof LostCheckpointError) continue;
        if (signal.aborted) return;
        this.say('projecties wachten', { error });
        await this.pause(PAUSE_AFTER_TROUBLE_MS);
      }
    }
  }

  private async follow(lockLost: () => boolean): Promise<void> {
    const live = await this.live();
    const projections: Projection[] = [];
    for (const readModel of this.readModels) {
      const unit = live.get(readModel.name);
      if (unit && unit.version !== readModel.version)
        this.standStill(readModel.name, 'een andere versie van Regielijn houdt het bij');
      if (unit && !this.stopped.has(readModel.name)) projections.push(this.projectionOf(readModel, unit));
    }
    if (projections.length === 0) return void (await this.pause(CLAIM_MS));
    const start = projections.map(({ position }) => position).sort()[0]!;
    for await (const page of this.pages(start)) {
      if (lockLost()) return;
      const upTo = page.at(-1)!.position;
      const behind = projections.filter(({ position }) => position < upTo);
      if (!(await this.writeTogether(behind, page, upTo)))
        await allDone(behind.map((projection) => this.applyOrStop(projection, page, upTo)));
      if (projections.some(({ readModel }) => this.stopped.has(readModel.name))) return;
    }
  }

  /**
   * All of them in one transaction: with one each, a quarter of the queries of a load was spent on beginning and ending
   * them. Answers whether it stands; else each must find out for itself what is wrong.
   */
  private async writeTogether(
    projections: readonly Projection[],
    page: readonly RecordedEvent[],
    upTo: LogPosition,
  ): Promise<boolean> {
    const from = projections.map(({ unit, position }) => ({ ...unit, position }));
    try {
      await inTransaction(this.pool, async (client) => {
        const moved = await moveCheckpoints(client, from, upTo);
        if (moved.size < projections.length) throw new LostCheckpointError('behind');
        const isParked = await parkedAmong(client, streamsOf(page));
        for (const projection of projections) await projection.writeIn(client, page, upTo, isParked);
      });
    } catch {
      return false;
    }
    for (const projection of projections) projection.wentOnTo(upTo);
    return true;
  }

  private async applyOrStop(projection: Projection, page: readonly RecordedEvent[], upTo: LogPosition): Promise<void> {
    try {
      await projection.apply(page, upTo);
    } catch (error) {
      if (!(error instanceof UnknownEventTypeError)) throw error;
      this.standStill(projection.readModel.name, error.message);
    }
  }

  private standStill(name: string, reason: string): void {
    if (this.stopped.has(name)) return;
    this.stopped.add(name);
    this.say(`leesmodel ${name} staat stil: ${reason}`, { warning: true });
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private async *pages(after: LogPosition): AsyncIterable<readonly RecordedEvent[]> {
    let page: RecordedEvent[] = [];
    for await (const item of this.log.store.follow(after, this.stopping.signal)) {
      if (!isCaughtUp(item)) page.push(item);
      if (page.length > 0 && (isCaughtUp(item) || page.length === PAGE)) {
        yield page;
        page = [];
      }
    }
  }
}
