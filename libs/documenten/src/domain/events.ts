import {
  correctieEvents,
  defineEvent,
  type EventOf,
  IdSchema,
  KorteTekstSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { DocumentSoortSchema, MediatypeSchema } from './bestand.js';

/** What a document belongs to: the dossier as a whole, one machtiging or one traject. */
export const HoortBijSchema = z.strictObject({ soort: z.enum(['jeugdige', 'machtiging', 'traject']), id: IdSchema });
export type HoortBij = z.output<typeof HoortBijSchema>;

/** Counts from 1; a number that was given is never given again. */
export const VersieSchema = z.int().min(1).max(10_000);

/** The storage contract of a document: that it is there, never what it says. */
export const documentFeiten = {
  vastgelegd: defineEvent('document.vastgelegd@1', {
    omschrijving:
      'Een document, of een nieuwe versie ervan, is in het dossier gelegd. Het bestand zelf staat versleuteld buiten het logboek.',
    bron: 'Jeugdwet art. 7.3.8',
    vasteVelden: ['hoortBij', 'versie', 'mediatype', 'omvang', 'sha256'],
    data: {
      documentId: IdSchema,
      jeugdigeId: IdSchema,
      hoortBij: HoortBijSchema,
      soort: DocumentSoortSchema,
      versie: VersieSchema,
      titel: persoonsgegeven(KorteTekstSchema),
      mediatype: MediatypeSchema,
      omvang: z.int().min(1).meta({ description: 'Bytes van het bestand zelf, voor de versleuteling' }),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .meta({ description: 'Van het versleutelde bestand, zodat niemand er een bekend document aan herkent' }),
    },
  }),
  ingetrokken: defineEvent('document.ingetrokken@1', {
    omschrijving: 'Een versie van een document hoorde hier niet: het bestand is gewist, dit spoor blijft.',
    bron: 'AVG art. 5 lid 1 onder d',
    onherroepelijk: true,
    data: {
      documentId: IdSchema,
      jeugdigeId: IdSchema,
      versie: VersieSchema,
      reden: persoonsgegeven(TekstSchema),
    },
  }),
};

/** No withdrawal of a fact here: `document.ingetrokken` does that, and takes the file away with it. */
const { gecorrigeerd } = correctieEvents('document', 'jeugdigeId');
export const documentCorrecties = { gecorrigeerd };
export const documentEvents = [...Object.values(documentFeiten), gecorrigeerd];
export type DocumentEvent = EventOf<typeof documentFeiten>;

export const documentStream = (documentId: string): string => `document-${documentId}`;
