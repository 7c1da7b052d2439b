import type { Faker } from '@faker-js/faker';
import { onhaalbaar, som } from './aandelen.js';

/** Gemeenten with `van` up to and including `totEnMet` plaatsingen, and how many of them there are. */
export interface Klasse {
  readonly van: number;
  readonly totEnMet: number;
  readonly gemeenten: number;
}

/** Gemeenten of one region that still need a number, and the plaatsingen they have together. */
export interface Restgebied {
  readonly regio: string;
  readonly codes: readonly string[];
  readonly plaatsingen: number;
}

/** How many gemeenten of one region fall in each class. */
type Bezetting = readonly number[];

/**
 * Divides the classes over the regions so that every region's plaatsingen fit, and gives each gemeente its number:
 * per region from large to small. Throws `DEMO_CIJFERS_ONHAALBAAR` when no division fits.
 */
export function verdeelKlassen(
  gebieden: readonly Restgebied[],
  klassen: readonly Klasse[],
  random: Faker,
): readonly (readonly number[])[] {
  controleerGrenzen(gebieden, klassen);
  const gevonden = new Zoektocht(gebieden, klassen, random).zoek(
    0,
    klassen.map(({ gemeenten }) => gemeenten),
  );
  if (!gevonden) {
    const nodig = gebieden.map(({ regio, plaatsingen, codes }) => `${regio} ${plaatsingen} over ${codes.length}`);
    throw onhaalbaar('gemeenten.klassen', nodig.join(', '), 'geen verdeling', 'elke verdeling van de klassen');
  }
  return gebieden.map(({ plaatsingen }, index) => vulGebied(gevonden[index] ?? [], klassen, plaatsingen, random));
}

function controleerGrenzen(gebieden: readonly Restgebied[], klassen: readonly Klasse[]): void {
  const plekken = klassen.flatMap(
    ({ van, totEnMet, gemeenten }) => Array(gemeenten).fill({ van, totEnMet }) as Klasse[],
  );
  const controleer = (cel: string, plaatsingen: number, gemeenten: number): void => {
    const minstens = som(
      plekken
        .map(({ van }) => van)
        .toSorted((a, b) => a - b)
        .slice(0, gemeenten),
    );
    const hooguit = som(
      plekken
        .map(({ totEnMet }) => totEnMet)
        .toSorted((a, b) => b - a)
        .slice(0, gemeenten),
    );
    if (plaatsingen >= minstens && plaatsingen <= hooguit) return;
    throw onhaalbaar(
      cel,
      plaatsingen,
      `${minstens} tot en met ${hooguit}`,
      'gemeenten.klassen zonder de genoemde gemeenten',
    );
  };
  for (const { regio, plaatsingen, codes } of gebieden) controleer(`gemeenten van ${regio}`, plaatsingen, codes.length);
  controleer('gemeenten samen', som(gebieden.map(({ plaatsingen }) => plaatsingen)), plekken.length);
}

/** Depth-first over the regions; what failed once with the same classes left is not tried again. */
class Zoektocht {
  private readonly mislukt = new Set<string>();

  constructor(
    private readonly gebieden: readonly Restgebied[],
    private readonly klassen: readonly Klasse[],
    private readonly random: Faker,
  ) {}

  zoek(index: number, over: Bezetting): Bezetting[] | undefined {
    const gebied = this.gebieden[index];
    if (!gebied) return [];
    const stand = `${index}|${over.join()}`;
    if (this.mislukt.has(stand)) return undefined;
    for (const keuze of this.keuzes(gebied, over)) {
      const rest = this.zoek(
        index + 1,
        over.map((aantal, klasse) => aantal - (keuze[klasse] ?? 0)),
      );
      if (rest) return [keuze, ...rest];
    }
    this.mislukt.add(stand);
    return undefined;
  }

  /** Every fitting choice for one region, the most ordinary first: numbers around the middle of their class. */
  private keuzes({ codes, plaatsingen }: Restgebied, over: Bezetting): Bezetting[] {
    const telt = (keuze: Bezetting, waarde: (klasse: Klasse) => number): number =>
      som(this.klassen.map((klasse, index) => (keuze[index] ? keuze[index] * waarde(klasse) : 0)));
    const midden = ({ van, totEnMet }: Klasse): number =>
      Number.isFinite(totEnMet) ? (van + totEnMet) / 2 : 1.5 * van;
    return combinaties(codes.length, over)
      .filter((keuze) => telt(keuze, ({ van }) => van) <= plaatsingen)
      .filter((keuze) => telt(keuze, ({ totEnMet }) => totEnMet) >= plaatsingen)
      .map((keuze) => ({
        keuze,
        afstand: Math.abs(telt(keuze, midden) - plaatsingen) + this.random.number.float(codes.length),
      }))
      .toSorted((a, b) => a.afstand - b.afstand)
      .map(({ keuze }) => keuze);
  }
}

function combinaties(aantal: number, [eerste, ...rest]: Bezetting): Bezetting[] {
  if (eerste === undefined) return aantal === 0 ? [[]] : [];
  return Array.from({ length: Math.min(eerste, aantal) + 1 }, (_, gekozen) =>
    combinaties(aantal - gekozen, rest).map((verder) => [gekozen, ...verder]),
  ).flat();
}

function vulGebied(keuze: Bezetting, klassen: readonly Klasse[], plaatsingen: number, random: Faker): number[] {
  const cellen = klassen.flatMap(({ van, totEnMet }, index) =>
    Array.from({ length: keuze[index] ?? 0 }, () => ({ aantal: van, totEnMet })),
  );
  for (let over = plaatsingen - som(cellen.map(({ aantal }) => aantal)); over > 0; over -= 1) {
    random.helpers.arrayElement(cellen.filter(({ aantal, totEnMet }) => aantal < totEnMet)).aantal += 1;
  }
  return cellen.map(({ aantal }) => aantal).toSorted((a, b) => b - a);
}
