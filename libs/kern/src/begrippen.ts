import { z } from 'zod';

/** The variants of JeugdhulpPlus, from zo thuis mogelijk to heaviest. Source: Houtskoolschets Jeugdhulp Plus Zuidwest (2020). */
export const VARIANTEN = [
  'ambulant',
  'onderwijs-jeugdhulptraject',
  'gezinsopname',
  'kleinschalig',
  'kib',
  'crisisgroep',
  'dwanggroep',
  'zikos',
] as const;
export const VariantSchema = z.enum(VARIANTEN);
export type Variant = z.output<typeof VariantSchema>;

/**
 * The 'Big 5' of Zorg voor de Jeugd plus two that other passages name; the normenkader itself never lists "de
 * belangrijkste levensgebieden".
 */
export const LEVENSGEBIEDEN = [
  'support',
  'wonen',
  'school_werk',
  'inkomen',
  'welzijn',
  'veiligheid',
  'vrije_tijd',
] as const;
export const LevensgebiedSchema = z.enum(LEVENSGEBIEDEN);
export type Levensgebied = z.output<typeof LevensgebiedSchema>;

/** As a sentence says it: `school en werk`. */
export const levensgebiedInWoorden = (levensgebied: string): string =>
  levensgebied === 'school_werk' ? 'school en werk' : levensgebied.replaceAll('_', ' ');

/** Without or with a kinderbeschermingsmaatregel. */
export const KaderSchema = z.enum(['vrijwillig', 'gedwongen']);
export type Kader = z.output<typeof KaderSchema>;

/** MGJ: machtiging gesloten jeugdhulp (Jeugdwet art. 6.1.2); SPOED: art. 6.1.3; VMGJ: voorwaardelijk, art. 6.1.4. */
export const MACHTIGING_SOORTEN = ['MGJ', 'SPOED', 'VMGJ'] as const;
export const MachtigingSoortSchema = z.enum(MACHTIGING_SOORTEN);
export type MachtigingSoort = z.output<typeof MachtigingSoortSchema>;

/** `urgent` is not defined in the publications and much wider than `bloedspoed`; the three are kept apart. */
export const UrgentieSchema = z.enum(['regulier', 'urgent', 'bloedspoed']);
export type Urgentie = z.output<typeof UrgentieSchema>;

/** Where a jeugdige lived before the opname. */
export const HerkomstSchema = z.enum([
  'thuis',
  'open_residentieel',
  'gesloten_jeugdhulp',
  'pleegzorg',
  'gezinshuis',
  'ggz',
  'jji',
  'anders',
]);
export type Herkomst = z.output<typeof HerkomstSchema>;

/** Where a jeugdige goes at uitstroom. */
export const BestemmingSchema = z.enum([
  'residentieel_enkelvoudig',
  'thuis_of_netwerk',
  'gezinshuis',
  'pleegzorg',
  'zelfstandig',
  'ggz',
  'jji',
  'anders',
]);
export type Bestemming = z.output<typeof BestemmingSchema>;

/** Four digits of the CBS gemeentelijke indeling. */
export const GemeentecodeSchema = z.string().regex(/^\d{4}$/, 'vier cijfers, zoals 0599');

/** Id of an organisation: `gemeente-0599`, `gi-jb-west`. Never the name of a person. */
export const OrganisatieSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'kleine letters, cijfers en streepjes');

/** Account id of a worker. Never a name. */
export const MedewerkerSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,80}$/, 'een accountnummer, geen naam');
