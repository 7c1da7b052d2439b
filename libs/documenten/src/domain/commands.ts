import { correctieCommands, defineCommand, IdSchema, KorteTekstSchema, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { DocumentSoortSchema } from './bestand.js';
import { HoortBijSchema, VersieSchema } from './events.js';

const isBase64 = (tekst: string): boolean => tekst.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(tekst);

const bestand = {
  titel: KorteTekstSchema,
  /** What the file is said to be; its bytes decide. */
  mediatype: z.string().max(100).meta({ description: 'Zoals application/pdf', example: 'application/pdf' }),
  inhoud: z.string().refine(isBase64, 'geen base64').meta({ description: 'Het bestand in base64', format: 'byte' }),
};

export class LegDocumentVast extends defineCommand({
  naam: 'document.leg-vast',
  soort: 'feit',
  omschrijving: 'Legt een document in het dossier. Het bestand wordt versleuteld bewaard, buiten het logboek.',
  bron: 'Jeugdwet art. 7.3.8',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    hoortBij: HoortBijSchema,
    soort: DocumentSoortSchema,
    ...bestand,
  }),
}) {}

export class VoegVersieToe extends defineCommand({
  naam: 'document.voeg-versie-toe',
  soort: 'feit',
  omschrijving: 'Voegt een nieuwe versie van een document toe; de eerdere versies blijven.',
  schema: z.strictObject({ documentId: IdSchema, ...bestand }),
}) {}

export class TrekVersieIn extends defineCommand({
  naam: 'document.trek-versie-in',
  soort: 'besluit',
  omschrijving:
    'Wist het bestand van een versie die hier niet hoort, met een reden. Dit kan niet ongedaan worden gemaakt.',
  bron: 'AVG art. 5 lid 1 onder d',
  schema: z.strictObject({
    documentId: IdSchema,
    versie: z.coerce.number().pipe(VersieSchema),
    reden: TekstSchema,
  }),
}) {}

const { Corrigeer } = correctieCommands('document', 'documentId');
export const CorrigeerDocument = Corrigeer;

export type DocumentCommand = LegDocumentVast | VoegVersieToe | TrekVersieIn;
