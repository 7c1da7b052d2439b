import type { Faker } from '@faker-js/faker';
import { gemeentenOp, type Landsdeel } from '@regielijn/kern';
import { onhaalbaar, som } from './aandelen.js';
import { type Klasse, type Restgebied, verdeelKlassen } from './gemeente-klassen.js';
import type { DemoTargets } from './targets.js';

/** Plaatsingen in the year per gemeentecode, per region. The `overig` region has none. */
export type GemeenteAantallen = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Gives every gemeente a number of plaatsingen, such that the regions, the classes and the published gemeenten hold.
 * Throws `DEMO_CIJFERS_ONHAALBAAR` when they cannot.
 */
export function verdeelGemeenten(targets: DemoTargets, landsdeel: Landsdeel, random: Faker): GemeenteAantallen {
  const genoemd = new Map(targets.gemeenten.genoemd.map(({ code, plaatsingen }) => [code, plaatsingen]));
  const codes = new Map(
    landsdeel.regios.map(({ id }) => [id, gemeentenOp(landsdeel, id, `${targets.jaar}-01-01`).map(({ code }) => code)]),
  );
  controleerGenoemd(targets, new Set([...codes.values()].flat()));
  const gebieden = [...codes].map(([regio, alle]) => restgebied(regio, alle, genoemd, targets));
  const aantallen = verdeelKlassen(gebieden, resterendeKlassen(targets), random);
  return new Map(
    gebieden.map((gebied, index) => {
      const bekend = (codes.get(gebied.regio) ?? []).filter((code) => genoemd.has(code));
      const verdeeld = gebied.codes.map((code, plaats) => [code, aantallen[index]?.[plaats] ?? 0] as const);
      return [gebied.regio, new Map([...bekend.map((code) => [code, genoemd.get(code) ?? 0] as const), ...verdeeld])];
    }),
  );
}

function restgebied(
  regio: string,
  codes: readonly string[],
  genoemd: ReadonlyMap<string, number>,
  { plaatsingen }: DemoTargets,
): Restgebied {
  const totaal = plaatsingen.perRegio[regio] ?? 0;
  const bekend = som(codes.map((code) => genoemd.get(code) ?? 0));
  if (bekend > totaal) {
    throw onhaalbaar(`plaatsingen.perRegio.${regio}`, totaal, bekend, 'de som van de genoemde gemeenten');
  }
  return { regio, codes: codes.filter((code) => !genoemd.has(code)), plaatsingen: totaal - bekend };
}

function controleerGenoemd({ gemeenten, jaar }: DemoTargets, bekend: ReadonlySet<string>): void {
  const past = (aantal: number): boolean =>
    gemeenten.klassen.some(({ van, totEnMet }) => aantal >= van && aantal <= (totEnMet ?? aantal));
  for (const { code, plaatsingen } of gemeenten.genoemd) {
    const cel = `gemeenten.genoemd.${code}`;
    if (!bekend.has(code)) throw onhaalbaar(cel, 'een bekende gemeente', 'geen', `de regio-indeling op ${jaar}-01-01`);
    if (!past(plaatsingen)) throw onhaalbaar(cel, plaatsingen, 'geen klasse', 'gemeenten.klassen');
  }
}

/** The classes without the gemeenten whose number is published. */
function resterendeKlassen({ gemeenten }: DemoTargets): Klasse[] {
  const totaal = som(Object.values(gemeenten.perRegio));
  const inKlassen = som(gemeenten.klassen.map((klasse) => klasse.gemeenten));
  if (inKlassen !== totaal)
    throw onhaalbaar('gemeenten.perRegio samen', totaal, inKlassen, 'de som van gemeenten.klassen');
  return gemeenten.klassen.map((klasse) => {
    const totEnMet = klasse.totEnMet ?? Number.POSITIVE_INFINITY;
    const genoemd = gemeenten.genoemd.filter(({ plaatsingen: n }) => n >= klasse.van && n <= totEnMet).length;
    if (genoemd > klasse.gemeenten) {
      throw onhaalbaar(`gemeenten.klassen.${klasse.van}`, klasse.gemeenten, genoemd, 'het aantal genoemde gemeenten');
    }
    return { van: klasse.van, totEnMet, gemeenten: klasse.gemeenten - genoemd };
  });
}
