import { type EventData, jsonEvent, type Position } from '@eventstore/db-client';
import { type JsonObject, ongeldig, StoredInstantSchema } from '@regielijn/kern';
import { z } from 'zod';
import type { LogPosition, NewEvent, RecordedEvent } from '../../event-store.js';
import { invalidPosition } from '../invalid-position.js';

/** What lies in the event's metadata: the port's metadata and its two times. Loose, so that no later field is lost. */
const StoredMetadata = z.looseObject({
  geldigOp: StoredInstantSchema,
  vastgelegdOp: StoredInstantSchema,
  actor: z.looseObject({ subject: z.string(), organisatie: z.string(), rol: z.string() }),
  commandId: z.string().optional(),
  commandHash: z.string().optional(),
  correlationId: z.string(),
  causationId: z.string(),
});

/** The client hands over malformed JSON as text or bytes, so nothing is taken for granted. */
const StoredEvent = z.object({
  id: z.string(),
  type: z.string(),
  streamId: z.string(),
  revision: z.bigint(),
  position: z.object({ commit: z.bigint(), prepare: z.bigint() }),
  isJson: z.literal(true),
  data: z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  metadata: StoredMetadata,
});

export const toProposedEvent = ({ id, type, data, geldigOp, vastgelegdOp, metadata }: NewEvent): EventData =>
  jsonEvent({ id, type, data, metadata: { ...metadata, geldigOp, vastgelegdOp } });

/**
 * An event as it came from the node.
 * @throws CodedError GEBEURTENIS_ONLEESBAAR when somebody else wrote something into a stream of the engine
 */
export const toRecordedEvent = (event: { readonly streamId: string; readonly revision: bigint }): RecordedEvent => {
  const parsed = StoredEvent.safeParse(event);
  if (!parsed.success) {
    throw ongeldig('GEBEURTENIS_ONLEESBAAR', 'Een vastgelegde gebeurtenis kan niet worden gelezen.', {
      stream: event.streamId,
      streamVersion: String(event.revision),
      velden: parsed.error.issues.map((issue) => issue.path.join('.')),
    });
  }
  const { id, type, streamId, revision, position, data, metadata } = parsed.data;
  const { geldigOp, vastgelegdOp, ...rest } = metadata;
  return {
    id,
    type,
    geldigOp,
    vastgelegdOp,
    metadata: rest,
    data,
    stream: streamId,
    streamVersion: revision,
    position: toLogPosition(position),
  };
};

const DIGITS = 20;

/** Commit and prepare position, padded so that text sorts as the log does. */
export const toLogPosition = ({ commit, prepare }: Position): LogPosition =>
  [commit, prepare].map((part) => String(part).padStart(DIGITS, '0')).join('-');

export const fromLogPosition = (position: LogPosition): Position => {
  const [, commit, prepare] = /^(\d{20})-(\d{20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw invalidPosition();
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};
