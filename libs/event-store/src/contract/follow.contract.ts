import { describe, expect, it } from '@jest/globals';
import { type CaughtUp, type EventStore, isCaughtUp, LOG_START, type RecordedEvent } from '../event-store.js';
import { followUntil, idsOf, newEvents, readLog } from './given.js';
import { type ContractHarness, useLog } from './harness.js';

/** What a follower saw, in short: the event ids, and `|` for each mark that it had caught up. */
const inShort = (items: readonly (RecordedEvent | CaughtUp)[]): string[] =>
  items.map((item) => (isCaughtUp(item) ? '|' : item.id));

/** Steps through a follower by hand. */
const stepping = (store: EventStore, after: string) => {
  const stop = new AbortController();
  const items = store.follow(after, stop.signal)[Symbol.asyncIterator]();
  return {
    stop,
    next: () => items.next(),
    untilCaughtUp: async (): Promise<(RecordedEvent | CaughtUp)[]> => {
      const seen: (RecordedEvent | CaughtUp)[] = [];
      for (;;) {
        const step = await items.next();
        if (step.done) throw new Error('the follower stopped by itself');
        seen.push(step.value);
        if (isCaughtUp(step.value)) return seen;
      }
    },
  };
};

export const describeFollow = (harness: ContractHarness): void => {
  describeCatchingUp(harness);
  describeTheEnd(harness);
};

const describeCatchingUp = (harness: ContractHarness): void => {
  describe('follow', () => {
    const log = useLog(harness);

    it('given an empty log, then the first thing is that the follower has caught up, at the place it started from', async () => {
      const follower = stepping(log.store(), LOG_START);
      expect(await follower.untilCaughtUp()).toEqual([{ caughtUp: true, position: LOG_START }]);
      follower.stop.abort();
    });

    it('given events in the log, then they come first, the mark after them names the last', async () => {
      const events = newEvents(3);
      const { position } = await log.store().append(log.newStream(), 'no-stream', events);
      const follower = stepping(log.store(), LOG_START);
      const seen = await follower.untilCaughtUp();
      expect(inShort(seen)).toEqual([...idsOf(events), '|']);
      expect(seen.at(-1)).toEqual({ caughtUp: true, position });
      follower.stop.abort();
    });

    it('given a follower that waits, when events are appended, then they come, with a mark each time the end is reached', async () => {
      const follower = stepping(log.store(), LOG_START);
      await follower.untilCaughtUp();
      for (let round = 0; round < 3; round++) {
        const waiting = follower.untilCaughtUp();
        const [event] = newEvents(1);
        const { position } = await log.store().append(log.newStream(), 'no-stream', [event!]);
        expect(inShort(await waiting)).toEqual([event!.id, '|']);
        expect(await log.store().readAll(position, 1)).toEqual([]);
      }
      follower.stop.abort();
    });

    it('given events appended while the follower is busy, then none of them is missed', async () => {
      const follower = stepping(log.store(), LOG_START);
      await follower.untilCaughtUp();
      const batches = [newEvents(40), newEvents(40)];
      for (const events of batches) await log.store().append(log.newStream(), 'no-stream', events);

      const wanted = idsOf(batches.flat());
      const seen: string[] = [];
      while (seen.length < wanted.length) {
        const items = await follower.untilCaughtUp();
        seen.push(...inShort(items).filter((item) => item !== '|'));
      }
      expect(seen).toEqual(wanted);
      follower.stop.abort();
    });

    it('starts after the given position and shows the events as readAll does', async () => {
      await log.store().append(log.newStream(), 'no-stream', newEvents(5));
      const whole = await readLog(log.store());
      const after = whole[1]!.position;
      const seen = await followUntil(log.store(), after, (items) => isCaughtUp(items.at(-1)!));
      expect(seen).toEqual([...whole.slice(2), { caughtUp: true, position: whole[4]!.position }]);
    });

    it('given a follower at the end, when it starts there, then only the mark comes', async () => {
      const { position } = await log.store().append(log.newStream(), 'no-stream', newEvents(2));
      const seen = await followUntil(log.store(), position, (items) => isCaughtUp(items.at(-1)!));
      expect(seen).toEqual([{ caughtUp: true, position }]);
    });

    it('given two followers on two connections, then each sees everything', async () => {
      const events = newEvents(10);
      const seenAll = (items: readonly (RecordedEvent | CaughtUp)[]): boolean =>
        items.filter((item) => !isCaughtUp(item)).length === events.length;
      const both = Promise.all([
        followUntil(log.store(), LOG_START, seenAll),
        followUntil(await log.connect(), LOG_START, seenAll),
      ]);
      for (const event of events) await log.store().append(log.newStream(), 'no-stream', [event]);
      for (const seen of await both) expect(inShort(seen).filter((item) => item !== '|')).toEqual(idsOf(events));
    });
  });
};

const describeTheEnd = (harness: ContractHarness): void => {
  describe('follow: the end of it', () => {
    const log = useLog(harness);

    it('given a signal that was aborted before, then nothing comes', async () => {
      await log.store().append(log.newStream(), 'no-stream', newEvents(1));
      const follower = stepping(log.store(), LOG_START);
      follower.stop.abort();
      expect(await follower.next()).toEqual({ done: true, value: undefined });
    });

    it('given a follower that waits for news, when aborted, then it ends without an error', async () => {
      const follower = stepping(log.store(), LOG_START);
      await follower.untilCaughtUp();
      const waiting = follower.next();
      follower.stop.abort();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    it('given a follower with events still to come, when aborted, then it ends before the next one', async () => {
      await log.store().append(log.newStream(), 'no-stream', newEvents(50));
      const follower = stepping(log.store(), LOG_START);
      await follower.next();
      follower.stop.abort();
      expect(await follower.next()).toEqual({ done: true, value: undefined });
    });

    it('given a caller that stops reading, then the log goes on working', async () => {
      await log.store().append(log.newStream(), 'no-stream', newEvents(50));
      for await (const _ of log.store().follow(LOG_START, new AbortController().signal)) break;
      await log.store().append(log.newStream(), 'no-stream', newEvents(1));
      expect(await readLog(log.store())).toHaveLength(51);
    });
  });
};
