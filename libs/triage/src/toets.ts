import { uniek } from '@regielijn/kern';
import { z } from 'zod';
import { alle, enige, niet, type Uitkomst } from './kleene.js';
import { type Attribuut, ATTRIBUTEN, type Profiel, type Waarde } from './profiel.js';

type Vergelijking =
  | { readonly op: 'gelijk'; readonly attribuut: Attribuut; readonly waarde: Waarde }
  | { readonly op: 'een_van'; readonly attribuut: Attribuut; readonly waarden: readonly Waarde[] }
  | { readonly op: 'minstens' | 'hoogstens'; readonly attribuut: Attribuut; readonly waarde: Waarde };

/** The small language in which the decision table is written. `lichtere_variant_past`: any variant on a lower trede. */
export type Toets =
  | Vergelijking
  | { readonly op: 'alle' | 'enige'; readonly van: readonly Toets[] }
  | { readonly op: 'niet'; readonly van: Toets }
  | { readonly op: 'lichtere_variant_past' };

const attribuut = z.enum(ATTRIBUTEN);
const waarde = z.union([z.string(), z.number(), z.boolean()]);

export const ToetsSchema: z.ZodType<Toets> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('gelijk'), attribuut, waarde }),
  z.strictObject({ op: z.literal('een_van'), attribuut, waarden: z.array(waarde).min(1) }),
  z.strictObject({ op: z.enum(['minstens', 'hoogstens']), attribuut, waarde }),
  z.strictObject({ op: z.enum(['alle', 'enige']), van: z.array(z.lazy(() => ToetsSchema)).min(1) }),
  z.strictObject({ op: z.literal('niet'), van: z.lazy(() => ToetsSchema) }),
  z.strictObject({ op: z.literal('lichtere_variant_past') }),
]);

/** A lighter variant as a heavier one sees it. */
export interface LichtereVariant {
  readonly id: string;
  readonly past: Uitkomst;
  readonly ontbreekt: readonly string[];
}

export interface Feiten {
  readonly profiel: Profiel;
  readonly lichter: readonly LichtereVariant[];
}

/** `beslissers`: what decided; when the answer is "onbekend", what is missing. Attributes, or ids of lighter variants. */
export interface Oordeel {
  readonly uitkomst: Uitkomst;
  readonly beslissers: readonly string[];
}

/** Answers one test over the facts. Pure; a missing fact never becomes a silent "ja" or "nee". */
export const oordeel = (toets: Toets, feiten: Feiten): Oordeel => {
  switch (toets.op) {
    case 'alle':
      return samen(alle, toets.van, feiten);
    case 'enige':
      return samen(enige, toets.van, feiten);
    case 'niet': {
      const { uitkomst, beslissers } = oordeel(toets.van, feiten);
      return { uitkomst: niet(uitkomst), beslissers };
    }
    case 'lichtere_variant_past':
      return lichtereVariantPast(feiten.lichter);
    default:
      return { uitkomst: vergelijk(toets, feiten.profiel[toets.attribuut]), beslissers: [toets.attribuut] };
  }
};

const samen = (regel: typeof alle, toetsen: readonly Toets[], feiten: Feiten): Oordeel => {
  const delen = toetsen.map((toets) => oordeel(toets, feiten));
  const uitkomst = regel(delen.map((deel) => deel.uitkomst));
  const beslissend = delen.filter((deel) => deel.uitkomst === uitkomst);
  return { uitkomst, beslissers: uniek(beslissend.flatMap(({ beslissers }) => beslissers)) };
};

const lichtereVariantPast = (lichter: readonly LichtereVariant[]): Oordeel => {
  const uitkomst = enige(lichter.map(({ past }) => past));
  const beslissend = lichter.filter(({ past }) => past === uitkomst);
  const wat = ({ id, ontbreekt }: LichtereVariant) => (uitkomst === 'onbekend' ? ontbreekt : [id]);
  return { uitkomst, beslissers: beslissend.flatMap(wat) };
};

const vergelijk = (toets: Vergelijking, feit: Waarde | null | undefined): Uitkomst => {
  if (feit === null || feit === undefined) return 'onbekend';
  return geldt(toets, feit) ? 'ja' : 'nee';
};

const geldt = (toets: Vergelijking, feit: Waarde): boolean => {
  switch (toets.op) {
    case 'gelijk':
      return feit === toets.waarde;
    case 'een_van':
      return toets.waarden.includes(feit);
    case 'minstens':
      return feit >= toets.waarde;
    case 'hoogstens':
      return feit <= toets.waarde;
  }
};

/** Every comparison in a test, however deep. */
export const vergelijkingenIn = (toets: Toets): readonly Vergelijking[] => {
  switch (toets.op) {
    case 'alle':
    case 'enige':
      return toets.van.flatMap(vergelijkingenIn);
    case 'niet':
      return vergelijkingenIn(toets.van);
    case 'lichtere_variant_past':
      return [];
    default:
      return [toets];
  }
};
