import type { Json } from '@regielijn/kern';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOG_START } from '../event-store.js';
import { expectWithoutGaps, idsOf, newEvent, newEvents, readLog, readStream } from './given.js';
import { type ContractHarness, useLog } from './harness.js';

const deep = (levels: number): Json => (levels === 0 ? 'bodem' : { dieper: [deep(levels - 1)] });

/** What JSON can say: kept exactly, whatever the store makes of it. PostgreSQL's jsonb cannot hold U+0000. */
const payloads = {
  'letters of every kind': { tekst: 'Zoë, Ĳmuiden, Ñuñoa, العربية, 汉字, 👩‍👩‍👧‍👦, e\u0301, \u2028 en "aanhaling" \\ /' },
  'numbers at the edge': { getallen: [0, -1, 0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, -9007199254740991] },
  'nothing in many ways': { leeg: '', niets: null, lijst: [], ding: {}, '': 'lege sleutel', onwaar: false },
  'a text of 300 kB': { tekst: 'é'.repeat(150_000) },
  'a hundred levels': { diep: deep(100) },
  'words that JavaScript keeps to itself': { constructor: 'a', toString: 'b', hasOwnProperty: 'c' },
};

export const describeRead = (harness: ContractHarness): void => {
  describeStream(harness);
  describeContents(harness);
  describePages(harness);
};

const describeStream = (harness: ContractHarness): void => {
  describe('read: one stream', () => {
    const log = useLog(harness);

    it('gives nothing for a stream that is not there', async () => {
      expect(await readStream(log.store(), log.newStream())).toEqual([]);
    });

    it('gives the events in order with their versions, all they came with, and where they lie', async () => {
      const stream = log.newStream();
      const events = newEvents(3);
      await log.store().append(stream, 'no-stream', events);
      const recorded = await readStream(log.store(), stream);

      expect(recorded).toEqual(
        events.map((event, nr) => ({
          ...event,
          stream,
          streamVersion: BigInt(nr),
          position: expect.any(String),
        })),
      );
    });

    it.each([
      [0n, 5],
      [1n, 4],
      [4n, 1],
      [5n, 0],
      [99n, 0],
    ])('given five events, when reading from version %s, then %s of them come', async (from, count) => {
      const stream = log.newStream();
      const events = newEvents(5);
      await log.store().append(stream, 'no-stream', events);
      expect(idsOf(await readStream(log.store(), stream, from))).toEqual(idsOf(events.slice(5 - count)));
    });

    it('gives a stream of more than a thousand events whole, also when a reader stopped halfway', async () => {
      const stream = log.newStream();
      const events = newEvents(1100);
      await log.store().append(stream, 'no-stream', events.slice(0, 600));
      await log.store().append(stream, 599n, events.slice(600));
      for await (const event of log.store().read(stream)) if (event.streamVersion === 550n) break;
      expect(idsOf(await readStream(log.store(), stream))).toEqual(idsOf(events));
    });

    it('keeps metadata without a command as it came', async () => {
      const stream = log.newStream();
      const event = newEvent();
      const { commandId: _, ...metadata } = event.metadata;
      await log.store().append(stream, 'no-stream', [{ ...event, metadata }]);
      expect((await readStream(log.store(), stream))[0]!.metadata).toEqual(metadata);
    });
  });
};

const describeContents = (harness: ContractHarness): void => {
  describe('read: what was put in comes out', () => {
    const log = useLog(harness);

    it.each(Object.entries(payloads))('%s', async (_, data) => {
      const stream = log.newStream();
      await log.store().append(stream, 'no-stream', [newEvent(data)]);
      const [recorded] = await readStream(log.store(), stream);
      expect(recorded!.data).toEqual(data);
    });

    it('any JSON', async () => {
      const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('\\u0000'));
      const anyJson = fc.array(json, { minLength: 1, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(anyJson, async (values) => {
          const stream = log.newStream();
          const asJson = JSON.parse(JSON.stringify(values)) as Json[];
          await log.store().append(
            stream,
            'no-stream',
            asJson.map((waarde) => newEvent({ waarde })),
          );
          const recorded = await readStream(log.store(), stream);
          expect(recorded.map((event) => event.data['waarde'])).toEqual(asJson);
        }),
        { numRuns: 20 },
      );
    });
  });
};

const describePages = (harness: ContractHarness): void => {
  describe('readAll: the log in pages', () => {
    const log = useLog(harness);

    /** Seven events over two streams, in the order of the log. */
    const sevenEvents = async (): Promise<string[]> => {
      const [left, right] = [log.newStream(), log.newStream()];
      const batches = [newEvents(2), newEvents(3), newEvents(1), newEvents(1)];
      await log.store().append(left, 'no-stream', batches[0]!);
      await log.store().append(right, 'no-stream', batches[1]!);
      await log.store().append(left, 1n, batches[2]!);
      await log.store().append(right, 2n, batches[3]!);
      return idsOf(batches.flat());
    };

    it('gives an empty page for an empty log', async () => {
      expect(await log.store().readAll(LOG_START, 10)).toEqual([]);
    });

    it.each([1, 2, 3, 7, 100])(
      'given pages of %s, when read to the end, then all come once, in order',
      async (size) => {
        const ids = await sevenEvents();
        expect(idsOf(await readLog(log.store(), LOG_START, size))).toEqual(ids);
      },
    );

    it('never gives more than the limit, and less only at the end', async () => {
      await sevenEvents();
      const first = await log.store().readAll(LOG_START, 5);
      expect(first).toHaveLength(5);
      const rest = await log.store().readAll(first[4]!.position, 5);
      expect(rest).toHaveLength(2);
      expect(await log.store().readAll(rest[1]!.position, 5)).toEqual([]);
    });

    it('starts after any position, also one inside an append', async () => {
      await sevenEvents();
      const all = await readLog(log.store());
      for (const [nr, event] of all.entries()) {
        expect(await readLog(log.store(), event.position)).toEqual(all.slice(nr + 1));
      }
    });

    it('given a position that this log cannot have given out, then that is refused', async () => {
      for (const position of ['7', '7:7', 'abc', '0'.repeat(19)])
        await expect(log.store().readAll(position, 1)).rejects.toMatchObject({ code: 'ONGELDIGE_POSITIE' });
    });

    it('has positions that grow as text, and without gaps where that is promised', async () => {
      await sevenEvents();
      const positions = (await readLog(log.store())).map((event) => event.position);
      expect(positions).toEqual([...new Set(positions)].sort());
      expect(positions.every((position) => position > LOG_START)).toBe(true);
      // What `Lees-Na` and `Last-Event-ID` take.
      expect(positions.every((position) => /^[0-9-]{1,80}$/.test(position))).toBe(true);
      if (harness.gapless) expectWithoutGaps(positions);
    });

    it('shows the same event as reading its stream does', async () => {
      await sevenEvents();
      for (const event of await readLog(log.store())) {
        expect((await readStream(log.store(), event.stream, event.streamVersion))[0]).toEqual(event);
      }
    });
  });
};
