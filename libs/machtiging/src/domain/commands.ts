import { correctieCommands, defineCommand, IdSchema } from '@regielijn/kern';
import { z } from 'zod';
import { LegBeschikkingVast } from './beschikking/commands.js';
import { LegEindeVast } from './einde/commands.js';
import { LegMeldingVast } from './melding/commands.js';
import {
  LegGebeurtenisVast,
  NeemBesluit,
  NeemOpnamebeslissing,
  type VerloopCommand,
  WijzigHulpverleningsplan,
} from './verloop/commands.js';
import { LegMgjVerzoekVast } from './vervolg/commands.js';
import { DienVerzoekIn, LegVerzoekVast, type VerzoekCommand } from './verzoek/commands.js';

export * from './beschikking/commands.js';
export * from './einde/commands.js';
export * from './melding/commands.js';
export * from './verloop/commands.js';
export * from './vervolg/commands.js';
export * from './verzoek/commands.js';

/** The commands that begin a machtiging. */
export const verzoekCommands = [DienVerzoekIn, LegVerzoekVast];

/** The commands about a machtiging that was requested. */
export const opMachtigingCommands = [
  LegBeschikkingVast,
  LegGebeurtenisVast,
  NeemBesluit,
  WijzigHulpverleningsplan,
  NeemOpnamebeslissing,
  LegMeldingVast,
  LegEindeVast,
  LegMgjVerzoekVast,
];

/** Sent by the follower of jeugdigen, once per trigger. */
export class HerzieMachtiging extends defineCommand({
  naam: 'machtiging.herzie',
  soort: 'feit',
  omschrijving: 'Brengt in lijn wat bij een machtiging volgt uit gegevens van de jeugdige die zijn gecorrigeerd.',
  schema: z.strictObject({ machtigingId: IdSchema, aanleiding: IdSchema }),
}) {}

export const machtigingCorrectieCommands = correctieCommands('machtiging', 'machtigingId');

export type OpMachtiging = LegBeschikkingVast | LegEindeVast | LegMeldingVast | LegMgjVerzoekVast | VerloopCommand;
export type MachtigingCommand = VerzoekCommand | OpMachtiging;
