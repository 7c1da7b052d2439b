import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { adviesVelden, adviesvraagVelden, besluitVelden, contactmomentVelden } from './events.js';

const jeugdigeId = IdSchema;

export class LegContactmomentVast extends defineCommand({
  naam: 'jeugdige.leg-contactmoment-vast',
  soort: 'feit',
  omschrijving: 'Legt contact vast. Vul feiten, een visie of een oordeel in, elk op de eigen plek.',
  bron: 'Impactanalyse (2020)',
  schema: z.strictObject({ jeugdigeId, ...invoer(contactmomentVelden) }),
}) {}

export class LegBesluitVast extends defineCommand({
  naam: 'jeugdige.leg-besluit-vast',
  soort: 'feit',
  omschrijving: 'Verantwoordt een besluit: wat, hoe, waarom, met wie besproken en wie het draagt.',
  bron: 'Impactanalyse (2020), verantwoorden van stappen en argumenten',
  schema: z.strictObject({ jeugdigeId, ...invoer(besluitVelden) }),
}) {}

export class VraagAdvies extends defineCommand({
  naam: 'jeugdige.vraag-advies',
  soort: 'feit',
  omschrijving: 'Legt vast dat expertise is ingeroepen: bij wie, de vraag, en tot welke dag er antwoord kan komen.',
  bron: 'Impactanalyse (2020), advies en consultatie',
  schema: z.strictObject({ jeugdigeId, ...invoer(adviesvraagVelden) }),
}) {}

export class GeefAdvies extends defineCommand({
  naam: 'jeugdige.geef-advies',
  soort: 'feit',
  omschrijving: 'Legt het gegeven advies vast.',
  bron: 'Impactanalyse (2020), advies en consultatie',
  schema: z.strictObject({ jeugdigeId, adviesId: IdSchema, ...invoer(adviesVelden) }),
}) {}

export const verslagCommands = [LegContactmomentVast, LegBesluitVast, VraagAdvies, GeefAdvies];
export type VerslagCommand = InstanceType<(typeof verslagCommands)[number]>;
