import {
  correctieCommands,
  DatumSchema,
  defineCommand,
  IdSchema,
  invoer,
  MedewerkerSchema,
  OrganisatieSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { gebiedVelden } from './events.js';

const trajectId = IdSchema;

/** The clock gives it, three months before the end of a machtiging. */
export class BereidTerugkeerVoor extends defineCommand({
  naam: 'terugkeer.bereid-voor',
  soort: 'feit',
  omschrijving: 'Begint de voorbereiding van de terugkeer als het einde van een machtiging in zicht komt.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht terug naar de gemeente',
  schema: z.strictObject({ machtigingId: IdSchema }),
}) {}

export class WerkTerugkeerBij extends defineCommand({
  naam: 'terugkeer.werk-bij',
  soort: 'feit',
  omschrijving: 'Brengt de voorbereiding in lijn met het einde van de hulp, zoals dat nu bekend is.',
  schema: z.strictObject({ trajectId }),
}) {}

export class LegVerwachtEindeVast extends defineCommand({
  naam: 'terugkeer.leg-verwacht-einde-vast',
  soort: 'feit',
  omschrijving:
    'Legt vast wanneer de hulp naar verwachting eindigt. De voorbereiding van de terugkeer begint dan meteen.',
  schema: z.strictObject({
    trajectId,
    verwachtOp: DatumSchema.nullable().meta({ description: 'null: dit is niet meer bekend' }),
  }),
}) {}

export class AanvaardDeelname extends defineCommand({
  naam: 'terugkeer.aanvaard-deelname',
  soort: 'besluit',
  omschrijving: 'Het lokale team doet mee aan de voorbereiding en noemt de medewerker die dat doet.',
  schema: z.strictObject({ trajectId, organisatie: OrganisatieSchema, medewerker: MedewerkerSchema }),
}) {}

export class LegLevensgebiedVast extends defineCommand({
  naam: 'terugkeer.leg-levensgebied-vast',
  soort: 'feit',
  omschrijving: 'Legt van een levensgebied vast wie het oppakt na de terugkeer, en of dat geregeld is.',
  bron: 'Normenkader B7',
  schema: z.strictObject({ trajectId, ...invoer(gebiedVelden) }),
}) {}

export const terugkeerCorrectieCommands = correctieCommands('terugkeer', 'trajectId');

/** Those about the return of one traject. */
export const trajectCommands = [WerkTerugkeerBij, LegVerwachtEindeVast, AanvaardDeelname, LegLevensgebiedVast];
export type TerugkeerCommand = InstanceType<(typeof trajectCommands)[number]>;
