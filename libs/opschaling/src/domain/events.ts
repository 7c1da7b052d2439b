import {
  correctieEvents,
  defineEvent,
  type EventOf,
  IdSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { LadderIdSchema, TredeIdSchema } from './ladder.js';

/** What an escalation is about; only a kwartaalreview is about no jeugdige, and is named as its stream is. */
export const BetreftSchema = z.strictObject({
  soort: z.enum(['jeugdige', 'traject', 'overdracht', 'review']),
  id: z.string().regex(/^[A-Za-z0-9-]{1,80}$/, 'een nummer'),
});

/** Why people cannot go on themselves. The list is a proposal of this project. */
export const RedenSchema = z.enum([
  'overdracht_geweigerd',
  'overdracht_verlopen',
  'geen_passende_plek',
  'hulp_komt_niet',
  'verschil_van_inzicht',
  'blijvende_afwijking',
  'overig',
]);

/** Why a trede gives a question back. The list is a proposal of this project. */
export const TerugRedenSchema = z.enum([
  'informatie_ontbreekt',
  'eerst_zelf_proberen',
  'hoort_elders',
  'niet_bevoegd',
  'geen_ruimte',
  'overig',
]);

/** What an answer amounts to. */
export const StrekkingSchema = z.enum(['advies', 'besluit', 'plek', 'middelen', 'geen_oplossing']);

export const UitkomstSchema = z.enum(['opgelost', 'niet_meer_nodig', 'niet_opgelost']);
export type Uitkomst = z.output<typeof UitkomstSchema>;

const wie = {
  opschalingId: IdSchema,
  /** null: it is about a kwartaalreview. */
  jeugdigeId: IdSchema.nullable(),
  /** Whose key the texts take: of the jeugdige, or of this escalation itself when it is about none. */
  sleutelId: IdSchema,
};
const tekst = persoonsgegeven(TekstSchema, 'sleutelId');
const tekstOfNiets = persoonsgegeven(TekstSchema.nullable(), 'sleutelId');
const opTrede = { ...wie, trede: TredeIdSchema, organisatie: OrganisatieSchema };

export const openingVelden = {
  ladder: LadderIdSchema,
  betreft: BetreftSchema,
  reden: RedenSchema,
  vraagsteller: OrganisatieSchema,
  vraag: tekst,
};

/** The storage contract of one escalation: a question that goes up a ladder until it is answered or no longer asked. */
export const opschalingFeiten = {
  geopend: defineEvent('opschaling.geopend@1', {
    omschrijving: 'Een vraag die niet lukt, is voorgelegd aan de eerste trede van een ladder.',
    bron: 'Slotrapportage Zorg voor de Jeugd (2021), expertteams en expertisenetwerken',
    vasteVelden: ['ladder', 'betreft', 'trede'],
    data: { ...wie, ...openingVelden, trede: TredeIdSchema },
  }),
  aangenomen: defineEvent('opschaling.aangenomen@1', {
    omschrijving: 'Een organisatie op deze trede heeft de vraag aangenomen, met een medewerker.',
    data: { ...opTrede, medewerker: MedewerkerSchema },
  }),
  teruggegeven: defineEvent('opschaling.teruggegeven@1', {
    omschrijving: 'Deze trede heeft de vraag teruggegeven, met een reden.',
    data: { ...opTrede, reden: TerugRedenSchema, toelichting: tekst },
  }),
  beantwoord: defineEvent('opschaling.beantwoord@1', {
    omschrijving: 'Wie de vraag had aangenomen, heeft haar beantwoord.',
    data: { ...opTrede, strekking: StrekkingSchema, antwoord: tekst },
  }),
  opgeschaald: defineEvent('opschaling.opgeschaald@1', {
    omschrijving: 'De vraag is naar een hogere trede gegaan, omdat iemand dat wilde of omdat er niets gebeurde.',
    data: {
      ...wie,
      vanTrede: TredeIdSchema,
      naarTrede: TredeIdSchema,
      aanleiding: z.enum(['verzoek', 'klok']),
      toelichting: tekstOfNiets,
    },
  }),
  afgesloten: defineEvent('opschaling.afgesloten@1', {
    omschrijving: 'De vraag is niet meer open, met wat het heeft opgeleverd.',
    data: { ...wie, uitkomst: UitkomstSchema, toelichting: tekstOfNiets },
  }),
};

export const opschalingCorrecties = correctieEvents('opschaling', 'sleutelId');
export const opschalingEvents = [...Object.values(opschalingFeiten), ...Object.values(opschalingCorrecties)];
export type OpschalingEvent = EventOf<typeof opschalingFeiten>;

export const opschalingStream = (opschalingId: string): string => `opschaling-${opschalingId}`;
