import { DatumSchema, defineCommand, IdSchema } from '@regielijn/kern';
import { z } from 'zod';
import { BereidheidSchema } from './events.js';

export class LegBeschikkingVast extends defineCommand({
  naam: 'machtiging.leg-beschikking-vast',
  soort: 'feit',
  omschrijving: 'Legt de beschikking van de kinderrechter vast: verleend of afgewezen.',
  bron: 'Jeugdwet art. 6.1.12',
  schema: z.strictObject({
    machtigingId: IdSchema,
    uitkomst: z.enum(['verleend', 'afgewezen']),
    beschikkingOp: DatumSchema,
    /** Only when verleend. */
    geldigVan: DatumSchema.nullable().default(null),
    /** Only when verleend: the first day on which it no longer holds, by the beschikking itself. */
    geldigTot: DatumSchema.nullable().default(null),
    /** Only when a VMGJ is verleend; null: not known. */
    bereidheid: BereidheidSchema.nullable().default(null),
  }),
}) {}
