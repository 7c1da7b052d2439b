import { datumVan, type Instant, type Periode, uniek } from '@regielijn/kern';
import { type Bevinding, bevindingen, type NormAntwoord } from './norm-antwoord.js';
import { NORM_IDS, type NormId } from './normen/feiten.js';
import { gelezenDoor, NORMEN } from './normen/toets.js';
import { GEHEEL, type NormUitkomst } from './normen/uitkomst.js';
import type { Normenkader } from './normenkader.js';
import type { FeitUitLog } from './gebeurtenissen-uit-log.js';
import type { TrajectFeiten } from './traject-feiten.js';

/** What one norm says about one traject at a moment, as it is recorded. */
export interface Beoordeling extends NormUitkomst {
  readonly norm: NormId;
  readonly regelversie: string;
  readonly bron: readonly string[];
  /** The events that the norm looked at. */
  readonly feiten: readonly string[];
  /** The events at which was deviated, or `geheel`: from the traject as a whole. None unless the outcome is a deviation. */
  readonly gevallen: readonly string[];
  /** Did a moment come at which this norm is checked? Before that there is nothing to record. */
  readonly isAanDeOrde: boolean;
}

/** A traject that began before there was a normenkader: what norms say about it is a terugblik, never an event. */
export const isVoorNormenkader = (aangemeldOp: Instant, { versies }: Normenkader): boolean =>
  datumVan(aangemeldOp) < versies[0]!.geldigVanaf;

/** All eleven norms over the facts of one traject. What came after the peilmoment does not count. */
const bevindingenOver = (
  { feiten, geboortedatum }: TrajectFeiten,
  normenkader: Normenkader,
  peilmoment: Instant,
): readonly Bevinding[] =>
  bevindingen(
    { peilmoment, jeugdige: { geboortedatum }, gebeurtenissen: feiten.map(({ gebeurtenis }) => gebeurtenis) },
    NORM_IDS,
    normenkader,
    datumVan(peilmoment),
  );

const VOOR_NORMENKADER = {
  uitkomst: 'NIET_VAN_TOEPASSING',
  uitleg: 'Toen dit traject begon, was er nog geen normenkader.',
} as const;

/** The facts that a norm looked at. */
const meegeteld = ({ feiten }: TrajectFeiten, norm: NormId, peilmoment: Instant): readonly FeitUitLog[] => {
  const gelezen: readonly string[] = gelezenDoor(norm);
  return feiten.filter(
    ({ gebeurtenis: { type, tijdstip } }) => gelezen.includes(type) && String(tijdstip) <= peilmoment,
  );
};

const idsVan = (feiten: readonly FeitUitLog[]): readonly string[] => uniek(feiten.flatMap(({ ids }) => ids));

const gevallenVan = ({ feiten }: TrajectFeiten, { gevallen }: Bevinding): readonly string[] =>
  gevallen.map((nr) => (nr === GEHEEL ? GEHEEL : feiten[nr]!.ids[0]!));

/** What is recorded of a traject; of one that began before the normenkader only that no norm applies (any more). */
export const beoordeel = (
  traject: TrajectFeiten & { readonly isVoor: boolean },
  normenkader: Normenkader,
  peilmoment: Instant,
): readonly Beoordeling[] =>
  bevindingenOver(traject, normenkader, peilmoment).map((bevinding) => {
    const { norm, uitkomst, uitleg, regelversie, bron, terugblik } = bevinding.antwoord;
    const isVoor = traject.isVoor || terugblik === true;
    const toetsmomenten: readonly string[] = NORMEN[norm].toetsmomenten;
    const feiten = meegeteld(traject, norm, peilmoment);
    return {
      ...{ norm, regelversie, bron, ...(isVoor ? VOOR_NORMENKADER : { uitkomst, uitleg }) },
      feiten: idsVan(feiten),
      gevallen: isVoor ? [] : gevallenVan(traject, bevinding),
      isAanDeOrde: !isVoor && feiten.some(({ gebeurtenis }) => toetsmomenten.includes(gebeurtenis.type)),
    };
  });

/** The norms that look at events of one of these kinds. */
export const normenDieLezen = (soorten: readonly string[]): readonly NormId[] =>
  NORM_IDS.filter((norm) => gelezenDoor(norm).some((soort) => soorten.includes(soort)));

/** What a norm says looking back. */
export interface Terugblik extends NormAntwoord, Pick<Beoordeling, 'feiten' | 'gevallen'> {}

/**
 * What norms say, looking back, about a traject of before there were norms: only what is certain by what was recorded
 * then. Nobody had to record what a later norm asks for, so that it is not there is no deviation.
 */
export const terugblik = (
  traject: TrajectFeiten,
  normenkader: Normenkader,
  peilmoment: Instant,
): readonly Terugblik[] =>
  bevindingenOver(traject, normenkader, peilmoment)
    .filter(
      ({ antwoord: { uitkomst, ontbreekt } }) =>
        uitkomst === 'VOLDAAN' || (uitkomst === 'AFWIJKING' && ontbreekt.length === 0),
    )
    .map((bevinding) => ({
      ...bevinding.antwoord,
      feiten: idsVan(meegeteld(traject, bevinding.antwoord.norm, peilmoment)),
      gevallen: gevallenVan(traject, bevinding),
    }));

/** The deviations that a terugblik finds at the end of a period and not yet at its beginning, one for each case. */
export const afwijkingenIn = (
  traject: TrajectFeiten,
  normenkader: Normenkader,
  { van, tot }: Periode,
): readonly (Terugblik & { readonly geval: string })[] => {
  const gevallenOp = (peilmoment: Instant) =>
    terugblik(traject, normenkader, peilmoment).flatMap((antwoord) =>
      antwoord.gevallen.map((geval) => ({ ...antwoord, geval })),
    );
  const eerder = gevallenOp(van);
  return gevallenOp(tot).filter(
    ({ norm, geval }) => !eerder.some((ander) => ander.norm === norm && ander.geval === geval),
  );
};
