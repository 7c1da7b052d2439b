import {
  correctieCommands,
  DatumSchema,
  defineCommand,
  IdSchema,
  KaderSchema,
  OrganisatieSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { EindegrondSchema, GrondslagSchema, SoortSchema } from './events.js';

export class DienVerzoekIn extends defineCommand({
  naam: 'machtiging.dien-verzoek-in',
  soort: 'feit',
  omschrijving: 'Legt vast dat aan de kinderrechter een machtiging is gevraagd.',
  bron: 'Jeugdwet art. 6.1.8',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    soort: SoortSchema,
    grondslag: GrondslagSchema,
    kader: KaderSchema,
    verzoeker: OrganisatieSchema,
  }),
}) {}

export class LegBeschikkingVast extends defineCommand({
  naam: 'machtiging.leg-beschikking-vast',
  soort: 'feit',
  omschrijving: 'Legt de beschikking van de kinderrechter vast: verleend of afgewezen.',
  bron: 'Jeugdwet art. 6.1.12',
  schema: z.strictObject({
    machtigingId: IdSchema,
    uitkomst: z.enum(['verleend', 'afgewezen']),
    beschikkingOp: DatumSchema,
    /** Only when verleend. */
    geldigVan: DatumSchema.nullable().default(null),
    /** Only when verleend: the first day on which it no longer holds, by the beschikking itself. */
    geldigTot: DatumSchema.nullable().default(null),
  }),
}) {}

export class LegEindeVast extends defineCommand({
  naam: 'machtiging.leg-einde-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een machtiging voor haar einddatum is geëindigd.',
  bron: 'Jeugdwet art. 6.1.12',
  schema: z.strictObject({ machtigingId: IdSchema, grond: EindegrondSchema }),
}) {}

export const machtigingCorrectieCommands = correctieCommands('machtiging', 'machtigingId');

export type MachtigingCommand = DienVerzoekIn | LegBeschikkingVast | LegEindeVast;
