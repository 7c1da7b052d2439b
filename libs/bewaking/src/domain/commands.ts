import { defineCommand, IdSchema, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { bewakingFeiten, melding } from './events.js';

export class MeldTermijn extends defineCommand({
  naam: 'bewaking.meld-termijn',
  soort: 'feit',
  omschrijving: 'Meldt dat van een termijn een moment is gekomen. Alleen de klok geeft deze opdracht.',
  schema: z.strictObject(melding),
}) {}

export class LegGevolgVast extends defineCommand({
  naam: 'bewaking.leg-gevolg-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wat er kwam van wat bij een gemelde termijn vanzelf moest gebeuren.',
  schema: bewakingFeiten.gevolgVastgelegd.schema,
}) {}

export class PauzeerTermijn extends defineCommand({
  naam: 'bewaking.pauzeer-termijn',
  soort: 'besluit',
  omschrijving: 'Zet een termijn stil, met een reden. Een termijn uit de wet kan niet stilstaan.',
  schema: z.strictObject({ termijnId: IdSchema, reden: TekstSchema }),
}) {}

export class HervatTermijn extends defineCommand({
  naam: 'bewaking.hervat-termijn',
  soort: 'besluit',
  omschrijving: 'Laat een stilgezette termijn weer lopen. Het einde schuift zoveel dagen op als zij stilstond.',
  schema: z.strictObject({ termijnId: IdSchema }),
}) {}

export type BewakingCommand = MeldTermijn | LegGevolgVast | PauzeerTermijn | HervatTermijn;
export const bewakingCommands = [MeldTermijn, LegGevolgVast, PauzeerTermijn, HervatTermijn];
