import type { EventCodec, RevealedParts } from './event-codec.js';
import type { EventCatalogue } from './event-catalogue.js';
import type { AppendReceipt, EventStore, ExpectedVersion, NewEvent, RecordedEvent, StreamName } from './event-store.js';

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
  async readSealed(stream: StreamName, parts: RevealedParts = {}): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream)) events.push(event);
    return this.codec.openInPart(events, parts);
  }

  /** Events as the store holds them, read by the newest code: still encrypted, but for these parts of personal fields. */
  openInPart(events: readonly RecordedEvent[], parts: RevealedParts = {}): Promise<readonly RecordedEvent[]> {
    return this.codec.openInPart(events, parts);
  }

  /** What a text is recognised by without being kept, for as long as the log has its keys. */
  fingerprint(text: string): Promise<string> {
    return this.codec.fingerprint(text);
  }

  /** Opens events as the store holds them; one that was upcast before may no longer open. */
  open(events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    return this.codec.open(events);
  }
}
