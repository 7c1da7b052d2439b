import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { plannenVelden as velden } from './events.js';

const trajectId = IdSchema;

export class StelPerspectiefVast extends defineCommand({
  naam: 'traject.stel-perspectief-vast',
  soort: 'feit',
  omschrijving: 'Legt het perspectief op een levensgebied vast.',
  bron: 'Normenkader O3',
  schema: z.strictObject({ trajectId, ...invoer(velden.perspectief) }),
}) {}

export class StelPlanVast extends defineCommand({
  naam: 'traject.stel-plan-vast',
  soort: 'feit',
  omschrijving: 'Legt een nieuwe versie van het hulpverleningsplan vast.',
  bron: 'Jeugdwet art. 6.2.9',
  schema: z.strictObject({ trajectId, ...invoer(velden.plan) }),
}) {}

export class LegPlanbesprekingVast extends defineCommand({
  naam: 'traject.leg-planbespreking-vast',
  soort: 'feit',
  omschrijving: 'Legt vast met wie een versie van het plan is besproken. Dat kan ook een versie zijn die nog komt.',
  bron: 'Normenkader B2',
  schema: z.strictObject({ trajectId, ...invoer(velden.bespreking) }),
}) {}

export class LegPlaninstemmingVast extends defineCommand({
  naam: 'traject.leg-planinstemming-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wie heeft ingestemd met een versie van het plan.',
  bron: 'Normenkader B2',
  schema: z.strictObject({ trajectId, ...invoer(velden.instemming) }),
}) {}

export class LegPlanbezwaarVast extends defineCommand({
  naam: 'traject.leg-planbezwaar-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wie bezwaar heeft tegen een versie van het plan, en welk.',
  bron: 'Normenkader B2',
  schema: z.strictObject({ trajectId, ...invoer(velden.bezwaar) }),
}) {}

export class EvalueerPlan extends defineCommand({
  naam: 'traject.evalueer-plan',
  soort: 'feit',
  omschrijving: 'Legt een evaluatie van het plan vast: per levensgebied of het doel is bereikt.',
  bron: 'Jeugdwet art. 6.2.9 lid 8 en 9',
  schema: z.strictObject({ trajectId, ...invoer(velden.evaluatie) }),
}) {}

export class StelVeiligheidsplanVast extends defineCommand({
  naam: 'traject.stel-veiligheidsplan-vast',
  soort: 'feit',
  omschrijving: 'Legt het veiligheidsplan vast. Ook een plan waarin onderdelen ontbreken.',
  bron: 'Normenkader B6',
  schema: z.strictObject({ trajectId, ...invoer(velden.veiligheidsplan) }),
}) {}

export type PlannenCommand =
  | StelPerspectiefVast
  | StelPlanVast
  | LegPlanbesprekingVast
  | LegPlaninstemmingVast
  | LegPlanbezwaarVast
  | EvalueerPlan
  | StelVeiligheidsplanVast;

export const plannenCommands = [
  StelPerspectiefVast,
  StelPlanVast,
  LegPlanbesprekingVast,
  LegPlaninstemmingVast,
  LegPlanbezwaarVast,
  EvalueerPlan,
  StelVeiligheidsplanVast,
];
