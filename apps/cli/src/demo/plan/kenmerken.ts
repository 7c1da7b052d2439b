import type { Faker } from '@faker-js/faker';
import type { Bestemming, Herkomst } from '@regielijn/kern';
import { dagVan } from './kalender.js';
import type { Ontwerp, Opdracht } from './ontwerp.js';
import { OVERIGE_BESTEMMING, OVERIGE_HERKOMST } from './overige-waarden.js';

/** A herkomst for every traject: the published numbers for nieuwe and hernieuwde plaatsingen, the rest by chance. */
export function kiesHerkomst(trajecten: readonly Ontwerp[], { quota, random }: Opdracht): Map<Ontwerp, Herkomst> {
  const groep = (soort: Ontwerp['soort']): Ontwerp[] => trajecten.filter((traject) => traject.soort === soort);
  const leeg: ReadonlyMap<Herkomst, number> = new Map();
  return new Map([
    ...deelUit(groep('nieuw'), quota.herkomst.nieuw, OVERIGE_HERKOMST, random),
    ...deelUit(groep('hernieuwd'), quota.herkomst.hernieuwd, OVERIGE_HERKOMST, random),
    ...deelUit([...groep('hernieuwd_na_onttrekking'), ...groep(undefined)], leeg, OVERIGE_HERKOMST, random),
  ]);
}

/** A bestemming for every traject that ends by uitstroom: the published numbers for those that end in the year. */
export function kiesBestemming(
  trajecten: readonly Ontwerp[],
  { quota, random, targets }: Opdracht,
): Map<Ontwerp, Bestemming> {
  const [van, tot] = [dagVan(`${targets.jaar}-01-01`), dagVan(`${targets.jaar + 1}-01-01`)];
  const uitgestroomd = trajecten.filter(({ eindigtDoorOnttrekking }) => !eindigtDoorOnttrekking);
  const inJaar = uitgestroomd.filter(({ einde }) => einde >= van && einde < tot);
  const daarbuiten = uitgestroomd.filter(({ einde }) => einde < van || einde >= tot);
  return new Map([
    ...deelUit(inJaar, quota.bestemming, OVERIGE_BESTEMMING, random),
    ...deelUit(daarbuiten, new Map<Bestemming, number>(), OVERIGE_BESTEMMING, random),
  ]);
}

/** Deals the published numbers out at random; who is left gets a value that was not published. */
function deelUit<Waarde extends string>(
  trajecten: readonly Ontwerp[],
  gepubliceerd: ReadonlyMap<Waarde, number>,
  overige: Partial<Record<Waarde, number>>,
  random: Faker,
): [Ontwerp, Waarde][] {
  const vast = [...gepubliceerd].flatMap(([waarde, aantal]) => Array<Waarde>(aantal).fill(waarde));
  const keuzes = (Object.entries(overige) as [Waarde, number][])
    .filter(([waarde]) => !gepubliceerd.has(waarde))
    .map(([value, weight]) => ({ value, weight }));
  return random.helpers
    .shuffle(trajecten)
    .map((traject, index) => [traject, vast[index] ?? random.helpers.weightedArrayElement(keuzes)]);
}
