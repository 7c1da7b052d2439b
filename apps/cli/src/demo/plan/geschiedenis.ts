import { som } from './aandelen.js';
import { type Dag, dagVan } from './kalender.js';
import { kiesDag, kiesUrgentie, maakOntwerp, type Ontwerp, type Opdracht, type Soort } from './ontwerp.js';

/** Days between the end of a traject and the next opname that leave room for the next aanmelding. */
const KORTSTE_TUSSENTIJD = { regulier: 15, urgent: 2, bloedspoed: 2 } as const;
/** The longest time between two trajecten that is planned on purpose, in days. */
const LANGSTE_TUSSENTIJD = { hernieuwd: 500, hernieuwd_na_onttrekking: 120 } as const;
/** How long before the year an earlier traject ended for which the year held none, in days. */
const VOOR_HET_JAAR = 180;
/** Days in care before an onttrekking begins. */
const MIN_DAGEN_VOOR_ONTTREKKING = 7;

/**
 * Gives each hernieuwde plaatsing an earlier traject of the same jeugdige: one that ended in the year, or one from before
 * the year that is made for it. Exactly the plaatsingen na onttrekking get one that an onttrekking ended. Answers the
 * trajecten that were made.
 */
export function koppelGeschiedenis(trajecten: readonly Ontwerp[], opdracht: Opdracht): Ontwerp[] {
  const { quota, random } = opdracht;
  const geschud = random.helpers.shuffle(trajecten);
  const metSoort = (soort: Soort): Ontwerp[] => geschud.filter((traject) => traject.soort === soort);
  // An onttrekking has no bestemming: no more of them in the year than the published bestemmingen leave room for.
  const onttrekkingen = quota.beeindigd - som(quota.bestemming.values());
  // First na onttrekking: fewer trajecten fit before those.
  return [
    ...koppelSoort('hernieuwd_na_onttrekking', metSoort('hernieuwd_na_onttrekking'), onttrekkingen, geschud, opdracht),
    ...koppelSoort('hernieuwd', metSoort('hernieuwd'), Number.POSITIVE_INFINITY, geschud, opdracht),
  ];
}

/** As `koppelGeschiedenis`, for plaatsingen of one kind; at most `hooguit` of them follow a traject of the year. */
function koppelSoort(
  soort: keyof typeof LANGSTE_TUSSENTIJD,
  plaatsingen: readonly Ontwerp[],
  hooguit: number,
  trajecten: readonly Ontwerp[],
  opdracht: Opdracht,
): Ontwerp[] {
  const { random, targets } = opdracht;
  const jaarbegin = dagVan(`${targets.jaar}-01-01`);
  const gemaakt: Ontwerp[] = [];
  for (const [index, plaatsing] of plaatsingen.entries()) {
    const tussentijd = kiesDag(random, KORTSTE_TUSSENTIJD[plaatsing.urgentie], LANGSTE_TUSSENTIJD[soort]);
    const valtInJaar = plaatsing.opname - tussentijd >= jaarbegin;
    const gekoppeld = index - gemaakt.length;
    const vorige =
      valtInJaar && gekoppeld < hooguit
        ? trajecten.find((kandidaat) => pastVoor(kandidaat, plaatsing, soort, opdracht))
        : undefined;
    if (vorige) {
      koppel(vorige, plaatsing);
      continue;
    }
    const einde = valtInJaar ? jaarbegin - 1 - kiesDag(random, 0, VOOR_HET_JAAR) : plaatsing.opname - tussentijd;
    const eerder = maakEerderTraject(plaatsing.regio, einde, opdracht);
    gemaakt.push(eerder);
    koppel(eerder, plaatsing);
  }
  return gemaakt;
}

function pastVoor(
  vorige: Ontwerp,
  plaatsing: Ontwerp,
  soort: keyof typeof LANGSTE_TUSSENTIJD,
  { targets }: Opdracht,
): boolean {
  const tussentijd = plaatsing.opname - vorige.einde;
  const lang = vorige.einde - vorige.opname >= targets.onttrekking.drempelDagen + MIN_DAGEN_VOOR_ONTTREKKING;
  return (
    vorige.regio === plaatsing.regio &&
    (vorige.gemeente === undefined || vorige.gemeente === plaatsing.gemeente) &&
    !vorige.heeftVervolg &&
    tussentijd >= KORTSTE_TUSSENTIJD[plaatsing.urgentie] &&
    tussentijd <= LANGSTE_TUSSENTIJD[soort] &&
    (soort === 'hernieuwd' || lang)
  );
}

/** A traject that ended before the year began. */
function maakEerderTraject(regio: string, einde: Dag, opdracht: Opdracht): Ontwerp {
  const { random, targets } = opdracht;
  const opname: Dag = einde - targets.onttrekking.drempelDagen - kiesDag(random, 30, 300);
  return maakOntwerp({ regio, opname, urgentie: kiesUrgentie(opdracht, opname) }, einde);
}

function koppel(vorige: Ontwerp, plaatsing: Ontwerp): void {
  vorige.heeftVervolg = true;
  vorige.eindigtDoorOnttrekking = plaatsing.soort === 'hernieuwd_na_onttrekking';
  if (plaatsing.gemeente !== undefined) vorige.gemeente = plaatsing.gemeente;
  plaatsing.vorige = vorige;
}
