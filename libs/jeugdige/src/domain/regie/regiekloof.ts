import { dagenTussen, type Datum, datumVan } from '@regielijn/kern';
import type { Houder, Regelperiode } from './events.js';
import type { Regie, Regielijn } from './state.js';

/** A time in which somebody else held casusregie than the regieregel says. */
interface Regiekloof {
  readonly hoort: Houder['soort'];
  readonly vanaf: Datum;
  /** The first day on which they agreed again; null: not yet on the day that is asked about. */
  readonly tot: Datum | null;
  readonly dagen: number;
}

const regelOp = (perioden: readonly Regelperiode[], dag: Datum) => perioden.findLast(({ vanaf }) => vanaf <= dag);

const houderOp = (lijn: Regielijn, dag: Datum): Houder['soort'] =>
  (lijn.findLast(({ vanaf }) => datumVan(vanaf) <= dag) ?? lijn[0]).houder.soort;

/**
 * The days between that on which the GI should hold casusregie by the rule and that on which it accepted, and the same
 * on the way back. On the day of the acceptance there is no gap any more. Source: Impactanalyse Jeugdhulp Plus Zuidwest
 * (2020), overdracht van regie.
 */
export const regiekloof = ({ regelperioden, casusregie }: Regie, op: Datum): readonly Regiekloof[] => {
  const dagen = [...regelperioden.map(({ vanaf }) => vanaf), ...casusregie.map(({ vanaf }) => datumVan(vanaf))]
    .filter((dag) => dag <= op)
    .sort();
  const kloven: Regiekloof[] = [];
  for (const dag of new Set(dagen)) {
    const hoort = regelOp(regelperioden, dag)?.houder;
    const isKloof = hoort !== undefined && hoort !== houderOp(casusregie, dag);
    const open = kloven.at(-1)?.tot === null ? kloven.pop()! : null;
    if (open && isKloof && open.hoort === hoort) kloven.push(open);
    else {
      if (open) kloven.push({ ...open, tot: dag, dagen: dagenTussen(open.vanaf, dag) });
      if (isKloof) kloven.push({ hoort, vanaf: dag, tot: null, dagen: 0 });
    }
  }
  return kloven.map((kloof) => (kloof.tot === null ? { ...kloof, dagen: dagenTussen(kloof.vanaf, op) } : kloof));
};

/**
 * Since when GI and gemeente should have met again while the GI holds casusregie; null when they are in time, or when no
 * GI holds it. `uiterlijk` is the last day for a first meeting after a day. Source: Impactanalyse Jeugdhulp Plus
 * Zuidwest (2020), afstemming gedurende het hele traject.
 */
export const afstemmingTeLaatSinds = (
  { casusregie, afstemming }: Regie,
  op: Datum,
  uiterlijk: (vanaf: Datum) => Datum,
): Datum | null => {
  if (houderOp(casusregie, op) !== 'GI') return null;
  const totNu = casusregie.filter(({ vanaf }) => datumVan(vanaf) <= op);
  const begin = totNu[totNu.findLastIndex(({ houder }) => houder.soort !== 'GI') + 1]!.vanaf;
  const volgende = afstemming !== null && afstemming.op >= begin ? afstemming.volgendeOp : uiterlijk(datumVan(begin));
  return volgende < op ? volgende : null;
};
