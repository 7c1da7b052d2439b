import {
  BestemmingSchema,
  correctieCommands,
  defineCommand,
  HerkomstSchema,
  IdSchema,
  KaderSchema,
  OrganisatieSchema,
  TekstSchema,
  UrgentieSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { RedencodeSchema } from './events.js';
import type { NazorgCommand } from './nazorg/commands.js';
import type { OnderwijsCommand } from './onderwijs/commands.js';
import type { PlannenCommand } from './plannen/commands.js';
import type { ToeleidingCommand } from './toeleiding/commands.js';
import type { UitstroomCommand } from './uitstroom/commands.js';
import type { ZonderOpnameCommand } from './zonder-opname/commands.js';
import type { ZorgCommand } from './zorg/commands.js';

export * from './nazorg/commands.js';
export * from './onderwijs/commands.js';
export * from './plannen/commands.js';
export * from './toeleiding/commands.js';
export * from './uitstroom/commands.js';
export * from './zonder-opname/commands.js';
export * from './zorg/commands.js';

const trajectId = IdSchema;

export class MeldAan extends defineCommand({
  naam: 'traject.meld-aan',
  soort: 'feit',
  omschrijving: 'Meldt een jeugdige aan voor jeugdhulpPlus: een nieuw traject.',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    urgentie: UrgentieSchema,
    kader: KaderSchema,
    herkomst: HerkomstSchema,
    aanmelder: OrganisatieSchema,
    vorigTrajectId: IdSchema.nullable().default(null).meta({
      description: 'Het vorige traject van deze jeugdige; zonder zoekt Regielijn het zelf',
    }),
  }),
}) {}

export class WijsPlekToe extends defineCommand({
  naam: 'traject.wijs-plek-toe',
  soort: 'besluit',
  omschrijving: 'Wijst een gereserveerde plek toe aan het traject.',
  schema: z.strictObject({ trajectId, voorzieningId: IdSchema, reserveringId: IdSchema }),
}) {}

export class StartOpname extends defineCommand({
  naam: 'traject.start-opname',
  soort: 'feit',
  omschrijving: 'Legt de opname vast, ook zonder machtiging of toewijzing: dan met een vlag.',
  bron: 'Jeugdwet art. 6.1.12 en art. 6.2.2',
  schema: z.strictObject({
    trajectId,
    voorzieningId: IdSchema,
    machtigingId: IdSchema.nullable().default(null),
    redencodes: z.array(RedencodeSchema).default([]),
  }),
}) {}

export class PlaatsOver extends defineCommand({
  naam: 'traject.plaats-over',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige naar een andere voorziening is gegaan.',
  schema: z.strictObject({ trajectId, voorzieningId: IdSchema, reden: TekstSchema.nullable().default(null) }),
}) {}

export class MeldOnttrekking extends defineCommand({
  naam: 'traject.meld-onttrekking',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige zich heeft onttrokken of is onttrokken.',
  schema: z.strictObject({ trajectId }),
}) {}

export class MeldTerugkeer extends defineCommand({
  naam: 'traject.meld-terugkeer',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige na een onttrekking terug is.',
  schema: z.strictObject({ trajectId }),
}) {}

export class EindigNaOnttrekking extends defineCommand({
  naam: 'traject.eindig-na-onttrekking',
  soort: 'feit',
  omschrijving: 'Legt vast dat het traject eindigt omdat de onttrekking langer duurt dan de drempel.',
  schema: z.strictObject({ trajectId, drempelDagen: z.int().min(1).max(1000).default(14) }),
}) {}

export class MeldUitstroom extends defineCommand({
  naam: 'traject.meld-uitstroom',
  soort: 'feit',
  omschrijving: 'Legt vast dat het verblijf is geëindigd en waar de jeugdige heen is.',
  schema: z.strictObject({ trajectId, bestemming: BestemmingSchema }),
}) {}

export class SluitTrajectAf extends defineCommand({
  naam: 'traject.sluit-af',
  soort: 'besluit',
  omschrijving: 'Sluit het traject af als alle nodige nazorg is opgepakt.',
  bron: 'Normenkader B7',
  schema: z.strictObject({ trajectId }),
}) {}

/** Sent by the follower of jeugdigen and machtigingen, once per trigger. */
export class HerzieTraject extends defineCommand({
  naam: 'traject.herzie',
  soort: 'feit',
  omschrijving: 'Brengt in lijn wat een traject heeft overgenomen van een jeugdige of machtiging die is gecorrigeerd.',
  schema: z.strictObject({ trajectId, aanleiding: IdSchema }),
}) {}

export const trajectCorrectieCommands = correctieCommands('traject', 'trajectId');

export type VerloopCommand =
  | MeldAan
  | WijsPlekToe
  | StartOpname
  | PlaatsOver
  | MeldOnttrekking
  | MeldTerugkeer
  | EindigNaOnttrekking
  | MeldUitstroom
  | SluitTrajectAf;

export type TrajectCommand =
  | VerloopCommand
  | NazorgCommand
  | ToeleidingCommand
  | ZonderOpnameCommand
  | PlannenCommand
  | OnderwijsCommand
  | ZorgCommand
  | UitstroomCommand;
