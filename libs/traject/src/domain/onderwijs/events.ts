import { defineEvent, type EventOf, OrganisatieSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { traject } from '../ids.js';

/** The levels of onderwijs by the names that the ladders of the normenkader know; no ladder ranks the first two. */
const NIVEAUS = [
  ...(['basisonderwijs', 'speciaal_onderwijs', 'praktijkonderwijs'] as const),
  ...(['vmbo-bb', 'vmbo-kb', 'vmbo-gl', 'vmbo-tl', 'havo', 'vwo', 'entree', 'mbo-2', 'mbo-3', 'mbo-4'] as const),
] as const;

/** What command and event of each fact share. */
export const onderwijsVelden = {
  vooraf: {
    /** The last level before help began, also when that was long ago. */
    niveau: z.enum(NIVEAUS),
    school: OrganisatieSchema.nullable(),
  },
  start: {
    vorm: z.enum(['onderwijs', 'dagbesteding']),
    /** null: there is no level, as with dagbesteding. */
    niveau: z.enum(NIVEAUS).nullable(),
    school: OrganisatieSchema.nullable(),
    redenNiveau: persoonsgegeven(TekstSchema.nullable()),
  },
  einde: { reden: z.enum(['diploma', 'andere_school', 'verblijf_geeindigd', 'geschorst', 'weigert', 'anders']) },
  uitschrijving: { nieuweInschrijving: z.boolean() },
  dagprogramma: { plan: z.boolean(), dagprogramma: z.boolean(), toelichting: persoonsgegeven(TekstSchema.nullable()) },
  opp: {
    school: OrganisatieSchema,
    /** Version of the hulpverleningsplan with which the OPP was aligned. */
    versie: z.int().min(1).max(1000),
  },
};

/** Onderwijs during a traject. */
export const onderwijsFeiten = {
  onderwijsVoorafVastgelegd: defineEvent('traject.onderwijs-vooraf-vastgelegd@1', {
    omschrijving: 'Het niveau van het laatste onderwijs voordat de hulp begon. Norm B3 vergelijkt daarmee.',
    bron: 'Normenkader B3',
    data: { ...traject, ...onderwijsVelden.vooraf },
  }),
  onderwijsGestart: defineEvent('traject.onderwijs-gestart@1', {
    omschrijving: 'Onderwijs of dagbesteding is begonnen. Wat er daarvoor liep, houdt dan op.',
    bron: 'Normenkader B3',
    data: { ...traject, ...onderwijsVelden.start },
  }),
  onderwijsGestopt: defineEvent('traject.onderwijs-gestopt@1', {
    omschrijving: 'Het onderwijs of de dagbesteding is gestopt.',
    bron: 'Normenkader B3',
    data: { ...traject, ...onderwijsVelden.einde },
  }),
  schoolVanHerkomstUitgeschreven: defineEvent('traject.school-van-herkomst-uitgeschreven@1', {
    omschrijving: 'De jeugdige is uitgeschreven bij de school van herkomst.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), wensen over onderwijs',
    data: { ...traject, ...onderwijsVelden.uitschrijving },
  }),
  dagprogrammaVastgesteld: defineEvent('traject.dagprogramma-vastgesteld@1', {
    omschrijving: 'Er is een plan of een dagprogramma om naar onderwijs toe te groeien.',
    bron: 'Normenkader B3',
    data: { ...traject, ...onderwijsVelden.dagprogramma },
  }),
  oppAfgestemd: defineEvent('traject.opp-afgestemd@1', {
    omschrijving: 'Het ontwikkelingsperspectiefplan (OPP) van de school is afgestemd op het hulpverleningsplan.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), onderwijs',
    data: { ...traject, ...onderwijsVelden.opp },
  }),
};

export type OnderwijsEvent = EventOf<typeof onderwijsFeiten>;
