import { setTimeout as sleep } from 'node:timers/promises';
import { type EventLog, type LogPosition, type RecordedEvent, UnknownEventTypeError } from '@regielijn/event-store';
import { CodedError, isCorrectieType, withCorrections } from '@regielijn/kern';
import { inTransaction, isDatabaseAway } from '@regielijn/postgres';
import type pg from 'pg';
import { categoryOf, type ReadModel, readModelSql } from './read-model.js';
import { moveCheckpoint, parkedStreamsOf, parkStream, unpark } from './registry.js';

/** The checkpoint was moved by somebody else: our view of this generation is old. */
export class LostCheckpointError extends Error {
  constructor(readonly outcome: 'ahead' | 'behind' | 'gone') {
    super(`checkpoint ${outcome}`);
  }
}

type Row = Record<string, unknown>;

const TRIES_BEFORE_PARKING = 3;

/** One generation of one read model, fed with pages of the log in order. Rows and checkpoint change in one transaction. */
export class Projection {
  private readonly sql: ReturnType<typeof readModelSql>;
  private parked: Set<string> | undefined;

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
  private get unit(): { name: string; generation: number } {
    return { name: this.readModel.name, generation: this.generation };
  }

  /**
   * Takes in a page whose last position is `upTo`. A page that fails is tried event by event; the event that keeps
   * failing is parked with its stream, and the others go on.
   */
  async apply(page: readonly RecordedEvent[], upTo: LogPosition): Promise<void> {
    const own = page.filter(
      (event) => event.position > this.current && categoryOf(event.stream) === this.readModel.category,
    );
    try {
      await this.write(own, upTo);
    } catch (error) {
      if (error instanceof LostCheckpointError || error instanceof UnknownEventTypeError || isServerTrouble(error))
        throw error;
      for (const event of own) await this.applyOrPark(event);
      await this.write([], upTo);
    }
  }

  /** Lets a parked stream go on: folds it again from its beginning. */
  async resume(stream: string): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await this.save(client, new Map([[stream, await this.foldWhole(stream)]]));
      await unpark(client, this.unit, stream);
    });
    this.parked?.delete(stream);
  }

  private async applyOrPark(event: RecordedEvent): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.write([event], event.position);
      } catch (error) {
        if (error instanceof LostCheckpointError || isServerTrouble(error)) throw error;
        if (attempt === TRIES_BEFORE_PARKING) return await this.park(event, error as Error);
        await sleep(attempt * 20);
      }
    }
  }

  private async park(event: RecordedEvent, error: Error): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await parkStream(client, {
        projectie: this.readModel.name,
        generation: this.generation,
        stream: event.stream,
        eventId: event.id,
        position: event.position,
        type: event.type,
        // Only the kind of error: its text may quote what it choked on.
        fout: error.name,
      });
      await this.checkpoint(client, event.position);
    });
    this.current = event.position;
    this.parked?.add(event.stream);
  }

  private async write(events: readonly RecordedEvent[], upTo: LogPosition): Promise<void> {
    if (upTo <= this.current) return;
    this.parked ??= await parkedStreamsOf(this.pool, this.unit);
    const going = events.filter((event) => !this.parked!.has(event.stream));
    await inTransaction(this.pool, async (client) => {
      if (going.length > 0) await this.save(client, await this.foldPage(client, going));
      await this.checkpoint(client, upTo);
    });
    this.current = upTo;
  }

  private async checkpoint(client: pg.PoolClient, to: LogPosition): Promise<void> {
    const outcome = await moveCheckpoint(client, this.unit, this.current, to);
    if (outcome !== 'stored') throw new LostCheckpointError(outcome);
  }

  private async foldPage(client: pg.PoolClient, events: readonly RecordedEvent[]): Promise<Map<string, Row | null>> {
    const streams = [...new Set(events.map(({ stream }) => stream))];
    const { rows } = await client.query<Row>(this.sql.load, [streams]);
    const folded = new Map<string, Row | null>(rows.map((row) => [row['stream'] as string, row]));
    const again = new Set(events.filter(({ type }) => isCorrectieType(type)).map(({ stream }) => stream));
    for (const sealed of events) {
      if (again.has(sealed.stream)) continue;
      const event = this.log.upcast(sealed);
      folded.set(event.stream, this.evolve(folded.get(event.stream) ?? null, event));
    }
    // A correction changes what earlier events mean, so its stream is folded again as far as this page goes.
    for (const stream of again) {
      const last = events.findLast((event) => event.stream === stream)!.streamVersion;
      folded.set(stream, await this.foldWhole(stream, last));
    }
    return folded;
  }

  private async foldWhole(stream: string, upTo?: bigint): Promise<Row | null> {
    const history = (await this.log.readSealed(stream)).filter(
      (event) => upTo === undefined || event.streamVersion <= upTo,
    );
    const last = history.at(-1);
    const row = withCorrections(history as never).reduce<Row | null>(
      (folded, event) => this.evolve(folded, event as unknown as RecordedEvent),
      null,
    );
    return row && last ? { ...row, stream_version: last.streamVersion } : row;
  }

  private evolve(row: Row | null, event: RecordedEvent): Row | null {
    const next = this.readModel.evolve(row, event) as Row | null;
    return next && { ...next, stream: event.stream, stream_version: event.streamVersion };
  }

  private async save(client: pg.PoolClient, folded: ReadonlyMap<string, Row | null>): Promise<void> {
    const rows = [...folded.values()].filter((row) => row !== null);
    const gone = [...folded].filter(([, row]) => row === null).map(([stream]) => stream);
    if (rows.length > 0)
      await client.query(this.sql.save, [
        JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
      ]);
    if (gone.length > 0) await client.query(this.sql.remove, [gone]);
  }
}

/** The database or the log is away, as opposed to: this event does not fit. */
const isServerTrouble = (error: unknown): boolean =>
  isDatabaseAway(error) || (error instanceof CodedError && error.kind === 'unavailable');
