import { type Datum, DatumSchema } from '@regielijn/kern';
import { z } from 'zod';

const KlokSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'een tijd zoals 09:00');

const InstellingenSchema = z.strictObject({
  kalender: z.enum(['atw', 'atw_zonder_goedevrijdag_5mei']),
  kantoortijd: z
    .strictObject({ van: KlokSchema, tot: KlokSchema })
    .refine(({ van, tot }) => van < tot, 'de kantoortijd moet eindigen na het begin'),
  toelichting: z.string(),
});

const VersieSchema = z.strictObject({
  versie: z.string().min(1),
  geldigVanaf: DatumSchema,
  bron: z.string().min(1),
  instellingen: InstellingenSchema,
  normen: z.array(z.strictObject({ id: z.string(), tekst: z.string().min(1), bron: z.string().min(1) })).min(1),
});

/** The norms as dated data: which version holds depends on the day of what is assessed. */
export const NormenkaderSchema = z.strictObject({
  versies: z
    .array(VersieSchema)
    .min(1)
    .refine(
      (versies) => versies.every((versie, i) => i === 0 || versies[i - 1]!.geldigVanaf < versie.geldigVanaf),
      'elke versie moet later ingaan dan de vorige',
    ),
});

export type Normenkader = z.output<typeof NormenkaderSchema>;
export type NormenkaderVersie = z.output<typeof VersieSchema>;
export type Instellingen = z.output<typeof InstellingenSchema>;

/**
 * The version that holds on a day. Before the first version there was no normenkader: then the first one is used and the
 * outcome is a `terugblik`, never an event of that time.
 */
export const versieOp = (normenkader: Normenkader, dag: Datum): { versie: NormenkaderVersie; terugblik: boolean } => {
  const geldend = normenkader.versies.findLast(({ geldigVanaf }) => geldigVanaf <= dag);
  return geldend ? { versie: geldend, terugblik: false } : { versie: normenkader.versies[0]!, terugblik: true };
};
