import {
  BestemmingSchema,
  defineEvent,
  type EventOf,
  LevensgebiedSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { jeugdige } from '../ids.js';

/** What command and event of each fact share. */
export const volwassenVelden = {
  toekomstplan: {
    /** The levensgebieden that the plan speaks of: readable also when its text is not. */
    levensgebieden: z.array(LevensgebiedSchema).min(1),
    plan: persoonsgegeven(TekstSchema),
    metJeugdige: z.boolean(),
  },
  casusregisseur: { organisatie: OrganisatieSchema, medewerker: MedewerkerSchema },
  woonplek: {
    /** null: there is no address for then. */
    woont: BestemmingSchema.nullable(),
    toelichting: persoonsgegeven(TekstSchema.nullable()),
  },
};

/** What is prepared for the time after the eighteenth birthday. */
export const volwassenFeiten = {
  toekomstplanVastgesteld: defineEvent('jeugdige.toekomstplan-vastgesteld@1', {
    omschrijving:
      'Een toekomstplan is vastgesteld: hoe het leven van de jeugdige er na de achttiende verjaardag uitziet.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020): voorbereiden vanaf zestien jaar',
    data: { ...jeugdige, ...volwassenVelden.toekomstplan },
  }),
  casusregisseurAangewezen: defineEvent('jeugdige.casusregisseur-achttienplus-aangewezen@1', {
    omschrijving: 'Een casusregisseur 18+ is aangewezen. De casusregie zelf gaat daarmee niet over.',
    bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), casusregisseur 18+',
    data: { ...jeugdige, ...volwassenVelden.casusregisseur },
  }),
  woonplekVastgelegd: defineEvent('jeugdige.woonplek-na-achttien-vastgelegd@1', {
    omschrijving: 'Waar de jeugdige na de achttiende verjaardag woont, of dat er geen adres is. Het laatste geldt.',
    bron: 'Slotrapportage Zorg voor de Jeugd (2021): geen uitstroom naar dakloosheid',
    data: { ...jeugdige, ...volwassenVelden.woonplek },
  }),
};

export type VolwassenEvent = EventOf<typeof volwassenFeiten>;
