import { BsnSchema, correctieCommands, DatumSchema, defineCommand, KorteTekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import type { GezinCommand } from './gezin/commands.js';
import type { HulpgeschiedenisCommand } from './hulpgeschiedenis/commands.js';
import { jeugdige } from './ids.js';
import type { JimCommand } from './jim/commands.js';
import type { NetwerkCommand } from './netwerk/commands.js';
import type { RegieCommand } from './regie/commands.js';
import { GemeenteKeuzeSchema } from './regie/gemeente.js';
import type { SamenvoegingCommand } from './samenvoeging/commands.js';
import type { VerslagCommand } from './verslag/commands.js';
import type { VolwassenCommand } from './volwassen/commands.js';

export class RegistreerJeugdige extends defineCommand({
  naam: 'jeugdige.registreer',
  soort: 'besluit',
  omschrijving: 'Registreert een jeugdige. Een burgerservicenummer kan maar één keer voorkomen.',
  bron: 'Jeugdwet art. 7.2.1',
  schema: z.strictObject({
    bsn: BsnSchema,
    naam: KorteTekstSchema,
    geboortedatum: DatumSchema,
    geslacht: z.enum(['man', 'vrouw', 'x']),
    gemeente: GemeenteKeuzeSchema,
  }),
}) {}

export class SluitDossier extends defineCommand({
  naam: 'jeugdige.sluit-dossier',
  soort: 'besluit',
  omschrijving: 'Sluit het dossier. Kan niet zolang een regieoverdracht of een traject open staat.',
  schema: z.strictObject(jeugdige),
}) {}

export class HeropenDossier extends defineCommand({
  naam: 'jeugdige.heropen-dossier',
  soort: 'besluit',
  omschrijving: 'Opent een gesloten dossier weer.',
  schema: z.strictObject(jeugdige),
}) {}

export class VernietigDossier extends defineCommand({
  naam: 'jeugdige.vernietig-dossier',
  soort: 'besluit',
  omschrijving:
    'Vernietigt de sleutel van de persoonsgegevens van een gesloten dossier, en van de dossiers die erin zijn opgegaan. Dit kan niet ongedaan worden gemaakt.',
  bron: 'Jeugdwet art. 7.3.8 lid 3 en art. 7.3.9 lid 1',
  schema: z.strictObject({ ...jeugdige, grond: z.enum(['verzoek_betrokkene', 'bewaartermijn_verstreken']) }),
}) {}

export const jeugdigeCorrectieCommands = correctieCommands('jeugdige', 'jeugdigeId');

export * from './regie/commands.js';
export * from './samenvoeging/commands.js';
export * from './netwerk/commands.js';
export * from './jim/commands.js';
export * from './gezin/commands.js';
export * from './hulpgeschiedenis/commands.js';
export * from './verslag/commands.js';
export * from './volwassen/commands.js';

export type JeugdigeCommand =
  | RegistreerJeugdige
  | SluitDossier
  | HeropenDossier
  | VernietigDossier
  | RegieCommand
  | SamenvoegingCommand
  | NetwerkCommand
  | JimCommand
  | GezinCommand
  | HulpgeschiedenisCommand
  | VerslagCommand
  | VolwassenCommand;
