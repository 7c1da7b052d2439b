import { setTimeout as sleep } from 'node:timers/promises';
import { type EventLog, LOG_START, type LogPosition, type RecordedEvent } from '@regielijn/event-store';
import { inTransaction } from '@regielijn/postgres';
import type pg from 'pg';
import { allDone, whileAlone } from './one-active.js';
import { Projection } from './projection.js';
import { dropTables, type ReadModel, readModelSql } from './read-model.js';
import { addGeneration, type Generation, generations, holdLive, markLive, removeGeneration } from './registry.js';

const PAGE = 2_000;
const BUILDING = 'projecties:opbouw';
const LOOK_AGAIN_MS = 500;
/** Below the second after which PostgreSQL looks for deadlocks and ends a query of its own choice. */
const SWITCH_LOCK_MS = 300;
const SWITCH_TRIES = 100;
const LOCK_NOT_AVAILABLE = '55P03';

/** Told while a rebuild runs: how many events of the log it has taken in. */
export type OnProgress = (progress: { readonly events: number }) => void;

/** Builds generations of read models beside the live ones and switches to them. */
export class GenerationBuilder {
  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    /** Of every read model there is; generations of others are left-overs. */
    private readonly names: ReadonlySet<string>,
  ) {}

  /** Runs `work` while no other process builds, and leaves nothing half built behind. Waits for its turn. */
  async alone(work: () => Promise<void>): Promise<void> {
    const turn = (): Promise<boolean> =>
      whileAlone(this.pool, BUILDING, async () => {
        try {
          await work();
        } finally {
          // What stays behind when the database is away, the next start removes.
          await this.dropUnused().catch(() => undefined);
        }
      });
    while (!(await turn())) await sleep(LOOK_AGAIN_MS);
  }

  /** Removes what a killed process left, unless another process is building right now. */
  async dropLeftOvers(): Promise<void> {
    await whileAlone(this.pool, BUILDING, () => this.dropUnused());
  }

  /** New generations as far as the log goes now. */
  async build(readModels: readonly ReadModel[], onProgress?: OnProgress): Promise<readonly Projection[]> {
    const projections: Projection[] = [];
    for (const readModel of readModels) {
      const generation = await this.create(readModel);
      projections.push(new Projection(this.pool, this.log, readModel, generation, LOG_START));
    }
    if (projections.length > 0) await this.applyLog(projections, undefined, onProgress);
    return projections;
  }

  /**
   * Makes generations live, each as far as the live one has come. One at a time: who holds the lock on one view while it
   * waits for the next stands in the way of every query that joins them in the other order.
   */
  async switchTo(built: readonly Projection[]): Promise<void> {
    for (const projection of built) await this.switchOne(projection);
  }

  private async switchOne(built: Projection): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTransaction(this.pool, (client) => this.swap(client, built));
      } catch (error) {
        // A query that takes long holds the view: we step back and let the others pass, it is never broken off.
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === SWITCH_TRIES) throw error;
        await sleep(SWITCH_LOCK_MS * Math.random());
      }
    }
  }

  private async swap(client: pg.PoolClient, built: Projection): Promise<void> {
    const { readModel, generation } = built;
    await client.query(`set local lock_timeout = ${SWITCH_LOCK_MS}`);
    const live = await holdLive(client, readModel.name);
    // The live follower waits at its checkpoint from here on; afterwards it finds its generation gone.
    if (live) await this.applyLog([built], live.position);
    if (live) await removeGeneration(client, live);
    await markLive(client, { name: readModel.name, generation });
    await client.query(readModelSql(readModel, generation).makeLive);
    if (live) await client.query(dropTables(live, live.generation));
  }

  /** Applies the log from where these projections are: to its end, or until they have come to `upTo`. */
  private async applyLog(
    projections: readonly Projection[],
    upTo?: LogPosition,
    onProgress: OnProgress = () => undefined,
  ): Promise<void> {
    let events = 0;
    let position = projections.map((projection) => projection.position).sort()[0] ?? LOG_START;
    const read = (): Promise<readonly RecordedEvent[]> => {
      const page = this.log.store.readAll(position, PAGE);
      // Awaited later: until then its failure must not count as one that nobody handles.
      page.catch(() => undefined);
      return page;
    };
    let reading = read();
    while (upTo === undefined || position < upTo) {
      const page = await reading;
      position = page.at(-1)?.position ?? position;
      // The next page is fetched while this one is written.
      if (page.length === PAGE) reading = read();
      await allDone(projections.map((projection) => projection.apply(page, position)));
      events += page.length;
      onProgress({ events });
      if (page.length < PAGE) return;
    }
  }

  private async create(readModel: ReadModel): Promise<number> {
    const { name, version } = readModel;
    const taken = (await generations(this.pool)).filter((unit) => unit.name === name);
    const generation = Math.max(0, ...taken.map((unit) => unit.generation)) + 1;
    await inTransaction(this.pool, async (client) => {
      await addGeneration(client, { name, generation, version, state: 'opbouw', position: LOG_START });
      await client.query(readModelSql(readModel, generation).create);
    });
    return generation;
  }

  private async dropUnused(): Promise<void> {
    const unused = ({ name, state }: Generation): boolean => state === 'opbouw' || !this.names.has(name);
    for (const unit of (await generations(this.pool)).filter(unused)) {
      await removeGeneration(this.pool, unit);
      await this.pool.query(dropTables(unit, unit.generation));
    }
  }
}
