import { type Datum, plusDagen } from '@regielijn/kern';
import { gaatOver, type Regel, type Regie, type Regieregels } from './regels.js';
import { ALTIJD, type Sinds } from './sinds.js';
import type { SituatieOp } from './situatie.js';
import { isInPeriode, type Tijdlijn, tijdlijnVan } from './tijdlijn.js';

export interface RegelRegie {
  /** Who should hold casusregie by the rule. */
  readonly regie: Regie;
  /** Id of the rule: one of `regels`, or one of `uitgangspunten` where no machtiging holds. */
  readonly regel: string;
  /** Since when the rule says so without a break; with `onbekend` the field of the situation that would tell. */
  readonly sinds: Sinds;
  readonly uitleg: string;
  /** Keys of `bronnen`. */
  readonly bron: readonly string[];
}

/**
 * Who should hold casusregie on this day, by the dated regieregel. Only what was granted counts, not what was requested;
 * a voluntary opname in a KIB counts as well. After the end of the machtiging or the uitstroom it is the gemeente again.
 * Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van regie; each regel names its own.
 */
export const regelRegie = (situatie: SituatieOp, regels: Regieregels): RegelRegie => {
  const tijdlijn = tijdlijnVan(situatie);
  const oordeelOp = (dag: Datum): Oordeel => oordeel(situatie, tijdlijn, regels, dag);
  const { regie, id, grondslagen } = oordeelOp(situatie.datum);
  return {
    regie,
    regel: id,
    sinds: sindsWanneer(situatie.datum, tijdlijn, regels, oordeelOp),
    uitleg: grondslagen.map(({ uitleg }) => uitleg).join(' '),
    bron: grondslagen.map(({ bron }) => bron),
  };
};

interface Oordeel {
  readonly regie: Regie;
  readonly id: string;
  readonly grondslagen: readonly { readonly bron: string; readonly uitleg: string }[];
}

const oordeel = (situatie: SituatieOp, tijdlijn: Tijdlijn, regels: Regieregels, dag: Datum): Oordeel => {
  const { machtiging, kib, uitstroomOp } = tijdlijn;
  if (uitstroomOp !== null && uitstroomOp <= dag) return bijGemeente('na_uitstroom', regels);
  const isVerleend = isInPeriode(machtiging, dag);
  if (isVerleend || isInPeriode(kib, dag)) {
    const regel = regelOp(situatie, regels, dag);
    const vooraf = isVerleend ? [] : [regels.uitgangspunten.kib_zonder_machtiging];
    return { regie: regel.regie, id: regel.id, grondslagen: [...vooraf, regel] };
  }
  const isVoorbij = machtiging !== null && machtiging.tot !== null && machtiging.tot <= dag;
  return bijGemeente(isVoorbij ? 'na_einde_machtiging' : 'voor_machtiging', regels);
};

const bijGemeente = (
  id: 'na_uitstroom' | 'na_einde_machtiging' | 'voor_machtiging',
  { uitgangspunten }: Regieregels,
): Oordeel => ({ regie: 'gemeente', id, grondslagen: [uitgangspunten[id]] });

/** The regel for this situation on a day. A pilot counts from its first day on. */
const regelOp = ({ regio, kader, pilot, regelset }: SituatieOp, regels: Regieregels, dag: Datum): Regel => {
  const inPilot = regels.pilots.some(({ id, geldigVan }) => id === pilot && geldigVan <= dag);
  const plek = { regio, kader, inPilot, regelset: regelset ?? regels.standaardRegelset.regelset };
  return regels.regels.find(
    (regel) =>
      gaatOver(regel, plek) &&
      (regel.geldigVan === null || regel.geldigVan <= dag) &&
      (regel.geldigTot === null || dag < regel.geldigTot),
  )!;
};

/** The last day on which the outcome changed into what it is on `datum`. */
const sindsWanneer = (
  datum: Datum,
  { machtiging, kib, uitstroomOp, eindeOnbekend }: Tijdlijn,
  regels: Regieregels,
  oordeelOp: (dag: Datum) => Oordeel,
): Sinds => {
  const { regie } = oordeelOp(datum);
  const begindagen = [...regels.regels, ...regels.pilots].map(({ geldigVan }) => geldigVan);
  const wissel = [machtiging?.van, machtiging?.tot, kib?.van, uitstroomOp, ...begindagen]
    .flatMap((dag) => dag ?? [])
    .filter((dag) => dag <= datum)
    .sort()
    .findLast((dag) => oordeelOp(plusDagen(dag, -1)).regie !== regie);
  if (regie === 'gemeente') {
    if (wissel === datum && eindeOnbekend !== null) return { onbekend: eindeOnbekend };
    return wissel === undefined ? ALTIJD : { op: wissel };
  }
  // What has no first day is taken to have been there always, so a regel that began later proves nothing about it.
  const metBegin = [machtiging, kib].filter((periode) => periode !== null && periode.van !== null);
  if (wissel !== undefined && metBegin.some((periode) => isInPeriode(periode, wissel))) return { op: wissel };
  return { onbekend: machtiging?.van === null ? 'machtiging.verleendOp' : 'variantVanaf' };
};
