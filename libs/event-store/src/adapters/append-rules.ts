import { AppendTooLargeError, DuplicateEventIdError, EmptyAppendError } from '../errors.js';
import type { ExpectedVersion, NewEvent, StreamName } from '../event-store.js';

/** What EventStoreDB takes in one append by default. Every adapter keeps to it, so that a log can move between them. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/**
 * Refuses what no store may accept, before it is asked.
 * @throws EmptyAppendError, AppendTooLargeError, DuplicateEventIdError (one id twice in the same append)
 */
export const checkAppend = (stream: StreamName, events: readonly NewEvent[]): void => {
  if (events.length === 0) throw new EmptyAppendError(stream);
  if (new Set(events.map((event) => event.id)).size < events.length) throw new DuplicateEventIdError(stream);
  if (Buffer.byteLength(JSON.stringify(events)) > MAX_APPEND_BYTES) {
    throw new AppendTooLargeError(stream, MAX_APPEND_BYTES);
  }
};

/** The version that the first event of an append gets. */
export const firstVersion = (expected: ExpectedVersion): bigint => (expected === 'no-stream' ? 0n : expected + 1n);

/** Whether what lies in a stream right after the expected version is this append: then it is a retry. */
export const isSameAppend = (recorded: readonly { readonly id: string }[], events: readonly NewEvent[]): boolean =>
  events.every((event, index) => event.id === recorded[index]?.id);
