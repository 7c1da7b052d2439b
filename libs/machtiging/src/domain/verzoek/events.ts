import { defineEvent, IdSchema, KaderSchema, MachtigingSoortSchema, OrganisatieSchema } from '@regielijn/kern';
import { z } from 'zod';
import { machtiging } from '../ids.js';
import { GrondslagSchema, VerzoekerSoortSchema, verzoekVelden } from './velden.js';

/** What a rule had to say about a request: the stable code and the article. */
const BevindingSchema = z.strictObject({ code: z.string().regex(/^[A-Z][A-Z_]{2,60}$/), artikel: z.string().min(1) });

export const verzoekFeiten = {
  verzoekIngediend: defineEvent('machtiging.verzoek-ingediend@2', {
    omschrijving: 'Aan de kinderrechter is een machtiging gevraagd; wat de wet daaraan mist, staat erbij.',
    bron: 'Jeugdwet art. 6.1.8',
    verwijzingen: ['verlengtMachtigingId'],
    data: {
      ...machtiging,
      ...verzoekVelden,
      /** null: not known. */
      verzoekerSoort: VerzoekerSoortSchema.nullable(),
      /** null: not known. */
      verlenging: z.boolean().nullable(),
      /** True: what is not here was not there either. False: only part of the request was told. */
      volledig: z.boolean().nullable(),
      /** null: not held against the law, because it is older than the text of the law that is known here. */
      vlaggen: z.array(BevindingSchema).nullable(),
    },
  }),
};

/** Still in logs; read as the newest version. */
export const verzoekIngediend1 = defineEvent('machtiging.verzoek-ingediend@1', {
  omschrijving: 'Aan de kinderrechter is een machtiging gevraagd.',
  bron: 'Jeugdwet art. 6.1.8',
  data: {
    machtigingId: IdSchema,
    jeugdigeId: IdSchema,
    soort: MachtigingSoortSchema,
    grondslag: GrondslagSchema,
    kader: KaderSchema,
    verzoeker: OrganisatieSchema,
  },
});
