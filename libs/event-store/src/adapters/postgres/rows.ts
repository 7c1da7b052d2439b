import type { JsonObject } from '@regielijn/kern';
import { type EventMetadata, LOG_START, type LogPosition, type RecordedEvent } from '../../event-store.js';
import { invalidPosition } from '../invalid-position.js';

/** Positions as text: padded, so that they sort as text as they do as numbers. */
export const toPosition = (position: bigint): LogPosition => position.toString().padStart(20, '0');

/** What a bigint column holds at most. */
const LARGEST = 2n ** 63n - 1n;

/** Back to the number; the start of the log is 0. */
export const fromPosition = (position: LogPosition): bigint => {
  if (position === LOG_START) return 0n;
  const number = /^\d{20}$/.test(position) ? BigInt(position) : LARGEST + 1n;
  if (number > LARGEST) throw invalidPosition();
  return number;
};

export const EVENT_COLUMNS = 'position, id, stream, stream_version, type, geldig_op, vastgelegd_op, metadata, data';

/** The columns of `EVENT_COLUMNS`, in that order: reading rows as arrays is a third faster than as objects. */
export type EventRow = [bigint, string, string, bigint, string, string, string, EventMetadata, JsonObject];

export const toRecordedEvent = (row: EventRow): RecordedEvent => ({
  position: toPosition(row[0]),
  id: row[1],
  stream: row[2],
  streamVersion: row[3],
  type: row[4],
  geldigOp: row[5],
  vastgelegdOp: row[6],
  metadata: row[7],
  data: row[8],
});
