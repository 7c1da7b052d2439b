import { CodedError, ongeldig } from '@regielijn/kern';
import { z } from 'zod';

/** What can be laid in a dossier. Source: Jeugdwet art. 6.1.2, 6.1.12 and 4.1.3 for the first three. */
export const DocumentSoortSchema = z.enum(['beschikking', 'instemmingsverklaring', 'plan', 'verslag']);
export type DocumentSoort = z.output<typeof DocumentSoortSchema>;

/**
 * The kinds of file this program can tell by their first bytes. No Word files: they can carry macros and change after
 * they were signed, and their first bytes are those of any zip archive.
 */
export const BESTANDSTYPEN = {
  'application/pdf': { naam: 'PDF', extensie: 'pdf', begin: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  'image/jpeg': { naam: 'JPEG', extensie: 'jpg', begin: [0xff, 0xd8, 0xff] },
  'image/png': { naam: 'PNG', extensie: 'png', begin: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
} as const;
export type Mediatype = keyof typeof BESTANDSTYPEN;
const MEDIATYPEN = Object.keys(BESTANDSTYPEN) as [Mediatype, ...Mediatype[]];
export const MediatypeSchema = z.enum(MEDIATYPEN);

/** What the first bytes say that a file is, whatever was claimed; `null` for anything else. */
export const herken = (bytes: Uint8Array): Mediatype | null =>
  MEDIATYPEN.find((type) => BESTANDSTYPEN[type].begin.every((byte, plaats) => bytes[plaats] === byte)) ?? null;

const MB = 1024 * 1024;
/** The largest file that any rule may allow: a whole one lies in memory a few times over while it is encrypted. */
export const MAX_BYTES = 10 * MB;

const RegelSchema = z.strictObject({
  mediatypen: z.array(MediatypeSchema).min(1),
  maxBytes: z.int().min(1).max(MAX_BYTES).default(MAX_BYTES),
  reden: z.string().min(1),
});

/** `config/documenten.json`: which files each kind of document may be, and how large. */
export const DocumentregelsSchema = z.strictObject({
  toelichting: z.string(),
  soorten: z.record(DocumentSoortSchema, RegelSchema),
});
export type Documentregels = z.output<typeof DocumentregelsSchema>;

/** What is known of a file without looking further than its first bytes. */
export interface Bestandskenmerken {
  readonly herkend: Mediatype | null;
  /** In bytes, of the file as it was sent. */
  readonly omvang: number;
}

/** Whether this kind of document may be a file of this type. */
export const magBestandstype = (regels: Documentregels, soort: DocumentSoort, mediatype: string): boolean =>
  regels.soorten[soort].mediatypen.some((toegestaan) => toegestaan === mediatype);

/** What who sends a file that is too large is told. */
export const teGrootZin = (maxBytes: number): string =>
  `Dit bestand is te groot: het mag hoogstens ${Number((maxBytes / MB).toFixed(1))} MB zijn. Maak het kleiner, of verdeel het over meer documenten.`;

/**
 * The type of a file that may be laid in a dossier.
 * Errors: `BESTAND_LEEG`, `DOCUMENT_TE_GROOT`, `BESTANDSTYPE_MAG_NIET`, `BESTANDSTYPE_ONWAAR` when the bytes are not what was
 * claimed.
 */
export const keurBestand = (
  regels: Documentregels,
  soort: DocumentSoort,
  mediatype: string,
  { herkend, omvang }: Bestandskenmerken,
): Mediatype => {
  const { mediatypen, maxBytes } = regels.soorten[soort];
  const namen = mediatypen.map((toegestaan) => BESTANDSTYPEN[toegestaan].naam).join(', ');
  if (omvang === 0) throw ongeldig('BESTAND_LEEG', 'Dit bestand is leeg. Kies een ander bestand.');
  if (omvang > maxBytes)
    throw new CodedError('too-large', 'DOCUMENT_TE_GROOT', teGrootZin(maxBytes), { omvang, maxBytes });
  if (!magBestandstype(regels, soort, mediatype))
    throw ongeldig('BESTANDSTYPE_MAG_NIET', `Dit soort bestand kan hier niet. Sla het op als: ${namen}.`, {
      soort,
      toegestaan: mediatypen,
    });
  if (herkend === null || herkend !== mediatype)
    throw ongeldig(
      'BESTANDSTYPE_ONWAAR',
      'De inhoud van dit bestand is iets anders dan is opgegeven. Kijk na of u het juiste bestand hebt gekozen.',
      { herkend },
    );
  return herkend;
};
