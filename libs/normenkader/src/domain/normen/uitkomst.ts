import { z } from 'zod';

/** `NIET_TE_BEPALEN`: data is missing. It is counted apart, never as met. */
export const UitkomstSchema = z.enum(['VOLDAAN', 'AFWIJKING', 'NIET_VAN_TOEPASSING', 'NIET_TE_BEPALEN']);

/** In the place of a fact: the norm looks at the traject as a whole, so a deviation is at no fact of its own. */
export const GEHEEL = 'geheel';

/** What a norm's evaluator answers. */
export interface NormUitkomst {
  readonly uitkomst: z.output<typeof UitkomstSchema>;
  /** One Dutch sentence with the facts that decided. No personal data. */
  readonly uitleg: string;
}
