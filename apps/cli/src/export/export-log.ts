import { createHash } from 'node:crypto';
import { type EventStore, LOG_START, type LogPosition } from '@regielijn/event-store';
import { toEndLine, toLine } from './line.js';

const PAGE = 2_000;

/** The events of the log as lines, numbered from 1, a page at a time. */
export async function* pagesOfLines(store: EventStore): AsyncGenerator<readonly string[]> {
  let nr = 0;
  let position: LogPosition = LOG_START;
  for (;;) {
    const page = await store.readAll(position, PAGE);
    if (page.length > 0) yield page.map((event) => toLine(event, ++nr));
    if (page.length < PAGE) return;
    position = page.at(-1)!.position;
  }
}

/** The whole log as NDJSON, a page at a time, the line with count and SHA-256 of all before it last. */
export async function* exportLog(store: EventStore): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const lines of pagesOfLines(store)) {
    const text = lines.map((line) => `${line}\n`).join('');
    hash.update(text);
    events += lines.length;
    yield text;
  }
  yield `${toEndLine(events, hash.digest('hex'))}\n`;
}
