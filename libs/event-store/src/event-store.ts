import type { Actor, Instant, JsonObject } from '@regielijn/kern';

export type { Actor };

/** `<category>-<uuid>` or another name without personal data; the part before the first `-` is the category. */
export type StreamName = string;

/** Opaque, sortable as text: a later event has a greater position. Comparable only within one log. */
export type LogPosition = string;

/** The position before the first event of any log. */
export const LOG_START: LogPosition = '';

export interface EventMetadata {
  readonly actor: Actor;
  /** The command that caused this event: also its idempotency key. Absent on events that no command caused. */
  readonly commandId?: string;
  /** Keyed hash of the command's canonical input: one key with two bodies is noticed, and nobody can guess the input. */
  readonly commandHash?: string;
  readonly correlationId: string;
  readonly causationId: string;
}

/** An event as a caller offers it to the log. `type` carries its version: `traject.geplaatst@1`. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  /** When it happened. */
  readonly geldigOp: Instant;
  /** When it was recorded. A log without gaps (memory, PostgreSQL) never lets this run back along the log. */
  readonly vastgelegdOp: Instant;
  readonly metadata: EventMetadata;
  readonly data: JsonObject;
}

/** An event as the log holds it. Stream versions count from 0. */
export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName;
  readonly streamVersion: bigint;
  readonly position: LogPosition;
}

/** The version the caller saw: the last event's version, or `no-stream`. There is no 'any': no command appends unread. */
export type ExpectedVersion = bigint | 'no-stream';

export interface AppendReceipt {
  /** Version of the last event of this append. */
  readonly streamVersion: bigint;
  /** Position of the last event of this append; give it to `Lees-Na` to read your own write. */
  readonly position: LogPosition;
}

/** Marks that a follower has seen all there is for now. `position` is the last one received. */
export interface CaughtUp {
  readonly caughtUp: true;
  readonly position: LogPosition;
}

export const isCaughtUp = (item: RecordedEvent | CaughtUp): item is CaughtUp => 'caughtUp' in item;

/**
 * The port. Its adapters (memory, PostgreSQL, EventStoreDB) are the only code that knows a database, and one contract
 * suite (`contract/`) holds all of them to the same behaviour.
 *
 * Memory and PostgreSQL promise a log without gaps; EventStoreDB promises order.
 */
export interface EventStore {
  /**
   * Appends all events or none.
   * - Repeating the same call (stream, expected version, same ids in the same order) answers the first receipt.
   * - `VersionConflictError` when the stream is not at `expected`.
   * - `EmptyAppendError`, `AppendTooLargeError`, `DuplicateEventIdError`: the caller's mistakes.
   * - `StoreUnavailableError`: not known whether it was written; repeat the exact call.
   * Appends that one process starts one after the other reach the log in that order.
   */
  append(stream: StreamName, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendReceipt>;

  /** Events of one stream in order, from version `from` (inclusive, default 0). Nothing for a stream that is not there. */
  read(stream: StreamName, from?: bigint): AsyncIterable<RecordedEvent>;

  /** At most `limit` events after `after`, in log order. Fewer than `limit` means: this was the end. */
  readAll(after: LogPosition, limit: number): Promise<readonly RecordedEvent[]>;

  /**
   * All events after `after`, then each new one as it comes, with a `CaughtUp` mark each time the end is reached.
   * Survives the server going away: it resumes after the last event it delivered. Ends when `signal` is aborted.
   */
  follow(after: LogPosition, signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp>;

  /** Lets go of connections. Pending calls fail. */
  close(): Promise<void>;
}
