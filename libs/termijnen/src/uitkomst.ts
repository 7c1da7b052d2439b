import { type Datum, datumVan, type Instant, inWoorden, kloktijdVan } from '@regielijn/kern';
import type { Lezingen, LezingId, RegelId, Waarden } from './config.js';
import type { Duur } from './duur.js';
import type { Feit, Met, Vraag } from './feiten.js';

/** What a rule answers beside the end. */
export interface Bijzonderheden {
  readonly eindMoment?: Instant;
  readonly toestemmingNa?: Instant;
  readonly waarschuwing?: Datum;
  readonly m3?: Datum;
  readonly m6?: Datum;
  readonly m9?: Datum;
  /** The eighteenth birthday. */
  readonly achttien?: Datum;
  /** Null: a fact is missing to say so. */
  readonly toegestaan?: boolean | null;
  /** The day on which somebody must look: the law does not decide by itself. */
  readonly signaal?: Datum;
}

/** What a rule concludes. */
export interface Uitkomst {
  /** The day from which it runs; null: not from a certain day. */
  readonly van: Datum | null;
  /** The strict end; null where there is no such date. */
  readonly eind: Datum | null;
  /** Without an end: it goes on by this rule, or never began. Absent: not to be said. */
  readonly geldigZonderEind?: boolean;
  readonly bijzonderheden?: Bijzonderheden;
  /** Where the facts decide which article speaks. */
  readonly artikel?: string;
  readonly uitleg: readonly string[];
  readonly lezingen?: readonly LezingId[];
  /** What was taken as true because the question does not say. */
  readonly aannames?: readonly string[];
}

/** What every rule may count with. */
export interface Hulp {
  readonly plus: (van: Datum, duur: Duur) => Datum;
  readonly gekozen: { readonly [L in LezingId]: Lezingen[L]['gekozen'] };
}

/** One rule, executable: `F` are the facts it cannot do without. Its numbers come from the dated text that holds on the day of `anker`. */
export interface Regel<K extends RegelId, F extends Feit = Feit> {
  /** Without one of these sets of facts there is no answer. */
  readonly nodig: readonly (readonly Feit[])[];
  /** Facts that change the answer. */
  readonly ook: readonly Feit[];
  /** The day that decides which text of the law holds; undefined: the text of now. */
  readonly anker: (vraag: Met<F>) => Datum | undefined;
  readonly bereken: (vraag: Met<F>, waarden: Waarden<K>, hulp: Hulp) => Uitkomst;
}

/** Any rule, called with a question and a text that were checked before. */
export interface AnyRegel extends Pick<Regel<RegelId>, 'nodig' | 'ook'> {
  readonly anker: (vraag: Vraag) => Datum | undefined;
  readonly bereken: (vraag: Vraag, waarden: object, hulp: Hulp) => Uitkomst;
}

/** `2 maart 2026 om 09:30 uur` */
export const momentInWoorden = (moment: Instant): string =>
  `${inWoorden(datumVan(moment))} om ${kloktijdVan(moment)} uur`;

/** `4 weken na 2 maart 2026 is 30 maart 2026.` */
export const rekening = (duur: Duur, van: Datum, eind: Datum): string =>
  `${duur.tekst} na ${inWoorden(van)} is ${inWoorden(eind)}.`;

/** The earliest of the days that are known. */
export const vroegste = (...dagen: readonly (Datum | undefined)[]): Datum =>
  dagen.filter((dag) => dag !== undefined).toSorted()[0]!;
