import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { checkCommit } from './commit-check.mjs';
import { Streams } from './streams.mjs';

/**
 * @typedef {import('./streams.mjs').StoredEvent} StoredEvent
 * @typedef {Exclude<import('./commit-check.mjs').Verdict, { kind: 'write' | 'repeat' }> | { kind: 'timeout' }
 *   | { kind: 'written', revision: bigint, position: number | undefined }} Answer  no position: it was deleted since
 */

/** How long a node keeps a caller waiting when it drops a write. */
const DROPPED_MS = 2000;

/**
 * The double's log: one line of JSON per write in an append-only file, on disk before anybody is told or shown.
 * Emits `published` when there is more to read. A position is the place of the line in the file plus the number of the
 * event in it, so it grows, has gaps, and is the same after a restart: as with a node.
 */
export class Log extends EventEmitter {
  #streams = new Streams();
  #file;
  #end = 0;
  #published = 0;
  /** @type {{ line: string, done: () => void }[]} */
  #unwritten = [];
  #writing = false;
  #forgetful;
  #slowMs;

  /** @param {import('node:fs/promises').FileHandle} file */
  constructor(file, { forgetful = false, slowMs = 0 } = {}) {
    super();
    this.setMaxListeners(0);
    this.#file = file;
    this.#forgetful = forgetful;
    this.#slowMs = slowMs;
  }

  /**
   * Reads back what an earlier process acknowledged; a line that it did not finish was acknowledged to nobody.
   * A `forgetful` log does not know its ids again: it answers a repeated append with a conflict. With `slowMs` a write
   * decides over others at once, but is told and shown only after so many milliseconds.
   */
  static async open(path, options) {
    const file = await open(path, 'a+');
    const log = new Log(file, options);
    const text = await file.readFile('utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    await file.truncate(Buffer.byteLength(whole));
    for (const line of whole.split('\n')) if (line !== '') log.#apply(line);
    log.#published = log.#streams.all.length;
    return log;
  }

  /** How many events of the log may be read. */
  get published() {
    return this.#published;
  }

  /** @returns {StoredEvent} */
  at(index) {
    return this.#streams.all[index];
  }

  /** Index of the first event at or after a position. */
  indexOf(position) {
    let low = 0;
    let high = this.#published;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle).position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @returns {'stream-deleted' | 'stream-not-found' | StoredEvent[]} */
  readStream(name) {
    const stream = this.#streams.get(name);
    if (stream.tombstoned) return 'stream-deleted';
    if (stream.softDeleted) return 'stream-not-found';
    const events = stream.events.slice(stream.truncatedBefore).filter((event) => this.#isPublished(event));
    return events.length === 0 ? 'stream-not-found' : events;
  }

  /**
   * @param {string} name
   * @param {import('./commit-check.mjs').Expected} expected
   * @param {import('./streams.mjs').ProposedEvent[]} events
   * @returns {Promise<Answer>}
   */
  async append(name, expected, events) {
    const stream = this.#streams.get(name);
    const verdict = checkCommit(
      stream,
      expected,
      events.map((event) => event.id),
    );
    if (verdict.kind === 'repeat' && this.#forgetful) {
      return { kind: 'wrong-expected-version', current: stream.events.length - 1 };
    }
    if (verdict.kind === 'repeat') return this.#repeat(stream, stream.events[verdict.last]);
    if (verdict.kind !== 'write') return verdict;
    if (events.length === 0) return { kind: 'written', revision: 0n, position: this.#end };
    const { revision, position } = await this.#write({ stream: name, created: Date.now(), events });
    return { kind: 'written', revision, position };
  }

  /** @param {'soft' | 'tombstone'} removed */
  async remove(name, removed) {
    const event =
      removed === 'soft' ? { type: '$metadata', data: { $tb: 2 ** 63 } } : { type: '$streamDeleted', data: {} };
    const data = Buffer.from(JSON.stringify(event.data)).toString('base64');
    const marked = { id: randomUUID(), type: event.type, contentType: 'application/json', metadata: '', data };
    await this.#write({ stream: name, created: Date.now(), events: [marked], removed });
  }

  /** A node drops the repeat of a write that is still on its way, and answers that only when its own patience ends. */
  async #repeat(stream, event) {
    const isGone = stream.softDeleted || event.revision < stream.truncatedBefore;
    const position = isGone ? undefined : event.position;
    if (this.#isPublished(event)) return { kind: 'written', revision: event.revision, position };
    await setTimeout(DROPPED_MS);
    return { kind: 'timeout' };
  }

  #isPublished(event) {
    return this.#published > 0 && event.position <= this.at(this.#published - 1).position;
  }

  #apply(line) {
    const last = this.#streams.apply(JSON.parse(line), this.#end);
    this.#end += Buffer.byteLength(line) + 1;
    return last;
  }

  /** @returns {Promise<StoredEvent>} the last event of the record, once it is on disk */
  #write(record) {
    const line = JSON.stringify(record);
    const last = this.#apply(line);
    return new Promise((resolve) => {
      this.#unwritten.push({ line, done: () => resolve(last) });
      if (!this.#writing) void this.#writeAll();
    });
  }

  /** One fsync for all that came in while the one before it ran. */
  async #writeAll() {
    this.#writing = true;
    while (this.#unwritten.length > 0) {
      const lines = this.#unwritten.splice(0);
      const upTo = this.#streams.all.length;
      await this.#file.appendFile(lines.map(({ line }) => `${line}\n`).join(''));
      await this.#file.datasync();
      if (this.#slowMs > 0) await setTimeout(this.#slowMs);
      this.#published = upTo;
      for (const { done } of lines) done();
      this.emit('published');
    }
    this.#writing = false;
  }
}
