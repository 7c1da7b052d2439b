import {
  DatumSchema,
  defineEvent,
  type EventOf,
  LevensgebiedSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { traject } from '../ids.js';

/** Who somebody is to the jeugdige; who it is stays out of it. */
const RELATIES = [
  ...(['moeder', 'vader', 'stiefouder', 'pleegouder', 'broer_of_zus', 'opa', 'oma', 'oom_of_tante'] as const),
  ...(['vriend', 'steunfiguur', 'mentor', 'leerkracht', 'overig'] as const),
] as const;

export const ONDERDELEN = ['jongere', 'gezin', 'professionals', 'omgeving'] as const;
const versie = z.int().min(1).max(1000);
const tekst = persoonsgegeven(TekstSchema.nullable());

/** What command and event of each fact share. */
export const plannenVelden = {
  perspectief: {
    levensgebied: LevensgebiedSchema,
    perspectief: persoonsgegeven(TekstSchema),
    metJeugdige: z.boolean(),
  },
  plan: {
    versie,
    doelen: persoonsgegeven(z.array(z.strictObject({ levensgebied: LevensgebiedSchema, doel: TekstSchema })).min(1)),
    aanbieder: OrganisatieSchema.nullable(),
    geldigVan: DatumSchema,
  },
  bespreking: {
    versie,
    metJeugdige: z.enum(['aanwezig', 'gehoord', 'afwezig']),
    netwerk: z.array(z.enum(RELATIES)),
    redenGeenNetwerk: tekst,
    redenJeugdigeNietGehoord: tekst,
  },
  instemming: { versie, door: z.enum(['jeugdige', 'ouders', 'voogd', 'steunfiguur']) },
  bezwaar: {
    versie,
    door: z.enum(['jeugdige', 'ouders', 'voogd', 'steunfiguur']),
    tekst: persoonsgegeven(TekstSchema),
  },
  evaluatie: {
    versie,
    doelen: z.array(
      z.strictObject({ levensgebied: LevensgebiedSchema, stand: z.enum(['bereikt', 'deels', 'niet_bereikt']) }),
    ),
    verslag: persoonsgegeven(TekstSchema),
    schriftelijkAanJeugdige: z.boolean(),
  },
  veiligheidsplan: {
    ...{ jongere: tekst, gezin: tekst, professionals: tekst, omgeving: tekst },
    opstellers: z.array(MedewerkerSchema).min(1),
    aanleiding: z.enum(['start', 'incident', 'evaluatie']).nullable(),
  },
};

/** The plans for a jeugdige: perspectief, hulpverleningsplan and veiligheidsplan. */
export const plannenFeiten = {
  perspectiefVastgesteld: defineEvent('traject.perspectief-vastgesteld@1', {
    omschrijving: 'Het perspectief op een levensgebied is vastgesteld.',
    bron: 'Normenkader O3',
    data: { ...traject, ...plannenVelden.perspectief },
  }),
  planVastgesteld: defineEvent('traject.plan-vastgesteld@1', {
    omschrijving: 'Een versie van het hulpverleningsplan is vastgesteld.',
    bron: 'Jeugdwet art. 6.2.9',
    data: { ...traject, ...plannenVelden.plan },
  }),
  planBesproken: defineEvent('traject.plan-besproken@1', {
    omschrijving:
      'Een versie van het plan is besproken met de jeugdige en het eigen netwerk, of er is een reden waarom niet.',
    bron: 'Normenkader B2',
    data: { ...traject, ...plannenVelden.bespreking },
  }),
  planInstemmingGegeven: defineEvent('traject.plan-instemming-gegeven@1', {
    omschrijving: 'Iemand heeft ingestemd met een versie van het plan.',
    bron: 'Normenkader B2',
    data: { ...traject, ...plannenVelden.instemming },
  }),
  planBezwaarGemaakt: defineEvent('traject.plan-bezwaar-gemaakt@1', {
    omschrijving: 'Iemand heeft bezwaar gemaakt tegen een versie van het plan.',
    bron: 'Normenkader B2',
    data: { ...traject, ...plannenVelden.bezwaar },
  }),
  planGeevalueerd: defineEvent('traject.plan-geevalueerd@1', {
    omschrijving: 'Het plan is geëvalueerd. Het nummer telt de evaluaties van dit traject.',
    bron: 'Jeugdwet art. 6.2.9 lid 8 en 9',
    data: { ...traject, ...plannenVelden.evaluatie, nr: z.int().positive() },
  }),
  veiligheidsplanVastgesteld: defineEvent('traject.veiligheidsplan-vastgesteld@1', {
    omschrijving: 'Het veiligheidsplan is vastgesteld, voor jongere, gezin, professionals en omgeving.',
    bron: 'Normenkader B6',
    data: {
      ...traject,
      ...plannenVelden.veiligheidsplan,
      /** Which of the four parts are there: readable also when their text is not. */
      onderdelen: z.array(z.enum(ONDERDELEN)),
    },
  }),
};

export type PlannenEvent = EventOf<typeof plannenFeiten>;
