import { DatumSchema, defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { afspraakVelden, stopVelden, SupportVormSchema, ZoekstapUitkomstSchema } from './events.js';

const jeugdigeId = IdSchema;

export class StartJimZoektocht extends defineCommand({
  naam: 'jeugdige.start-jim-zoektocht',
  soort: 'feit',
  omschrijving: 'Legt vast dat een JIM wordt gezocht, en op welke datum de zoektocht verder gaat.',
  bron: 'JIM-plan van jeugdhulporganisaties (2022); Jaarverslag JIMwerkt 2022',
  schema: z.strictObject({ jeugdigeId, volgendeOp: DatumSchema }),
}) {}

export class LegJimZoekstapVast extends defineCommand({
  naam: 'jeugdige.leg-jim-zoekstap-vast',
  soort: 'feit',
  omschrijving: 'Legt een stap in de zoektocht naar een JIM vast, en op welke datum de zoektocht verder gaat.',
  bron: 'Jaarverslag JIMwerkt 2022',
  schema: z.strictObject({ jeugdigeId, uitkomst: ZoekstapUitkomstSchema, volgendeOp: DatumSchema }),
}) {}

export class VraagJim extends defineCommand({
  naam: 'jeugdige.vraag-jim',
  soort: 'feit',
  omschrijving: 'Legt vast wie is gevraagd om JIM te worden.',
  bron: 'Jaarverslag JIMwerkt 2022, WIE voor WAT',
  schema: z.strictObject({ jeugdigeId, persoonId: IdSchema }),
}) {}

export class VoerLevinasgesprek extends defineCommand({
  naam: 'jeugdige.voer-levinasgesprek',
  soort: 'feit',
  omschrijving: 'Legt vast dat met wie JIM kan worden, is besproken wat dat vraagt.',
  bron: 'Jaarverslag JIMwerkt 2022, Levinasgesprek',
  schema: z.strictObject({ jeugdigeId }),
}) {}

export class VindJim extends defineCommand({
  naam: 'jeugdige.vind-jim',
  soort: 'feit',
  omschrijving: 'Legt vast wie de JIM van de jeugdige is.',
  bron: 'JIM-plan van jeugdhulporganisaties (2022)',
  schema: z.strictObject({ jeugdigeId, persoonId: IdSchema }),
}) {}

export class LegJimAfspraakVast extends defineCommand({
  naam: 'jeugdige.leg-jim-afspraak-vast',
  soort: 'feit',
  omschrijving:
    'Legt vast wat bij de JIM blijft en wanneer de JIM wordt gebeld. Is nog niemand gevraagd, dan met een vlag.',
  bron: 'Jaarverslag JIMwerkt 2022, WIE voor WAT',
  schema: z.strictObject({ jeugdigeId, ...invoer(afspraakVelden) }),
}) {}

export class BiedJimSupport extends defineCommand({
  naam: 'jeugdige.bied-jim-support',
  soort: 'feit',
  omschrijving: 'Legt vast hoe de JIM zelf is ondersteund.',
  bron: 'Jaarverslag JIMwerkt 2022, JIMsupport',
  schema: z.strictObject({ jeugdigeId, vorm: SupportVormSchema }),
}) {}

export class LegJimWeigeringVast extends defineCommand({
  naam: 'jeugdige.leg-jim-weigering-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat de ouders voorlopig geen JIM willen, en tot wanneer, als dat is afgesproken.',
  bron: 'Jaarverslag JIMwerkt 2022',
  schema: z.strictObject({ jeugdigeId, ...invoer({ tot: DatumSchema.nullable() }) }),
}) {}

export class StopJim extends defineCommand({
  naam: 'jeugdige.stop-jim',
  soort: 'feit',
  omschrijving: 'Legt vast dat de JIM is gestopt, met de reden.',
  schema: z.strictObject({ jeugdigeId, ...invoer(stopVelden) }),
}) {}

export const jimCommands = [
  ...[StartJimZoektocht, LegJimZoekstapVast, VraagJim, VoerLevinasgesprek, VindJim],
  ...[LegJimAfspraakVast, BiedJimSupport, LegJimWeigeringVast, StopJim],
];
export type JimCommand = InstanceType<(typeof jimCommands)[number]>;
