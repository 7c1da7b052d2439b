import { DatumSchema, LevensgebiedSchema, OrganisatieSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';

export const toezegging = {
  levensgebied: LevensgebiedSchema,
  partner: OrganisatieSchema,
  /** From when on the partner will be there. */
  datum: DatumSchema,
};

export const voortgang = {
  /** Which of the moments after the uitstroom, in months. */
  maand: z.literal([3, 6, 9, 12]),
  stand: persoonsgegeven(TekstSchema),
};
