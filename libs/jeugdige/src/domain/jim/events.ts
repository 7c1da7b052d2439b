import { DatumSchema, defineEvent, type EventOf, IdSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';

/** What a step in the search brought. The search goes on whatever it was. */
export const ZoekstapUitkomstSchema = z.enum([
  'kandidaat_in_beeld',
  'niemand_in_beeld',
  'gevraagde_zegt_nee',
  'jeugdige_wil_niet',
  'ouders_wijzen_af',
  'eerst_aan_vertrouwen_werken',
]);

/** How a JIM is supported. Source: Jaarverslag JIMwerkt 2022, JIMsupport. */
export const SupportVormSchema = z.enum(['overleg_met_professional', 'overleg_met_andere_jims', 'training', 'overig']);

const JimEindeSchema = z.enum([
  'jeugdige_wil_niet_meer',
  'jim_kan_niet_meer',
  'ouders_willen_niet_meer',
  'contact_verbroken',
  'niet_meer_nodig',
  'overig',
]);

/** `wat_voor_wie`: it was agreed what a JIM does before anybody was asked to be one. */
const JimVlagSchema = z.enum(['wat_voor_wie']);

export const afspraakVelden = {
  blijftBijJim: persoonsgegeven(TekstSchema),
  jimWordtGebeldAls: persoonsgegeven(TekstSchema),
};
export const stopVelden = { reden: JimEindeSchema, toelichting: persoonsgegeven(TekstSchema) };

const jeugdigeId = IdSchema;

/** The Jouw Ingebrachte Mentor: first who (WIE), then what (WAT). */
export const jimFeiten = {
  jimZoektochtGestart: defineEvent('jeugdige.jim-zoektocht-gestart@1', {
    omschrijving: 'De zoektocht naar een JIM is begonnen. Op de volgende datum gaat zij verder.',
    bron: 'JIM-plan van jeugdhulporganisaties (2022); Jaarverslag JIMwerkt 2022',
    data: { jeugdigeId, volgendeOp: DatumSchema },
  }),
  jimZoekstapVastgelegd: defineEvent('jeugdige.jim-zoekstap-vastgelegd@1', {
    omschrijving: 'Er is een stap gezet in de zoektocht naar een JIM. Op de volgende datum gaat zij verder.',
    bron: 'Jaarverslag JIMwerkt 2022',
    data: { jeugdigeId, uitkomst: ZoekstapUitkomstSchema, volgendeOp: DatumSchema },
  }),
  jimGevraagd: defineEvent('jeugdige.jim-gevraagd@1', {
    omschrijving: 'Iemand uit het netwerk is gevraagd om JIM te worden: het WIE.',
    bron: 'Jaarverslag JIMwerkt 2022, WIE voor WAT',
    verwijzingen: ['persoonId'],
    data: { jeugdigeId, persoonId: IdSchema },
  }),
  levinasgesprekGevoerd: defineEvent('jeugdige.levinasgesprek-gevoerd@1', {
    omschrijving: 'Met wie JIM kan worden, is besproken wat dat vraagt.',
    bron: 'Jaarverslag JIMwerkt 2022, Levinasgesprek',
    data: { jeugdigeId },
  }),
  jimGevonden: defineEvent('jeugdige.jim-gevonden@1', {
    omschrijving: 'De jeugdige heeft een JIM.',
    bron: 'JIM-plan van jeugdhulporganisaties (2022)',
    verwijzingen: ['persoonId'],
    data: { jeugdigeId, persoonId: IdSchema },
  }),
  jimAfspraakVastgelegd: defineEvent('jeugdige.jim-afspraak-vastgelegd@1', {
    omschrijving: 'Afgesproken is wat bij de JIM blijft en wanneer de JIM wordt gebeld: het WAT.',
    bron: 'Jaarverslag JIMwerkt 2022, WIE voor WAT',
    data: { jeugdigeId, ...afspraakVelden, vlaggen: z.array(JimVlagSchema) },
  }),
  jimSupportGeboden: defineEvent('jeugdige.jim-support-geboden@1', {
    omschrijving: 'De JIM is zelf ondersteund.',
    bron: 'Jaarverslag JIMwerkt 2022, JIMsupport',
    data: { jeugdigeId, vorm: SupportVormSchema },
  }),
  jimGeweigerdDoorOuders: defineEvent('jeugdige.jim-geweigerd-door-ouders@1', {
    omschrijving: 'De ouders willen voorlopig geen JIM. Na de datum, als die er is, wordt het weer gevraagd.',
    bron: 'Jaarverslag JIMwerkt 2022',
    data: { jeugdigeId, tot: DatumSchema.nullable() },
  }),
  jimGestopt: defineEvent('jeugdige.jim-gestopt@1', {
    omschrijving: 'De JIM is gestopt.',
    data: { jeugdigeId, ...stopVelden },
  }),
};

export type JimEvent = EventOf<typeof jimFeiten>;
export type JimVlag = z.output<typeof JimVlagSchema>;
export type ZoekstapUitkomst = z.output<typeof ZoekstapUitkomstSchema>;
export type SupportVorm = z.output<typeof SupportVormSchema>;
