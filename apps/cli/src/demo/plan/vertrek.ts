import type { Faker } from '@faker-js/faker';
import { som } from './aandelen.js';
import { vertrekbaarUitRegio, vertrokkenUit } from './haalbaarheid.js';
import { type Dag, naarWerkdag } from './kalender.js';
import { kiesDag, MIN_VERBLIJF_DAGEN, NOG_IN_ZORG, type Ontwerp, type Opdracht } from './ontwerp.js';
import { type Periode, periodenVan } from './opnames.js';

/** The days on which the jeugdigen leave who were in care when the year began; `NOG_IN_ZORG` for who stays on. */
export type VertrekUitBeginstand = ReadonlyMap<string, readonly Dag[]>;

/** Weight of someone who came in the year against someone who was there already, when choosing who leaves. */
const GEWICHT_NIEUWKOMER = 0.35;
/** Out of this many newcomers, the one who stayed longest leaves. */
const VERGELEKEN_NIEUWKOMERS = 3;

/**
 * Lets as many jeugdigen leave in each region and period as the published occupancy asks: sets `einde` on opnames of the
 * year and answers when the others leave. Enough of those others leave for the published share of long trajecten.
 */
export function laatVertrekken(opnames: readonly Ontwerp[], opdracht: Opdracht): VertrekUitBeginstand {
  const { targets, quota } = opdracht;
  const regios = Object.keys(targets.plaatsingen.perRegio);
  const mogelijk = som(regios.map((regio) => vertrekbaarUitRegio(targets, regio)));
  return new Map(
    regios.map((regio) => {
      const eigen = opnames.filter((opname) => opname.regio === regio);
      // Multiplied before it is divided: a quotient just above a whole number would ask for one jeugdige too many.
      const minstens = mogelijk && Math.ceil((vertrekbaarUitRegio(targets, regio) * quota.langeDuur) / mogelijk);
      return [regio, new Regiovertrek(regio, eigen, minstens, opdracht).speel()];
    }),
  );
}

class Regiovertrek {
  private readonly uitBeginstand: Dag[] = [];
  private readonly beginstand: number;
  private nogTeGaan: number;

  constructor(
    private readonly regio: string,
    private readonly opnames: readonly Ontwerp[],
    private readonly minstensUitBeginstand: number,
    private readonly opdracht: Opdracht,
  ) {
    this.beginstand = opdracht.targets.bezetting.perRegio[regio]?.[0] ?? 0;
    this.nogTeGaan = vertrokkenUit(opdracht.targets, regio);
  }

  speel(): readonly Dag[] {
    const stand = this.opdracht.targets.bezetting.perRegio[this.regio] ?? [];
    for (const [index, periode] of periodenVan(this.opdracht.targets).entries()) {
      const gekomen = this.opnames.map(({ opname }) => opname).filter((dag) => dag >= periode.van && dag < periode.tot);
      const aantal = (stand[index] ?? 0) + gekomen.length - (stand[index + 1] ?? 0);
      const dagen = kiesVertrekdagen(stand[index] ?? 0, gekomen, aantal, periode, this.opdracht.random);
      for (const dag of dagen) this.vertrek(dag);
    }
    return [...this.uitBeginstand, ...Array<Dag>(this.beginstand - this.uitBeginstand.length).fill(NOG_IN_ZORG)];
  }

  private vertrek(dag: Dag): void {
    const { random } = this.opdracht;
    const nieuwkomers = this.opnames.filter(
      ({ opname, einde }) => einde === NOG_IN_ZORG && opname + MIN_VERBLIJF_DAGEN <= dag,
    );
    const over = this.beginstand - this.uitBeginstand.length;
    const moet = this.minstensUitBeginstand - this.uitBeginstand.length >= this.nogTeGaan;
    const kans = over / (over + GEWICHT_NIEUWKOMER * nieuwkomers.length);
    this.nogTeGaan -= 1;
    if (moet || nieuwkomers.length === 0 || random.datatype.boolean(kans)) {
      this.uitBeginstand.push(dag);
      return;
    }
    const vergeleken = random.helpers.arrayElements(nieuwkomers, VERGELEKEN_NIEUWKOMERS);
    const langste = vergeleken.reduce((een, ander) => (ander.opname < een.opname ? ander : een));
    langste.einde = dag;
  }
}

/**
 * Days on which somebody leaves, in order. The n-th day is late enough that somebody is there to leave: after those who
 * were there at the start, each departure waits for an opname. The last day of a period is left free, so that a traject
 * that began before the year can always be shorter than the published duration.
 */
function kiesVertrekdagen(
  beginstand: number,
  opnamedagen: readonly Dag[],
  aantal: number,
  { van, tot }: Periode,
  random: Faker,
): Dag[] {
  const gekomen = opnamedagen.toSorted((a, b) => a - b);
  const laatste = tot - 2;
  return Array.from({ length: aantal }, (_, plaats) => {
    const eerste = (plaats < beginstand ? van : (gekomen[plaats - beginstand] ?? van)) + MIN_VERBLIJF_DAGEN;
    return naarWerkdag(kiesDag(random, eerste, laatste), eerste, laatste);
  }).toSorted((a, b) => a - b);
}
