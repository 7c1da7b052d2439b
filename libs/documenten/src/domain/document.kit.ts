import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveId } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import { BESTANDSTYPEN, type Documentregels, DocumentregelsSchema, type Mediatype } from './bestand.js';
import { LegDocumentVast, TrekVersieIn, VoegVersieToe } from './commands.js';
import { type DocumentFeiten, nieuwDocumentId } from './decide.js';
import { documentFeiten as feit } from './events.js';

/** The rules as the project has them. */
export const regels: Documentregels = DocumentregelsSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../config/documenten.json'), 'utf8')),
);

/** A file of this type: its first bytes, and whatever else. */
export const bestand = (type: Mediatype, rest = 'inhoud'): Buffer =>
  Buffer.concat([Buffer.from(BESTANDSTYPEN[type].begin), Buffer.from(rest)]);

export const sha = (n: number): string => n.toString(16).padStart(64, '0');

export const jeugdigeId = deriveId('jeugdige', 'document kit');
export const documentId = nieuwDocumentId(testContext().commandId);
export const hoortBij = { soort: 'jeugdige' as const, id: jeugdigeId };

const plaats = { documentId, jeugdigeId, hoortBij };
const pdf = { mediatype: 'application/pdf', omvang: 1_000 } as const;
export const beschikking = { ...plaats, soort: 'beschikking', titel: 'Beschikking van mei', ...pdf } as const;

export const vastgelegd = feit.vastgelegd.of({ ...beschikking, versie: 1, sha256: sha(1) });
export const tweedeVersie = feit.vastgelegd.of({
  ...beschikking,
  ...{ versie: 2, titel: 'Beschikking, hersteld', sha256: sha(2) },
});
export const ingetrokken = feit.ingetrokken.of({
  ...{ documentId, jeugdigeId, versie: 1 },
  reden: 'Van een andere jeugdige.',
});

/** A PDF of a thousand bytes, unless the test says otherwise. */
export const feiten = (changes: Partial<DocumentFeiten> = {}): DocumentFeiten => ({
  ...{ herkend: 'application/pdf', omvang: 1_000, regels, sha256: sha(1) },
  ...changes,
});

const inhoud = bestand('application/pdf').toString('base64');

export const legVast = (changes: Partial<LegDocumentVast['data']> = {}, context = testContext()): LegDocumentVast =>
  new LegDocumentVast(
    {
      ...{ jeugdigeId, hoortBij, soort: 'beschikking', titel: beschikking.titel, inhoud },
      mediatype: 'application/pdf',
      ...changes,
    },
    context,
  );

export const voegToe = (changes: Partial<VoegVersieToe['data']> = {}, context = testContext()): VoegVersieToe =>
  new VoegVersieToe(
    { documentId, titel: tweedeVersie.data.titel, mediatype: 'application/pdf', inhoud, ...changes },
    context,
  );

export const trekIn = (versie = 1, context = testContext()): TrekVersieIn =>
  new TrekVersieIn({ documentId, versie, reden: ingetrokken.data.reden }, context);
