import {
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';

const ContactSoortSchema = z.enum(['huisbezoek', 'gesprek', 'telefoon', 'overleg', 'overig']);

/** With whom, never by name: who it was stands in the netwerk. */
const DeelnemerSchema = z.enum([
  'jeugdige',
  'ouders',
  'gezin',
  'netwerk',
  'jim',
  'gemeente',
  'GI',
  'aanbieder',
  'school',
  'gedragswetenschapper',
  'vertrouwenspersoon',
  'overig',
]);

const tekst = persoonsgegeven(TekstSchema);
const tekstOfNiets = persoonsgegeven(TekstSchema.nullable());

/** Fact, the two views and the judgment are kept apart, so that a reader sees which is which. */
export const contactmomentVelden = {
  soort: ContactSoortSchema,
  met: z.array(DeelnemerSchema).min(1).max(20),
  feiten: tekstOfNiets,
  visieJeugdige: tekstOfNiets,
  visieOuders: tekstOfNiets,
  oordeel: tekstOfNiets,
};

const OnderwerpSchema = z.enum([
  'plaatsing',
  'hulpvorm',
  'veiligheid',
  'uitstroom',
  'regie',
  'contact_met_gezin',
  'onderwijs',
  'overig',
]);

/** On what ground somebody may decide this. */
const MandaatSchema = z.enum(['eigen_bevoegdheid', 'teamleider', 'gedragswetenschapper', 'bestuur']);

export const besluitVelden = {
  onderwerp: OnderwerpSchema,
  /** What was decided. */
  besluit: tekst,
  stappen: tekst,
  argumenten: tekst,
  afgewogenRisico: tekst,
  alternatieven: tekstOfNiets,
  /** Accounts and organisations, never names. */
  geraadpleegd: z.array(MedewerkerSchema).max(20),
  mandaat: MandaatSchema,
  gedragenDoor: MedewerkerSchema,
};

const OUDE_ADVISEURS = ['GI', 'aanbieder', 'expertteam', 'overlegtafel', 'beter_samenspel'] as const;

/**
 * Whose expertise is called in: advies en consultatie of a GI or aanbieder (in Haaglanden as Beter Samenspel), an
 * overlegtafel, an expertteam, or a maatwerkregisseur who steps in beside. Source: Impactanalyse (2020), advies en
 * consultatie, overlegtafels, Beter Samenspel, maatwerkregisseur.
 */
const AdviseurSchema = z.enum([...OUDE_ADVISEURS, 'maatwerkregisseur']);

export const adviesvraagVelden = {
  bij: AdviseurSchema,
  /** Which organisation was asked; null: not known. */
  organisatie: OrganisatieSchema.nullable(),
  /** The last day to answer; null: no day was agreed on. */
  uiterlijk: DatumSchema.nullable(),
  vraag: tekst,
};
export const adviesVelden = { advies: tekst };

/** What is written down of contact, decisions and consultation. */
export const verslagFeiten = {
  contactmomentVastgelegd: defineEvent('jeugdige.contactmoment-vastgelegd@1', {
    omschrijving: 'Er was contact. Feiten, de visie van jeugdige en ouders, en het oordeel staan apart.',
    bron: 'Impactanalyse (2020)',
    data: { jeugdigeId: IdSchema, ...contactmomentVelden },
  }),
  besluitVastgelegd: defineEvent('jeugdige.besluit-vastgelegd@1', {
    omschrijving: 'Een besluit is verantwoord: stappen, argumenten, risico, wie is geraadpleegd en wie het draagt.',
    bron: 'Impactanalyse (2020), verantwoorden van stappen en argumenten',
    data: { jeugdigeId: IdSchema, besluitId: IdSchema, ...besluitVelden },
  }),
  adviesGevraagd: defineEvent('jeugdige.advies-gevraagd@2', {
    omschrijving: 'Er is advies gevraagd, met een dag waarop het antwoord er moet zijn als die is afgesproken.',
    bron: 'Impactanalyse (2020), advies en consultatie',
    data: { jeugdigeId: IdSchema, adviesId: IdSchema, ...adviesvraagVelden },
  }),
  adviesGegeven: defineEvent('jeugdige.advies-gegeven@1', {
    omschrijving: 'Het gevraagde advies is gegeven.',
    bron: 'Impactanalyse (2020), advies en consultatie',
    data: { jeugdigeId: IdSchema, adviesId: IdSchema, ...adviesVelden },
  }),
};

/** As they were written before; the upcasters bring them to today's. */
export const oudeVerslagFeiten = {
  adviesGevraagd: defineEvent('jeugdige.advies-gevraagd@1', {
    omschrijving: 'Er is advies gevraagd.',
    bron: 'Impactanalyse (2020), advies en consultatie',
    data: { jeugdigeId: IdSchema, adviesId: IdSchema, bij: z.enum(OUDE_ADVISEURS), vraag: tekst },
  }),
};

export type VerslagEvent = EventOf<typeof verslagFeiten>;
export type Onderwerp = z.output<typeof OnderwerpSchema>;
export type Adviseur = z.output<typeof AdviseurSchema>;
