import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EventLog,
  isCaughtUp,
  LOG_START,
  type LogPosition,
  type RecordedEvent,
  UnknownEventTypeError,
} from '@regielijn/event-store';
import { inTransaction } from '@regielijn/postgres';
import type pg from 'pg';
import { LostCheckpointError, Projection } from './projection.js';
import { type ReadModel, readModelSql } from './read-model.js';
import { addGeneration, createRegistry, type Generation, generations, removeGeneration } from './registry.js';

const PAGE = 2_000;
const PAUSE_AFTER_TROUBLE_MS = 500;
/** How often a process looks whether it may take over projections that another process follows. */
const CLAIM_MS = 2_000;

export interface RebuildProgress {
  readonly events: number;
}

/** Keeps all read models up to date from one pass over the log, and rebuilds them beside the live ones. */
export class ProjectionRunner {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  /** Read models that met an event this program does not know. They stop; nothing is skipped. */
  private readonly stopped = new Set<string>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    readonly readModels: readonly ReadModel[],
    private readonly say: (line: string) => void = () => undefined,
  ) {}

  /** Creates the tables of read models that have none of this version. A changed version is built, then switched. */
  async prepare(): Promise<void> {
    await createRegistry(this.pool);
    const known = await generations(this.pool);
    for (const readModel of this.readModels) {
      const live = known.find(({ name, state }) => name === readModel.name && state === 'live');
      if (!live) await this.createLive(readModel).catch(ignoreRival);
      else if (live.version !== readModel.version) await this.rebuild([readModel]);
    }
  }

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Builds the given read models anew from the whole log beside the live ones, then switches all of them at once. */
  async rebuild(
    readModels: readonly ReadModel[] = this.readModels,
    onProgress: (progress: RebuildProgress) => void = () => undefined,
  ): Promise<void> {
    const built = await this.buildBeside(readModels, onProgress);
    await this.switchTo(built);
  }

  /** Builds new generations as far as the log goes now. The caller switches to them or drops them. */
  async buildBeside(
    readModels: readonly ReadModel[],
    onProgress: (progress: RebuildProgress) => void = () => undefined,
  ): Promise<readonly Projection[]> {
    await createRegistry(this.pool);
    const projections = await Promise.all(readModels.map((readModel) => this.createBuilding(readModel)));
    let events = 0;
    let position: LogPosition = LOG_START;
    let reading = this.log.store.readAll(position, PAGE);
    for (;;) {
      const page = await reading;
      position = page.at(-1)?.position ?? position;
      // The next page is fetched while this one is written.
      if (page.length === PAGE) reading = this.log.store.readAll(position, PAGE);
      await Promise.all(projections.map((projection) => projection.apply(page, position)));
      events += page.length;
      onProgress({ events });
      if (page.length < PAGE) return projections;
    }
  }

  /** Makes generations live: catches up while nobody moves the live checkpoint, then swaps views and drops the old. */
  async switchTo(projections: readonly Projection[]): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      // The live followers wait for this lock at their next checkpoint and then find their generation gone.
      await client.query('lock table projecties.generatie in exclusive mode');
      for (const { readModel, generation } of projections) {
        const old = (await generations(client)).filter(
          ({ name, generation: g }) => name === readModel.name && g < generation,
        );
        for (const unit of old) await removeGeneration(client, unit);
        await client.query("update projecties.generatie set state = 'live' where name = $1 and generation = $2", [
          readModel.name,
          generation,
        ]);
        await client.query(readModelSql(readModel, generation).makeLive);
        for (const unit of old) await client.query(readModelSql(readModel, unit.generation).drop);
      }
    });
  }

  async drop(projections: readonly Projection[]): Promise<void> {
    for (const { readModel, generation } of projections) {
      await removeGeneration(this.pool, { name: readModel.name, generation });
      await this.pool.query(readModelSql(readModel, generation).drop);
    }
  }

  /** Folds a parked stream again, after what it choked on was mended. */
  async resume(name: string, stream: string): Promise<void> {
    const live = (await generations(this.pool)).find((unit) => unit.name === name && unit.state === 'live');
    const readModel = this.readModels.find((candidate) => candidate.name === name);
    if (live && readModel) await this.projectionOf(readModel, live).resume(stream);
  }

  private projectionOf(readModel: ReadModel, { generation, position }: Generation): Projection {
    return new Projection(this.pool, this.log, readModel, generation, position);
  }

  private async createLive(readModel: ReadModel): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const generation = 1;
      await addGeneration(client, unitOf(readModel, generation, 'live'));
      const sql = readModelSql(readModel, generation);
      await client.query(sql.create);
      await client.query(sql.makeLive);
    });
  }

  private async createBuilding(readModel: ReadModel): Promise<Projection> {
    const taken = (await generations(this.pool)).filter(({ name }) => name === readModel.name);
    const generation = Math.max(0, ...taken.map((unit) => unit.generation)) + 1;
    await inTransaction(this.pool, async (client) => {
      await addGeneration(client, unitOf(readModel, generation, 'opbouw'));
      await client.query(readModelSql(readModel, generation).create);
    });
    return new Projection(this.pool, this.log, readModel, generation, LOG_START);
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.followWhileOurs();
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof LostCheckpointError)) this.say(`projecties wachten: ${(error as Error).message}`);
        await sleep(PAUSE_AFTER_TROUBLE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** One active follower over all processes: the one that holds the advisory lock. */
  private async followWhileOurs(): Promise<void> {
    const { signal } = this.stopping;
    const client = await this.pool.connect();
    let broken = false;
    client.once('error', () => (broken = true));
    try {
      const { rows } = await client.query<{ ours: boolean }>(
        "select pg_try_advisory_lock(hashtext('projecties')) as ours",
      );
      if (!rows[0]?.ours) return void (await sleep(CLAIM_MS, undefined, { signal }).catch(() => undefined));
      await this.follow(() => broken);
    } finally {
      client.release(true);
    }
  }

  private async follow(lockLost: () => boolean): Promise<void> {
    const live = (await generations(this.pool)).filter(({ state }) => state === 'live');
    const projections = this.readModels.flatMap((readModel) => {
      const unit = live.find(({ name, version }) => name === readModel.name && version === readModel.version);
      return unit && !this.stopped.has(readModel.name) ? [this.projectionOf(readModel, unit)] : [];
    });
    const start = projections.map(({ position }) => position).sort()[0] ?? LOG_START;
    for await (const page of this.pages(start)) {
      if (lockLost()) return;
      const upTo = page.at(-1)!.position;
      await Promise.all(projections.map((projection) => this.applyOrStop(projection, page, upTo)));
      if (projections.some(({ readModel }) => this.stopped.has(readModel.name))) return;
    }
  }

  private async applyOrStop(projection: Projection, page: readonly RecordedEvent[], upTo: LogPosition): Promise<void> {
    try {
      await projection.apply(page, upTo);
    } catch (error) {
      if (!(error instanceof UnknownEventTypeError)) throw error;
      this.stopped.add(projection.readModel.name);
      this.say(`leesmodel ${projection.readModel.name} staat stil: ${error.message}`);
    }
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

const unitOf = (readModel: ReadModel, generation: number, state: Generation['state']): Generation => ({
  name: readModel.name,
  generation,
  version: readModel.version,
  state,
  position: LOG_START,
});

/** Two processes that prepare an empty database at once: the second finds the work done. */
const ignoreRival = (error: unknown): void => {
  if ((error as { code?: string }).code !== '23505') throw error;
};
