import {
  correctieEvents,
  DatumSchema,
  defineEvent,
  type EventOf,
  GemeentecodeSchema,
  IdSchema,
  KorteTekstSchema,
  OrganisatieSchema,
  StoredInstantSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** The storage contract of a voorziening: one group with plekken of one variant on one location. */
export const voorzieningFeiten = {
  geopend: defineEvent('voorziening.geopend@1', {
    omschrijving: 'Een voorziening is bekend gemaakt: één groep, één variant, één locatie.',
    // Each opname took the variant over.
    vasteVelden: ['variant'],
    data: {
      voorzieningId: IdSchema,
      naam: KorteTekstSchema,
      aanbieder: OrganisatieSchema,
      gemeentecode: GemeentecodeSchema,
      variant: VariantSchema,
    },
  }),
  plekkenGeopend: defineEvent('voorziening.plekken-geopend@1', {
    omschrijving: 'Vanaf een dag zijn er plekken bij.',
    data: { voorzieningId: IdSchema, aantal: z.int().positive(), vanaf: DatumSchema },
  }),
  plekkenGesloten: defineEvent('voorziening.plekken-gesloten@1', {
    omschrijving: 'Vanaf een dag zijn er plekken minder.',
    data: { voorzieningId: IdSchema, aantal: z.int().positive(), vanaf: DatumSchema },
  }),
  plekkenBevestigd: defineEvent('voorziening.plekken-bevestigd@1', {
    omschrijving: 'De aanbieder heeft bevestigd dat de vrije plekken kloppen.',
    bron: 'Impactanalyse door VNG Realisatie, bijlage 1 bij de Werkagenda: zicht op actuele plekken',
    data: { voorzieningId: IdSchema },
  }),
  plekGereserveerd: defineEvent('voorziening.plek-gereserveerd@1', {
    omschrijving: 'Een plek is tot een tijdstip vastgehouden voor een traject.',
    data: {
      voorzieningId: IdSchema,
      reserveringId: IdSchema,
      trajectId: IdSchema,
      geldigTot: StoredInstantSchema,
    },
  }),
  reserveringVrijgegeven: defineEvent('voorziening.reservering-vrijgegeven@1', {
    omschrijving: 'Een vastgehouden plek is weer vrij.',
    data: { voorzieningId: IdSchema, reserveringId: IdSchema, trajectId: IdSchema },
  }),
  plekBezet: defineEvent('voorziening.plek-bezet@1', {
    omschrijving:
      'Een jeugdige is op een plek begonnen. Boven het aantal open plekken wordt het ook vastgelegd, met die vlag.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020): 278 tot 296 jeugdigen in zorg bij 235 plekken',
    data: {
      voorzieningId: IdSchema,
      trajectId: IdSchema,
      reserveringId: IdSchema.nullable(),
      bovenCapaciteit: z.boolean(),
    },
  }),
  plekVrijgekomen: defineEvent('voorziening.plek-vrijgekomen@1', {
    omschrijving: 'Een jeugdige heeft de plek verlaten.',
    data: { voorzieningId: IdSchema, trajectId: IdSchema },
  }),
};

export const voorzieningCorrecties = correctieEvents('voorziening', 'voorzieningId');
export const voorzieningEvents = [...Object.values(voorzieningFeiten), ...Object.values(voorzieningCorrecties)];
export type VoorzieningEvent = EventOf<typeof voorzieningFeiten>;

export const voorzieningStream = (voorzieningId: string): string => `voorziening-${voorzieningId}`;
