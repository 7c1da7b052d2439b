import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { eerdereHulpVelden, eerdereWoonplekVelden } from './events.js';

const bron = 'Impactanalyse (2020), van de ene vorm van hulp naar de andere';

export class LegEerdereHulpVast extends defineCommand({
  naam: 'jeugdige.leg-eerdere-hulp-vast',
  soort: 'feit',
  omschrijving: 'Legt vast welke hulp de jeugdige eerder kreeg, wanneer, en wie dat zegt.',
  bron,
  schema: z.strictObject({ jeugdigeId: IdSchema, ...invoer(eerdereHulpVelden) }),
}) {}

export class LegEerdereWoonplekVast extends defineCommand({
  naam: 'jeugdige.leg-eerdere-woonplek-vast',
  soort: 'feit',
  omschrijving: 'Legt vast waar de jeugdige eerder woonde, wanneer, en wie dat zegt.',
  bron,
  schema: z.strictObject({ jeugdigeId: IdSchema, ...invoer(eerdereWoonplekVelden) }),
}) {}

export const hulpgeschiedenisCommands = [LegEerdereHulpVast, LegEerdereWoonplekVast];
export type HulpgeschiedenisCommand = InstanceType<(typeof hulpgeschiedenisCommands)[number]>;
