import { DatumSchema, defineEvent } from '@regielijn/kern';
import { z } from 'zod';
import { machtiging } from '../ids.js';

/**
 * Why the kinderrechter expects a jeugdige to keep to the voorwaarden of a VMGJ: the jeugdige said so, or it may
 * reasonably be expected. Source: Jeugdwet art. 6.1.4 lid 10.
 */
export const BereidheidSchema = z.enum(['bereidverklaring', 'redelijke_verwachting']);
export type Bereidheid = z.output<typeof BereidheidSchema>;

const verleend = {
  ...machtiging,
  beschikkingOp: DatumSchema,
  geldigVan: DatumSchema,
  /** First day on which the machtiging no longer holds, by the beschikking itself. */
  geldigTot: DatumSchema,
  /** The longest the law allows; the beschikking stays the truth. */
  // May lie beyond the years that somebody may enter.
  wettelijkUiterlijk: z.iso.date(),
  langerDanWet: z.boolean(),
};
const verlening = {
  omschrijving: 'De kinderrechter heeft de machtiging verleend.',
  bron: 'Jeugdwet art. 6.1.12 lid 2',
};

export const beschikkingFeiten = {
  verleend: defineEvent('machtiging.verleend@2', {
    ...verlening,
    data: {
      ...verleend,
      /** null: not known, or no VMGJ. */
      bereidheid: BereidheidSchema.nullable(),
    },
  }),
  afgewezen: defineEvent('machtiging.afgewezen@1', {
    omschrijving: 'De kinderrechter heeft de machtiging afgewezen.',
    data: { ...machtiging, beschikkingOp: DatumSchema },
  }),
};

/** Still in logs; read as the newest version. */
export const verleend1 = defineEvent('machtiging.verleend@1', { ...verlening, data: verleend });
