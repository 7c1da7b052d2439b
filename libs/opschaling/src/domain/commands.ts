import {
  correctieCommands,
  defineCommand,
  IdSchema,
  InstantSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { openingVelden, StrekkingSchema, TerugRedenSchema, UitkomstSchema } from './events.js';
import { TredeIdSchema } from './ladder.js';

const opschalingId = IdSchema;
const toelichting = TekstSchema.nullable().default(null);

export class OpenOpschaling extends defineCommand({
  naam: 'opschaling.open',
  soort: 'besluit',
  omschrijving: 'Legt een vraag die niet lukt voor aan de eerste trede van een ladder.',
  bron: 'Slotrapportage Zorg voor de Jeugd (2021), expertteams en expertisenetwerken',
  schema: z.strictObject({
    jeugdigeId: IdSchema.nullable().default(null).meta({ description: 'Leeg bij een kwartaalreview' }),
    ...openingVelden,
  }),
}) {}

export class NeemOpschalingAan extends defineCommand({
  naam: 'opschaling.neem-aan',
  soort: 'besluit',
  omschrijving: 'Neemt een vraag aan die op deze trede ligt, met de medewerker die haar oppakt.',
  schema: z.strictObject({ opschalingId, organisatie: OrganisatieSchema, medewerker: MedewerkerSchema }),
}) {}

export class GeefOpschalingTerug extends defineCommand({
  naam: 'opschaling.geef-terug',
  soort: 'besluit',
  omschrijving: 'Geeft een vraag terug aan wie haar stelde, met een reden.',
  schema: z.strictObject({
    ...{ opschalingId, organisatie: OrganisatieSchema },
    ...{ reden: TerugRedenSchema, toelichting: TekstSchema },
  }),
}) {}

export class BeantwoordOpschaling extends defineCommand({
  naam: 'opschaling.beantwoord',
  soort: 'besluit',
  omschrijving: 'Beantwoordt een vraag. Dat kan alleen wie haar heeft aangenomen.',
  schema: z.strictObject({
    ...{ opschalingId, organisatie: OrganisatieSchema },
    ...{ strekking: StrekkingSchema, antwoord: TekstSchema },
  }),
}) {}

export class SchaalOp extends defineCommand({
  naam: 'opschaling.schaal-op',
  soort: 'besluit',
  omschrijving: 'Brengt een vraag naar een hogere trede die op deze dag geldt.',
  schema: z.strictObject({ opschalingId, naarTrede: TredeIdSchema, toelichting }),
}) {}

export class LaatOpschalen extends defineCommand({
  naam: 'opschaling.laat-opschalen',
  soort: 'feit',
  omschrijving:
    'Brengt een vraag een trede hoger omdat er sinds een moment niets mee gebeurde. Alleen de klok doet dit.',
  schema: z.strictObject({ opschalingId, trede: TredeIdSchema, sinds: InstantSchema }),
}) {}

export class SluitOpschalingAf extends defineCommand({
  naam: 'opschaling.sluit-af',
  soort: 'besluit',
  omschrijving: 'Sluit een opschaling af, met wat zij heeft opgeleverd.',
  schema: z.strictObject({ opschalingId, uitkomst: UitkomstSchema, toelichting }),
}) {}

export const opschalingCorrectieCommands = correctieCommands('opschaling', 'opschalingId');

/** Those about an escalation that is there. */
export const vervolgCommands = [
  NeemOpschalingAan,
  GeefOpschalingTerug,
  BeantwoordOpschaling,
  SchaalOp,
  LaatOpschalen,
  SluitOpschalingAf,
];
export type VervolgCommand = InstanceType<(typeof vervolgCommands)[number]>;
export type OpschalingCommand = OpenOpschaling | VervolgCommand;
