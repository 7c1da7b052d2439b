import { DatumSchema, IdSchema, LevensgebiedSchema, MedewerkerSchema, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';

/**
 * What the giver of casusregie hands over. Nothing is obligatory here: an offer is never refused for what is missing, but
 * what is missing is named (`ontbreekt`).
 */
export const AanbodSchema = z.strictObject({
  casusId: IdSchema.nullish(),
  machtigingen: z.array(z.strictObject({ machtigingId: IdSchema, geldigTot: DatumSchema.nullable() })).nullish(),
  betrokkenen: z.array(TekstSchema).nullish(),
  gezag: TekstSchema.nullish(),
  plan: TekstSchema.nullish(),
  doelen: z.partialRecord(LevensgebiedSchema, TekstSchema).nullish(),
  veiligheidsplan: TekstSchema.nullish(),
  onderwijs: TekstSchema.nullish(),
  schoolVanHerkomst: TekstSchema.nullish(),
  netwerk: z.array(TekstSchema).nullish(),
  normafwijkingen: z.array(IdSchema).nullish(),
  afsprakenSysteemregie: TekstSchema.nullish(),
  contactpersoon: MedewerkerSchema.nullish(),
  volgendOverlegOp: DatumSchema.nullish(),
});
export type Aanbod = z.output<typeof AanbodSchema>;

export const AanbodVeldSchema = z.enum(Object.keys(AanbodSchema.shape) as [keyof Aanbod, ...(keyof Aanbod)[]]);
