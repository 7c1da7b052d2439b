import { canonicalJson, type NewEvent, type RecordedEvent } from '@regielijn/event-store';
import { IdSchema, StoredInstantSchema } from '@regielijn/kern';
import { z } from 'zod';

const ActorSchema = z.strictObject({ subject: z.string(), organisatie: z.string(), rol: z.string() });

const EventLineSchema = z.strictObject({
  nr: z.int().positive(),
  /** `<category>-<id>`, printable and of a length that every store takes. */
  stream: z.string().regex(/^[a-z]+-[!-~]{1,200}$/),
  versie: z.int().nonnegative(),
  id: IdSchema,
  type: z.string(),
  geldigOp: StoredInstantSchema,
  vastgelegdOp: StoredInstantSchema,
  metadata: z.strictObject({
    actor: ActorSchema,
    commandId: IdSchema.optional(),
    commandHash: z.string().optional(),
    correlationId: IdSchema,
    causationId: IdSchema,
  }),
  data: z.record(z.string(), z.json()),
});

const EndLineSchema = z.strictObject({
  einde: z.strictObject({ events: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export type EventLine = z.output<typeof EventLineSchema>;
type EndLine = z.output<typeof EndLineSchema>;

/** One event as a line of an export: canonical JSON, ciphertext as stored, numbered in log order. */
export const toLine = (event: RecordedEvent, nr: number): string => {
  const { stream, streamVersion, id, type, geldigOp, vastgelegdOp, metadata, data } = event;
  return canonicalJson({ nr, stream, versie: Number(streamVersion), id, type, geldigOp, vastgelegdOp, metadata, data });
};

export const toEndLine = (events: number, sha256: string): string => canonicalJson({ einde: { events, sha256 } });

/** What a line says, or why it says nothing. */
export const parseLine = (text: string): { event: EventLine } | { end: EndLine } | { wrong: string } => {
  let value: unknown;
  let canonical: string;
  try {
    value = JSON.parse(text);
    canonical = canonicalJson(value);
  } catch {
    // Also nesting that is too deep.
    return { wrong: 'geen geldige JSON' };
  }
  if (canonical !== text) return { wrong: 'niet in de vaste vorm (RFC 8785) geschreven' };
  if (typeof value === 'object' && value !== null && 'einde' in value) {
    const end = EndLineSchema.safeParse(value);
    return end.success ? { end: end.data } : { wrong: 'een slotregel die niet klopt' };
  }
  const event = EventLineSchema.safeParse(value);
  if (!event.success) return { wrong: `veld ${event.error.issues[0]?.path.join('.') || '(geheel)'} klopt niet` };
  return { event: event.data };
};

export const toNewEvent = ({ id, type, geldigOp, vastgelegdOp, metadata, data }: EventLine): NewEvent => ({
  ...{ id, type, geldigOp, vastgelegdOp, metadata, data },
});
