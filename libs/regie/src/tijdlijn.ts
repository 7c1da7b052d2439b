import type { Datum } from '@regielijn/kern';
import { isInJhp } from './fasen.js';
import type { SituatieOp } from './situatie.js';

/** From the first day up to, not including, the last; null: before any day that is known, and without an end. */
interface Periode {
  readonly van: Datum | null;
  readonly tot: Datum | null;
}

/** What makes that a regel is asked, by day. */
export interface Tijdlijn {
  readonly machtiging: Periode | null;
  readonly kib: Periode | null;
  readonly uitstroomOp: Datum | null;
  /** The field without which an end has no day; the day that is asked about stands in for it. */
  readonly eindeOnbekend: 'machtiging.eindeOp' | 'uitstroomOp' | null;
}

export const isInPeriode = (periode: Periode | null, dag: Datum): boolean =>
  periode !== null && (periode.van === null || periode.van <= dag) && (periode.tot === null || dag < periode.tot);

/** The facts of a situation as days. An end without a day has come by the day that is asked about. */
export const tijdlijnVan = (situatie: SituatieOp): Tijdlijn => {
  const { machtiging, datum } = situatie;
  const uitstroomOp = uitstroomVan(situatie);
  const isGeeindigd = machtiging.status === 'verlopen' || machtiging.status === 'beeindigd';
  const eindeOp = isGeeindigd ? (machtiging.eindeOp ?? uitstroomOp) : null;
  return {
    machtiging:
      isGeeindigd || machtiging.status === 'verleend'
        ? { van: machtiging.verleendOp, tot: isGeeindigd ? (eindeOp ?? datum) : null }
        : null,
    kib: kibVan(situatie),
    uitstroomOp: uitstroomOp ?? (isNaTraject(situatie) ? datum : null),
    eindeOnbekend: onbekendEinde(situatie, uitstroomOp, isGeeindigd && eindeOp === null),
  };
};

const isNaTraject = ({ trajectfase }: SituatieOp): boolean => trajectfase === 'NAZORG' || trajectfase === 'AFGESLOTEN';

/** A phase after the traject without a day of the uitstroom: the end of the machtiging is the last day that it can be. */
const uitstroomVan = (situatie: SituatieOp): Datum | null => {
  const { uitstroomOp, machtiging, datum } = situatie;
  if (uitstroomOp !== null || !isNaTraject(situatie)) return uitstroomOp;
  return machtiging.eindeOp !== null && machtiging.eindeOp <= datum ? machtiging.eindeOp : null;
};

const onbekendEinde = (
  situatie: SituatieOp,
  uitstroomOp: Datum | null,
  machtigingZonderEinde: boolean,
): Tijdlijn['eindeOnbekend'] => {
  if (uitstroomOp === null && isNaTraject(situatie)) return 'uitstroomOp';
  return machtigingZonderEinde ? 'machtiging.eindeOp' : null;
};

/**
 * A KIB is an open voorziening where a jeugdige can also live without a machtiging. Without a first day it counts where no
 * machtiging holds and the phase says that a traject runs; without a phase only where there is no machtiging at all, since
 * a request or an end says that the opname may still have to come.
 * Source: Projectplan Kleinschalige intensieve behandelgroep, landsdeel Zuidwest (2020), juridische grondslag verblijf.
 */
const kibVan = ({ pilot, variant, variantVanaf, trajectfase, machtiging }: SituatieOp): Periode | null => {
  const isKib = variant === 'kib' || (pilot === 'KIB' && (variant ?? null) === null);
  const loopt =
    trajectfase === null ? machtiging.status === 'geen' : machtiging.status !== 'verleend' && isInJhp(trajectfase);
  return isKib && (variantVanaf !== null || loopt) ? { van: variantVanaf, tot: null } : null;
};
