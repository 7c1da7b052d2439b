import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogPosition, RecordedEvent } from '../../event-store.js';

/** How many of the newest events are kept for who comes a little later. */
const KEPT = 1_000;

/**
 * The newest events, read once for all who follow the log in this process. Positions have no gaps and an event never
 * changes, so what was read stays true. Six followers that each read for themselves were a fifth of all queries of a load.
 */
export class LogTail {
  /** Without a gap, up to `end`. */
  private events: readonly RecordedEvent[] = [];
  /** As far as the log was read; absent before the first time. */
  private end: LogPosition | undefined;
  private reading: Promise<void> | undefined;

  /** `read` answers the events after a position, at most `page`, oldest first. */
  constructor(
    private readonly read: (after: LogPosition, limit: number) => Promise<readonly RecordedEvent[]>,
    private readonly page: number,
  ) {}

  /**
   * The events after a position as the log is after this call, at most a page; less than a page: that was the end. So
   * what is known is never an answer by itself: its reader would go to sleep over what was added meanwhile.
   */
  async after(position: LogPosition): Promise<readonly RecordedEvent[]> {
    const before = this.knownAfter(position);
    if (before && before.length < this.page) await this.readOn();
    const known = this.knownAfter(position);
    if (known) return known.slice(0, this.page);
    const events = await this.read(position, this.page);
    const end = events.at(-1)?.position ?? position;
    if (events.length < this.page && (this.end === undefined || end > this.end)) {
      this.events = events;
      this.end = end;
    }
    return events;
  }

  /** Absent when what follows this position is not all here. */
  private knownAfter(position: LogPosition): readonly RecordedEvent[] | undefined {
    if (position === this.end) return [];
    // Who follows is mostly near the end.
    const at = this.events.findLastIndex((event) => event.position === position);
    return at < 0 ? undefined : this.events.slice(at + 1);
  }

  /** Everybody who asks before the read begins shares it; who asks later gets the next, or could miss what was just added. */
  private readOn(): Promise<void> {
    this.reading ??= nextTurn().then(async () => {
      this.reading = undefined;
      const from = this.end!;
      const events = await this.read(from, this.page);
      // Another read may have been quicker.
      const added = events.filter((event) => event.position > this.end!);
      if (added.length === 0) return;
      this.events = [...this.events, ...added].slice(-KEPT);
      this.end = added.at(-1)!.position;
    });
    return this.reading;
  }
}
