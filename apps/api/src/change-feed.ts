import { setTimeout as sleep } from 'node:timers/promises';
import { type EventStore, isCaughtUp, LOG_START, type LogPosition, type RecordedEvent } from '@regielijn/event-store';
import { describeError } from '@regielijn/postgres';
import { categoryOf } from '@regielijn/projecties';

/** Changes that are kept for who comes back; twice as many for a moment. */
const KEPT = 5_000;
/** What a connection gets in one go: it holds no more than this of what it did not read yet. */
const CHUNK = 100;
const PAUSE_AFTER_TROUBLE_MS = 500;
/** How long a client is asked to wait before it comes back. */
const RETRY_MS = 2_000;

interface Change {
  readonly position: LogPosition;
  readonly kind: string;
  readonly text: string;
}

/** What a connection is written to: the part of a response that this needs. */
export interface Output {
  /** False: write no more before `drain`. */
  write(text: string): boolean;
  once(event: 'drain', then: () => void): unknown;
  end(): unknown;
  destroy(): unknown;
}

export interface Listener {
  /** The kinds of streams that may be told of. */
  readonly kinds: ReadonlySet<string>;
  /** From where on; from now on when absent. */
  readonly after?: LogPosition | undefined;
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
  readonly output: Output;
}

interface Connection extends Listener {
  /** As far as this one was told. */
  position: LogPosition;
  /** Its client reads slower than it is told: nothing is written before it has caught up. */
  full: boolean;
  /** It was full at the last heartbeat already. */
  stalled: boolean;
  /** A page of the log is on its way to it. */
  reading: boolean;
}

export interface ChangeFeedOptions {
  readonly store: EventStore;
  /** A position near the end of the log. */
  readonly begin: () => Promise<LogPosition>;
  readonly say: (line: string) => void;
  readonly heartbeatMs?: number;
}

/** What is told of an event (Server-Sent Events): that it is there and what it is about, never what it says. */
const changeOf = ({ position, stream, streamVersion, type }: RecordedEvent): Change => {
  const kind = categoryOf(stream);
  const over = { soort: kind, id: stream.slice(kind.length + 1) };
  const data = { positie: position, over, versie: Number(streamVersion), gebeurtenis: type.replace(/@\d+$/, '') };
  return { position, kind, text: `id: ${position}\nevent: wijziging\ndata: ${JSON.stringify(data)}\n\n` };
};

/** Where to come back to. Before the first event of a log there is no such place: an empty id would mean none at all. */
const placeOf = ({ position }: Connection): string => (position === LOG_START ? '\n' : `id: ${position}\n\n`);

const textFor = (kinds: ReadonlySet<string>, changes: readonly Change[]): string =>
  changes
    .filter(({ kind }) => kinds.has(kind))
    .map(({ text }) => text)
    .join('');

/**
 * Tells connections what changes. One follower of the log for all of them, begun when the first one comes. A connection
 * is only a place in the log: who reads slowly holds no more than one chunk, who was away gets it from what is kept, and
 * else from the log itself, a page at a time.
 */
export class ChangeFeed {
  private readonly connections = new Set<Connection>();
  private readonly stopping = new AbortController();
  private recent: Change[] = [];
  /** Whatever came after this is among the recent ones. */
  private keptAfter: LogPosition = LOG_START;
  /** As far as the log was followed. */
  private end: LogPosition = LOG_START;
  private started: Promise<void> | undefined;
  private following: Promise<void> = Promise.resolve();
  /** Pages for who was away longer, one at a time over all: a crowd that comes back leaves the database to commands. */
  private pages: Promise<void> = Promise.resolve();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(private readonly options: ChangeFeedOptions) {}

  /** Needed before `add`. Begins to follow the log, and resolves when that has come to its end once. */
  ready(): Promise<void> {
    this.started ??= this.start().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  /** @throws CodedError `ONGELDIGE_POSITIE` (invalid): a position that this log cannot have given out */
  async check(position: LogPosition): Promise<void> {
    // Who was away is mostly near the end.
    const isKept = this.recent.findLastIndex((change) => change.position === position) >= 0;
    if (!isKept && position !== this.end) await this.options.store.readAll(position, 1);
  }

  /** Tells this listener from now on; answers what takes it off again. */
  add(listener: Listener): () => void {
    const connection: Connection = {
      ...listener,
      position: listener.after ?? this.end,
      ...{ full: false, stalled: false, reading: false },
    };
    this.connections.add(connection);
    this.write(connection, `retry: ${RETRY_MS}\n${placeOf(connection)}`);
    this.send(connection);
    return () => void this.connections.delete(connection);
  }

  /** Ends all connections: their clients come back, here or elsewhere, to where they were. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.heartbeat);
    for (const connection of this.connections) this.finish(connection);
    await this.following;
    await this.pages;
  }

  private async start(): Promise<void> {
    this.end = this.keptAfter = await this.options.begin();
    await new Promise<void>((caughtUp) => {
      this.following = this.follow(caughtUp);
    });
    this.heartbeat = setInterval(() => this.beat(), this.options.heartbeatMs ?? 15_000).unref();
  }

  private async follow(caughtUp: () => void): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted)
      try {
        for await (const item of this.options.store.follow(this.end, signal)) {
          if (!isCaughtUp(item)) this.keep(item);
          else {
            caughtUp();
            for (const connection of this.connections) this.send(connection);
          }
        }
      } catch (error) {
        this.options.say(`wijzigingen wachten: ${describeError(error)}`);
        await sleep(PAUSE_AFTER_TROUBLE_MS, undefined, { signal }).catch(() => undefined);
      }
    caughtUp();
  }

  private keep(event: RecordedEvent): void {
    this.recent.push(changeOf(event));
    this.end = event.position;
    if (this.recent.length >= 2 * KEPT) this.keptAfter = this.recent.splice(0, KEPT).at(-1)!.position;
  }

  private send(connection: Connection): void {
    while (!connection.full && !connection.reading && connection.position < this.end) {
      if (connection.position < this.keptAfter) return this.readOn(connection);
      const from = this.recent.findLastIndex(({ position }) => position <= connection.position) + 1;
      const changes = this.recent.slice(from, from + CHUNK);
      connection.position = changes.at(-1)!.position;
      this.write(connection, textFor(connection.kinds, changes));
    }
  }

  private readOn(connection: Connection): void {
    connection.reading = true;
    this.pages = this.pages.then(async () => {
      if (!this.connections.has(connection)) return;
      try {
        const events = await this.options.store.readAll(connection.position, CHUNK);
        connection.position = events.at(-1)?.position ?? this.end;
        connection.reading = false;
        this.write(connection, textFor(connection.kinds, events.map(changeOf)));
        this.send(connection);
      } catch {
        // It comes back to where it was.
        this.drop(connection);
      }
    });
  }

  private write(connection: Connection, text: string): void {
    if (text === '' || connection.output.write(text)) return;
    connection.full = true;
    connection.output.once('drain', () => {
      connection.full = connection.stalled = false;
      this.send(connection);
    });
  }

  /** Says where everybody is, also to who may know of nothing that happened, so that coming back costs little. */
  private beat(): void {
    for (const connection of this.connections)
      if (connection.until <= Date.now()) this.finish(connection);
      else if (connection.stalled) this.drop(connection);
      else if (connection.full) connection.stalled = true;
      else this.write(connection, `:\n${placeOf(connection)}`);
  }

  private finish(connection: Connection): void {
    if (connection.full) return this.drop(connection);
    this.connections.delete(connection);
    connection.output.end();
  }

  private drop(connection: Connection): void {
    this.connections.delete(connection);
    connection.output.destroy();
  }
}
