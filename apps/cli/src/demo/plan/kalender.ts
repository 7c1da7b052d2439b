import { type Datum, feestdagOp, type Instant, ZONE } from '@regielijn/kern';
import { Temporal } from 'temporal-polyfill';

/** A calendar day as the number of days since 1970-01-01: days add up and compare as numbers. */
export type Dag = number;

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const EPOCH_WEEKDAG = EPOCH.dayOfWeek - 1;

const plainDate = (dag: Dag): Temporal.PlainDate => EPOCH.add({ days: dag });

export const dagVan = (datum: Datum): Dag => EPOCH.until(datum).days;

export const datumOp = (dag: Dag): Datum => plainDate(dag).toString();

/** The same day number some calendar months later or earlier; the last day of the month where that number is absent. */
export const schuifMaanden = (dag: Dag, maanden: number): Dag =>
  EPOCH.until(plainDate(dag).add({ months: maanden })).days;

/** The moment at which a clock in Amsterdam shows `minuut` minutes past midnight on that day. */
export function momentVan(dag: Dag, minuut: number): Instant {
  const plainTime = new Temporal.PlainTime(Math.floor(minuut / 60), minuut % 60);
  const { epochMilliseconds } = plainDate(dag).toZonedDateTime({ timeZone: ZONE, plainTime });
  return new Date(epochMilliseconds).toISOString();
}

/** Looking up a feestdag costs far more than the rest of a choice, and the same few hundred days are asked again and again. */
const bekendeWerkdagen = new Map<Dag, boolean>();

/** Monday to Friday and no feestdag. */
export function isWerkdag(dag: Dag): boolean {
  const bekend = bekendeWerkdagen.get(dag);
  if (bekend !== undefined) return bekend;
  const werkdag = (dag + EPOCH_WEEKDAG) % 7 < 5 && feestdagOp(datumOp(dag)) === null;
  bekendeWerkdagen.set(dag, werkdag);
  return werkdag;
}

/** The werkdag nearest to `dag` from `van` up to and including `totEnMet`; `dag` itself when there is none. */
export function naarWerkdag(dag: Dag, van: Dag, totEnMet: Dag): Dag {
  for (let afstand = 0; afstand <= totEnMet - van; afstand += 1) {
    const gevonden = [dag - afstand, dag + afstand].find((d) => d >= van && d <= totEnMet && isWerkdag(d));
    if (gevonden !== undefined) return gevonden;
  }
  return dag;
}

/** The first day of the month after this one. */
export const eersteVanVolgendeMaand = (datum: Datum): Datum =>
  Temporal.PlainDate.from(datum).with({ day: 1 }).add({ months: 1 }).toString();
