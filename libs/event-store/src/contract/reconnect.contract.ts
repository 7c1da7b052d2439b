import { describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../errors.js';
import { isCaughtUp, LOG_START, type RecordedEvent } from '../event-store.js';
import { appendUntilKnown, followUntil, idsOf, newEvents, readLog, readStream } from './given.js';
import { type ContractHarness, useLog } from './harness.js';

export const describeReconnect = (
  harness: ContractHarness,
  interrupt: NonNullable<ContractHarness['interrupt']>,
): void => {
  describe('when the server goes away', () => {
    const log = useLog(harness);

    it('given a server that is away, then an append and a read say so, and work again once it is back', async () => {
      const stream = log.newStream();
      const events = newEvents(2);
      await log.store().append(stream, 'no-stream', events);

      const bringBack = await interrupt();
      const more = newEvents(1);
      await expect(log.store().append(stream, 1n, more)).rejects.toThrow(StoreUnavailableError);
      await expect(readStream(log.store(), stream)).rejects.toThrow(StoreUnavailableError);
      await expect(log.store().readAll(LOG_START, 10)).rejects.toThrow(StoreUnavailableError);
      await bringBack();

      expect(await appendUntilKnown(log.store(), stream, 1n, more)).toMatchObject({ streamVersion: 2n });
      expect(idsOf(await readStream(log.store(), stream))).toEqual(idsOf([...events, ...more]));
    }, 90_000);

    it('given a follower, when the server goes and comes back, then it goes on after the last event it gave', async () => {
      const events = newEvents(6);
      const stream = log.newStream();
      await log.store().append(stream, 'no-stream', events.slice(0, 3));
      const following = followUntil(log.store(), LOG_START, seen(6), 60_000);
      await followUntil(log.store(), LOG_START, seen(3));

      const bringBack = await interrupt();
      await bringBack();
      await appendUntilKnown(log.store(), stream, 2n, events.slice(3));

      expect(idsOf((await following).filter(isEvent))).toEqual(idsOf(events));
    }, 90_000);

    it('given many appends in flight when it goes, then repeating the exact calls leaves each event once, also for a follower', async () => {
      const calls = Array.from({ length: 200 }, () => ({ stream: log.newStream(), events: newEvents(2) }));
      const following = followUntil(log.store(), LOG_START, seen(400), 60_000);
      const half = Promise.all(
        calls
          .slice(0, 100)
          .map(({ stream, events }) => appendUntilKnown(log.store(), stream, 'no-stream', events, 60_000)),
      );
      const bringBack = await interrupt();
      const rest = Promise.all(
        calls
          .slice(100)
          .map(({ stream, events }) => appendUntilKnown(log.store(), stream, 'no-stream', events, 60_000)),
      );
      await bringBack();
      const receipts = [...(await half), ...(await rest)];

      const whole = await readLog(log.store());
      expect(idsOf(whole).sort()).toEqual(idsOf(calls.flatMap((call) => call.events)).sort());
      expect(idsOf((await following).filter(isEvent))).toEqual(idsOf(whole));
      const positions = new Set(whole.map((event) => event.position));
      expect(receipts.every((receipt) => receipt.streamVersion === 1n && positions.has(receipt.position))).toBe(true);
    }, 120_000);
  });
};

const isEvent = (item: object): item is RecordedEvent => !isCaughtUp(item as RecordedEvent);

const seen =
  (count: number) =>
  (items: readonly object[]): boolean =>
    items.filter(isEvent).length >= count;
