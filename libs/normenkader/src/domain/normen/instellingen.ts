import { geenDubbele, type GelijkgesteldeDag, UrgentieSchema } from '@regielijn/kern';
import { z } from 'zod';

const KlokSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'een tijd zoals 09:00');

export const KantoortijdSchema = z
  .strictObject({ van: KlokSchema, tot: KlokSchema })
  .refine(({ van, tot }) => van < tot, 'de kantoortijd moet eindigen na het begin');

export const KalenderSchema = z.enum(['atw', 'atw_zonder_goedevrijdag_5mei']);

/** A word of the region for a part of life, such as `school_werk`. */
export const LevensgebiedNaamSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'kleine letters en lage streepjes');

const naamSchema = z.string().trim().min(1);
const lijst = <Item extends z.ZodType<string>>(item: Item) =>
  z.array(item).min(1).refine(geenDubbele, 'elke waarde één keer');

/** Names are the same when only capitals, spaces and punctuation differ: "R4A" and "r4a", "vmbo-t" and "VMBO T". */
export const sleutelVan = (naam: string): string => naam.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const VariantRijSchema = z.strictObject({
  id: naamSchema,
  /** Other names for the same variant. */
  namen: z.array(naamSchema),
  /** Place on the ladder from zo thuis mogelijk to heaviest. Null: a route, not a variant in which anybody is placed. */
  trede: z.int().min(1).nullable(),
  /** Whether help is given outside the institution (norm B5). */
  buitenInstelling: z.boolean(),
});

const VariantenSchema = z
  .array(VariantRijSchema)
  .min(1)
  .refine(
    (rijen) => geenDubbele(rijen.flatMap(({ id, namen }) => [id, ...namen].map(sleutelVan))),
    'elke naam mag bij één variant staan, en één keer',
  );

/** From low to high. Names on one step are equal; levels that share no ladder cannot be compared. */
const OnderwijsladderSchema = z
  .array(lijst(naamSchema))
  .min(1)
  .refine((treden) => geenDubbele(treden.flat().map(sleutelVan)), 'elk niveau mag op één trede staan, en één keer');

const aantal = z.int().min(0).max(1000);

/**
 * What the normenkader leaves open or fixes as a number, per version of the normenkader. Where it is silent the value is
 * an assumption; the norm that uses it says so under `aannames`.
 */
export const InstellingenSchema = z.strictObject({
  kalender: KalenderSchema,
  kantoortijd: KantoortijdSchema,
  /** Where another kalender or kantoortijd holds, by the `accommodatie` of the opname: in the log, who runs it. */
  perAccommodatie: z.record(
    z.string(),
    z.strictObject({ kalender: KalenderSchema.optional(), kantoortijd: KantoortijdSchema.optional() }),
  ),
  /** B4: help is direct when it starts within so many werkdagen after the triage. */
  directWerkdagen: aantal,
  /** O3 and B7: "de belangrijkste levensgebieden". */
  levensgebieden: lijst(LevensgebiedNaamSchema),
  /** O3 and B7: under this age `inkomen` is no subject. */
  inkomenVanafLeeftijd: aantal,
  perspectiefMaanden: aantal,
  perspectiefWaarschuwingWeken: aantal,
  onderwijsWeken: aantal,
  nazorgMaanden: aantal,
  nazorgVoortgangMaanden: z.array(aantal),
  /** O4: which urgentie makes a plaatsing a spoedplaatsing. */
  spoedUrgenties: lijst(UrgentieSchema),
  /** O4: a bloedspoed is written down within so many hours. */
  bloedspoedVastleggenUren: aantal,
  /** O4: who may confirm bloedspoed alone, each functie in full. Who is gekwalificeerd: Regeling Jeugdwet art. 2. */
  bloedspoedFuncties: lijst(naamSchema),
  /** B5: registers that count. */
  registraties: lijst(naamSchema),
  /** A deviation is motivated within so many werkdagen. */
  motivatieWerkdagen: aantal,
  varianten: VariantenSchema,
  /** B3: which onderwijsniveau is lower than which. */
  onderwijsladders: z.array(OnderwijsladderSchema).min(1),
  toelichting: z.string(),
});

export type Instellingen = z.output<typeof InstellingenSchema> & {
  /** Days that a royal decree made a feestdag: a list of its own, because it holds for more than the normenkader. */
  readonly gelijkgesteldeDagen?: readonly GelijkgesteldeDag[] | undefined;
};
export type VariantRij = Instellingen['varianten'][number];

/** The row of a variant by its id or one of its names; undefined when it is not in the list. */
export const variantVan = (
  naam: string | null | undefined,
  { varianten }: Pick<Instellingen, 'varianten'>,
): VariantRij | undefined => {
  if (naam === null || naam === undefined) return undefined;
  const sleutel = sleutelVan(naam);
  return varianten.find(({ id, namen }) => [id, ...namen].some((bekend) => sleutelVan(bekend) === sleutel));
};

type Niveau = string | number | null | undefined;

/** Is a level of onderwijs lower than another? Null: one of them is not known, or they cannot be compared. */
export const isLager = (
  niveau: Niveau,
  vroeger: Niveau,
  { onderwijsladders }: Pick<Instellingen, 'onderwijsladders'>,
): boolean | null => {
  if (typeof niveau === 'number' && typeof vroeger === 'number') return niveau < vroeger;
  if (typeof niveau !== 'string' || typeof vroeger !== 'string') return null;
  if (sleutelVan(niveau) === sleutelVan(vroeger)) return false;
  const tredeVan = (ladder: readonly (readonly string[])[], naam: string): number =>
    ladder.findIndex((trede) => trede.map(sleutelVan).includes(sleutelVan(naam)));
  const treden = onderwijsladders
    .map((ladder) => [tredeVan(ladder, niveau), tredeVan(ladder, vroeger)] as const)
    .find(([nu, toen]) => nu >= 0 && toen >= 0);
  return treden ? treden[0] < treden[1] : null;
};
