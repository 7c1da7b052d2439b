import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AppendReceipt,
  EventCodec,
  EventLog,
  type EventStore,
  type ExpectedVersion,
  MemoryEventStore,
  MemoryKeyStore,
  type NewEvent,
  StoreUnavailableError,
  type StreamName,
} from '@regielijn/event-store';
import fc from 'fast-check';
import {
  alsBestand,
  catalogue,
  exporteer,
  geldigeRegels,
  groep,
  groepStream,
  metSlot,
  plekken,
  vulLog,
} from './export.kit.js';
import { alreadyThere, checkFile, importFile } from './import-log.js';
import { parseLine, toNewEvent } from './line.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regielijn-proef-'));
  file = join(folder, 'export.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The whole import, as the command does it. */
const importeer = async (store: EventStore): Promise<number> => {
  await checkFile(file, new EventLog(store, new EventCodec(catalogue, new MemoryKeyStore())));
  return importFile(file, store, await alreadyThere(file, store), () => undefined);
};

const inhoud = async (store: EventStore): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const { id } of await store.readAll('', 1_000_000)) ids.push(id);
  return ids;
};

/** Puts the first events of an export in a log, as an import that was broken off there would have. */
const eersteGebeurtenissen = async (store: EventStore, regels: readonly string[]): Promise<void> => {
  for (const regel of regels) {
    const parsed = parseLine(regel);
    if (!('event' in parsed)) throw new Error('geen gebeurtenis');
    const { stream, versie } = parsed.event;
    await store.append(stream, versie === 0 ? 'no-stream' : BigInt(versie - 1), [toNewEvent(parsed.event)]);
  }
};

/** Like a disk that is full for a moment: what travels together in this batch fails, all that comes after it succeeds. */
class HaperendeStore extends MemoryEventStore {
  private batch = 0;
  private vertrek: Promise<void> | undefined;

  constructor(private readonly hapert: number) {
    super();
  }

  override async append(
    stream: StreamName,
    expected: ExpectedVersion,
    events: readonly NewEvent[],
  ): Promise<AppendReceipt> {
    this.vertrek ??= this.nieuweBatch();
    await this.vertrek;
    if (this.batch === this.hapert) throw new StoreUnavailableError('proef');
    return super.append(stream, expected, events);
  }

  private async nieuweBatch(): Promise<void> {
    await new Promise((turn) => setImmediate(turn));
    this.batch += 1;
    this.vertrek = undefined;
  }
}

describe('an import', () => {
  it('given an empty log, then its export has the same bytes', async () => {
    const regels = await geldigeRegels();
    writeFileSync(file, alsBestand(regels));
    const store = new MemoryEventStore();
    expect(await importeer(store)).toBe(regels.length - 1);
    expect(await exporteer(store)).toBe(alsBestand(regels).toString());
  });

  it('given one that was broken off after any event, then it goes on there, and the bytes are the same', async () => {
    const regels = await geldigeRegels();
    writeFileSync(file, alsBestand(regels));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: regels.length - 1 }), async (aantal) => {
        const store = new MemoryEventStore();
        await eersteGebeurtenissen(store, regels.slice(0, aantal));
        expect(await importeer(store)).toBe(regels.length - 1 - aantal);
        expect(await exporteer(store)).toBe(alsBestand(regels).toString());
      }),
      { numRuns: 20 },
    );
  });

  it('given a store that fails for a moment, then nothing later is in the log, and the same import completes it', async () => {
    const bron = new MemoryEventStore();
    const groepen = [1, 2, 3];
    for (const nummer of groepen) await bron.append(groepStream(nummer), 'no-stream', [groep(nummer)]);
    for (let keer = 1; keer <= 9; keer += 1)
      for (const nummer of groepen) await bron.append(groepStream(nummer), BigInt(keer - 1), [plekken(nummer, keer)]);
    const bytes = await exporteer(bron);
    writeFileSync(file, bytes);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 }), async (hapert) => {
        const store = new HaperendeStore(hapert);
        await expect(importeer(store)).rejects.toThrow(StoreUnavailableError);
        expect(await inhoud(store)).toEqual((await inhoud(bron)).slice(0, 3 * (hapert - 1)));
        await importeer(store);
        expect(await exporteer(store)).toBe(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('given a log with something else in it, then it is refused and nothing is added', async () => {
    writeFileSync(file, alsBestand(await geldigeRegels()));
    const store = new MemoryEventStore();
    await store.append(groepStream(9), 'no-stream', [groep(9)]);
    await expect(importeer(store)).rejects.toMatchObject({ code: 'LOG_NIET_LEEG' });
    expect(await inhoud(store)).toEqual([groep(9).id]);
  });

  it('given a log with the same ids and other content, then it is refused: it is not the same log', async () => {
    writeFileSync(file, alsBestand(await geldigeRegels()));
    const store = new MemoryEventStore();
    // The same events under other keys: their ciphertext differs.
    await vulLog(store);
    await expect(importeer(store)).rejects.toMatchObject({ code: 'LOG_NIET_LEEG' });
  });

  it('given a log that has more than the file, then it is refused', async () => {
    const regels = await geldigeRegels();
    writeFileSync(file, alsBestand(metSlot(regels.slice(0, 3))));
    const store = new MemoryEventStore();
    await eersteGebeurtenissen(store, regels.slice(0, 4));
    await expect(importeer(store)).rejects.toMatchObject({ code: 'LOG_NIET_LEEG' });
  });

  it('given a complete import, then the same one again has nothing to add', async () => {
    writeFileSync(file, alsBestand(await geldigeRegels()));
    const store = new MemoryEventStore();
    await importeer(store);
    expect(await importeer(store)).toBe(0);
  });

  it('given somebody who writes in the log meanwhile, then it says so', async () => {
    writeFileSync(file, alsBestand(await geldigeRegels()));
    const store = new MemoryEventStore();
    const lezen = importFile(file, store, 0, () => void store.append(groepStream(9), 'no-stream', [groep(9)]));
    await expect(lezen).rejects.toMatchObject({ code: 'IMPORT_VERSTOORD' });
  });

  it('given a line that is wrong, then nothing is imported', async () => {
    const regels = await geldigeRegels();
    writeFileSync(file, alsBestand(regels.toSpliced(4, 1)));
    const store = new MemoryEventStore();
    await expect(importeer(store)).rejects.toMatchObject({ code: 'IMPORT_REGEL', data: { regel: 5 } });
    expect(await inhoud(store)).toEqual([]);
  });

  it('given one stream that is larger than a store takes in one go, then it travels in parts', async () => {
    const bron = new MemoryEventStore();
    await bron.append(groepStream(1), 'no-stream', [groep(1, 'x'.repeat(400_000))]);
    for (let keer = 1; keer <= 4; keer += 1) {
      const { data } = groep(1, 'y'.repeat(400_000));
      await bron.append(groepStream(1), BigInt(keer - 1), [
        { ...plekken(1, keer), type: 'voorziening.geopend@1', data },
      ]);
    }
    writeFileSync(file, await exporteer(bron));
    const store = new MemoryEventStore();
    expect(await importeer(store)).toBe(5);
    expect(await exporteer(store)).toBe(await exporteer(bron));
  });
});
