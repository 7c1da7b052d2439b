import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, LogPosition, RecordedEvent } from '@regielijn/event-store';
import { isCorrectieType, withCorrections } from '@regielijn/kern';
import { inTransaction } from '@regielijn/postgres';
import type pg from 'pg';
import { LostCheckpointError, mayBePoison } from './poison.js';
import { categoryOf, type Lines, type ReadModel, readModelSql } from './read-model.js';
import {
  holdCheckpoint,
  type IsParked,
  moveCheckpoint,
  parkedAmong,
  parkStream,
  type Unit,
  unpark,
} from './registry.js';

type Row = Record<string, unknown>;

const TRIES_BEFORE_PARKING = 3;

/** One generation of one read model, fed with pages of the log in order. Rows and checkpoint change in one transaction. */
export class Projection {
  private readonly sql: ReturnType<typeof readModelSql>;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
    readonly readModel: ReadModel,
    readonly generation: number,
    private current: LogPosition,
  ) {
    this.sql = readModelSql(readModel, generation);
  }

  get position(): LogPosition {
    return this.current;
  }

  /** A generation's own parked streams: building a new one tries each of them again. */
  get unit(): Unit {
    return { name: this.readModel.name, generation: this.generation };
  }

  /**
   * Takes in a page whose last position is `upTo`. A page that fails is tried event by event; the event that keeps
   * failing is parked with its stream, and the others go on.
   */
  async apply(page: readonly RecordedEvent[], upTo: LogPosition): Promise<void> {
    const own = this.ownOf(page);
    try {
      await this.write(own, upTo);
    } catch (error) {
      if (!mayBePoison(error)) throw error;
      for (const event of own) await this.applyOrPark(event);
      await this.write([], upTo);
    }
  }

  /** Writes a page in a transaction that moves its checkpoint; `wentOnTo` tells that it stands. */
  async writeIn(
    client: pg.PoolClient,
    page: readonly RecordedEvent[],
    upTo: LogPosition,
    isParked: IsParked,
  ): Promise<void> {
    const own = this.ownOf(page).filter(({ stream }) => !isParked(this.unit, stream));
    if (own.length > 0) await this.save(client, await this.foldPage(client, own, upTo));
  }

  /** Its checkpoint was moved together with others. */
  wentOnTo(position: LogPosition): void {
    this.current = position;
  }

  /** Lets a parked stream go on: folds it again from its beginning, as far as this generation has come. */
  async resume(stream: string): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const upTo = await holdCheckpoint(client, this.unit);
      if (upTo === null) throw new LostCheckpointError('gone');
      await this.save(client, new Map([[stream, await this.foldWhole(stream, upTo)]]));
      await unpark(client, this.unit, stream);
    });
  }

  private ownOf(page: readonly RecordedEvent[]): readonly RecordedEvent[] {
    const isOwn = ({ position, stream }: RecordedEvent): boolean =>
      position > this.current && this.readModel.categories.includes(categoryOf(stream));
    return page.filter(isOwn);
  }

  private async applyOrPark(event: RecordedEvent): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.write([event], event.position);
      } catch (error) {
        if (!mayBePoison(error)) throw error;
        if (attempt === TRIES_BEFORE_PARKING) return await this.park(event, error);
        await sleep(attempt * 20);
      }
    }
  }

  private async park(event: RecordedEvent, error: unknown): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await this.checkpoint(client, event.position);
      await parkStream(client, this.unit, event, error);
    });
    this.current = event.position;
  }

  private async write(events: readonly RecordedEvent[], upTo: LogPosition): Promise<void> {
    if (upTo <= this.current) return;
    if (events.length === 0) await this.checkpoint(this.pool, upTo);
    else
      await inTransaction(this.pool, async (client) => {
        // The checkpoint comes first: a switch or a resume waits for us here, or we for it, before rows are touched.
        await this.checkpoint(client, upTo);
        await this.writeIn(client, events, upTo, await parkedAmong(client, streamsOf(events)));
      });
    this.current = upTo;
  }

  private async checkpoint(db: pg.Pool | pg.PoolClient, to: LogPosition): Promise<void> {
    const outcome = await moveCheckpoint(db, this.unit, this.current, to);
    if (outcome !== 'stored') throw new LostCheckpointError(outcome);
  }

  private async foldPage(
    client: pg.PoolClient,
    events: readonly RecordedEvent[],
    upTo: LogPosition,
  ): Promise<ReadonlyMap<string, Row | null>> {
    const { rows } = await client.query<Row>({ ...this.sql.load, values: [streamsOf(events)] });
    const folded = new Map<string, Row | null>(rows.map((row) => [row['stream'] as string, row]));
    // A correction changes what earlier events mean, so its stream is folded again as far as this page goes.
    const again = new Set(streamsOf(events.filter(({ type }) => isCorrectieType(type))));
    for (const stream of again) folded.set(stream, await this.foldWhole(stream, upTo));
    for (const sealed of events) {
      if (again.has(sealed.stream)) continue;
      // One by one: an event that nobody knows must not keep what came before it from being taken in.
      const [event] = await this.log.openInPart([sealed], this.readModel.revealed);
      folded.set(sealed.stream, this.evolve(folded.get(sealed.stream) ?? null, event!));
    }
    return folded;
  }

  private async foldWhole(stream: string, upTo: LogPosition): Promise<Row | null> {
    const history = (await this.log.readSealed(stream, this.readModel.revealed)).filter(
      ({ position }) => position <= upTo,
    );
    const row = withCorrections(history as never).reduce<Row | null>(
      (folded, event) => this.evolve(folded, event as unknown as RecordedEvent),
      null,
    );
    return row && { ...row, stream_version: String(history.at(-1)!.streamVersion) };
  }

  private evolve(row: Row | null, event: RecordedEvent): Row | null {
    const next = this.readModel.evolve(row, event) as Row | null;
    return next && { ...next, stream: event.stream, stream_version: String(event.streamVersion) };
  }

  private async save(client: pg.PoolClient, folded: ReadonlyMap<string, Row | null>): Promise<void> {
    const rows = [...folded.values()].filter((row) => row !== null);
    const gone = [...folded].filter(([, row]) => row === null).map(([stream]) => stream);
    if (rows.length > 0) await client.query({ ...this.sql.save, values: [JSON.stringify(rows)] });
    if (gone.length > 0) await client.query({ ...this.sql.remove, values: [gone] });
    const { lines } = this.readModel;
    if (lines && rows.length > 0) await this.saveLines(client, lines, rows);
  }

  private async saveLines(client: pg.PoolClient, lines: Lines<object>, rows: readonly Row[]): Promise<void> {
    await client.query({ ...this.sql.removeLines, values: [rows.map(({ stream }) => stream)] });
    const below = rows.flatMap((row) => lines.of(row).map((line) => ({ stream: row['stream'], ...line })));
    if (below.length > 0) await client.query({ ...this.sql.saveLines, values: [JSON.stringify(below)] });
  }
}

export const streamsOf = (events: readonly RecordedEvent[]): string[] => [
  ...new Set(events.map(({ stream }) => stream)),
];
