import type { Instant } from '@regielijn/kern';
import type { GeplandTraject } from './demo-plan.js';
import type { Verloop } from './groepen.js';
import type { Keten } from './jeugdigen.js';
import { type Dag, momentVan, naarWerkdag } from './kalender.js';
import { kiesDag, type Ontwerp, type Opdracht } from './ontwerp.js';
import { avondminuut, kantoorminuut, opnameminuut } from './tijdstippen.js';
import { type Afwezigheid, kiesKorteOnttrekking } from './verblijfsverloop.js';

/** The days of one traject as moments. `grenzen` are the opname, each overplaatsing and the end. */
export interface Tijdlijn extends Verloop {
  readonly ontwerp: Ontwerp;
  readonly aanmeldingOp: Instant;
  readonly korteOnttrekkingen: GeplandTraject['korteOnttrekkingen'];
  readonly eindigtOp: Instant;
  /** When the onttrekking began that ended this traject. */
  readonly onttrokkenVanaf?: Instant;
}

const MINUTEN_PER_DAG = 24 * 60;
/** An urgent opname follows 2 to 72 hours after the aanmelding. */
const WACHT_URGENT = { min: 2 * 60, max: 72 * 60 };
/** A regular one after one to eight weeks. */
const WACHT_REGULIER = { min: 7, max: 56 };

/** A moment as a day and the minutes past midnight in Amsterdam. */
interface Tijd {
  readonly dag: Dag;
  readonly minuut: number;
}

const minutenVan = ({ dag, minuut }: Tijd): number => dag * MINUTEN_PER_DAG + minuut;
const momentOp = ({ dag, minuut }: Tijd): Instant => momentVan(dag, minuut);

/** Gives the trajecten of one jeugdige their moments of the day, each aanmelding after the end of the traject before. */
export function maakTijdlijnen(
  keten: Keten,
  overplaatsingen: ReadonlyMap<Ontwerp, readonly Dag[]>,
  opdracht: Opdracht,
): Tijdlijn[] {
  const { random, targets } = opdracht;
  let vorigEinde: Tijd | undefined;
  return keten.map((ontwerp) => {
    const verhuisdagen = overplaatsingen.get(ontwerp) ?? [];
    const opname = { dag: ontwerp.opname, minuut: opnameminuut(ontwerp.urgentie, random) };
    const aanmelding = kiesAanmelding(ontwerp, opname, vorigEinde, opdracht);
    const afwezig = kiesKorteOnttrekking(ontwerp, verhuisdagen, opdracht);
    const einde = {
      dag: ontwerp.einde,
      minuut: ontwerp.eindigtDoorOnttrekking ? avondminuut(random) : kantoorminuut(random),
    };
    vorigEinde = einde;
    const eindigtOp = momentOp(einde);
    const verhuizingen = verhuisdagen.map((dag) => momentVan(dag, kantoorminuut(random)));
    return {
      ontwerp,
      regio: ontwerp.regio,
      urgentie: ontwerp.urgentie,
      aanmeldingOp: momentOp(aanmelding),
      grenzen: [momentOp(opname), ...verhuizingen, eindigtOp],
      korteOnttrekkingen: afwezig ? [maakAfwezigheid(afwezig, opdracht)] : [],
      eindigtOp,
      ...(ontwerp.eindigtDoorOnttrekking && {
        onttrokkenVanaf: momentOp({ ...einde, dag: einde.dag - targets.onttrekking.drempelDagen }),
      }),
    };
  });
}

function maakAfwezigheid({ van, totEnMet }: Afwezigheid, { random }: Opdracht): { van: Instant; tot: Instant } {
  return { van: momentVan(van, kantoorminuut(random)), tot: momentVan(totEnMet, avondminuut(random)) };
}

function kiesAanmelding(ontwerp: Ontwerp, opname: Tijd, vorigEinde: Tijd | undefined, { random }: Opdracht): Tijd {
  if (ontwerp.urgentie === 'regulier') {
    const laatste = opname.dag - WACHT_REGULIER.min;
    const eerste = Math.max(opname.dag - WACHT_REGULIER.max, (vorigEinde?.dag ?? 0) + 1);
    return { dag: naarWerkdag(kiesDag(random, eerste, laatste), eerste, laatste), minuut: kantoorminuut(random) };
  }
  const vrij = vorigEinde ? minutenVan(opname) - minutenVan(vorigEinde) - 1 : WACHT_URGENT.max;
  const wachttijd = random.number.int({ min: WACHT_URGENT.min, max: Math.min(WACHT_URGENT.max, vrij) });
  const moment = minutenVan(opname) - wachttijd;
  return { dag: Math.floor(moment / MINUTEN_PER_DAG), minuut: moment % MINUTEN_PER_DAG };
}
