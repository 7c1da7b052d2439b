import { defineCommand, geenDubbele, IdSchema, invoer, LevensgebiedSchema, OrganisatieSchema } from '@regielijn/kern';
import { z } from 'zod';
import { toezegging, voortgang } from './velden.js';

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
      .refine((delen) => geenDubbele(delen.map(({ levensgebied }) => levensgebied)), 'elk levensgebied één keer'),
  }),
}) {}

export class LegLokalePartnerVast extends defineCommand({
  naam: 'traject.leg-lokale-partner-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een lokale partner de nazorg op een levensgebied heeft opgepakt.',
  bron: 'Normenkader B7',
  schema: z.strictObject({ trajectId, levensgebied: LevensgebiedSchema, partner: OrganisatieSchema }),
}) {}

export class LegToezeggingVast extends defineCommand({
  naam: 'traject.leg-toezegging-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een lokale partner toezegt de nazorg op een levensgebied op te pakken.',
  bron: 'Normenkader B7',
  schema: z.strictObject({ trajectId, ...invoer(toezegging) }),
}) {}

export class LegNazorgVoortgangVast extends defineCommand({
  naam: 'traject.leg-nazorg-voortgang-vast',
  soort: 'feit',
  omschrijving: 'Legt vast hoe het met de nazorg staat, 3, 6, 9 of 12 maanden na de uitstroom.',
  bron: 'Normenkader B7',
  schema: z.strictObject({ trajectId, ...invoer(voortgang) }),
}) {}

export type NazorgCommand = StelNazorgplanVast | LegLokalePartnerVast | LegToezeggingVast | LegNazorgVoortgangVast;

export const nazorgCommands = [StelNazorgplanVast, LegLokalePartnerVast, LegToezeggingVast, LegNazorgVoortgangVast];
