import { onhaalbaar } from './aandelen.js';
import { type Dag, dagVan, naarWerkdag } from './kalender.js';
import { kiesDag, type Ontwerp, type Opdracht } from './ontwerp.js';

/** One overplaatsing at most in each full week of a stay: a week always has a werkdag. */
const WEEK = 7;
/** Days of rest after an opname and before an end. */
const MARGE = 2;
const KANS_KORTE_ONTTREKKING = 0.15;
const MIN_DAGEN_VOOR_KORTE_ONTTREKKING = 30;
const LANGSTE_KORTE_ONTTREKKING = 13;

/** An absence in whole days, from `van` up to and including `totEnMet`. */
export interface Afwezigheid {
  readonly van: Dag;
  readonly totEnMet: Dag;
}

interface Venster {
  readonly traject: Ontwerp;
  readonly eerste: Dag;
  /** Weeks from `eerste` on that no overplaatsing was planned in yet. */
  readonly weken: number[];
}

/**
 * Spreads the overplaatsingen of the year over the trajecten. Throws `DEMO_CIJFERS_ONHAALBAAR` when the stays together
 * are too short for so many.
 */
export function kiesOverplaatsingen(trajecten: readonly Ontwerp[], opdracht: Opdracht): ReadonlyMap<Ontwerp, Dag[]> {
  const { quota, random } = opdracht;
  const vensters = trajecten.map((traject) => vensterInJaar(traject, opdracht)).filter(({ weken }) => weken.length > 0);
  const ruimte = vensters.reduce((total, { weken }) => total + weken.length, 0);
  if (quota.overplaatsingen > ruimte) {
    throw onhaalbaar(
      'plaatsingenMetOverplaatsingen.totaal',
      quota.overplaatsingen,
      `hooguit ${ruimte} overplaatsingen`,
      'de duur van de trajecten',
    );
  }
  const gekozen = new Map<Ontwerp, Dag[]>();
  for (let over = quota.overplaatsingen; over > 0; over -= 1) {
    const { traject, eerste, weken } = random.helpers.arrayElement(
      vensters.filter((venster) => venster.weken.length > 0),
    );
    const week = weken.splice(kiesDag(random, 0, weken.length - 1), 1)[0] ?? 0;
    const begin = eerste + week * WEEK;
    const dag = naarWerkdag(kiesDag(random, begin, begin + WEEK - 1), begin, begin + WEEK - 1);
    gekozen.set(
      traject,
      [...(gekozen.get(traject) ?? []), dag].toSorted((a, b) => a - b),
    );
  }
  return gekozen;
}

/** Now and then an absence that ends within the threshold and in which no overplaatsing falls. */
export function kiesKorteOnttrekking(
  traject: Ontwerp,
  overplaatsingen: readonly Dag[],
  { random, targets }: Opdracht,
): Afwezigheid | undefined {
  const laatste = laatsteDagInGroep(traject, targets.onttrekking.drempelDagen);
  if (laatste - traject.opname < MIN_DAGEN_VOOR_KORTE_ONTTREKKING) return undefined;
  if (!random.datatype.boolean(KANS_KORTE_ONTTREKKING)) return undefined;
  const duur = kiesDag(random, 1, Math.min(LANGSTE_KORTE_ONTTREKKING, targets.onttrekking.drempelDagen) - 1);
  const van = kiesDag(random, traject.opname + MARGE, laatste - duur);
  const totEnMet = van + duur;
  return overplaatsingen.some((dag) => dag >= van && dag <= totEnMet) ? undefined : { van, totEnMet };
}

/** The last day with room before the end, or before the onttrekking that leads to it. */
const laatsteDagInGroep = ({ einde, eindigtDoorOnttrekking }: Ontwerp, drempelDagen: number): Dag =>
  einde - (eindigtDoorOnttrekking ? drempelDagen : 0) - MARGE;

function vensterInJaar(traject: Ontwerp, { targets }: Opdracht): Venster {
  const eerste = Math.max(traject.opname + MARGE, dagVan(`${targets.jaar}-01-01`));
  const laatste = Math.min(
    laatsteDagInGroep(traject, targets.onttrekking.drempelDagen),
    dagVan(`${targets.jaar}-12-31`),
  );
  const weken = Math.max(0, Math.floor((laatste - eerste + 1) / WEEK));
  return { traject, eerste, weken: Array.from({ length: weken }, (_, week) => week) };
}
