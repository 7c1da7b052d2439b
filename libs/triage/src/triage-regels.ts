import { type Datum, DatumSchema, isOplopend, NIET_OPLOPEND, VariantSchema } from '@regielijn/kern';
import { z } from 'zod';
import { ATTRIBUTEN } from './profiel.js';
import { bronnenZonderTitel, controleerVersie } from './regels-controle.js';
import { ToetsSchema } from './toets.js';

const TekstSchema = z.string().trim().min(1);
const IdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'letters, cijfers, streepjes');
const MeldingSchema = z.strictObject({ tekst: TekstSchema, bron: TekstSchema });

/** A row that holds only where the settings read the publications this way. Without `bijLezing`: always. */
const RijSchema = z.strictObject({ bron: TekstSchema, bijLezing: z.record(z.string(), z.string()).default({}) });
const RegelSchema = RijSchema.extend({ toets: ToetsSchema });

/** A passage that can be read in more than one way, and which reading holds unless somebody asks for another. */
const InstellingSchema = z.strictObject({
  id: IdSchema,
  onderwerp: TekstSchema,
  standaard: z.string(),
  lezingen: z.array(MeldingSchema.extend({ id: IdSchema })).min(2),
});

const VariantRijSchema = z.strictObject({
  id: IdSchema,
  naam: TekstSchema,
  /** The engine's name of this variant; null where no plek of the engine stands for it. */
  variant: VariantSchema.nullable(),
  /** From zo thuis mogelijk (1) to heaviest. null: a routing flag, not offered as a variant. */
  trede: z.int().positive().nullable(),
  criteria: z.array(RegelSchema).min(1),
  contraIndicaties: z.array(RegelSchema.extend({ tekst: TekstSchema })),
  /** The same variant in another form, for which some attributes no longer decide. */
  vormen: z
    .array(
      z.strictObject({
        id: IdSchema,
        naam: TekstSchema,
        vervalt: z.array(z.enum(ATTRIBUTEN)).min(1),
        bron: TekstSchema,
      }),
    )
    .default([]),
  /** Said when this row fits: for a routing flag, what must happen now. */
  signaal: MeldingSchema.extend({ code: IdSchema }).nullable().default(null),
  /** What the publications say of the variant and nobody decides by. */
  kenmerken: z.array(RijSchema.extend({ id: IdSchema, waarde: z.union([z.string(), z.number()]) })),
});

const RouteSchema = z.strictObject({
  id: IdSchema,
  naam: TekstSchema,
  toelichting: TekstSchema,
  bron: TekstSchema,
  voorwaarden: z.array(RegelSchema),
  gebieden: z
    .array(
      z.strictObject({
        /** null: every region. */
        regios: z.array(z.string()).min(1).nullable(),
        geldigVanaf: DatumSchema.nullable(),
        /** First day on which it no longer holds. */
        geldigTot: DatumSchema.nullable(),
        status: z.enum(['in_gebruik', 'voorgenomen', 'concept']),
        bron: TekstSchema,
      }),
    )
    .min(1),
});

const VersieSchema = z
  .strictObject({
    versie: TekstSchema,
    geldigVanaf: DatumSchema,
    bron: TekstSchema,
    regios: z.array(IdSchema).min(1),
    instellingen: z.array(InstellingSchema),
    varianten: z.array(VariantRijSchema).min(1),
    routes: z.array(RouteSchema),
    signalen: z.array(RegelSchema.extend({ code: IdSchema, tekst: TekstSchema })),
    /** Why what fits is offered lightest first. */
    volgorde: z.strictObject({ bron: TekstSchema }),
    weging: z.strictObject({
      TE_ZWAAR: MeldingSchema,
      TE_LICHT: MeldingSchema,
      PAST_NIET: MeldingSchema,
      NIET_TE_ZEGGEN: MeldingSchema,
      GEEN_VARIANT_PAST: MeldingSchema,
    }),
    plekcriteria: z.array(MeldingSchema.extend({ id: IdSchema })),
  })
  .superRefine((versie, context) => {
    for (const { path, message } of controleerVersie(versie)) context.addIssue({ code: 'custom', path, message });
  });

/** The decision table of the triage as dated data (`config/triage.json`). A new variant is a row, never code. */
export const TriageRegelsSchema = z
  .strictObject({
    /** Full title by the short one with which every `bron` begins. */
    bronnen: z.record(z.string(), TekstSchema),
    versies: z
      .array(VersieSchema)
      .min(1)
      .refine((versies) => isOplopend(versies.map(({ geldigVanaf }) => geldigVanaf)), NIET_OPLOPEND),
  })
  .superRefine(({ bronnen, versies }, context) => {
    for (const { path, message } of bronnenZonderTitel(versies, Object.keys(bronnen), ['versies']))
      context.addIssue({ code: 'custom', path, message });
  });

export type TriageRegels = z.output<typeof TriageRegelsSchema>;
export type TriageVersie = TriageRegels['versies'][number];
export type VariantRij = TriageVersie['varianten'][number];
export type Regel = z.output<typeof RegelSchema>;
export type Route = TriageVersie['routes'][number];

/** Before the first version there was no table: then the first one is used, and the answer is a `terugblik`. */
export const versieOp = (regels: TriageRegels, dag: Datum): { versie: TriageVersie; terugblik: boolean } => {
  const geldend = regels.versies.findLast(({ geldigVanaf }) => geldigVanaf <= dag);
  return geldend ? { versie: geldend, terugblik: false } : { versie: regels.versies[0]!, terugblik: true };
};
