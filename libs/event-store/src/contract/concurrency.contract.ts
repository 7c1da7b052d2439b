import { describe, expect, it } from '@jest/globals';
import { VersionConflictError } from '../errors.js';
import { type EventStore, isCaughtUp, LOG_START, type NewEvent, type RecordedEvent } from '../event-store.js';
import { expectWithoutGaps, followUntil, idsOf, newEvent, newEvents, readLog, readStream } from './given.js';
import { type ContractHarness, useLog } from './harness.js';

export const describeConcurrency = (harness: ContractHarness): void => {
  const log = useLog(harness);
  describeRaces(log);
  describeOrder(log, harness.gapless);
  if (harness.gapless) describeRecordedTime(log);
};

type Log = ReturnType<typeof useLog>;

const describeRaces = (log: Log): void => {
  describe('races', () => {
    it('given twenty creators of one stream at once, then one wins and nineteen meet a conflict', async () => {
      const stores = [log.store(), await log.connect(), await log.connect()];
      const stream = log.newStream();
      const offers = Array.from({ length: 20 }, () => newEvents(2));

      const outcomes = await Promise.allSettled(
        offers.map((events, nr) => stores[nr % 3]!.append(stream, 'no-stream', events)),
      );

      const winners = offers.filter((_, nr) => outcomes[nr]!.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      const refusals = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(refusals.filter((error) => error instanceof VersionConflictError)).toHaveLength(19);
      expect(idsOf(await readStream(log.store(), stream))).toEqual(idsOf(winners[0]!));
    });

    it('given a hundred appends in flight and every fourth a conflict, then each gets its own outcome', async () => {
      const taken = log.newStream();
      await log.store().append(taken, 'no-stream', newEvents(1));
      const calls = Array.from({ length: 100 }, (_, nr) => ({
        stream: nr % 4 === 0 ? taken : log.newStream(),
        events: newEvents(1 + (nr % 3)),
      }));

      const outcomes = await Promise.allSettled(
        calls.map(({ stream, events }) => log.store().append(stream, 'no-stream', events)),
      );

      for (const [nr, { stream, events }] of calls.entries()) {
        const outcome = outcomes[nr]!;
        if (stream === taken) {
          expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(VersionConflictError) });
        } else {
          expect(outcome).toMatchObject({ value: { streamVersion: BigInt(events.length - 1) } });
          expect(idsOf(await readStream(log.store(), stream))).toEqual(idsOf(events));
        }
      }
      expect(await readStream(log.store(), taken)).toHaveLength(1);
    });

    it('given appends to one stream started one after the other without waiting, then each finds the one before it', async () => {
      const stream = log.newStream();
      const events = newEvents(20);
      const receipts = await Promise.all(
        events.map((event, nr) => log.store().append(stream, nr === 0 ? 'no-stream' : BigInt(nr - 1), [event])),
      );
      expect(receipts.map((receipt) => receipt.streamVersion)).toEqual(events.map((_, nr) => BigInt(nr)));
    });
  });
};

const describeOrder = (log: Log, gapless: boolean): void => {
  describe('order', () => {
    it('given appends to many streams started one after the other by one process, then the log holds them in that order', async () => {
      const batches = Array.from({ length: 150 }, (_, nr) => newEvents(1 + (nr % 2)));
      await Promise.all(batches.map((events) => log.store().append(log.newStream(), 'no-stream', events)));
      expect(idsOf(await readLog(log.store()))).toEqual(idsOf(batches.flat()));
    });

    it('given twelve writers on two connections, when tailed in pages and followed, then nothing is lost or out of order', async () => {
      const stores = [log.store(), await log.connect()];
      const reader = await log.connect();
      const contested = log.newStream();
      const writing = Promise.all(
        Array.from({ length: 12 }, (_, nr) => writeSome(stores[nr % 2]!, log.newStream(), contested)),
      );
      let ready = false;
      const tailing = tail(reader, () => ready);
      const last = newEvent({ laatste: true });
      const following = followUntil(reader, LOG_START, (items) => {
        const item = items.at(-1)!;
        return !isCaughtUp(item) && item.id === last.id;
      });

      const written = (await writing).flat();
      await log.store().append(log.newStream(), 'no-stream', [last]);
      ready = true;

      const whole = await readLog(log.store());
      expect(idsOf(whole).sort()).toEqual([...idsOf(written), last.id].sort());
      expect(idsOf(await tailing)).toEqual(idsOf(whole));
      const followed = (await following).filter((item): item is RecordedEvent => !isCaughtUp(item));
      expect(idsOf(followed)).toEqual(idsOf(whole));
      expectInOrder(whole, gapless);
    }, 60_000);
  });
};

