import { Temporal } from 'temporal-polyfill';
import type { Datum, Instant } from './tijd.js';

/** Which days count as feestdag: those of the Algemene termijnenwet, or that list without two days on which many work. */
export const KALENDERS = ['atw', 'atw_zonder_goedevrijdag_5mei'] as const;
export type Kalender = (typeof KALENDERS)[number];

export const ZONE = 'Europe/Amsterdam';

const UUR_MS = 3_600_000;
/** In UTC every day lasts as long, so a bare day is counted with as its midnight there. */
const DAG_MS = 24 * UUR_MS;

// Swedish writes a day and a time as ISO 8601 does. Asked at every fact; Temporal takes seven times as long to say it.
const dagInZone = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: ZONE });
const tijdInZone = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: ZONE });

/** The calendar day in Amsterdam at this moment. */
export const datumVan = (moment: Instant): Datum => dagInZone.format(Date.parse(moment));

/** The local wall time `hh:mm` in Amsterdam at this moment. */
export const kloktijdVan = (moment: Instant): string => tijdInZone.format(Date.parse(moment));

const lang = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2 maart 2026` */
export const inWoorden = (datum: Datum): string => lang.format(new Date(datum));

/** Asked for again and again, of a few thousand days and years at most: found out once. */
const onthouden = <T>(zoekUit: (sleutel: string) => T): ((sleutel: string) => T) => {
  const bekend = new Map<string, T>();
  return (sleutel) => {
    const waarde = bekend.get(sleutel) ?? zoekUit(sleutel);
    bekend.set(sleutel, waarde);
    return waarde;
  };
};

/** 00:00 in Amsterdam of this day: the peildatum as a moment. */
export const beginVan: (datum: Datum) => Instant = onthouden((datum) =>
  new Date(Temporal.PlainDate.from(datum).toZonedDateTime(ZONE).epochMilliseconds).toISOString(),
);

/**
 * This whole hour in Amsterdam on this day. Skipped when summer time begins: an hour later; there twice when it ends: the
 * first of the two.
 */
export const opDeKlok = (datum: Datum, uur: number): Instant =>
  new Date(
    Temporal.PlainDate.from(datum).toZonedDateTime({ timeZone: ZONE, plainTime: new Temporal.PlainTime(uur) })
      .epochMilliseconds,
  ).toISOString();

export const plusDagen = (datum: Datum, dagen: number): Datum =>
  new Date(Date.parse(datum) + dagen * DAG_MS).toISOString().slice(0, 10);

/** Same day number some months later; the last day of the month where that number is absent. */
export const plusMaanden = (datum: Datum, maanden: number): Datum => {
  const dag = new Date(datum);
  const [jaar, maand] = [dag.getUTCFullYear(), dag.getUTCMonth() + maanden];
  const laatsteVanDeMaand = Date.UTC(jaar, maand + 1, 0);
  return new Date(Math.min(Date.UTC(jaar, maand, dag.getUTCDate()), laatsteVanDeMaand)).toISOString().slice(0, 10);
};

/** Whole days from one day to another, negative when that lies before it; no clock change counts. */
export const dagenTussen = (van: Datum, tot: Datum): number => (Date.parse(tot) - Date.parse(van)) / DAG_MS;

/** So many elapsed hours later, whatever the clocks on the wall do meanwhile. */
export const plusUren = (moment: Instant, uren: number): Instant =>
  new Date(Date.parse(moment) + uren * UUR_MS).toISOString();

/** The same wall time in Amsterdam some days later: 23 or 25 hours for the day on which the clock changes. */
export const plusDagenOpDeKlok = (moment: Instant, dagen: number): Instant =>
  Temporal.Instant.from(moment)
    .toZonedDateTimeISO(ZONE)
    .add({ days: dagen })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** Whole years lived on `op`. Born on 29 February: the birthday is 1 March in other years (Burgerlijk Wetboek, day counting). */
export const leeftijdOp = (geboortedatum: Datum, op: Datum): number => {
  const [jaar, dag] = [op.slice(0, 4), op.slice(5)];
  return Number(jaar) - Number(geboortedatum.slice(0, 4)) - (dag < geboortedatum.slice(5) ? 1 : 0);
};

/** The day on which somebody reaches this age, as `leeftijdOp` counts. */
export const verjaardag = (geboortedatum: Datum, leeftijd: number): Datum => {
  const dag = plusMaanden(geboortedatum, leeftijd * 12);
  return leeftijdOp(geboortedatum, dag) === leeftijd ? dag : plusDagen(dag, 1);
};

/** Eerste paasdag by the anonymous Gregorian rule. */
export const eerstePaasdag = (jaar: number): Datum => {
  const a = jaar % 19;
  const [b, c] = [Math.floor(jaar / 100), jaar % 100];
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const maand = Math.floor((h + l - 7 * m + 114) / 31);
  const dag = ((h + l - 7 * m + 114) % 31) + 1;
  return new Temporal.PlainDate(jaar, maand, dag).toString();
};

/** 0 is Sunday, 6 is Saturday. */
const dagVanDeWeek = (datum: Datum): number => new Date(datum).getUTCDay();

const koningsdag = (jaar: string): Datum => (dagVanDeWeek(`${jaar}-04-27`) === 0 ? `${jaar}-04-26` : `${jaar}-04-27`);

/** Those that the act names. */
const feestdagenVan = onthouden((jaar): ReadonlyMap<Datum, string> => {
  const pasen = eerstePaasdag(Number(jaar));
  return new Map([
    [`${jaar}-01-01`, 'Nieuwjaarsdag'],
    [plusDagen(pasen, -2), 'Goede Vrijdag'],
    [plusDagen(pasen, 1), 'tweede Paasdag'],
    [koningsdag(jaar), 'Koningsdag'],
    [`${jaar}-05-05`, 'Bevrijdingsdag'],
    [plusDagen(pasen, 39), 'Hemelvaartsdag'],
    [plusDagen(pasen, 50), 'tweede Pinksterdag'],
    [`${jaar}-12-25`, 'eerste Kerstdag'],
    [`${jaar}-12-26`, 'tweede Kerstdag'],
  ]);
});

/**
 * A single day that a royal decree puts on a par with the feestdagen. Source: Algemene termijnenwet art. 3 lid 3. Which
 * days is data: every few years there is a new decree.
 */
export interface GelijkgesteldeDag {
  readonly datum: Datum;
  readonly naam: string;
}

/** Name of the feestdag on this day, or null. Source: Algemene termijnenwet art. 3 lid 1, 2 and 3. */
export const feestdagOp = (
  datum: Datum,
  kalender: Kalender = 'atw',
  gelijkgesteld: readonly GelijkgesteldeDag[] = [],
): string | null => {
  const naam = feestdagenVan(datum.slice(0, 4)).get(datum);
  if (naam === undefined) return gelijkgesteld.find((dag) => dag.datum === datum)?.naam ?? null;
  const isGewoonGewerkt = naam === 'Goede Vrijdag' || naam === 'Bevrijdingsdag';
  return kalender === 'atw_zonder_goedevrijdag_5mei' && isGewoonGewerkt ? null : naam;
};

/** Monday to Friday and no feestdag. */
export const isWerkdag = (
  datum: Datum,
  kalender: Kalender = 'atw',
  gelijkgesteld: readonly GelijkgesteldeDag[] = [],
): boolean => dagVanDeWeek(datum) % 6 !== 0 && feestdagOp(datum, kalender, gelijkgesteld) === null;

/** So many werkdagen later (at least one); the day itself does not count. */
export const plusWerkdagen = (
  datum: Datum,
  werkdagen: number,
  kalender: Kalender = 'atw',
  gelijkgesteld: readonly GelijkgesteldeDag[] = [],
): Datum => {
  let dag = datum;
  for (let over = werkdagen; over > 0;) {
    dag = plusDagen(dag, 1);
    if (isWerkdag(dag, kalender, gelijkgesteld)) over -= 1;
  }
  return dag;
};

/** Art. 2: terms from this length on hold at least this many days that are no Saturday, Sunday or feestdag. */
const KORTSTE_TERMIJN_DAGEN = 3;
const WERKDAGEN_IN_TERMIJN = 2;

/**
 * Last day of a term that began on `begin` (which does not count) and would end on `eind`, by the Algemene termijnenwet
 * art. 1 lid 1 and art. 2. Whoever calls knows that the act applies: not to terms counted back from a moment (art. 1 lid
 * 2), nor to those of art. 4, such as terms of vrijheidsbeneming. Its feestdagen are its own, so no kalender is asked.
 */
export const eindeVolgensAtw = (begin: Datum, eind: Datum, gelijkgesteld: readonly GelijkgesteldeDag[] = []): Datum => {
  const eersteWerkdag = plusWerkdagen(plusDagen(eind, -1), 1, 'atw', gelijkgesteld);
  if (eind < plusDagen(begin, KORTSTE_TERMIJN_DAGEN)) return eersteWerkdag;
  const tweedeWerkdag = plusWerkdagen(begin, WERKDAGEN_IN_TERMIJN, 'atw', gelijkgesteld);
  return tweedeWerkdag > eersteWerkdag ? tweedeWerkdag : eersteWerkdag;
};
/** From the first hour up to, not including, the last: `09:00-17:00`. Not defined in the normenkader; a setting. */
export interface Kantoortijd {
  readonly van: string;
  readonly tot: string;
}

/** Local wall time decides, so that a change to summer time changes nothing. */
export const isBinnenKantoortijd = (moment: Instant, { van, tot }: Kantoortijd): boolean => {
  const klok = kloktijdVan(moment);
  return klok >= van && klok < tot;
};
