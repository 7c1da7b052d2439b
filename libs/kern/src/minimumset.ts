import { z } from 'zod';
import { LevensgebiedSchema, MedewerkerSchema } from './begrippen.js';
import { IdSchema } from './ids.js';
import { TekstSchema } from './tekst.js';
import { DatumSchema } from './tijd.js';

/**
 * What the giver of casusregie hands over. Nothing is obligatory here: an offer is never refused for what is missing, but
 * what is missing is named. Which parts there should be is a setting of the regieregels.
 */
export const MinimumsetSchema = z.strictObject({
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
export type Minimumset = z.output<typeof MinimumsetSchema>;

/** The name of a part of the set. */
export const MinimumsetVeldSchema = z.enum(
  Object.keys(MinimumsetSchema.shape) as [keyof Minimumset, ...(keyof Minimumset)[]],
);
