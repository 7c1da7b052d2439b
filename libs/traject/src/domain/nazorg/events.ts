import { defineEvent, type EventOf, LevensgebiedSchema, OrganisatieSchema } from '@regielijn/kern';
import { z } from 'zod';
import { traject } from '../ids.js';
import { toezegging, voortgang } from './velden.js';

/** What happens after the uitstroom, per levensgebied. */
export const nazorgFeiten = {
  nazorgplanVastgesteld: defineEvent('traject.nazorgplan-vastgesteld@1', {
    omschrijving: 'Per levensgebied is vastgesteld of nazorg nodig is en welke lokale partner die biedt.',
    bron: 'Normenkader B7',
    data: {
      ...traject,
      levensgebieden: z.array(
        z.strictObject({
          levensgebied: LevensgebiedSchema,
          nodig: z.boolean(),
          lokalePartner: OrganisatieSchema.nullable(),
        }),
      ),
    },
  }),
  lokalePartnerOpgepakt: defineEvent('traject.lokale-partner-opgepakt@1', {
    omschrijving: 'Een lokale partner heeft de nazorg op een levensgebied opgepakt.',
    bron: 'Normenkader B7',
    data: { ...traject, levensgebied: LevensgebiedSchema, partner: OrganisatieSchema },
  }),
  lokalePartnerToegezegd: defineEvent('traject.lokale-partner-toegezegd@1', {
    omschrijving: 'Een lokale partner heeft toegezegd de nazorg op een levensgebied op te pakken, en wanneer.',
    bron: 'Normenkader B7',
    data: { ...traject, ...toezegging },
  }),
  nazorgVoortgang: defineEvent('traject.nazorg-voortgang@1', {
    omschrijving: 'Hoe het met de nazorg staat, 3, 6, 9 of 12 maanden na de uitstroom.',
    bron: 'Normenkader B7',
    data: { ...traject, ...voortgang },
  }),
};

export type NazorgEvent = EventOf<typeof nazorgFeiten>;
