import {
  type Afleiding,
  type Datum,
  type Instant,
  type JsonObject,
  metStand,
  onbekend,
  type Past,
  type Strijd,
  type Variant,
  vouwt,
} from '@regielijn/kern';
import { leeftijdBijOpname, vlaggenBijOpname } from './decide.js';
import type { TrajectEvent } from './events.js';
import { volgtOpHulp } from './nazorg/decide.js';
import { nazorgVouwers } from './nazorg/state.js';
import { onderwijsNietVoor } from './onderwijs/decide.js';
import { onderwijsVouwers } from './onderwijs/state.js';
import { plannenNietVoor, plannenVolgt } from './plannen/decide.js';
import { plannenVouwers } from './plannen/state.js';
import { evolve, initialState, type Traject, type TrajectState } from './state.js';
import { toeleidingNietVoor, toeleidingVolgt } from './toeleiding/decide.js';
import { toeleidingVouwers } from './toeleiding/state.js';
import { vlaggenVanWeging, zonderOpnameNietVoor, zonderOpnameVolgt } from './zonder-opname/decide.js';
import { zonderOpnameVouwers } from './zonder-opname/state.js';
import { uitstroomVouwers } from './uitstroom/state.js';
import { uitstroomNietVoor } from './uitstroom/wacht.js';
import { zorgVouwers } from './zorg/state.js';
import { type ZorgHerleidFacts, zorgNietVoor, zorgVolgt } from './zorg/volgt.js';

type Feiten = readonly Past<TrajectEvent>[];

/** What other streams say that a traject took over. */
export interface HerleidFacts extends ZorgHerleidFacts {
  readonly jeugdige: { readonly geboortedatum: Datum; readonly gemeentecode: string | null; readonly regio: string };
  /** By id; a voorziening that is not in it is not known. */
  readonly varianten: ReadonlyMap<string, Variant>;
  /** Whether this machtiging is of this jeugdige and allows an opname at that moment. */
  machtigingGeldt(machtigingId: string | null, op: Instant): boolean;
}

const variantVan = ({ varianten }: HerleidFacts, voorzieningId: string): Variant => {
  const variant = varianten.get(voorzieningId);
  if (variant === undefined) throw onbekend('Deze voorziening', { voorzieningId });
  return variant;
};

/** The fields of one fact that follow from elsewhere; null when it has none. */
const volgend = (feit: Past<TrajectEvent>, stand: TrajectState, facts: HerleidFacts): JsonObject | null => {
  const { geboortedatum, gemeentecode, regio } = facts.jeugdige;
  if (stand !== null && vouwt(toeleidingVouwers, feit)) return toeleidingVolgt(feit);
  if (stand !== null && vouwt(plannenVouwers, feit)) return plannenVolgt(feit, stand);
  if (stand !== null && vouwt(zonderOpnameVouwers, feit)) return zonderOpnameVolgt(feit, stand);
  if (stand !== null && vouwt(zorgVouwers, feit)) return zorgVolgt(feit, stand, facts);
  switch (feit.type) {
    case 'traject.aangemeld@2': {
      const { hernieuwd, vorigTrajectId } = feit.data;
      return { gemeentecode, regio, hernieuwd: vorigTrajectId !== null || (hernieuwd === null ? null : false) };
    }
    case 'traject.opname-gestart@2': {
      const { voorzieningId, machtigingId, redencodes } = feit.data;
      const toewijzing = stand !== null && 'toewijzing' in stand ? stand.toewijzing : null;
      const geldt = facts.machtigingGeldt(machtigingId, feit.geldigOp);
      const variant = variantVan(facts, voorzieningId);
      return {
        variant,
        leeftijd: leeftijdBijOpname(geboortedatum, feit.geldigOp),
        vlaggen: [
          ...vlaggenBijOpname(toewijzing, voorzieningId, feit.geldigOp, geldt),
          // When version 1 was told, a weging could not be recorded: that there is none says nothing.
          ...(stand === null || redencodes === null ? [] : vlaggenVanWeging(variant, stand.toeleiding, feit.geldigOp)),
        ],
      };
    }
    case 'traject.overgeplaatst@1':
      if (stand?.status !== 'verblijf') return null;
      return { vanVoorzieningId: stand.voorzieningId, variant: variantVan(facts, feit.data.voorzieningId) };
    default:
      return null;
  }
};

/** What a traject carries for the figures because of the jeugdige, the machtiging, the toewijzing and the voorziening. */
export const herleid = (feiten: Feiten, facts: HerleidFacts): readonly Afleiding[] =>
  metStand<TrajectState, TrajectEvent>({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    const velden = volgend(feit, stand, facts);
    return velden ? [{ feit: feit.id, velden }] : [];
  });

/** The earliest moment at which this fact can have happened, by the facts before it. */
const nietVoor = (feit: Past<TrajectEvent>, stand: Traject): Instant | null => {
  if (vouwt(toeleidingVouwers, feit)) return toeleidingNietVoor(feit, stand);
  if (vouwt(plannenVouwers, feit)) return plannenNietVoor(feit, stand);
  if (vouwt(onderwijsVouwers, feit)) return onderwijsNietVoor(feit, stand);
  if (vouwt(zonderOpnameVouwers, feit)) return zonderOpnameNietVoor(feit, stand);
  if (vouwt(zorgVouwers, feit)) return zorgNietVoor(feit, stand);
  if (vouwt(uitstroomVouwers, feit)) return uitstroomNietVoor(feit, stand);
  switch (feit.type) {
    case 'traject.plek-toegewezen@1':
      return stand.aangemeldOp;
    case 'traject.opname-gestart@2':
      return 'hulp' in stand ? stand.hulp.vanaf : stand.aangemeldOp;
    case 'traject.overgeplaatst@1':
    case 'traject.onttrekking-gemeld@1':
    case 'traject.teruggekeerd@1':
      return 'verblijfVanaf' in stand ? stand.verblijfVanaf : null;
    case 'traject.uitstroom-gerealiseerd@1':
    case 'traject.geeindigd-na-onttrekking@1':
      return 'laatstGebeurdOp' in stand ? stand.laatstGebeurdOp : null;
    case 'traject.lokale-partner-toegezegd@1':
    case 'traject.nazorg-voortgang@1':
    case 'traject.afgesloten@1':
      return 'eindeOp' in stand ? stand.eindeOp : null;
    default:
      return null;
  }
};

/** A fact that lost what it rests on, and moments out of order. */
export const strijdig = (feiten: Feiten): readonly Strijd[] =>
  metStand<TrajectState, TrajectEvent>({ initialState, evolve }, feiten).flatMap(({ feit, stand, daarna }) => {
    if (stand === null) return [];
    // `evolve` leaves the state alone when there is nothing for the fact to happen to; nazorg it keeps.
    if (daarna === stand || (vouwt(nazorgVouwers, feit) && !volgtOpHulp(feit.type, stand)))
      return [{ feit: feit.id, regel: 'zonder grond', zin: 'Wat daarna kwam, past dan niet meer. Trek dat eerst in.' }];
    const vanaf = nietVoor(feit, stand);
    if (vanaf === null || feit.geldigOp >= vanaf) return [];
    return [{ feit: feit.id, regel: 'volgorde', zin: 'De datums staan dan niet meer op volgorde. Kijk ze na.' }];
  });