const describeRecordedTime = (log: Log): void => {
  describe('time of recording', () => {
    it('given a clock that runs back, then vastgelegdOp stays where it was and geldigOp is kept as given', async () => {
      const at = (vastgelegdOp: string): NewEvent => newEvent({}, { vastgelegdOp, geldigOp: vastgelegdOp });
      const moments = ['2026-03-02T10:00:00.000Z', '2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.001Z'];
      for (const moment of moments) await log.store().append(log.newStream(), 'no-stream', [at(moment)]);

      const recorded = await readLog(log.store());
      expect(recorded.map((event) => event.vastgelegdOp)).toEqual([moments[0], moments[0], moments[2]]);
      expect(recorded.map((event) => event.geldigOp)).toEqual(moments);
    });

    it('given a clock that runs back inside one append, then vastgelegdOp does not', async () => {
      const moments = ['2026-03-02T10:00:00.000Z', '2026-03-02T09:00:00.000Z'];
      const events = moments.map((vastgelegdOp) => newEvent({}, { vastgelegdOp }));
      await log.store().append(log.newStream(), 'no-stream', events);
      const recorded = await readLog(log.store());
      expect(recorded.map((event) => event.vastgelegdOp)).toEqual([moments[0], moments[0]]);
    });
  });
};

/** Twenty-five appends to a stream of its own, each followed by a try to get into the contested one. */
const writeSome = async (store: EventStore, own: string, contested: string): Promise<NewEvent[]> => {
  const written: NewEvent[] = [];
  for (let round = 0; round < 25; round++) {
    const events = newEvents(1 + (round % 3));
    await store.append(own, written.length === 0 ? 'no-stream' : BigInt(written.length - 1), events);
    written.push(...events);
  }
  return [...written, ...(await tryToJoin(store, contested))];
};

/** Adds one event at the end of a stream that others write too, giving up after five conflicts. */
const tryToJoin = async (store: EventStore, stream: string): Promise<NewEvent[]> => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const present = await readStream(store, stream);
    const event = newEvent();
    try {
      await store.append(stream, present.at(-1)?.streamVersion ?? 'no-stream', [event]);
      return [event];
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
  return [];
};

/** Reads page after page behind the writers, as a projection that polls does, until they are ready and it is at the end. */
const tail = async (store: EventStore, ready: () => boolean): Promise<RecordedEvent[]> => {
  const seen: RecordedEvent[] = [];
  for (;;) {
    const wereReady = ready();
    const page = await store.readAll(seen.at(-1)?.position ?? LOG_START, 7);
    seen.push(...page);
    if (wereReady && page.length === 0) return seen;
  }
};

const expectInOrder = (events: readonly RecordedEvent[], gapless: boolean): void => {
  const positions = events.map((event) => event.position);
  expect(positions).toEqual([...new Set(positions)].sort());
  if (gapless) expectWithoutGaps(positions);
  const next = new Map<string, bigint>();
  for (const event of events) {
    expect(event.streamVersion).toBe(next.get(event.stream) ?? 0n);
    next.set(event.stream, event.streamVersion + 1n);
  }
};
