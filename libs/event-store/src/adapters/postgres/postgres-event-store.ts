import { setTimeout as sleep } from 'node:timers/promises';
import { connectionSettings, isDatabaseAway } from '@regielijn/postgres';
import pg from 'pg';
import { StoreUnavailableError } from '../../errors.js';
import type {
  AppendReceipt,
  CaughtUp,
  EventStore,
  ExpectedVersion,
  LogPosition,
  NewEvent,
  RecordedEvent,
  StreamName,
} from '../../event-store.js';
import { AppendQueue } from './append-queue.js';
import { LogTail } from './log-tail.js';
import { READ_PAGE, ReadQueue } from './read-queue.js';
import { EVENT_COLUMNS, type EventRow, fromPosition, toRecordedEvent } from './rows.js';
import { APPEND_FUNCTION, LOG_SCHEMA } from './schema.sql.js';
import { LogWakeUp } from './wake-up.js';

/** How long a call goes on trying while the server is away. */
const RETRY_WITHIN_MS = 2_000;
const PAGE = 1_000;
/** An advisory lock key of our own: two processes that start together create the schema one after the other. */
const SCHEMA_LOCK = 7_201_901;

/** The event log on PostgreSQL: gapless positions from one counter row, appends of one process coalesced. */
export class PostgresEventStore implements EventStore {
  private readonly queue = new AppendQueue((text, values) => this.query({ text, values, name: 'append' }));
  private readonly reads = new ReadQueue((query) => this.rows(query));
  private readonly tail = new LogTail((after, limit) => this.readAll(after, limit), PAGE);
  private readonly wakeUp: LogWakeUp;

  private constructor(private readonly pool: pg.Pool) {
    this.wakeUp = new LogWakeUp(pool);
  }

  /** Connects and creates what is not there yet. */
  static async open(databaseUrl: string, options: { connections?: number } = {}): Promise<PostgresEventStore> {
    const pool = new pg.Pool({ ...connectionSettings(databaseUrl), max: options.connections ?? 6 });
    pool.on('error', () => undefined);
    const store = new PostgresEventStore(pool);
    // Statements sent together are one transaction.
    await store.query({ text: `select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${LOG_SCHEMA} ${APPEND_FUNCTION}` });
    return store;
  }

  append(stream: StreamName, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendReceipt> {
    return this.queue.add(stream, expected, events);
  }

  async *read(stream: StreamName, from = 0n): AsyncIterable<RecordedEvent> {
    for (let next = from; ;) {
      const rows = await this.reads.read(stream, next);
      yield* rows.map(toRecordedEvent);
      if (rows.length < READ_PAGE) return;
      next = rows.at(-1)![3] + 1n;
    }
  }

  async readAll(after: LogPosition, limit: number): Promise<readonly RecordedEvent[]> {
    const text = `select ${EVENT_COLUMNS} from log.event where position > $1 order by position limit $2`;
    const rows = await this.rows<EventRow>({ name: 'read-all', text, values: [fromPosition(after), limit] });
    return rows.map(toRecordedEvent);
  }

  async *follow(after: LogPosition, signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    let position = after;
    let woken: Promise<void> | undefined;
    while (!signal.aborted) {
      // One at a time: a wait per page left a listener each on the signal.
      woken ??= this.wakeUp.next(signal);
      const page = await this.tail.after(position).catch((error: unknown) => {
        if (error instanceof StoreUnavailableError) return null;
        throw error;
      });
      for (const event of page ?? []) {
        if (signal.aborted) return;
        yield event;
        position = event.position;
      }
      if (page?.length === PAGE) continue;
      if (page) yield { caughtUp: true, position };
      await woken;
      woken = undefined;
    }
  }

  async close(): Promise<void> {
    if (this.pool.ending) return;
    await this.wakeUp.close();
    await this.pool.end();
  }

  private async rows<Row extends unknown[] = unknown[]>(query: pg.QueryConfig): Promise<Row[]> {
    const { rows } = await this.query({ ...query, rowMode: 'array' } as pg.QueryConfig);
    return rows as Row[];
  }

  /** Repeats while the server is away. Every query here may be repeated: reads, and appends by their event ids. */
  private async query(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const deadline = Date.now() + RETRY_WITHIN_MS;
    for (let wait = 10; ; wait = Math.min(wait * 2, 250)) {
      try {
        return await this.pool.query(query);
      } catch (error) {
        if (this.pool.ending) throw new StoreUnavailableError('gesloten', { cause: error });
        if (!isDatabaseAway(error)) throw error;
        if (Date.now() + wait > deadline) throw new StoreUnavailableError('PostgreSQL', { cause: error });
        await sleep(wait * (0.5 + Math.random() / 2));
      }
    }
  }
}
