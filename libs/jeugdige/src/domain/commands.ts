import {
  BsnSchema,
  correctieCommands,
  DatumSchema,
  defineCommand,
  GemeentecodeSchema,
  IdSchema,
  InstantSchema,
  KorteTekstSchema,
  MedewerkerSchema,
  OrganisatieSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { HouderSchema, OverigRedenSchema } from './events.js';

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
    /** A gemeente, or the reason why there is none in the landsdeel. */
    gemeente: z.union([
      z.strictObject({ code: GemeentecodeSchema }),
      z.strictObject({ overig: OverigRedenSchema, regiehouder: OrganisatieSchema }),
    ]),
  }),
}) {}

export class BiedRegieoverdrachtAan extends defineCommand({
  naam: 'jeugdige.bied-regieoverdracht-aan',
  soort: 'besluit',
  omschrijving: 'Biedt de casusregie aan een andere organisatie aan.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    aan: HouderSchema,
    geldigTot: InstantSchema,
    toelichting: TekstSchema.nullable().default(null),
  }),
}) {}

export class AanvaardRegieoverdracht extends defineCommand({
  naam: 'jeugdige.aanvaard-regieoverdracht',
  soort: 'besluit',
  omschrijving: 'Aanvaardt de casusregie en noemt de medewerker die haar voert.',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    overdrachtId: IdSchema,
    organisatie: OrganisatieSchema,
    medewerker: MedewerkerSchema,
  }),
}) {}

export class WeigerRegieoverdracht extends defineCommand({
  naam: 'jeugdige.weiger-regieoverdracht',
  soort: 'besluit',
  omschrijving: 'Weigert de aangeboden casusregie, met een reden.',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    overdrachtId: IdSchema,
    organisatie: OrganisatieSchema,
    reden: TekstSchema,
  }),
}) {}

export class TrekRegieoverdrachtIn extends defineCommand({
  naam: 'jeugdige.trek-regieoverdracht-in',
  soort: 'besluit',
  omschrijving: 'Trekt het aanbod van de casusregie in, met een reden.',
  schema: z.strictObject({ jeugdigeId: IdSchema, overdrachtId: IdSchema, reden: TekstSchema }),
}) {}

export class SluitDossier extends defineCommand({
  naam: 'jeugdige.sluit-dossier',
  soort: 'besluit',
  omschrijving: 'Sluit het dossier. Kan niet zolang een regieoverdracht open staat.',
  schema: z.strictObject({ jeugdigeId: IdSchema }),
}) {}

export class HeropenDossier extends defineCommand({
  naam: 'jeugdige.heropen-dossier',
  soort: 'besluit',
  omschrijving: 'Opent een gesloten dossier weer.',
  schema: z.strictObject({ jeugdigeId: IdSchema }),
}) {}

export class VernietigDossier extends defineCommand({
  naam: 'jeugdige.vernietig-dossier',
  soort: 'besluit',
  omschrijving:
    'Vernietigt de sleutel van de persoonsgegevens van een gesloten dossier. Dit kan niet ongedaan worden gemaakt.',
  bron: 'Jeugdwet art. 7.3.8 lid 3 en art. 7.3.9 lid 1',
  schema: z.strictObject({ jeugdigeId: IdSchema, grond: z.enum(['verzoek_betrokkene', 'bewaartermijn_verstreken']) }),
}) {}

export const jeugdigeCorrectieCommands = correctieCommands('jeugdige', 'jeugdigeId');

export type JeugdigeCommand =
  | RegistreerJeugdige
  | BiedRegieoverdrachtAan
  | AanvaardRegieoverdracht
  | WeigerRegieoverdracht
  | TrekRegieoverdrachtIn
  | SluitDossier
  | HeropenDossier
  | VernietigDossier;
