import { type Dag, schuifMaanden } from './kalender.js';
import { type Ontwerp, type Opdracht } from './ontwerp.js';

/** The trajecten of one jeugdige in order of time. */
export type Keten = readonly Ontwerp[];

const JONGSTE_BIJ_OPNAME = 12;
const MEERDERJARIG = 18;

/** Follows each last traject back to the first. */
export function ketensVan(trajecten: readonly Ontwerp[]): Keten[] {
  return trajecten
    .filter(({ heeftVervolg }) => !heeftVervolg)
    .map((laatste) => {
      const keten = [laatste];
      for (let vorige = laatste.vorige; vorige; vorige = vorige.vorige) keten.unshift(vorige);
      return keten;
    });
}

/**
 * A birth day for each jeugdige, such that the published share of the opnames in the year is at the published age or
 * over. Everybody is 12 to 17 years old at each opname, and under 18 at the end where that is possible.
 */
export function kiesGeboortedagen(ketens: readonly Keten[], opdracht: Opdracht): ReadonlyMap<Keten, Dag> {
  const { random, quota } = opdracht;
  let over = quota.ouderen;
  const geschud = random.helpers.shuffle(ketens);
  const passend = new Set(geschud.filter((keten) => blijftMinderjarig(keten, opdracht)));
  return new Map(
    [...passend, ...geschud.filter((keten) => !passend.has(keten))].map((keten) => {
      const ouderen = Math.min(over, opnamesInJaar(keten).length);
      over -= ouderen;
      const { eerste, laatste } = geboortevenster(keten, ouderen, opdracht);
      const deel = random.number.float();
      // Squared: more of them at the older end of what is possible.
      return [keten, eerste + Math.floor((laatste - eerste) * deel * deel)];
    }),
  );
}

const opnamesInJaar = (keten: Keten): Dag[] =>
  keten.filter(({ soort }) => soort !== undefined).map(({ opname }) => opname);

const jarenVoor = (dag: Dag, jaren: number): Dag => schuifMaanden(dag, -12 * jaren);

/** Can be old enough at every opname of the year and still leave before turning 18. */
function blijftMinderjarig(keten: Keten, { targets }: Opdracht): boolean {
  const [eerste] = opnamesInJaar(keten);
  const einde = keten.at(-1)?.einde;
  if (eerste === undefined || einde === undefined) return false;
  return jarenVoor(einde, MEERDERJARIG) < jarenVoor(eerste, targets.leeftijd.vanaf);
}

/** First and last day of birth that put exactly the last `ouderen` opnames of the year at the published age or over. */
function geboortevenster(keten: Keten, ouderen: number, { targets }: Opdracht): { eerste: Dag; laatste: Dag } {
  const inJaar = opnamesInJaar(keten);
  const eersteOud = inJaar[inJaar.length - ouderen];
  const laatsteJong = inJaar[inJaar.length - ouderen - 1];
  const opnames = keten.map(({ opname }) => opname);
  const vanaf = (dag: Dag | undefined, anders: number): Dag =>
    dag === undefined ? anders : jarenVoor(dag, targets.leeftijd.vanaf);
  const laatste = Math.min(
    jarenVoor(Math.min(...opnames), JONGSTE_BIJ_OPNAME),
    vanaf(eersteOud, Number.POSITIVE_INFINITY),
  );
  const eerste =
    1 + Math.max(jarenVoor(Math.max(...opnames), MEERDERJARIG), vanaf(laatsteJong, Number.NEGATIVE_INFINITY));
  const minderjarigTotEinde = 1 + jarenVoor(Math.max(...keten.map(({ einde }) => einde)), MEERDERJARIG);
  return { eerste: minderjarigTotEinde <= laatste ? Math.max(eerste, minderjarigTotEinde) : eerste, laatste };
}
