import { beginVan, type Datum, DatumSchema, datumVan, type Instant, plusDagen, uniek } from '@regielijn/kern';
import { niet, type Zekerheid } from './zekerheid.js';

/** When something happened, as exactly as it is known: at an instant, somewhere on a day, or no idea when. */
export interface Tijd {
  /** First and last moment at which it can have been; equal when the instant is known. */
  readonly van: Instant;
  readonly tot: Instant;
  /** The day in Amsterdam. */
  readonly dag: Datum | null;
}

/** Something with a name and a time. */
export interface Moment {
  readonly type: string;
  readonly op: Tijd;
}

const ooit: Tijd = { van: '', tot: '~', dag: null };

const heleDag = (dag: Datum): Tijd => ({
  van: beginVan(dag),
  tot: new Date(Date.parse(beginVan(plusDagen(dag, 1))) - 1).toISOString(),
  dag,
});

const ogenblik = (tijdstip: string): Tijd => {
  const op = new Date(tijdstip).toISOString();
  return { van: op, tot: op, dag: datumVan(op) };
};

/** A date alone means that the time of day is not known; null or absent that nothing is. */
export const tijdVan = (tijdstip: string | null | undefined): Tijd => {
  if (tijdstip === null || tijdstip === undefined) return ooit;
  return DatumSchema.safeParse(tijdstip).success ? heleDag(tijdstip) : ogenblik(tijdstip);
};

/** Is the time of day known? */
export const isOgenblik = ({ van, tot }: Tijd): boolean => van === tot;

/** Did `a` happen before `b`? The same instant is not before. Names the times that would decide it. */
export const voor = (a: Moment, b: Moment): Zekerheid => {
  if (a.op.tot < b.op.van) return true;
  if (a.op.van >= b.op.tot) return false;
  return [a, b].filter(({ op }) => !isOgenblik(op)).map(tijdstipVan);
};

/** Did it happen on this day or earlier? */
export const uiterlijk = (feit: Moment, dag: Datum): Zekerheid =>
  feit.op.dag === null ? [tijdstipVan(feit)] : feit.op.dag <= dag;

/** Did `later` follow within so many hours? Before it counts as within. Null: the times are not known well enough. */
export const binnenUren = (eerder: Tijd, later: Tijd, uren: number): boolean | null => {
  const grens = uren * 60 * 60 * 1000;
  if (Date.parse(later.tot) - Date.parse(eerder.van) <= grens) return true;
  return Date.parse(later.van) - Date.parse(eerder.tot) > grens ? false : null;
};

/** Facts that carry the day on which they were so, beside the moment at which somebody told them. */
export const EIGEN_DATUM: ReadonlyMap<string, string> = new Map([
  ['PerspectiefVastgesteld', 'vastgesteldOp'],
  ['UitstroomGerealiseerd', 'datum'],
  ['LokalePartnerOpgepakt', 'datum'],
]);

/** The name under which the time of a fact is missing. */
export const tijdstipVan = ({ type }: Pick<Moment, 'type'>): string => `${type}.${EIGEN_DATUM.get(type) ?? 'tijdstip'}`;

/** Those that can be the last of what counts: not those after which something came that certainly counts. */
const mogelijkLaatste = <Feit extends Moment>(
  feiten: readonly Feit[],
  telt: (feit: Feit) => Zekerheid,
): readonly Feit[] => {
  const zeker = feiten.filter((feit) => telt(feit) === true);
  return feiten.filter((feit) => telt(feit) !== false && !zeker.some((ander) => voor(feit, ander) === true));
};

/** Those that can be the last one: more than one when the order is not known. None of nothing. */
export const laatste = <Feit extends Moment>(feiten: readonly Feit[]): readonly Feit[] =>
  mogelijkLaatste(feiten, () => true);

/** Those that can have been in force just before a moment; null among them when there may have been none yet. */
export const geldendVoor = <Feit extends Moment>(feiten: readonly Feit[], moment: Moment): readonly (Feit | null)[] => {
  const isZekerIets = feiten.some((feit) => voor(feit, moment) === true);
  return [...(isZekerIets ? [] : [null]), ...mogelijkLaatste(feiten, (feit) => voor(feit, moment))];
};

/** Those that can have been the last at a moment: only what certainly came later does not count. Null: there was none. */
export const geldendOp = <Feit extends Moment>(feiten: readonly Feit[], moment: Moment): readonly (Feit | null)[] => {
  const mogelijk = mogelijkLaatste(feiten, (feit) => niet(voor(moment, feit)));
  return mogelijk.length === 0 ? [null] : mogelijk;
};

/** Those that can be the first one: more than one when the order is not known. None of nothing. */
export const eerste = <Feit extends Moment>(feiten: readonly Feit[]): readonly Feit[] =>
  feiten.filter((feit) => !feiten.some((ander) => voor(ander, feit) === true));

/** The times that leave the order of these open; when all are known, two of them share one instant. */
export const onzekereTijden = (momenten: readonly Moment[]): readonly string[] => {
  const vaag = momenten.filter(({ op }) => !isOgenblik(op));
  return uniek((vaag.length > 0 ? vaag : momenten.slice(0, 1)).map(tijdstipVan));
};
