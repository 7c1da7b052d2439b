import { defineCommand, IdSchema, LevensgebiedSchema, OrganisatieSchema } from '@regielijn/kern';
import { z } from 'zod';

const trajectId = IdSchema;

export class StelNazorgplanVast extends defineCommand({
  naam: 'traject.stel-nazorgplan-vast',
  soort: 'feit',
  omschrijving: 'Legt per levensgebied vast of nazorg nodig is en wie die biedt.',
  bron: 'Normenkader B7',
  schema: z.strictObject({
    trajectId,
    levensgebieden: z
      .array(
        z.strictObject({
          levensgebied: LevensgebiedSchema,
          nodig: z.boolean(),
          lokalePartner: OrganisatieSchema.nullable().default(null),
        }),
      )
      .min(1)
      .refine(
        (delen) => new Set(delen.map((deel) => deel.levensgebied)).size === delen.length,
        'elk levensgebied één keer',
      ),
  }),
}) {}

export class LegLokalePartnerVast extends defineCommand({
  naam: 'traject.leg-lokale-partner-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een lokale partner de nazorg op een levensgebied heeft opgepakt.',
  bron: 'Normenkader B7',
  schema: z.strictObject({ trajectId, levensgebied: LevensgebiedSchema, partner: OrganisatieSchema }),
}) {}

export type NazorgCommand = StelNazorgplanVast | LegLokalePartnerVast;

export const nazorgCommands = [StelNazorgplanVast, LegLokalePartnerVast];
