import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import type { Lezingen } from './config.js';
import { dagVan, isTijdstip, type Moment, type Vraag } from './feiten.js';
import type { Uitkomst } from './uitkomst.js';
import type { Regeldata } from './uitvoeren.js';

/** An end: a day, or a moment on it where the law counts in hours. */
interface Einde {
  readonly soort: Regeldata['eind'];
  readonly eind: Datum | null;
  readonly eindMoment?: Instant | undefined;
}

/**
 * Whether this moment still lies within the term. The last day of a term counts; the day on which a machtiging lapses does
 * not; the day on which its validity ends is an open point (`EINDDAG`). Null: no end, or a day without a time that is the
 * day of a moment.
 */
const ligtBinnen = (moment: Moment, { soort, eind, eindMoment }: Einde, { EINDDAG }: Lezingen): boolean | null => {
  if (eind === null) return null;
  if (eindMoment !== undefined && isTijdstip(moment)) return moment <= eindMoment;
  const dag = dagVan(moment);
  if (dag !== eind) return dag < eind;
  if (eindMoment !== undefined) return null;
  return soort === 'uiterlijk' || (soort === 'geldigheid' && EINDDAG.gekozen === 'telt_mee');
};

const ligtVoor = (moment: Moment, van: Moment): boolean =>
  isTijdstip(moment) && isTijdstip(van) ? moment < van : dagVan(moment) < (isTijdstip(van) ? datumVan(van) : van);

/** The questions beside the end, answered where they are asked: does it run on a day, was it in time. */
export const loop = (
  { peildatum, start, ...vraag }: Vraag,
  { van, eind, bijzonderheden, geldigZonderEind }: Uitkomst,
  { soort, atw }: { readonly soort: Regeldata['eind']; readonly atw: Datum | null },
  lezingen: Lezingen,
): { readonly geldig?: boolean | null; readonly opTijd?: boolean | null } => {
  const eindMoment = bijzonderheden?.eindMoment;
  const laatste = lezingen.ATW.gekozen === 'atw' && atw !== null ? atw : eind;
  const binnen = (moment: Moment) => ligtBinnen(moment, { soort, eind: laatste, eindMoment }, lezingen);
  const begin = eindMoment === undefined ? van : start!;
  const geldig = (moment: Moment): boolean | null => {
    if (begin !== null && ligtVoor(moment, begin)) return false;
    return eind === null ? (geldigZonderEind ?? null) : binnen(moment);
  };
  const gebeurdOp = vraag.gebeurdOp ?? vraag.afgebouwdOp;
  return {
    ...(peildatum === undefined ? {} : { geldig: geldig(peildatum) }),
    ...(gebeurdOp === undefined ? {} : { opTijd: binnen(gebeurdOp) }),
  };
};
