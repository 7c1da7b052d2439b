import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type EventLog, type EventStore, type NewEvent } from '@regielijn/event-store';
import { weiger } from '@regielijn/kern';
import { ExportChecker } from './check-export.js';
import { type EventLine, parseLine, toNewEvent } from './line.js';

/** How many appends are on their way at once; they reach the log in the order in which they were started. */
const WINDOW = 400;
const PAGE = 2_000;

const lines = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });

/** Checks a whole export. Answers how many events it holds. */
export const checkFile = async (file: string, log: EventLog): Promise<number> => {
  const checker = new ExportChecker(log.catalogue);
  for await (const line of lines(file)) checker.line(line);
  return checker.done();
};

async function* eventsOf(file: string): AsyncIterable<EventLine> {
  for await (const line of lines(file)) {
    const parsed = parseLine(line);
    if ('event' in parsed) yield parsed.event;
  }
}

/** Walks the log beside the file. Answers how many events are there already; anything else in the log refuses the import. */
const alreadyThere = async (file: string, store: EventStore): Promise<number> => {
  let position = '';
  let page = await store.readAll(position, PAGE);
  let index = 0;
  let count = 0;
  for await (const { id } of eventsOf(file)) {
    if (index === page.length) {
      if (page.length < PAGE) return count;
      position = page.at(-1)!.position;
      page = await store.readAll(position, PAGE);
      index = 0;
      if (page.length === 0) return count;
    }
    if (page[index]!.id !== id) break;
    index += 1;
    count += 1;
  }
  if (index < page.length)
    throw weiger('LOG_NIET_LEEG', 'Het logboek is niet leeg. Importeer in een lege map of database.', {
      aanwezig: count + page.length - index,
    });
  return count;
};

/**
 * Appends a checked export to an empty log, with its ids, versions and times. Broken off, the same import goes on after
 * the last event that arrived.
 */
export const importFile = async (
  file: string,
  store: EventStore,
  onEvents: (done: number) => void,
): Promise<number> => {
  const skip = await alreadyThere(file, store);
  const underWay: Promise<unknown>[] = [];
  let done = 0;
  let batch: { stream: string; first: number; events: NewEvent[] } | undefined;
  const send = async (): Promise<void> => {
    if (!batch) return;
    const { stream, first, events } = batch;
    batch = undefined;
    underWay.push(store.append(stream, first === 0 ? 'no-stream' : BigInt(first - 1), events));
    // An append that failed must stop the ones after it, so nothing is started far ahead of what is known to be there.
    if (underWay.length >= WINDOW) await Promise.all(underWay.splice(0, WINDOW));
  };
  for await (const line of eventsOf(file)) {
    done += 1;
    onEvents(done);
    if (done <= skip) continue;
    if (batch?.stream !== line.stream) await send();
    batch ??= { stream: line.stream, first: line.versie, events: [] };
    batch.events.push(toNewEvent(line));
    if (batch.events.length >= 50) await send();
  }
  await send();
  await Promise.all(underWay);
  return done - skip;
};
