import { DatumSchema, defineEvent } from '@regielijn/kern';
import { z } from 'zod';
import { machtiging } from '../ids.js';

/** Why a machtiging ends: the happenings of the table after which no step is left. */
export const EindegrondSchema = z.enum([
  'uitstroom',
  'opgevolgd',
  'verblijf_niet_langer_nodig',
  'niet_ten_uitvoer_gelegd',
  'vernietigd_door_hof',
  'verlopen',
  'instemming_ingetrokken',
  'achttien_plus',
  'beslist_op_machtiging',
  'opname_vervallen_verklaard',
  'verlengd',
  'ingetrokken',
]);
export type Eindegrond = z.output<typeof EindegrondSchema>;

/** `buiten_volgorde`: the law knows no such end here. `eerder_dan_berekend`: by law it lapses later. Both end nothing. */
const EindevlagSchema = z.enum(['buiten_volgorde', 'eerder_dan_berekend']);
export type Eindevlag = z.output<typeof EindevlagSchema>;

export const eindeFeiten = {
  geeindigd: defineEvent('machtiging.geeindigd@2', {
    omschrijving: 'De machtiging is geëindigd of vervalt, met de grond en de dag die de wet noemt.',
    bron: 'Jeugdwet art. 6.1.2, 6.1.6, 6.1.7 en 6.1.12',
    data: {
      ...machtiging,
      grond: EindegrondSchema,
      /** The day by law, where the law names one for this grond: then that day counts, not the day of the news. */
      berekendOp: DatumSchema.nullable(),
      vlaggen: z.array(EindevlagSchema).nullable(),
    },
  }),
};

/** Still in logs; read as the newest version. */
export const geeindigd1 = defineEvent('machtiging.geeindigd@1', {
  omschrijving: 'De machtiging is voor haar einddatum geëindigd.',
  bron: 'Jeugdwet art. 6.1.12',
  data: {
    ...machtiging,
    grond: z.enum([
      'uitstroom',
      'opgevolgd',
      'verblijf_niet_langer_nodig',
      'niet_ten_uitvoer_gelegd',
      'vernietigd_door_hof',
    ]),
  },
});
