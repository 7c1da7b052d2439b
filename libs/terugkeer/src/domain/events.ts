import {
  correctieEvents,
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  LevensgebiedSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** How far a levensgebied is: nobody found, a partner was asked, the partner takes it up, or no support is needed. */
export const GebiedstandSchema = z.enum(['gezocht', 'gevraagd', 'geregeld', 'niet_nodig']);
export type Gebiedstand = z.output<typeof GebiedstandSchema>;

/** Where the expected end comes from: the last machtiging, or what somebody said. */
export const EindegrondSchema = z.enum(['machtiging', 'verwacht']);

/** What should not have been so when the help ended. */
export const TerugkeerVlagSchema = z.enum(['niet_alles_geregeld', 'lokaal_team_deed_niet_mee']);

const wie = { trajectId: IdSchema, jeugdigeId: IdSchema };
const einde = { eindeOp: DatumSchema, grond: EindegrondSchema };

export const gebiedVelden = {
  levensgebied: LevensgebiedSchema,
  stand: GebiedstandSchema,
  partner: OrganisatieSchema.nullable(),
  toelichting: persoonsgegeven(TekstSchema.nullable()),
};

const BRON = 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht terug naar de gemeente';

/** The storage contract of one return: what is prepared once the end of the help is in sight, until it ends. */
export const terugkeerFeiten = {
  geopend: defineEvent('terugkeer.geopend@1', {
    omschrijving: 'Het einde van de hulp is in zicht: de terugkeer naar de gemeente wordt voorbereid.',
    bron: BRON,
    onherroepelijk: true,
    data: {
      ...{ ...wie, ...einde },
      /** Holds systeemregie, and so casusregie after the return. */
      gemeente: OrganisatieSchema,
      levensgebieden: z.array(LevensgebiedSchema),
    },
  }),
  eindeVerwacht: defineEvent('terugkeer.einde-verwacht@1', {
    omschrijving: 'Iemand heeft vastgelegd wanneer de hulp naar verwachting eindigt, of dat dit niet meer bekend is.',
    data: { ...wie, verwachtOp: DatumSchema.nullable() },
  }),
  eindeVerschoven: defineEvent('terugkeer.einde-verschoven@1', {
    omschrijving: 'Het einde van de hulp ligt op een andere dag, zoals na een verlenging.',
    onherroepelijk: true,
    data: { ...wie, ...einde },
  }),
  gemeenteGewisseld: defineEvent('terugkeer.gemeente-gewisseld@1', {
    omschrijving: 'De jeugdige keert terug naar een andere gemeente. Het lokale team daar moet nog antwoorden.',
    onherroepelijk: true,
    data: { ...wie, gemeente: OrganisatieSchema },
  }),
  deelnameAanvaard: defineEvent('terugkeer.deelname-aanvaard@1', {
    omschrijving: 'Het lokale team doet mee aan de voorbereiding, met een medewerker.',
    bron: BRON,
    data: { ...wie, organisatie: OrganisatieSchema, medewerker: MedewerkerSchema },
  }),
  levensgebiedVastgelegd: defineEvent('terugkeer.levensgebied-vastgelegd@1', {
    omschrijving: 'Van een levensgebied is vastgelegd wie het oppakt na de terugkeer, en of dat geregeld is.',
    bron: 'Normenkader B7',
    data: { ...wie, ...gebiedVelden },
  }),
  ingetrokken: defineEvent('terugkeer.ingetrokken@1', {
    omschrijving: 'Er is geen einde van de hulp meer in zicht. Wat al geregeld was, blijft bewaard.',
    onherroepelijk: true,
    data: wie,
  }),
  gesloten: defineEvent('terugkeer.gesloten@1', {
    omschrijving: 'De hulp is voorbij: de voorbereiding is gesloten, met wat niet geregeld was.',
    bron: BRON,
    onherroepelijk: true,
    data: {
      ...wie,
      /** The day on which the help ended. */
      eindeOp: DatumSchema,
      nietGeregeld: z.array(LevensgebiedSchema),
      vlaggen: z.array(TerugkeerVlagSchema),
    },
  }),
};

export const terugkeerCorrecties = correctieEvents('terugkeer', 'jeugdigeId');
export const terugkeerEvents = [...Object.values(terugkeerFeiten), ...Object.values(terugkeerCorrecties)];
export type TerugkeerEvent = EventOf<typeof terugkeerFeiten>;

/** A traject has one: what was arranged stays when the end moves away and comes back. */
export const terugkeerStream = (trajectId: string): string => `terugkeer-${trajectId}`;
