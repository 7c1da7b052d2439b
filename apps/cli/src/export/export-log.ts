import { createHash } from 'node:crypto';
import { type EventStore, LOG_START, type LogPosition } from '@regielijn/event-store';
import { toEndLine, toLine } from './line.js';

const PAGE = 2_000;

/** The whole log as NDJSON, a page at a time, the line with count and SHA-256 of all before it last. */
export async function* exportLog(store: EventStore): AsyncIterable<string> {
  const hash = createHash('sha256');
  let nr = 0;
  let position: LogPosition = LOG_START;
  for (;;) {
    const page = await store.readAll(position, PAGE);
    const text = page.map((event) => `${toLine(event, ++nr)}\n`).join('');
    hash.update(text);
    if (text !== '') yield text;
    if (page.length < PAGE) break;
    position = page.at(-1)!.position;
  }
  yield `${toEndLine(nr, hash.digest('hex'))}\n`;
}
