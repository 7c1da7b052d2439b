import { setMaxListeners } from 'node:events';
import {
  NO_STREAM,
  type Position,
  type RecordedEvent as StreamEvent,
  START,
  type StreamingRead,
} from '@eventstore/db-client';
import { isCodedError } from '@regielijn/kern';
import { StoreUnavailableError, StreamDeletedError, VersionConflictError } from '../../errors.js';
import {
  type AppendReceipt,
  type CaughtUp,
  type EventStore,
  type ExpectedVersion,
  LOG_START,
  type LogPosition,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
} from '../../event-store.js';
import { checkAppend, firstVersion, isSameAppend } from '../append-rules.js';
import { backoffMs, pause } from './backoff.js';
import { isAnswer, isConflict, isStreamNotFound, toPortError, unavailable } from './client-errors.js';
import { connect, type Connection, disconnect } from './connection.js';
import { ENGINE_STREAMS } from './engine-streams.js';
import { fromLogPosition, toLogPosition, toProposedEvent, toRecordedEvent } from './recorded-event.js';
import { subscribe } from './subscription.js';

export interface EventStoreDbOptions {
  /** What the names of the engine's streams begin with. A node may be shared: all else in it is not seen. */
  readonly streamPrefixes?: readonly string[];
  /** How long a call is repeated while nobody knows its outcome, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 2000;
const PAGE_SIZE = 500;
const LONGEST_READ_PAUSE_MS = 250;
const LONGEST_FOLLOW_PAUSE_MS = 5000;

/**
 * The log in EventStoreDB, for a deployment that has outgrown one database. Its own $all order is the log order; positions
 * have gaps, and event ids are not checked beyond the stream they are appended to.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly connection: Connection;
  private readonly prefixes: readonly string[];
  private readonly patienceMs: number;
  private readonly closing = new AbortController();

  /** @param connectionString as the node's documentation writes it: `esdb://host:2113?tls=false` */
  constructor(
    private readonly connectionString: string,
    options: EventStoreDbOptions = {},
  ) {
    this.connection = connect(connectionString);
    // Every read that waits for the node listens for the end, and as many may wait as are asked at once.
    setMaxListeners(0, this.closing.signal);
    this.prefixes = options.streamPrefixes ?? ENGINE_STREAMS;
    this.patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  async append(stream: StreamName, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendReceipt> {
    this.refuseWhenClosed();
    if (!this.prefixes.some((prefix) => stream.startsWith(prefix)))
      throw new Error(`${stream}: nobody would ever read it back from the log; see ENGINE_STREAMS`);
    checkAppend(stream, events);
    const { client, appends } = this.connection;
    const proposed = events.map(toProposedEvent);
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : expected;
    try {
      const result = await appends.send(
        () => client.appendToStream(stream, proposed, { expectedRevision }),
        this.patienceMs,
      );
      return receiptOf(result, stream, firstVersion(expected) + BigInt(events.length - 1));
    } catch (error) {
      if (!isConflict(error)) throw toPortError(error, stream);
      return await this.afterConflict(stream, expected, events, error.actualVersion);
    }
  }

  async *read(stream: StreamName, from = 0n): AsyncIterable<RecordedEvent> {
    for (let next = from; ;) {
      const page = await this.readPage(stream, next, PAGE_SIZE);
      // A stream that was deleted and written again goes on numbering.
      if (page?.[0] && page[0].revision !== next) throw new StreamDeletedError(stream);
      yield* page?.map(toRecordedEvent) ?? [];
      if (!page || page.length < PAGE_SIZE) return;
      next += BigInt(page.length);
    }
  }

  async readAll(after: LogPosition, limit: number): Promise<readonly RecordedEvent[]> {
    if (limit < 1) return [];
    try {
      return await this.repeat(() => this.collectAfter(after, limit));
    } catch (error) {
      throw isAnswer(error) ? unavailable(error) : error;
    }
  }

  async *follow(after: LogPosition, signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    let position = after;
    for (let failures = 0; !stop.aborted;) {
      try {
        for await (const event of this.ownEvents(position, stop)) {
          failures = 0;
          if (stop.aborted) break;
          const item = event ?? { caughtUp: true as const, position };
          position = item.position;
          yield item;
        }
      } catch (error) {
        if (isCodedError(error)) throw error;
        if (isAnswer(error)) throw unavailable(error);
      }
      failures += 1;
      await pause(backoffMs(failures, LONGEST_FOLLOW_PAUSE_MS), stop);
    }
    if (!signal.aborted) this.refuseWhenClosed();
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await disconnect(this.connectionString);
  }

  /** A conflict may also be the answer to a retry of an append that did arrive: the ids decide. */
  private async afterConflict(
    stream: StreamName,
    expected: ExpectedVersion,
    events: readonly NewEvent[],
    actual: bigint | typeof NO_STREAM,
  ): Promise<AppendReceipt> {
    const present = await this.readPage(stream, firstVersion(expected), events.length);
    const last = present?.at(-1);
    if (last && isSameAppend(present!, events)) {
      return { streamVersion: last.revision, position: toLogPosition(last.position!) };
    }
    if (!present && actual !== NO_STREAM && (await this.isDeleted(stream))) throw new StreamDeletedError(stream);
    throw new VersionConflictError(stream, expected, actual === NO_STREAM ? 'no-stream' : actual);
  }

  /**
   * That a stream with a version cannot be read may also be because the winner of a race is not readable yet. Deleting
   * leaves its mark in the stream's metadata, where the engine writes nothing.
   */
  private async isDeleted(stream: StreamName): Promise<boolean> {
    return (await this.readPage(`$$${stream}`, 0n, 1)) !== undefined;
  }

  /** `undefined` when there is no such stream, or none any more. */
  private async readPage(stream: StreamName, from: bigint, maxCount: number): Promise<StreamEvent[] | undefined> {
    try {
      const page = await this.repeat(() =>
        this.collect(this.connection.client.readStream(stream, { fromRevision: from, maxCount })),
      );
      return page.flatMap(({ event }) => (event ? [event] : []));
    } catch (error) {
      if (isStreamNotFound(error)) return undefined;
      throw toPortError(error, stream);
    }
  }

  /** A read of $all cannot filter and would drag in all of the others' events; a subscription that stops at the end can. */
  private async collectAfter(after: LogPosition, limit: number): Promise<RecordedEvent[]> {
    const silent = new AbortController();
    const silence = setTimeout(() => silent.abort(), this.patienceMs);
    const events: RecordedEvent[] = [];
    try {
      for await (const event of this.ownEvents(after, silent.signal, () => silence.refresh())) {
        silence.refresh();
        if (event) events.push(event);
        if (!event || events.length === limit) return events;
      }
      throw new Error('the node stopped before the end of the log');
    } finally {
      clearTimeout(silence);
    }
  }

  /** The engine's events after a position, and `undefined` each time the end is reached. A tombstone is not one of them. */
  private async *ownEvents(
    after: LogPosition,
    signal: AbortSignal,
    onProgress?: () => void,
  ): AsyncGenerator<RecordedEvent | undefined> {
    const options = { after: startAt(after), prefixes: this.prefixes, signal, onProgress };
    for await (const event of subscribe(this.connection.client, options)) {
      if (!event?.type.startsWith('$')) yield event && toRecordedEvent(event);
    }
  }

  /** The same read again while the node is away, for as long as the patience lasts. */
  private async repeat<T>(attempt: () => Promise<T>): Promise<T> {
    const end = Date.now() + this.patienceMs;
    for (let failures = 1; ; failures++) {
      this.refuseWhenClosed();
      try {
        return await attempt();
      } catch (error) {
        if (isCodedError(error) || isAnswer(error)) throw error;
        if (Date.now() >= end) throw unavailable(error);
        await pause(backoffMs(failures, LONGEST_READ_PAUSE_MS), this.closing.signal);
      }
    }
  }

  private async collect<T>(read: StreamingRead<T>): Promise<T[]> {
    // The loop below reports an error; one that comes when nobody listens any more would end the process.
    read.on('error', () => undefined);
    const tooLate = setTimeout(() => read.destroy(new Error('no answer in time')), this.patienceMs);
    const items: T[] = [];
    try {
      for await (const item of read) items.push(item);
      return items;
    } finally {
      clearTimeout(tooLate);
      await read.cancel().catch(() => undefined);
    }
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailableError('gesloten');
  }
}

const startAt = (position: LogPosition): Position | typeof START =>
  position === LOG_START ? START : fromLogPosition(position);

/**
 * Any other version than the one asked for means that the stream had been deleted and its numbering went on; no position
 * means that the append was there before, and was deleted.
 */
const receiptOf = (
  result: { readonly nextExpectedRevision: bigint; readonly position?: Position },
  stream: StreamName,
  lastVersion: bigint,
): AppendReceipt => {
  if (result.nextExpectedRevision !== lastVersion || !result.position) throw new StreamDeletedError(stream);
  return { streamVersion: lastVersion, position: toLogPosition(result.position) };
};
