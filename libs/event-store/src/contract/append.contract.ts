import { describe, expect, it } from '@jest/globals';
import { MAX_APPEND_BYTES } from '../adapters/append-rules.js';
import {
  AppendTooLargeError,
  DuplicateEventIdError,
  EmptyAppendError,
  StoreUnavailableError,
  VersionConflictError,
} from '../errors.js';
import type { ExpectedVersion, NewEvent } from '../event-store.js';
import { idsOf, newEvent, newEvents, readLog, readStream } from './given.js';
import { type ContractHarness, useLog } from './harness.js';

type Outcome = 'written' | 'repeated' | 'conflict' | 'duplicate';

/** Which events an append offers, given those that the stream got in one earlier append. */
const offers = {
  'new events': () => newEvents(2),
  'the whole append again': (present: NewEvent[]) => present,
  'only its first event again': (present: NewEvent[]) => present.slice(0, 1),
  'only its last event again': (present: NewEvent[]) => present.slice(-1),
  'its last event and a new one': (present: NewEvent[]) => [...present.slice(-1), newEvent()],
};
type Offer = keyof typeof offers;

/** Events in the stream, expected version, and the outcome per offer in the order above. */
const table: readonly [number, ExpectedVersion, ...Outcome[]][] = [
  [0, 'no-stream', 'written'],
  [0, 0n, 'conflict'],
  [0, 1n, 'conflict'],
  [0, 5n, 'conflict'],
  [1, 'no-stream', 'conflict', 'repeated', 'repeated', 'repeated', 'conflict'],
  [1, 0n, 'written', 'duplicate', 'duplicate', 'duplicate', 'duplicate'],
  [1, 1n, 'conflict', 'conflict', 'conflict', 'conflict', 'conflict'],
  [1, 5n, 'conflict', 'conflict', 'conflict', 'conflict', 'conflict'],
  [3, 'no-stream', 'conflict', 'repeated', 'repeated', 'conflict', 'conflict'],
  [3, 0n, 'conflict', 'conflict', 'conflict', 'conflict', 'conflict'],
  [3, 1n, 'conflict', 'conflict', 'conflict', 'repeated', 'conflict'],
  [3, 2n, 'written', 'duplicate', 'duplicate', 'duplicate', 'duplicate'],
  [3, 5n, 'conflict', 'conflict', 'conflict', 'conflict', 'conflict'],
];

interface Case {
  readonly present: number;
  readonly expected: ExpectedVersion;
  readonly offer: Offer;
  readonly outcome: Outcome;
}

/** A log that does not look for ids elsewhere writes them again. */
const casesFor = (uniqueIds: boolean): readonly Case[] =>
  table.flatMap(([present, expected, ...outcomes]) =>
    outcomes.map((outcome, column) => ({
      present,
      expected,
      offer: Object.keys(offers)[column] as Offer,
      outcome: outcome === 'duplicate' && !uniqueIds ? 'written' : outcome,
    })),
  );

export const describeAppend = (harness: ContractHarness): void => {
  describeTable(harness);
  describeRepeats(harness);
  describeRefusals(harness);
};

const describeTable = (harness: ContractHarness): void => {
  describe('append: stream state x expected version x event ids', () => {
    const log = useLog(harness);

    it.each(casesFor(harness.uniqueIds))(
      'given $present events in the stream, when offered $offer with expected version $expected, then: $outcome',
      async ({ present, expected, offer, outcome }) => {
        const store = log.store();
        const stream = log.newStream();
        const before = newEvents(present);
        const first = present > 0 ? await store.append(stream, 'no-stream', before) : undefined;
        const offered = offers[offer](before);

        const answer = store.append(stream, expected, offered);
        if (outcome === 'written' || outcome === 'repeated') {
          const version = (expected === 'no-stream' ? -1n : expected) + BigInt(offered.length);
          expect(await answer).toMatchObject({ streamVersion: version });
        } else if (outcome === 'conflict') {
          await expect(answer).rejects.toThrow(VersionConflictError);
          await expect(answer).rejects.toMatchObject({ stream, expected, actual: first?.streamVersion ?? 'no-stream' });
        } else {
          await expect(answer).rejects.toThrow(DuplicateEventIdError);
        }
        const after = outcome === 'written' ? [...before, ...offered] : before;
        expect(idsOf(await readStream(store, stream))).toEqual(idsOf(after));
      },
    );
  });
};

