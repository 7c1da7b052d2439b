import {
  BestemmingSchema,
  DatumSchema,
  IdSchema,
  OrganisatieSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';

export const vraagId = IdSchema;

export const gereedheid = {
  reden: z.enum(['behandeling_klaar', 'andere_wet']),
  toelichting: persoonsgegeven(TekstSchema.nullable()),
};

export const vraag = { aanbieder: OrganisatieSchema, bestemming: BestemmingSchema };

export const antwoord = {
  antwoord: z.enum(['plek', 'wachtlijst', 'afgewezen']),
  reden: persoonsgegeven(TekstSchema.nullable()),
  verwachtOp: DatumSchema.nullable(),
};

export const andereWet = {
  wet: z.enum(['Wlz', 'Wmo', 'Zvw', 'overig']),
  uitkomst: z.enum(['aangevraagd', 'toegekend', 'afgewezen']),
};

export const woonsituatie = { woont: BestemmingSchema };
