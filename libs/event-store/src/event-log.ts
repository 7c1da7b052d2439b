import type { EventCodec } from './event-codec.js';
import type { EventCatalogue } from './event-catalogue.js';
import type {
  AppendReceipt,
  CaughtUp,
  EventStore,
  ExpectedVersion,
  LogPosition,
  NewEvent,
  RecordedEvent,
  StreamName,
} from './event-store.js';
import { isCaughtUp } from './event-store.js';

/** The log as the slices use it: valid, encrypted on the way in, readable and of the newest version on the way out. */
export class EventLog {
  constructor(
    readonly store: EventStore,
    private readonly codec: EventCodec,
  ) {}

  get catalogue(): EventCatalogue {
    return this.codec.catalogue;
  }

  async append(stream: StreamName, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendReceipt> {
    return this.store.append(stream, expected, await Promise.all(events.map((event) => this.codec.seal(event))));
  }

  /** The whole stream. Streams are short: a new traject is a new stream. */
  async read(stream: StreamName): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream)) events.push(event);
    return this.codec.open(events);
  }

  async exists(stream: StreamName): Promise<boolean> {
    for await (const _ of this.store.read(stream)) return true;
    return false;
  }

  /** Whole streams with personal fields still encrypted: for projections. */
  async readSealed(stream: StreamName): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream)) events.push(this.codec.openSealed(event));
    return events;
  }

  /** Opens events that were read sealed. */
  open(events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    return this.codec.open(events);
  }

  async readAllSealed(after: LogPosition, limit: number): Promise<readonly RecordedEvent[]> {
    return (await this.store.readAll(after, limit)).map((event) => this.codec.openSealed(event));
  }

  /** Follows the log with personal fields still encrypted: a projection keeps no readable personal data. */
  async *followSealed(after: LogPosition, signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    for await (const item of this.store.follow(after, signal))
      yield isCaughtUp(item) ? item : this.codec.openSealed(item);
  }
}
