import { isCodedError, type JsonObject, randomId } from '@regielijn/kern';
import { expect } from '@jest/globals';
import {
  type AppendReceipt,
  type CaughtUp,
  type EventStore,
  type ExpectedVersion,
  LOG_START,
  type LogPosition,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
} from '../event-store.js';

export const newEvent = (data: JsonObject = {}, other: Partial<NewEvent> = {}): NewEvent => {
  const id = randomId();
  return {
    id,
    type: 'traject.proef@1',
    geldigOp: '2026-03-01T08:00:00.000Z',
    vastgelegdOp: '2026-03-02T09:30:00.000Z',
    metadata: {
      actor: { subject: 'account-1', organisatie: 'gi-1', rol: 'jeugdbeschermer' },
      commandId: id,
      correlationId: id,
      causationId: id,
    },
    data,
    ...other,
  };
};

export const newEvents = (count: number): NewEvent[] => Array.from({ length: count }, (_, nr) => newEvent({ nr }));

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map((event) => event.id);

export const readStream = async (store: EventStore, stream: StreamName, from?: bigint): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream, from)) events.push(event);
  return events;
};

/** The whole log in pages, as a rebuild reads it. */
export const readLog = async (store: EventStore, after = LOG_START, pageSize = 100): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll(events.at(-1)?.position ?? after, pageSize);
    events.push(...page);
    if (page.length < pageSize) return events;
  }
};

/** Follows until `done` says so after an item. Fails, with what did come, when that takes longer than `withinMs`. */
export const followUntil = async (
  store: EventStore,
  after: LogPosition,
  done: (items: readonly (RecordedEvent | CaughtUp)[]) => boolean,
  withinMs = 30_000,
): Promise<(RecordedEvent | CaughtUp)[]> => {
  const tooLate = AbortSignal.timeout(withinMs);
  const items: (RecordedEvent | CaughtUp)[] = [];
  for await (const item of store.follow(after, tooLate)) {
    items.push(item);
    if (done(items)) return items;
  }
  throw new Error(`after ${withinMs} ms the follower had seen ${items.length} items and was not done`);
};

/** What a careful caller does when it is not known whether an append was written: the exact call again. */
export const appendUntilKnown = async (
  store: EventStore,
  stream: StreamName,
  expected: ExpectedVersion,
  events: readonly NewEvent[],
  withinMs = 30_000,
): Promise<AppendReceipt> => {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (!isCodedError(error, 'OPSLAG_NIET_BEREIKBAAR') || Date.now() > end) throw error;
    }
  }
};

/** Memory and PostgreSQL count: each position is the one before it plus one. */
export const expectWithoutGaps = (positions: readonly string[]): void => {
  const first = BigInt(positions[0]!);
  expect(positions.map(BigInt)).toEqual(positions.map((_, nr) => first + BigInt(nr)));
};
