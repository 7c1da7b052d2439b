import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { onderwijsVelden as velden } from './events.js';

const trajectId = IdSchema;

export class LegOnderwijsVoorafVast extends defineCommand({
  naam: 'traject.leg-onderwijs-vooraf-vast',
  soort: 'feit',
  omschrijving: 'Legt vast welk niveau het laatste onderwijs had voordat de hulp begon.',
  bron: 'Normenkader B3',
  schema: z.strictObject({ trajectId, ...invoer(velden.vooraf) }),
}) {}

export class StartOnderwijs extends defineCommand({
  naam: 'traject.start-onderwijs',
  soort: 'feit',
  omschrijving: 'Legt vast dat onderwijs of dagbesteding is begonnen.',
  bron: 'Normenkader B3',
  schema: z.strictObject({ trajectId, ...invoer(velden.start) }),
}) {}

export class StopOnderwijs extends defineCommand({
  naam: 'traject.stop-onderwijs',
  soort: 'feit',
  omschrijving: 'Legt vast dat het onderwijs of de dagbesteding is gestopt.',
  bron: 'Normenkader B3',
  schema: z.strictObject({ trajectId, ...invoer(velden.einde) }),
}) {}

export class LegUitschrijvingSchoolVast extends defineCommand({
  naam: 'traject.leg-uitschrijving-school-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige is uitgeschreven bij de school van herkomst.',
  schema: z.strictObject({ trajectId, ...invoer(velden.uitschrijving) }),
}) {}

export class StelDagprogrammaVast extends defineCommand({
  naam: 'traject.stel-dagprogramma-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat er een plan of een dagprogramma is om naar onderwijs toe te groeien.',
  bron: 'Normenkader B3',
  schema: z.strictObject({ trajectId, ...invoer(velden.dagprogramma) }),
}) {}

export class StemOppAf extends defineCommand({
  naam: 'traject.stem-opp-af',
  soort: 'feit',
  omschrijving: 'Legt vast dat het OPP van de school is afgestemd op een versie van het hulpverleningsplan.',
  schema: z.strictObject({ trajectId, ...invoer(velden.opp) }),
}) {}

export type OnderwijsCommand =
  | LegOnderwijsVoorafVast
  | StartOnderwijs
  | StopOnderwijs
  | LegUitschrijvingSchoolVast
  | StelDagprogrammaVast
  | StemOppAf;

export const onderwijsCommands = [
  LegOnderwijsVoorafVast,
  StartOnderwijs,
  StopOnderwijs,
  LegUitschrijvingSchoolVast,
  StelDagprogrammaVast,
  StemOppAf,
];
