import { ALS_BESTAND, controllerFor, type GrootsteInhoud } from '@regielijn/poort';
import { MAX_BYTES, teGrootZin } from '../domain/bestand.js';
import { CorrigeerDocument, LegDocumentVast, TrekVersieIn, VoegVersieToe } from '../domain/commands.js';
import { nieuwDocumentId } from '../domain/decide.js';
import { DocumentenSchema, VraagDocumenten } from '../read-model/documenten.query.js';
import { VraagInhoud } from '../read-model/inhoud.query.js';

const een = 'documenten/:documentId';
const versie = `${een}/versies/:versie`;

/** Base64 takes a third more than the file, and the other fields some. */
const grootsteInhoud: GrootsteInhoud = {
  bytes: Math.ceil((MAX_BYTES * 4) / 3) + 256 * 1024,
  code: 'DOCUMENT_TE_GROOT',
  zin: teGrootZin(MAX_BYTES),
};

export const DocumentController = controllerFor('documenten', [
  { pad: 'jeugdigen/:jeugdigeId/documenten', vraag: VraagDocumenten, antwoord: DocumentenSchema },
  {
    pad: 'jeugdigen/:jeugdigeId/documenten',
    opdracht: LegDocumentVast,
    nieuwId: nieuwDocumentId,
    grootsteInhoud,
  },
  { pad: `${een}/versies`, opdracht: VoegVersieToe, grootsteInhoud },
  { pad: `${versie}/inhoud`, vraag: VraagInhoud, antwoord: ALS_BESTAND },
  { pad: `${versie}/intrekking`, opdracht: TrekVersieIn },
  { pad: `${een}/correcties`, opdracht: CorrigeerDocument },
]);
