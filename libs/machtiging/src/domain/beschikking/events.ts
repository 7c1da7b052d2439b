import { DatumSchema, defineEvent } from '@regielijn/kern';
import { z } from 'zod';
import { machtiging } from '../ids.js';

export const beschikkingFeiten = {
  verleend: defineEvent('machtiging.verleend@1', {
    omschrijving: 'De kinderrechter heeft de machtiging verleend.',
    bron: 'Jeugdwet art. 6.1.12 lid 2',
    data: {
      ...machtiging,
      beschikkingOp: DatumSchema,
      geldigVan: DatumSchema,
      /** First day on which the machtiging no longer holds, by the beschikking itself. */
      geldigTot: DatumSchema,
      /** The longest the law allows; the beschikking stays the truth. */
      // May lie beyond the years that somebody may enter.
      wettelijkUiterlijk: z.iso.date(),
      langerDanWet: z.boolean(),
    },
  }),
  afgewezen: defineEvent('machtiging.afgewezen@1', {
    omschrijving: 'De kinderrechter heeft de machtiging afgewezen.',
    data: { ...machtiging, beschikkingOp: DatumSchema },
  }),
};
