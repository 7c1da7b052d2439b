import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { BevoegdheidInvoerSchema, VerzoekerSoortSchema, verzoekVelden } from './velden.js';

const velden = {
  jeugdigeId: IdSchema,
  ...invoer({ ...verzoekVelden, bevoegdheid: BevoegdheidInvoerSchema.nullable() }),
};

export class DienVerzoekIn extends defineCommand({
  naam: 'machtiging.dien-verzoek-in',
  soort: 'besluit',
  omschrijving:
    'Dient nu bij de kinderrechter een verzoek om een machtiging in. Mag het niet volgens de wet, dan wordt het geweigerd.',
  bron: 'Jeugdwet art. 6.1.8',
  schema: z.strictObject({
    ...velden,
    verzoekerSoort: VerzoekerSoortSchema,
    verlenging: z.boolean().default(false),
  }),
}) {}

export class LegVerzoekVast extends defineCommand({
  naam: 'machtiging.leg-verzoek-vast',
  soort: 'feit',
  omschrijving: 'Legt een verzoek om een machtiging vast dat al is ingediend, met wat er volgens de wet aan ontbrak.',
  bron: 'Jeugdwet art. 6.1.8',
  schema: z.strictObject({
    ...velden,
    verzoekerSoort: VerzoekerSoortSchema.nullable().default(null),
    verlenging: z.boolean().nullable().default(null),
    /** Whether everything that went with the request is told here: then what is left out was not there. */
    volledig: z.boolean().default(false),
  }),
}) {}

export type VerzoekCommand = DienVerzoekIn | LegVerzoekVast;
