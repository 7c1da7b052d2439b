import {
  defineEvent,
  type EventOf,
  IdSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { traject } from '../ids.js';

/** What command and event of each fact share. */
export const zonderOpnameVelden = {
  intrekking: { reden: persoonsgegeven(TekstSchema) },
  start: { variant: VariantSchema, aanbieder: OrganisatieSchema, machtigingId: IdSchema.nullable() },
  einde: {
    reden: z.enum(['doelen_bereikt', 'lichtere_hulp', 'zwaardere_hulp', 'gestopt_door_gezin', 'andere_reden']),
  },
};

/** Something about the safety outside the walls that should have been there before the help began. */
export const WegingVlagSchema = z.enum(['zonder_veiligheidsweging', 'niet_verantwoord_gewogen']);

/** What a traject comes to when nobody is opgenomen: it is withdrawn, or help comes at home, at school, in a KIB. */
export const zonderOpnameFeiten = {
  aanmeldingIngetrokken: defineEvent('traject.aanmelding-ingetrokken@1', {
    omschrijving: 'De aanmelding voor jeugdhulpPlus is ingetrokken: het traject eindigt zonder opname.',
    data: { ...traject, ...zonderOpnameVelden.intrekking },
  }),
  variantGestart: defineEvent('traject.variant-gestart@1', {
    omschrijving: 'Hulp zonder opname is begonnen, zoals ambulante jeugdhulpPlus of een onderwijs-jeugdhulptraject.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), alternatieven',
    verwijzingen: ['machtigingId'],
    data: { ...traject, ...zonderOpnameVelden.start, vlaggen: z.array(WegingVlagSchema) },
  }),
  variantBeeindigd: defineEvent('traject.variant-beeindigd@1', {
    omschrijving: 'De hulp zonder opname is geëindigd. Daarna volgt nazorg.',
    data: { ...traject, variant: VariantSchema, ...zonderOpnameVelden.einde },
  }),
};

export type ZonderOpnameEvent = EventOf<typeof zonderOpnameFeiten>;
