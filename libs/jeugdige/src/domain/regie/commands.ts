import {
  DatumSchema,
  defineCommand,
  IdSchema,
  InstantSchema,
  MedewerkerSchema,
  MinimumsetSchema,
  OrganisatieSchema,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { jeugdige } from '../ids.js';
import { HouderSchema, RegelperiodeSchema, RegieSoortSchema } from './events.js';
import { GemeenteKeuzeSchema } from './gemeente.js';

const overdracht = { ...jeugdige, overdrachtId: IdSchema };

export class BiedRegieoverdrachtAan extends defineCommand({
  naam: 'jeugdige.bied-regieoverdracht-aan',
  soort: 'besluit',
  omschrijving: 'Biedt de casusregie aan een andere organisatie aan, met de minimumset. Wat ontbreekt, wordt genoemd.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie',
  schema: z.strictObject({
    ...jeugdige,
    aan: HouderSchema,
    geldigTot: InstantSchema.nullable()
      .default(null)
      .meta({ description: 'Tot wanneer dit aanbod aanvaard kan worden; leeg: zoals afgesproken in de regio' }),
    toelichting: TekstSchema.nullable().default(null),
    minimumset: MinimumsetSchema.default({}),
  }),
}) {}

export class AanvaardRegieoverdracht extends defineCommand({
  naam: 'jeugdige.aanvaard-regieoverdracht',
  soort: 'besluit',
  omschrijving: 'Aanvaardt de casusregie en noemt de medewerker die haar voert, desgewenst onder voorwaarden.',
  schema: z.strictObject({
    ...overdracht,
    organisatie: OrganisatieSchema,
    medewerker: MedewerkerSchema,
    voorwaarden: z.array(TekstSchema).max(50).default([]),
  }),
}) {}

export class WeigerRegieoverdracht extends defineCommand({
  naam: 'jeugdige.weiger-regieoverdracht',
  soort: 'besluit',
  omschrijving: 'Weigert de aangeboden casusregie, met een reden.',
  schema: z.strictObject({ ...overdracht, organisatie: OrganisatieSchema, reden: TekstSchema }),
}) {}

export class TrekRegieoverdrachtIn extends defineCommand({
  naam: 'jeugdige.trek-regieoverdracht-in',
  soort: 'besluit',
  omschrijving: 'Trekt het aanbod van de casusregie in, met een reden.',
  schema: z.strictObject({ ...overdracht, reden: TekstSchema }),
}) {}

export class LaatRegieoverdrachtVerlopen extends defineCommand({
  naam: 'jeugdige.laat-regieoverdracht-verlopen',
  soort: 'feit',
  omschrijving: 'Legt vast dat een aanbod is verlopen zonder antwoord.',
  schema: z.strictObject(overdracht),
}) {}

export class ZetRegieoverdrachtStil extends defineCommand({
  naam: 'jeugdige.zet-regieoverdracht-stil',
  soort: 'feit',
  omschrijving: 'Legt vast dat een aanbod niet verloopt zolang de termijn ervan stilstaat.',
  schema: z.strictObject(overdracht),
}) {}

export class HervatRegieoverdracht extends defineCommand({
  naam: 'jeugdige.hervat-regieoverdracht',
  soort: 'feit',
  omschrijving: 'Legt vast dat de termijn van een aanbod weer loopt, en hoeveel dagen die stilstond.',
  schema: z.strictObject({ ...overdracht, dagen: z.int().nonnegative() }),
}) {}

export class KomVoorwaardeNa extends defineCommand({
  naam: 'jeugdige.kom-overdrachtsvoorwaarde-na',
  soort: 'feit',
  omschrijving: 'Legt vast dat een voorwaarde bij de aanvaarding is nagekomen.',
  schema: z.strictObject({ ...overdracht, nummer: z.int().positive() }),
}) {}

export class WijsMedewerkerAan extends defineCommand({
  naam: 'jeugdige.wijs-medewerker-aan',
  soort: 'feit',
  omschrijving: 'Legt vast wie een regie voert, of dat er tijdelijk niemand is.',
  bron: 'Slotrapportage Zorg voor de Jeugd (2021), actielijn 5: een vaste jeugdbeschermer',
  schema: z.strictObject({ ...jeugdige, regie: RegieSoortSchema, medewerker: MedewerkerSchema.nullable() }),
}) {}

export class StelRegieregelVast extends defineCommand({
  naam: 'jeugdige.stel-regieregel-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wie volgens de regieregel vanaf welke dag de casusregie hoort te voeren.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie',
  schema: z.strictObject({
    ...jeugdige,
    perioden: z.array(RegelperiodeSchema),
    regelversie: z.string(),
    bron: z.array(z.string()),
    aanleiding: IdSchema,
  }),
}) {}

export class LegAfstemmingVast extends defineCommand({
  naam: 'jeugdige.leg-afstemming-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat gemeente en gecertificeerde instelling hebben afgestemd, en wanneer zij dat weer doen.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), afstemming gedurende het hele traject',
  schema: z.strictObject({
    ...jeugdige,
    organisaties: z.array(OrganisatieSchema).min(1),
    afspraken: TekstSchema,
    volgendeOp: DatumSchema.nullable().default(null),
  }),
}) {}

export class MeldVerhuizing extends defineCommand({
  naam: 'jeugdige.meld-verhuizing',
  soort: 'feit',
  omschrijving: 'Legt vast dat de jeugdige bij een andere gemeente hoort. De systeemregie gaat mee.',
  bron: 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), regie op het gezin blijft bij de gemeente',
  schema: z.strictObject({ ...jeugdige, gemeente: GemeenteKeuzeSchema }),
}) {}

export class MeldGiWissel extends defineCommand({
  naam: 'jeugdige.meld-gi-wissel',
  soort: 'feit',
  omschrijving: 'Legt vast dat een andere gecertificeerde instelling de casusregie voert.',
  schema: z.strictObject({
    ...jeugdige,
    naar: OrganisatieSchema,
    medewerker: MedewerkerSchema.nullable().default(null),
  }),
}) {}

/** Those that need nothing but their own stream. */
export const regieCommands = [
  AanvaardRegieoverdracht,
  WeigerRegieoverdracht,
  TrekRegieoverdrachtIn,
  LaatRegieoverdrachtVerlopen,
  ZetRegieoverdrachtStil,
  HervatRegieoverdracht,
  KomVoorwaardeNa,
  WijsMedewerkerAan,
  StelRegieregelVast,
  MeldGiWissel,
];
export type RegieCommand =
  InstanceType<(typeof regieCommands)[number]> | BiedRegieoverdrachtAan | LegAfstemmingVast | MeldVerhuizing;
