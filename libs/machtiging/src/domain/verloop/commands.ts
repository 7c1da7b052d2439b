import { defineCommand, IdSchema, MedewerkerSchema, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { HulpverleningsplanSchema, InstemmingSchema } from '../verzoek/velden.js';
import { besluitFeiten, gebeurtenisFeiten } from './events.js';

const keysOf = <T extends object>(tabel: T) => Object.keys(tabel) as [keyof T & string, ...(keyof T & string)[]];

export const FeitelijkeGebeurtenisSchema = z.enum(keysOf(gebeurtenisFeiten));
export const BesluitSchema = z.enum(keysOf(besluitFeiten));

export class LegGebeurtenisVast extends defineCommand({
  naam: 'machtiging.leg-gebeurtenis-vast',
  soort: 'feit',
  omschrijving:
    'Legt vast wat er met een machtiging gebeurde, zoals de opname. Past het niet bij de wet, dan staat dat erbij.',
  bron: 'Jeugdwet hoofdstuk 6',
  schema: z.strictObject({
    machtigingId: IdSchema,
    gebeurtenis: FeitelijkeGebeurtenisSchema,
    toelichting: TekstSchema.nullable().default(null),
  }),
}) {}

export class NeemBesluit extends defineCommand({
  naam: 'machtiging.neem-besluit',
  soort: 'besluit',
  omschrijving: 'Neemt een besluit over een machtiging die geldt, zoals schorsing, verlof of dat opname moet.',
  bron: 'Jeugdwet art. 6.1.6, 6.1.12 lid 5 en 6.4.1',
  schema: z.strictObject({
    machtigingId: IdSchema,
    besluit: BesluitSchema,
    /** Of the gedragswetenschapper; needed for schorsing and verlof. */
    instemming: InstemmingSchema.nullable().default(null),
    toelichting: TekstSchema.nullable().default(null),
  }),
}) {}

export class WijzigHulpverleningsplan extends defineCommand({
  naam: 'machtiging.wijzig-hulpverleningsplan',
  soort: 'besluit',
  omschrijving:
    'Wijzigt het hulpverleningsplan van een voorwaardelijke machtiging. Dat kan alleen als de jeugdige instemt.',
  bron: 'Jeugdwet art. 6.1.5',
  schema: z.strictObject({
    machtigingId: IdSchema,
    hulpverleningsplan: HulpverleningsplanSchema,
    jeugdigeStemtIn: z.boolean(),
  }),
}) {}

export class NeemOpnamebeslissing extends defineCommand({
  naam: 'machtiging.neem-opnamebeslissing',
  soort: 'besluit',
  omschrijving: 'Beslist tot opname op een voorwaardelijke machtiging. Die geldt daarna als gewone machtiging.',
  bron: 'Jeugdwet art. 6.1.6 lid 4, 5 en 6',
  schema: z.strictObject({
    machtigingId: IdSchema,
    /** Who decides: the medewerker that the plan names. */
    door: MedewerkerSchema,
    actueleToestandNagegaan: z.boolean(),
    redenen: TekstSchema,
  }),
}) {}

export type VerloopCommand = LegGebeurtenisVast | NeemBesluit | WijzigHulpverleningsplan | NeemOpnamebeslissing;
