import { defineEvent, IdSchema } from '@regielijn/kern';
import { z } from 'zod';
import { machtiging } from '../ids.js';

/** Whom the law wants told. */
export const OntvangerSchema = z.enum(['gezag', 'college', 'verzoeker', 'RvdK', 'jeugdige', 'advocaat', 'griffier']);

/** `niet_gevraagd`: the law asks no such notice. `te_laat`: after the last day that the law names. */
const MeldingvlagSchema = z.enum(['niet_gevraagd', 'te_laat']);
export type Meldingvlag = z.output<typeof MeldingvlagSchema>;

export const meldingFeiten = {
  meldingGedaan: defineEvent('machtiging.melding-gedaan@1', {
    omschrijving: 'Een melding die de wet vraagt, is gedaan.',
    bron: 'Jeugdwet art. 6.1.6 lid 6, 6.1.12 lid 6 en 6.1.13 lid 2',
    verwijzingen: ['gebeurtenisId'],
    data: { ...machtiging, gebeurtenisId: IdSchema, aan: OntvangerSchema, vlaggen: z.array(MeldingvlagSchema) },
  }),
};
