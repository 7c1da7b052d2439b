import {
  type Datum,
  DatumSchema,
  geenDubbele,
  type Instant,
  isOplopend,
  type MachtigingSoort,
  MachtigingSoortSchema,
  NIET_OPLOPEND,
} from '@regielijn/kern';
import { z } from 'zod';

const Tekst = z.string().min(1);

/** The code of a measure; which codes there are is data. */
export const MaatregelcodeSchema = z.string().regex(/^[a-z]+(_[a-z]+)*$/, 'een code uit de lijst met maatregelen');

/** A measure that the law does not know. It happened, so it is registered, with a flag. */
export const OVERIGE_MAATREGEL = 'overig';

const MaatregelregelSchema = z.strictObject({
  id: MaatregelcodeSchema.refine((id) => id !== OVERIGE_MAATREGEL, 'deze code is voor maatregelen buiten de lijst'),
  naam: Tekst,
  artikel: Tekst,
  /** `buiten`: in the life outside, under a voorwaardelijke machtiging. */
  plaats: z.enum(['accommodatie', 'buiten', 'vervoer', 'gerechtsgebouw']),
  /** Under which machtiging; a converted VMGJ counts as MGJ. */
  machtigingen: z.array(MachtigingSoortSchema).min(1),
  /** The flag `jonger_dan_twaalf` names this age: another one is another flag. */
  vanafLeeftijd: z.literal(12).nullable(),
  alleenNoodsituatie: z.boolean(),
  /** How long outside the plan: D16, or D17 with a plan as well; null: the law sets no moment. */
  termijn: z.enum(['D16', 'D17']).nullable(),
});

/** The closed list of vrijheidsbeperkende maatregelen as dated data. Source: Jeugdwet art. 6.1.4 lid 6, 6.3.2.1-6.3.2.7. */
export const MaatregelenSchema = z.strictObject({
  toelichting: Tekst,
  versies: z
    .array(
      z.strictObject({
        vanaf: DatumSchema,
        bron: Tekst,
        maatregelen: z
          .array(MaatregelregelSchema)
          .min(1)
          .refine((lijst) => geenDubbele(lijst.map(({ id }) => id)), 'elke maatregel één keer'),
      }),
    )
    .min(1)
    .refine((versies) => isOplopend(versies.map(({ vanaf }) => vanaf)), NIET_OPLOPEND),
});

export type Maatregelen = z.output<typeof MaatregelenSchema>;
export type Maatregelregel = z.output<typeof MaatregelregelSchema>;

/** Until when a measure may go on by law, and from when on it needs toestemming; null: no such moment. */
export interface MaatregelTermijn {
  readonly uiterlijk: Instant | null;
  readonly toestemmingNa: Instant | null;
}

/** What the law says of measures, by the day on which they begin. */
export interface MaatregelRegels {
  /** The closed list of that day by code; null: the text of then is not recorded here. */
  lijstOp(dag: Datum): ReadonlyMap<string, Maatregelregel> | null;
  termijn(regel: 'D16' | 'D17', begonnenOp: Instant, verlengingen: number): MaatregelTermijn;
  /** Whether somebody with this function may make this extension of an insluiting; `nr` 1 is the first. */
  magVerlengen(begonnenOp: Instant, nr: number, functie: string): boolean;
}

export const MaatregelVlagSchema = z.enum([
  'wet_van_destijds_niet_vastgelegd',
  'niet_op_de_lijst',
  'onbekende_leeftijd',
  'jonger_dan_twaalf',
  'zonder_noodsituatie',
  'buiten_plan_zonder_noodsituatie',
  'niet_bij_deze_machtiging',
  'buiten_verblijf',
]);
export type MaatregelVlag = z.output<typeof MaatregelVlagSchema>;

export const DuurVlagSchema = z.enum([
  'langer_dan_drie_dagen',
  'langer_dan_twaalf_uur_zonder_toestemming',
  'insluiting_langer_dan_toegestaan',
]);
export type DuurVlag = z.output<typeof DuurVlagSchema>;

