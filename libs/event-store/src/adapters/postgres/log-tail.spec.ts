import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LogPosition, RecordedEvent } from '../../event-store.js';
import { LogTail } from './log-tail.js';
import { fromPosition, toPosition } from './rows.js';

const PAGE = 3;

describe('the newest events, read once for all who follow', () => {
  /** The log: as many events as this, numbered from one. */
  let length: number;
  let reads: LogPosition[];
  let tail: LogTail;
  /** Reads wait for this. */
  let mayRead: Promise<void>;

  const event = (nr: number): RecordedEvent => ({ position: toPosition(BigInt(nr)) }) as RecordedEvent;
  const numbers = (events: readonly RecordedEvent[]): number[] =>
    events.map(({ position }) => Number(fromPosition(position)));
  const after = async (nr: number): Promise<number[]> =>
    numbers(await tail.after(nr === 0 ? '' : toPosition(BigInt(nr))));

  beforeEach(() => {
    length = 2;
    reads = [];
    mayRead = Promise.resolve();
    tail = new LogTail(async (position, limit) => {
      reads.push(position);
      const from = Number(fromPosition(position));
      const found = Array.from({ length: Math.max(0, Math.min(limit, length - from)) }, (_, i) => event(from + i + 1));
      await mayRead;
      return found;
    }, PAGE);
  });

  it('given six followers at the end, when something is added, then they read it once', async () => {
    await after(0);
    reads = [];
    length = 3;
    expect(await Promise.all([2, 2, 2, 2, 2, 2].map(after))).toEqual([[3], [3], [3], [3], [3], [3]]);
    expect(reads).toHaveLength(1);
  });

  it('given a follower that comes later, then it gets what was read before and what was added since', async () => {
    await after(0);
    length = 3;
    await after(2);
    length = 4;
    expect(await after(1)).toEqual([2, 3, 4]);
    expect(reads).toHaveLength(3);
  });

  it('given more than a page that is known, then a page at a time', async () => {
    for (const end of [2, 4, 6]) {
      length = end;
      await after(end - 2);
    }
    expect(await after(1)).toEqual([2, 3, 4]);
  });

  it('given a follower far behind, then it reads for itself, a page at a time, and nobody at the end misses anything', async () => {
    length = 10;
    expect(await after(0)).toEqual([1, 2, 3]);
    expect(await after(9)).toEqual([10]);
    expect(await after(3)).toEqual([4, 5, 6]);
    length = 11;
    expect(await after(10)).toEqual([11]);
  });

  it('given something added while a read is under way, then who asks after that gets it too', async () => {
    await after(0);
    let goOn = (): void => undefined;
    mayRead = new Promise((resolve) => (goOn = resolve));
    const first = after(2);
    await new Promise((resolve) => setImmediate(resolve));
    expect(reads).toHaveLength(2);
    length = 3;
    const later = after(2);
    goOn();
    expect(await later).toEqual([3]);
    await first;
  });

  it('given a read that fails, then everybody who waited for it hears so, and the next one goes on', async () => {
    await after(0);
    const read = tail['read'];
    Object.assign(tail, { read: () => Promise.reject(new Error('weg')) });
    const outcomes = await Promise.allSettled([after(2), after(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    Object.assign(tail, { read });
    length = 3;
    expect(await after(2)).toEqual([3]);
  });

  it('given an empty log, then nothing, and what is added later is found', async () => {
    length = 0;
    expect(await after(0)).toEqual([]);
    length = 1;
    expect(await after(0)).toEqual([1]);
  });
});