const describeRepeats = (harness: ContractHarness): void => {
  describe('append: the receipt and repeating a call', () => {
    const log = useLog(harness);

    it('given an append whose answer was lost, when the exact call comes again, then the first receipt is the answer', async () => {
      const stream = log.newStream();
      const created = newEvents(3);
      const first = await log.store().append(stream, 'no-stream', created);
      const next = newEvents(2);
      const second = await log.store().append(stream, first.streamVersion, next);
      await log.store().append(stream, second.streamVersion, newEvents(1));

      expect(await log.store().append(stream, 'no-stream', created)).toEqual(first);
      expect(await log.store().append(stream, first.streamVersion, next)).toEqual(second);
      expect(await readStream(log.store(), stream)).toHaveLength(6);
    });

    it('given one call sent ten times at once over two connections, then all get the same receipt and it is written once', async () => {
      const stream = log.newStream();
      const stores = [log.store(), await log.connect()];
      const events = newEvents(2);

      const receipts = await Promise.all(
        Array.from({ length: 10 }, (_, nr) => stores[nr % 2]!.append(stream, 'no-stream', events)),
      );

      const recorded = await readStream(log.store(), stream);
      expect(idsOf(recorded)).toEqual(idsOf(events));
      const receipt = { streamVersion: 1n, position: recorded[1]!.position };
      expect(receipts).toEqual(Array.from({ length: 10 }, () => receipt));
    });

    it('names version and position of the last event of the append', async () => {
      const stream = log.newStream();
      const one = await log.store().append(stream, 'no-stream', newEvents(1));
      const three = await log.store().append(stream, 0n, newEvents(3));
      const recorded = await readStream(log.store(), stream);

      expect(one).toEqual({ streamVersion: 0n, position: recorded[0]!.position });
      expect(three).toEqual({ streamVersion: 3n, position: recorded[3]!.position });
    });
  });
};

const describeRefusals = (harness: ContractHarness): void => {
  describe('append: what no log takes', () => {
    const log = useLog(harness);

    it('refuses an append without events, for a new and for an existing stream', async () => {
      const stream = log.newStream();
      await expect(log.store().append(stream, 'no-stream', [])).rejects.toThrow(EmptyAppendError);
      await log.store().append(stream, 'no-stream', newEvents(1));
      await expect(log.store().append(stream, 0n, [])).rejects.toThrow(EmptyAppendError);
    });

    it('refuses an append over the maximum size and leaves nothing of it', async () => {
      const half = { tekst: 'x'.repeat(MAX_APPEND_BYTES / 2) };
      const stream = log.newStream();
      const tooLarge = log.store().append(stream, 'no-stream', [newEvent(half), newEvent(half)]);
      await expect(tooLarge).rejects.toThrow(AppendTooLargeError);
      expect(await readStream(log.store(), stream)).toEqual([]);
    });

    it('takes an append just under the maximum size', async () => {
      const stream = log.newStream();
      await log.store().append(stream, 'no-stream', [newEvent({ tekst: 'x'.repeat(MAX_APPEND_BYTES - 2048) })]);
      expect(await readStream(log.store(), stream)).toHaveLength(1);
    });

    it('refuses one id twice in the same append', async () => {
      const [event] = newEvents(1);
      const twice = log.store().append(log.newStream(), 'no-stream', [event!, event!]);
      await expect(twice).rejects.toThrow(DuplicateEventIdError);
    });

    if (harness.uniqueIds) {
      it('refuses an id that another stream holds, and the new events beside it', async () => {
        const [event] = newEvents(1);
        await log.store().append(log.newStream(), 'no-stream', [event!]);
        const other = log.newStream();
        const elsewhere = log.store().append(other, 'no-stream', [newEvent(), event!]);
        await expect(elsewhere).rejects.toThrow(DuplicateEventIdError);
        expect(await readLog(log.store())).toHaveLength(1);
      });
    }

    it('answers with unavailable once the connection is closed', async () => {
      const store = await log.connect();
      await store.close();
      await expect(store.append(log.newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailableError);
      await expect(store.readAll('', 1)).rejects.toThrow(StoreUnavailableError);
    });
  });
};
