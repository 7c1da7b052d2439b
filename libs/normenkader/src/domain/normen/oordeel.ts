import { uniek } from '@regielijn/kern';
import { GEHEEL, type NormUitkomst } from './uitkomst.js';
import { ontbrekendInWoorden } from './woorden.js';
import type { Zekerheid } from './zekerheid.js';

/** The outcome of a norm, with the facts that are missing: those that would decide it, or whose absence is the deviation. */
export interface Oordeel extends NormUitkomst {
  readonly ontbreekt: readonly string[];
  /** At which facts was deviated, by their place in the question; absent: from the traject as a whole. */
  readonly gevallen?: readonly (number | typeof GEHEEL)[];
}

export const voldaan = (uitleg: string): Oordeel => ({ uitkomst: 'VOLDAAN', uitleg, ontbreekt: [] });

export const nietVanToepassing = (uitleg: string): Oordeel => ({
  uitkomst: 'NIET_VAN_TOEPASSING',
  uitleg,
  ontbreekt: [],
});

export const afwijking = (uitleg: string, ontbreekt: readonly string[] = []): Oordeel => ({
  uitkomst: 'AFWIJKING',
  uitleg,
  ontbreekt,
});

export const nietTeBepalen = (
  ontbreekt: readonly string[],
  uitleg = `Dit is niet te zeggen zolang dit ontbreekt: ${ontbrekendInWoorden(ontbreekt)}.`,
): Oordeel => ({ uitkomst: 'NIET_TE_BEPALEN', uitleg, ontbreekt });

/** One thing that a norm asks. */
export interface Eis {
  readonly klopt: Zekerheid;
  /** What to say when it does not hold. */
  readonly afwijking: string;
  /** The facts that are not there when it does not hold. */
  readonly mist?: readonly string[];
}

/** One requirement that is not met makes the deviation; one that is not known leaves the rest open. */
export const toetsEisen = (eisen: readonly Eis[], uitlegVoldaan: string): Oordeel => {
  const geschonden = eisen.filter(({ klopt }) => klopt === false);
  if (geschonden.length > 0)
    return afwijking(
      uniek(geschonden.map((eis) => eis.afwijking)).join(' '),
      uniek(geschonden.flatMap(({ mist }) => mist ?? [])),
    );
  const onbekend = eisen.flatMap(({ klopt }) => (typeof klopt === 'object' ? klopt : []));
  return onbekend.length > 0 ? nietTeBepalen(uniek(onbekend)) : voldaan(uitlegVoldaan);
};

const VAN_LICHT_NAAR_ZWAAR = ['NIET_VAN_TOEPASSING', 'VOLDAAN', 'NIET_TE_BEPALEN', 'AFWIJKING'] as const;

/** One outcome over several moments or requirements: the gravest, with what all of that kind have to say. */
export const zwaarste = (oordelen: readonly Oordeel[]): Oordeel => {
  const uitkomst = VAN_LICHT_NAAR_ZWAAR.findLast((soort) => oordelen.some((oordeel) => oordeel.uitkomst === soort))!;
  const tellend = oordelen.filter((oordeel) => oordeel.uitkomst === uitkomst);
  return {
    uitkomst,
    uitleg: uniek(tellend.map(({ uitleg }) => uitleg)).join(' '),
    ontbreekt: uniek(tellend.flatMap(({ ontbreekt }) => ontbreekt)),
    ...(uitkomst === 'AFWIJKING' ? { gevallen: uniek(tellend.flatMap(({ gevallen }) => gevallen ?? [GEHEEL])) } : {}),
  };
};

/** One outcome over facts at each of which the norm is checked: every one that deviates is a case of its own. */
export const perGeval = <G extends { readonly nr: number }>(
  feiten: readonly G[],
  toets: (feit: G) => Oordeel,
): Oordeel => zwaarste(feiten.map((feit) => ({ ...toets(feit), gevallen: [feit.nr] })));

const isOpen = ({ uitkomst }: Oordeel): boolean => uitkomst === 'NIET_TE_BEPALEN';

/** One outcome over what may have been the case: certain only when it makes no difference which of them was. */
export const eensgezind = (oordelen: readonly Oordeel[], onzeker: readonly string[]): Oordeel =>
  new Set(oordelen.map(({ uitkomst }) => uitkomst)).size === 1
    ? zwaarste(oordelen)
    : nietTeBepalen(uniek([...onzeker, ...oordelen.filter(isOpen).flatMap((oordeel) => oordeel.ontbreekt)]));
