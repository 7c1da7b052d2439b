import { createReadStream } from 'node:fs';
import type { EventLog, EventStore, NewEvent } from '@regielijn/event-store';
import { CodedError, weiger } from '@regielijn/kern';
import { type Checked, checkExport } from './check-export.js';
import { pagesOfLines } from './export-log.js';
import { parseLine, toNewEvent } from './line.js';
import { linesOf } from './lines.js';

/** Below what one batch of a store takes, so that a batch arrives whole or not at all. */
const BATCH_APPENDS = 200;
const BATCH_BYTES = 512 * 1024;

interface Append {
  readonly stream: string;
  readonly first: number;
  readonly events: NewEvent[];
}

const lines = (file: string): AsyncGenerator<string> => linesOf(createReadStream(file));

/** Checks a whole export. */
export const checkFile = (file: string, log: EventLog): Promise<Checked> =>
  checkExport(createReadStream(file), log.catalogue);

/** How many events at the beginning of the file are the beginning of the log, and whether the log goes on differently. */
const compare = async (file: string, store: EventStore): Promise<{ same: number; differs: boolean }> => {
  const expected = lines(file);
  let same = 0;
  try {
    for await (const page of pagesOfLines(store))
      for (const line of page) {
        if ((await expected.next()).value !== line) return { same, differs: true };
        same += 1;
      }
    return { same, differs: false };
  } finally {
    await expected.return(undefined);
  }
};

/** How many events of the file an import that was broken off has brought; any other log than an empty one is refused. */
export const alreadyThere = async (file: string, store: EventStore): Promise<number> => {
  const { same, differs } = await compare(file, store);
  if (differs) throw weiger('LOG_NIET_LEEG', 'Het logboek is niet leeg. Importeer in een lege map of database.');
  return same;
};

/**
 * The events after the first `skip` as appends, in batches that a store writes in one go: no stream twice, so that the
 * store does not split it. When one fails, nothing behind it is in the log, and the import can go on from there.
 */
async function* batchesOf(file: string, skip: number): AsyncGenerator<readonly Append[]> {
  let batch = new Map<string, Append>();
  let bytes = 0;
  let last = '';
  for await (const line of lines(file)) {
    const parsed = parseLine(line);
    if (!('event' in parsed) || parsed.event.nr <= skip) continue;
    const { stream, versie } = parsed.event;
    const size = Buffer.byteLength(line);
    const returns = batch.has(stream) && stream !== last;
    if (batch.size > 0 && (returns || batch.size === BATCH_APPENDS || bytes + size > BATCH_BYTES)) {
      yield [...batch.values()];
      batch = new Map();
      bytes = 0;
    }
    const append = batch.get(stream) ?? { stream, first: versie, events: [] };
    append.events.push(toNewEvent(parsed.event));
    batch.set(stream, append);
    bytes += size;
    last = stream;
  }
  if (batch.size > 0) yield [...batch.values()];
}

/**
 * Appends what the log does not hold yet of a checked export, with its ids, versions and times, and compares them
 * afterwards. Answers how many events it wrote.
 */
export const importFile = async (
  file: string,
  store: EventStore,
  skip: number,
  onEvents: (done: number) => void,
): Promise<number> => {
  let done = skip;
  for await (const batch of batchesOf(file, skip)) {
    await Promise.all(
      batch.map(({ stream, first, events }) =>
        store.append(stream, first === 0 ? 'no-stream' : BigInt(first - 1), events),
      ),
    );
    done += batch.reduce((sum, { events }) => sum + events.length, 0);
    onEvents(done);
  }
  if ((await compare(file, store)).same < done)
    throw new CodedError(
      'conflict',
      'IMPORT_VERSTOORD',
      'Tijdens het importeren schreef iets anders in dit logboek. Begin opnieuw in een lege map of database.',
    );
  return done - skip;
};
