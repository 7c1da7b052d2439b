import { beginVan, type Datum, type Instant, isWerkdag as isWerkdagOp, plusMaanden } from '@regielijn/kern';

/** A calendar day as the number of days since 1970-01-01: days add up and compare as numbers. */
export type Dag = number;

const DAG_MS = 24 * 3_600_000;

export const dagVan = (datum: Datum): Dag => Date.parse(datum) / DAG_MS;

export const datumOp = (dag: Dag): Datum => new Date(dag * DAG_MS).toISOString().slice(0, 10);

/** The same day number some calendar months later or earlier; the last day of the month where that number is absent. */
export const schuifMaanden = (dag: Dag, maanden: number): Dag => dagVan(plusMaanden(datumOp(dag), maanden));

const MINUUT_MS = 60_000;
/** Until three at night the clock has not changed, or what it shows twice is meant the first time. */
const NACHT_MINUTEN = 3 * 60;

/** The moment at which a clock in Amsterdam shows `minuut` minutes past midnight on that day. */
export function momentVan(dag: Dag, minuut: number): Instant {
  const [begin, einde] = [dag, dag + 1].map((grens) => Date.parse(beginVan(datumOp(grens))));
  const moment = minuut < NACHT_MINUTEN ? begin! + minuut * MINUUT_MS : einde! - DAG_MS + minuut * MINUUT_MS;
  return new Date(moment).toISOString();
}

/** Monday to Friday and no feestdag. */
export const isWerkdag = (dag: Dag): boolean => isWerkdagOp(datumOp(dag));

/** The werkdag nearest to `dag` from `van` up to and including `totEnMet`; `dag` itself when there is none. */
export function naarWerkdag(dag: Dag, van: Dag, totEnMet: Dag): Dag {
  for (let afstand = 0; afstand <= totEnMet - van; afstand += 1) {
    const gevonden = [dag - afstand, dag + afstand].find((d) => d >= van && d <= totEnMet && isWerkdag(d));
    if (gevonden !== undefined) return gevonden;
  }
  return dag;
}

/** The first day of the month after this one. */
export const eersteVanVolgendeMaand = (datum: Datum): Datum => plusMaanden(`${datum.slice(0, 7)}-01`, 1);
