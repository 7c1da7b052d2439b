import { z } from 'zod';

// PostgreSQL refuses NUL and lone surrogates, and no caseworker types the other control characters.
const isOpslaanbaar = (tekst: string): boolean =>
  // eslint-disable-next-line no-control-regex
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(tekst) && tekst.isWellFormed();

const tekst = (langste: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul een tekst in')
    .max(langste, `maximaal ${langste} tekens`)
    .refine(isOpslaanbaar, 'bevat tekens die niet kunnen worden opgeslagen');

/** Free text of a caseworker, 1 to 10,000 characters. */
export const TekstSchema = tekst(10_000);

/** A short name or label, 1 to 200 characters. */
export const KorteTekstSchema = tekst(200);
