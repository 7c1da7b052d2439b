import { type Bestemming, type Instant, type Past, type Urgentie, type Variant, vouw, vouwt } from '@regielijn/kern';
import type { TrajectEvent } from './events.js';
import { geenNazorg, type Nazorg, nazorgVouwers } from './nazorg/state.js';
import { geenOnderwijs, type Onderwijs, onderwijsVouwers } from './onderwijs/state.js';
import { geenPlannen, type Plannen, plannenVouwers } from './plannen/state.js';
import { geenToeleiding, type Toeleiding, toeleidingVouwers } from './toeleiding/state.js';
import { met } from './deel.js';
import { geenUitstroom, type Uitstroom, uitstroomVouwers } from './uitstroom/state.js';
import { geenZorg, type Zorg, zorgVouwers } from './zorg/state.js';
import { type HulpZonderOpname, zonderOpnameVouwers } from './zonder-opname/state.js';

interface Basis {
  readonly trajectId: string;
  readonly jeugdigeId: string;
  readonly aangemeldOp: Instant;
  readonly urgentie: Urgentie;
  /** When help first began, with an opname or without; null: not yet. */
  readonly hulpBegonnenOp: Instant | null;
  readonly toeleiding: Toeleiding;
  readonly plannen: Plannen;
  readonly onderwijs: Onderwijs;
  readonly zorg: Zorg;
  readonly uitstroom: Uitstroom;
  readonly nazorg: Nazorg;
}

export interface Toewijzing {
  readonly voorzieningId: string;
  readonly reserveringId: string;
  readonly variant: Variant;
  readonly geldigTot: Instant;
}

type OpnameGestart = Extract<TrajectEvent, { type: 'traject.opname-gestart@2' }>['data'];

interface Verblijf {
  readonly voorzieningId: string;
  readonly opnameOp: Instant;
  /** The machtiging that the opname named. */
  readonly machtigingId: string | null;
  /** What should not have been so at the opname. */
  readonly opnameVlaggen: OpnameGestart['vlaggen'];
  /** Start of the current stay: the opname or the last overplaatsing. */
  readonly verblijfVanaf: Instant;
  /** The latest moment of anything within the verblijf, which cannot have ended before. */
  readonly laatstGebeurdOp: Instant;
}

interface Einde {
  readonly eindeOp: Instant;
  /** null: ended after an onttrekking, or as help without opname. */
  readonly bestemming: Bestemming | null;
}

interface Hulp {
  /** The last help without opname. */
  readonly hulp: HulpZonderOpname;
}

interface Ingetrokken {
  readonly ingetrokkenOp: Instant;
}

export type Traject =
  | (Basis & { readonly status: 'aangemeld'; readonly toewijzing: Toewijzing | null })
  | (Basis & Hulp & { readonly status: 'hulp_zonder_opname'; readonly toewijzing: Toewijzing | null })
  | (Basis & Verblijf & { readonly status: 'verblijf'; readonly onttrokkenVanaf: Instant | null })
  | (Basis & (Verblijf | Hulp) & Einde & { readonly status: 'nazorg' })
  | (Basis & (Verblijf | Hulp) & Einde & { readonly status: 'afgesloten' })
  | (Basis & Ingetrokken & { readonly status: 'afgesloten' });

export type TijdensVerblijf = Extract<Traject, { status: 'verblijf' }>;

/** `null`: no traject. */
export type TrajectState = Traject | null;

export const initialState: TrajectState = null;

export const evolve = (state: TrajectState, event: Past<TrajectEvent>): TrajectState => {
  const { geldigOp } = event;
  if (event.type === 'traject.aangemeld@2') {
    const { trajectId, jeugdigeId, urgentie } = event.data;
    return {
      ...{ status: 'aangemeld', trajectId, jeugdigeId, aangemeldOp: geldigOp, toewijzing: null },
      ...{ toeleiding: geenToeleiding, plannen: geenPlannen, onderwijs: geenOnderwijs, nazorg: geenNazorg },
      ...{ zorg: geenZorg, uitstroom: geenUitstroom, urgentie, hulpBegonnenOp: null },
    };
  }
  if (state === null) return state;
  if (vouwt(nazorgVouwers, event)) return { ...state, nazorg: vouw(nazorgVouwers, state.nazorg, event) };
  if (vouwt(zonderOpnameVouwers, event)) return vouw(zonderOpnameVouwers, state, event);
  if (vouwt(toeleidingVouwers, event))
    return met(state, 'toeleiding', vouw(toeleidingVouwers, state.toeleiding, event));
  if (vouwt(plannenVouwers, event)) return met(state, 'plannen', vouw(plannenVouwers, state.plannen, event));
  if (vouwt(onderwijsVouwers, event)) return met(state, 'onderwijs', vouw(onderwijsVouwers, state.onderwijs, event));
  if (vouwt(zorgVouwers, event)) return met(state, 'zorg', vouw(zorgVouwers, state.zorg, event));
  if (vouwt(uitstroomVouwers, event)) return met(state, 'uitstroom', vouw(uitstroomVouwers, state.uitstroom, event));
  switch (event.type) {
    case 'traject.plek-toegewezen@1':
      return 'toewijzing' in state ? { ...state, toewijzing: event.data } : state;
    case 'traject.opname-gestart@2':
      return opgenomen(state, event.data, geldigOp);
    case 'traject.overgeplaatst@1':
      return inVerblijf(state, geldigOp, { voorzieningId: event.data.voorzieningId, verblijfVanaf: geldigOp });
    case 'traject.onttrekking-gemeld@1':
      return inVerblijf(state, geldigOp, { onttrokkenVanaf: geldigOp });
    case 'traject.teruggekeerd@1':
      return inVerblijf(state, geldigOp, { onttrokkenVanaf: null });
    case 'traject.geeindigd-na-onttrekking@1':
      return naVerblijf(state, geldigOp, null);
    case 'traject.uitstroom-gerealiseerd@1':
      return naVerblijf(state, geldigOp, event.data.bestemming);
    case 'traject.afgesloten@1':
      return 'eindeOp' in state ? { ...state, status: 'afgesloten' } : state;
    default:
      return event satisfies never;
  }
};

const opgenomen = (state: Traject, data: OpnameGestart, op: Instant): Traject => {
  if (!('toewijzing' in state)) return state;
  const { toewijzing: _, hulp: _hulp, ...basis } = { hulp: null, ...state };
  const { voorzieningId, machtigingId, vlaggen: opnameVlaggen } = data;
  const verblijf = { voorzieningId, machtigingId, opnameVlaggen, opnameOp: op, verblijfVanaf: op, laatstGebeurdOp: op };
  const hulpBegonnenOp = state.hulpBegonnenOp ?? op;
  return { ...basis, ...verblijf, hulpBegonnenOp, status: 'verblijf', onttrokkenVanaf: null };
};

/** What happens within the verblijf. Once the opname was withdrawn there is none, and nothing to change. */
const inVerblijf = (state: Traject, op: Instant, wijziging: Partial<TijdensVerblijf>): Traject => {
  if (state.status !== 'verblijf') return state;
  return { ...state, ...wijziging, laatstGebeurdOp: op > state.laatstGebeurdOp ? op : state.laatstGebeurdOp };
};

const naVerblijf = (state: Traject, eindeOp: Instant, bestemming: Bestemming | null): Traject => {
  if (state.status !== 'verblijf') return state;
  const { onttrokkenVanaf: _, ...verblijf } = state;
  return { ...verblijf, status: 'nazorg', eindeOp, bestemming };
};
