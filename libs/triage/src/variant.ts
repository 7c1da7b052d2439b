import { uniek, type Variant } from '@regielijn/kern';
import { alle, enige, niet, type Uitkomst } from './kleene.js';
import { type Feiten, type Oordeel, oordeel, vergelijkingenIn } from './toets.js';
import type { Regel, VariantRij } from './triage-regels.js';

/** Which reading of each open passage holds, by the id of the setting. */
export type Lezingen = ReadonlyMap<string, string>;

/** The outcome of one variant, with what decided and what is missing. */
export interface VariantOordeel {
  readonly id: string;
  readonly naam: string;
  readonly variant: Variant | null;
  /** `routering`: a flag, not a variant that is offered. */
  readonly soort: 'variant' | 'routering';
  readonly past: Uitkomst;
  readonly criteria: readonly { readonly id: string; readonly uitkomst: Uitkomst; readonly bron: string }[];
  readonly contraIndicaties: readonly { readonly id: string; readonly tekst: string; readonly bron: string }[];
  readonly ontbreekt: readonly string[];
  readonly vormen: readonly {
    readonly id: string;
    readonly naam: string;
    readonly past: Uitkomst;
    readonly bron: string;
  }[];
  readonly kenmerken: readonly { readonly id: string; readonly waarde: string | number; readonly bron: string }[];
}

interface RegelOordeel<R extends Regel> extends Oordeel {
  readonly regel: R;
}

/** Whether a row holds under these readings. */
export const geldtBij =
  (lezingen: Lezingen) =>
  ({ bijLezing }: { readonly bijLezing: Readonly<Record<string, string>> }): boolean =>
    Object.entries(bijLezing).every(([id, lezing]) => lezingen.get(id) === lezing);

/** Holds one row of the table against the facts. `ontbreekt` names what is missing also where the answer is known. */
export const beoordeelVariant = (rij: VariantRij, feiten: Feiten, lezingen: Lezingen): VariantOordeel => {
  const geldt = geldtBij(lezingen);
  const toets = <R extends Regel>(regel: R): RegelOordeel<R> => ({ regel, ...oordeel(regel.toets, feiten) });
  const criteria = rij.criteria.filter(geldt).map(toets);
  const contra = rij.contraIndicaties.filter(geldt).map(toets);
  const open = [...criteria, ...contra].filter(({ uitkomst }) => uitkomst === 'onbekend');
  return {
    id: rij.id,
    naam: rij.naam,
    variant: rij.variant,
    soort: rij.trede === null ? 'routering' : 'variant',
    past: past(criteria, contra),
    criteria: criteria.flatMap(({ regel, uitkomst, beslissers }) =>
      beslissers.map((id) => ({ id, uitkomst, bron: regel.bron })),
    ),
    contraIndicaties: contra
      .filter(({ uitkomst }) => uitkomst === 'ja')
      .flatMap(({ regel, beslissers }) => beslissers.map((id) => ({ id, tekst: regel.tekst, bron: regel.bron }))),
    ontbreekt: uniek(open.flatMap(({ beslissers }) => beslissers)),
    vormen: rij.vormen.map(({ id, naam, vervalt, bron }) => {
      const blijft = ({ regel }: RegelOordeel<Regel>) =>
        !vergelijkingenIn(regel.toets).some(({ attribuut }) => vervalt.includes(attribuut));
      return { id, naam, past: past(criteria.filter(blijft), contra.filter(blijft)), bron };
    }),
    kenmerken: rij.kenmerken.filter(geldt).map(({ id, waarde, bron }) => ({ id, waarde, bron })),
  };
};

const past = (criteria: readonly Oordeel[], contra: readonly Oordeel[]): Uitkomst =>
  alle([...criteria.map(({ uitkomst }) => uitkomst), ...contra.map(({ uitkomst }) => niet(uitkomst))]);

/** Whether the variant fits as it is, or in another of its forms. Another form is for whom it does not fit as it is. */
export const pastInEenVorm = ({ past, vormen }: VariantOordeel): Uitkomst =>
  past === 'nee' ? enige(vormen.map((vorm) => vorm.past)) : past;
