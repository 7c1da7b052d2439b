import { type Datum, datumVan, type Instant, leeftijdOp, OUDSTE_LEEFTIJD } from '@regielijn/kern';
import { z } from 'zod';

/** Whole years. Beyond these bounds the geboortedatum or the date of what happened is wrong. */
export const LeeftijdSchema = z.int().min(0).max(OUDSTE_LEEFTIJD);

/** The age at a moment; null when it cannot be: a wrong geboortedatum, or one whose key was destroyed. */
export const leeftijdBij = (geboortedatum: Datum, op: Instant): number | null =>
  LeeftijdSchema.safeParse(leeftijdOp(geboortedatum, datumVan(op))).data ?? null;
