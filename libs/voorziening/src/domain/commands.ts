import {
  correctieCommands,
  DatumSchema,
  defineCommand,
  GemeentecodeSchema,
  IdSchema,
  InstantSchema,
  KorteTekstSchema,
  OrganisatieSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';

export class OpenVoorziening extends defineCommand({
  naam: 'voorziening.open',
  soort: 'feit',
  omschrijving: 'Maakt een voorziening bekend: één groep met plekken van één variant.',
  schema: z.strictObject({
    naam: KorteTekstSchema,
    aanbieder: OrganisatieSchema,
    gemeentecode: GemeentecodeSchema,
    variant: VariantSchema,
  }),
}) {}

export class OpenPlekken extends defineCommand({
  naam: 'voorziening.open-plekken',
  soort: 'besluit',
  omschrijving: 'Opent plekken vanaf een dag.',
  schema: z.strictObject({ voorzieningId: IdSchema, aantal: z.int().min(1).max(500), vanaf: DatumSchema }),
}) {}

export class SluitPlekken extends defineCommand({
  naam: 'voorziening.sluit-plekken',
  soort: 'besluit',
  omschrijving: 'Sluit plekken vanaf een dag. Kan niet als een reservering daardoor geen plek meer heeft.',
  schema: z.strictObject({ voorzieningId: IdSchema, aantal: z.int().min(1).max(500), vanaf: DatumSchema }),
}) {}

export class BevestigPlekken extends defineCommand({
  naam: 'voorziening.bevestig-plekken',
  soort: 'feit',
  omschrijving: 'Legt vast dat de vrije plekken van deze voorziening op dit moment kloppen.',
  schema: z.strictObject({ voorzieningId: IdSchema }),
}) {}

export class ReserveerPlek extends defineCommand({
  naam: 'voorziening.reserveer-plek',
  soort: 'besluit',
  omschrijving: 'Houdt een plek vast voor een traject, tot een tijdstip.',
  schema: z.strictObject({ voorzieningId: IdSchema, trajectId: IdSchema, geldigTot: InstantSchema }),
}) {}

export class GeefReserveringVrij extends defineCommand({
  naam: 'voorziening.geef-reservering-vrij',
  soort: 'besluit',
  omschrijving: 'Geeft een vastgehouden plek weer vrij.',
  schema: z.strictObject({ voorzieningId: IdSchema, reserveringId: IdSchema }),
}) {}

export class BezetPlek extends defineCommand({
  naam: 'voorziening.bezet-plek',
  soort: 'feit',
  omschrijving: 'Legt vast dat een jeugdige op een plek is begonnen, ook boven het aantal open plekken.',
  schema: z.strictObject({ voorzieningId: IdSchema, trajectId: IdSchema }),
}) {}

export class GeefPlekVrij extends defineCommand({
  naam: 'voorziening.geef-plek-vrij',
  soort: 'feit',
  omschrijving: 'Legt vast dat een jeugdige de plek heeft verlaten.',
  schema: z.strictObject({ voorzieningId: IdSchema, trajectId: IdSchema }),
}) {}

export const voorzieningCorrectieCommands = correctieCommands('voorziening', 'voorzieningId');

export type VoorzieningCommand =
  | OpenVoorziening
  | OpenPlekken
  | SluitPlekken
  | BevestigPlekken
  | ReserveerPlek
  | GeefReserveringVrij
  | BezetPlek
  | GeefPlekVrij;
