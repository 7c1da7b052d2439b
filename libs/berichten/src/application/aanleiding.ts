import {
  type Datum,
  DatumSchema,
  datumVan,
  IdSchema,
  type Instant,
  KorteTekstSchema,
  OrganisatieSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** The signal of a term, told by the part that keeps the terms. Known here by its name and shape alone. */
export const TERMIJN_GEMELD = 'bewaking.termijn-gemeld@1';

export const TermijnGemeldSchema = z.object({
  termijnId: IdSchema,
  /** Whose term it is, such as `machtiging-<uuid>`. */
  stream: z.string(),
  jeugdigeId: IdSchema.nullable(),
  regel: z.string(),
  naam: KorteTekstSchema,
  moment: z.enum(['vooraf', 'verstreken', 'opgeschaald']),
  eind: DatumSchema,
  voor: z.array(OrganisatieSchema),
});
export type TermijnGemeld = z.output<typeof TermijnGemeldSchema>;

/** Terms that end on a birthday: their last day would tell in a mail when somebody was born. */
const OP_VERJAARDAG: readonly string[] = ['D13', 'TOEKOMSTPLAN', 'CASUSREGISSEUR_18', 'ACHTTIEN'];

/** Whether a mail may name the last day of this term. */
export const toontEind = ({ regel }: Pick<TermijnGemeld, 'regel'>): boolean => !OP_VERJAARDAG.includes(regel);

/** The last day of what ends at this moment: at midnight that is the day before. */
export const laatsteDagVoor = (tot: Instant): Datum => datumVan(new Date(Date.parse(tot) - 1).toISOString());
