import type { Urgentie } from '@regielijn/kern';
import { som } from './aandelen.js';
import type { GemeenteAantallen } from './gemeenten.js';
import { stijgingen } from './haalbaarheid.js';
import { type Dag, dagVan, naarWerkdag } from './kalender.js';
import { kiesDag, kiesSpoed, maakOntwerp, type Ontwerp, type Opdracht, type Soort } from './ontwerp.js';

/** The days between two peildata, from `van` up to, not including, `tot`. */
export interface Periode {
  readonly van: Dag;
  readonly tot: Dag;
}

/** Who has to leave in the period of the opname itself comes at least this long before its end. */
const DAGEN_OM_TE_VERTREKKEN = 8;

export function periodenVan({ bezetting }: Opdracht['targets']): Periode[] {
  const dagen = bezetting.peildata.map(dagVan);
  return dagen.slice(1).map((tot, index) => ({ van: dagen[index] ?? tot, tot }));
}

/** The opnames of the year: per region, period and gemeente, with the published urgentie and soort spread over them. */
export function maakOpnames(opdracht: Opdracht, gemeenten: GemeenteAantallen): Ontwerp[] {
  const { quota, random, targets } = opdracht;
  const { totaal } = targets.plaatsingen;
  const urgenties = random.helpers.shuffle(
    Array.from({ length: totaal }, (_, index): Urgentie => (index < quota.regulier ? 'regulier' : kiesSpoed(opdracht))),
  );
  const soorten = random.helpers.shuffle(
    (Object.entries(targets.soort.aantal) as [Soort, number][]).flatMap(([soort, aantal]) =>
      Array<Soort>(aantal).fill(soort),
    ),
  );
  return Object.keys(targets.plaatsingen.perRegio).flatMap((regio) => {
    const herkomst = random.helpers.shuffle(uitgeschreven(gemeenten.get(regio)));
    return opnamevensters(regio, opdracht).map(({ van, tot }, index) => {
      const urgentie = urgenties.pop() ?? 'urgent';
      const dag = kiesDag(random, van, tot - 1);
      const opname = urgentie === 'regulier' ? naarWerkdag(dag, van, tot - 1) : dag;
      const gemeente = herkomst[index];
      return maakOntwerp({
        regio,
        opname,
        urgentie,
        soort: soorten.pop(),
        ...(gemeente !== undefined && { gemeente }),
      });
    });
  });
}

function uitgeschreven(aantallen: ReadonlyMap<string, number> = new Map<string, number>()): string[] {
  return [...aantallen].flatMap(([code, aantal]) => Array<string>(aantal).fill(code));
}

/** For each opname of a region the days in which it can fall. */
function opnamevensters(regio: string, opdracht: Opdracht): Periode[] {
  const stand = opdracht.targets.bezetting.perRegio[regio] ?? [];
  const perioden = periodenVan(opdracht.targets);
  const aantallen = opnamesPerPeriode(regio, perioden, opdracht);
  return perioden.flatMap(({ van, tot }, index) => {
    const aantal = aantallen[index] ?? 0;
    const eindstand = stand[index + 1] ?? 0;
    const moetWeerWeg = Math.max(0, aantal - eindstand);
    return Array.from({ length: aantal }, (_, plaats) => ({
      van,
      tot: plaats < moetWeerWeg ? tot - DAGEN_OM_TE_VERTREKKEN : tot,
    }));
  });
}

/** At least the rise of the occupancy in each period; the other opnames at random over the days of the year. */
function opnamesPerPeriode(regio: string, perioden: readonly Periode[], { targets, random }: Opdracht): number[] {
  const aantallen = stijgingen(targets, regio).map((stijging) => Math.max(0, stijging));
  const gewichten = perioden.map(({ van, tot }, value) => ({ weight: tot - van, value }));
  for (let over = (targets.plaatsingen.perRegio[regio] ?? 0) - som(aantallen); over > 0; over -= 1) {
    const periode = random.helpers.weightedArrayElement(gewichten);
    aantallen[periode] = (aantallen[periode] ?? 0) + 1;
  }
  return aantallen;
}
