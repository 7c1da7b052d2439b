import { EventEmitter, once } from 'node:events';
import type { Instant } from '@regielijn/kern';
import { DuplicateEventIdError, StoreUnavailableError, VersionConflictError } from '../errors.js';
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
} from '../event-store.js';
import { checkAppend, firstVersion, isSameAppend } from './append-rules.js';
import { invalidPosition } from './invalid-position.js';

const positionOf = (index: number): LogPosition => String(index + 1).padStart(20, '0');

/** How many events of the log lie at or before a position. */
const countUpTo = (position: LogPosition): number => {
  if (position === LOG_START) return 0;
  if (!/^\d{20}$/.test(position)) throw invalidPosition();
  return Number(position);
};

/** The log in memory: the port's behaviour without a server, for fast tests. Positions are 1, 2, 3, without gaps. */
export class MemoryEventStore implements EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<StreamName, RecordedEvent[]>();
  private readonly ids = new Set<string>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private closed = false;

  async append(stream: StreamName, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendReceipt> {
    this.refuseWhenClosed();
    checkAppend(stream, events);
    const present = this.streams.get(stream) ?? [];
    const first = Number(firstVersion(expected));
    const retried = present.slice(first, first + events.length);
    if (isSameAppend(retried, events)) return receiptFor(retried);
    if (first !== present.length) {
      throw new VersionConflictError(stream, expected, present.at(-1)?.streamVersion ?? 'no-stream');
    }
    if (events.some((event) => this.ids.has(event.id))) throw new DuplicateEventIdError(stream);
    return receiptFor(events.map((event) => this.record(stream, present, event)));
  }

  async *read(stream: StreamName, from = 0n): AsyncIterable<RecordedEvent> {
    this.refuseWhenClosed();
    yield* (this.streams.get(stream) ?? []).slice(Number(from));
  }

  async readAll(after: LogPosition, limit: number): Promise<readonly RecordedEvent[]> {
    this.refuseWhenClosed();
    const start = countUpTo(after);
    return this.log.slice(start, start + limit);
  }

  async *follow(after: LogPosition, signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    let position = after;
    while (!signal.aborted) {
      this.refuseWhenClosed();
      const next = this.log[countUpTo(position)];
      if (next) {
        position = next.position;
        yield next;
      } else {
        yield { caughtUp: true, position };
        await this.changeAfter(position, signal);
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.changes.emit('change');
  }

  private record(stream: StreamName, present: RecordedEvent[], event: NewEvent): RecordedEvent {
    const recorded: RecordedEvent = {
      // Through JSON, as every real store does: what the caller changes afterwards must not change the log.
      ...(JSON.parse(JSON.stringify(event)) as NewEvent),
      vastgelegdOp: this.notBefore(event.vastgelegdOp),
      stream,
      streamVersion: BigInt(present.length),
      position: positionOf(this.log.length),
    };
    present.push(recorded);
    this.streams.set(stream, present);
    this.ids.add(event.id);
    this.log.push(recorded);
    this.changes.emit('change');
    return recorded;
  }

  private notBefore(moment: Instant): Instant {
    const last = this.log.at(-1)?.vastgelegdOp ?? moment;
    return moment > last ? moment : last;
  }

  private async changeAfter(position: LogPosition, signal: AbortSignal): Promise<void> {
    if (this.closed || this.log.length > countUpTo(position)) return;
    try {
      await once(this.changes, 'change', { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new StoreUnavailableError('gesloten');
  }
}

const receiptFor = (events: readonly RecordedEvent[]): AppendReceipt => {
  const { streamVersion, position } = events.at(-1)!;
  return { streamVersion, position };
};