/** What is known of a measure when it begins. */
export interface Toepassing {
  readonly inPlan: boolean;
  readonly noodsituatie: boolean;
  readonly leeftijd: number | null;
  /** The kind of the machtiging that holds at that moment; null: none does. */
  readonly machtigingSoort: MachtigingSoort | null;
  readonly inVerblijf: boolean;
}

/** Transport and court have their own measures, which need no plan. */
const vraagtPlan = ({ plaats }: Maatregelregel): boolean => plaats === 'accommodatie' || plaats === 'buiten';

/** Under a VMGJ only what the plan holds; the noodsituatie of art. 6.3.1.2 lid 3 is for the gesloten accommodatie. */
const draagtMachtiging = (regel: Maatregelregel, { machtigingSoort, inPlan }: Toepassing): boolean =>
  machtigingSoort !== null &&
  regel.machtigingen.includes(machtigingSoort) &&
  (machtigingSoort !== 'VMGJ' || inPlan || !vraagtPlan(regel));

/** What should not have been at the beginning of this measure. Source: Jeugdwet art. 6.1.4 lid 6, 6.3.1.2 and 6.3.2.1-6.3.2.7. */
export const vlaggenBijBegin = (regel: Maatregelregel, toepassing: Toepassing): readonly MaatregelVlag[] => {
  const { inPlan, noodsituatie, leeftijd, machtigingSoort, inVerblijf } = toepassing;
  const { vanafLeeftijd, plaats } = regel;
  const vlaggen: readonly [MaatregelVlag, boolean][] = [
    ['onbekende_leeftijd', vanafLeeftijd !== null && leeftijd === null],
    ['jonger_dan_twaalf', vanafLeeftijd !== null && leeftijd !== null && leeftijd < vanafLeeftijd],
    ['zonder_noodsituatie', regel.alleenNoodsituatie && !noodsituatie],
    ['buiten_plan_zonder_noodsituatie', vraagtPlan(regel) && !inPlan && !noodsituatie],
    ['niet_bij_deze_machtiging', !draagtMachtiging(regel, toepassing)],
    ['buiten_verblijf', plaats === 'accommodatie' && machtigingSoort !== 'VMGJ' && !inVerblijf],
  ];
  return vlaggen.flatMap(([vlag, geldt]) => (geldt ? [vlag] : []));
};

/** What is known of a measure when it ends. */
export interface Duur {
  readonly begonnenOp: Instant;
  readonly inPlan: boolean;
  readonly verlengingen: number;
  /** When a gedragswetenschapper agreed that it went on; null: never. */
  readonly toestemmingOp: Instant | null;
}

/**
 * What was wrong with how long this measure took. An insluiting has its own length, in the plan or not, and instead of
 * toestemming a beoordeling as soon as can be. Source: Jeugdwet art. 6.3.1.2 lid 4 and 5, art. 6.3.2.2 lid 3 and 4.
 */
export const vlaggenBijEinde = (
  { termijn }: Maatregelregel,
  { begonnenOp, inPlan, verlengingen, toestemmingOp }: Duur,
  geeindigdOp: Instant,
  regels: MaatregelRegels,
): readonly DuurVlag[] => {
  if (termijn === null || (termijn === 'D16' && inPlan)) return [];
  const { uiterlijk, toestemmingNa } = regels.termijn(termijn, begonnenOp, verlengingen);
  const teLang = uiterlijk !== null && geeindigdOp > uiterlijk;
  if (termijn === 'D17') return teLang ? ['insluiting_langer_dan_toegestaan'] : [];
  const zonderToestemming =
    toestemmingNa !== null && geeindigdOp > toestemmingNa && (toestemmingOp === null || toestemmingOp > toestemmingNa);
  return [
    ...(teLang ? (['langer_dan_drie_dagen'] as const) : []),
    ...(zonderToestemming ? (['langer_dan_twaalf_uur_zonder_toestemming'] as const) : []),
  ];
};
