/** Revision of the event that a tombstone leaves in $all. */
const TOMBSTONE_REVISION = 2n ** 63n - 1n;

/**
 * @typedef {{ id: string, type: string, contentType: string, metadata: string, data: string }} ProposedEvent
 *   with its contents in base64
 * @typedef {ProposedEvent & { stream: string, revision: bigint, position: number, created: number }} StoredEvent
 * @typedef {{ stream: string, created: number, events: ProposedEvent[], removed?: 'soft' | 'tombstone' }} LogRecord
 * @typedef {ReturnType<typeof newStream>} Stream
 */
const newStream = () => ({
  /** @type {StoredEvent[]} */
  events: [],
  /** Revision at which an id was last written. @type {Map<string, number>} */
  lastPlace: new Map(),
  /** Events below this revision went with a soft delete; they stay in $all. */
  truncatedBefore: 0,
  softDeleted: false,
  tombstoned: false,
});

/** All events in log order, and per stream. */
export class Streams {
  /** @type {StoredEvent[]} */
  all = [];
  /** @type {Map<string, Stream>} */
  #byName = new Map();

  /** @returns {Stream} */
  get(name) {
    return this.#byName.get(name) ?? newStream();
  }

  /**
   * @param {LogRecord} record
   * @param {number} position of its first event; each next one is one further
   * @returns {StoredEvent | undefined} the last event of the record
   */
  apply(record, position) {
    const stream = this.#open(record.stream);
    if (record.removed === 'tombstone') return this.#bury(stream, record, position);
    if (record.removed === 'soft') return this.#delete(stream, record, position);
    if (stream.softDeleted) {
      stream.softDeleted = false;
      stream.truncatedBefore = stream.events.length;
    }
    return this.#add(stream, record, position);
  }

  #open(name) {
    const stream = this.get(name);
    this.#byName.set(name, stream);
    return stream;
  }

  #add(stream, { stream: name, created, events }, position) {
    for (const [nr, event] of events.entries()) {
      const revision = BigInt(stream.events.length);
      const stored = { ...event, stream: name, created, revision, position: position + nr };
      stream.lastPlace.set(event.id, stream.events.length);
      stream.events.push(stored);
      this.all.push(stored);
    }
    return stream.events.at(-1);
  }

  /** A soft delete is an event in the stream's own metadata stream. */
  #delete(stream, record, position) {
    stream.softDeleted = true;
    const name = `$$${record.stream}`;
    return this.#add(this.#open(name), { ...record, stream: name }, position);
  }

  /** A tombstone is a last event in the stream itself. */
  #bury(stream, { stream: name, created, events: [event] }, position) {
    stream.tombstoned = true;
    const tombstone = { ...event, stream: name, created, revision: TOMBSTONE_REVISION, position };
    this.all.push(tombstone);
    return tombstone;
  }
}
