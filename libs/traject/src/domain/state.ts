import {
  type Bestemming,
  type Instant,
  type Levensgebied,
  type Past,
  type Variant,
  vouw,
  vouwt,
} from '@regielijn/kern';
import type { TrajectEvent } from './events.js';
import { geenNazorg, type Nazorg, nazorgVouwers } from './nazorg/state.js';

interface Basis {
  readonly trajectId: string;
  readonly jeugdigeId: string;
  readonly aangemeldOp: Instant;
  readonly perspectieven: readonly Levensgebied[];
  readonly nazorg: Nazorg;
}

export interface Toewijzing {
  readonly voorzieningId: string;
  readonly reserveringId: string;
  readonly variant: Variant;
  readonly geldigTot: Instant;
}

interface Verblijf {
  readonly voorzieningId: string;
  readonly opnameOp: Instant;
  /** Start of the current stay: the opname or the last overplaatsing. */
  readonly verblijfVanaf: Instant;
  /** The latest moment of anything within the verblijf, which cannot have ended before. */
  readonly laatstGebeurdOp: Instant;
}

interface Einde {
  readonly eindeOp: Instant;
  /** null: ended after an onttrekking. */
  readonly bestemming: Bestemming | null;
}

export type Traject =
  | (Basis & { readonly status: 'aangemeld'; readonly toewijzing: Toewijzing | null })
  | (Basis & Verblijf & { readonly status: 'verblijf'; readonly onttrokkenVanaf: Instant | null })
  | (Basis & Verblijf & Einde & { readonly status: 'nazorg' })
  | (Basis & Verblijf & Einde & { readonly status: 'afgesloten' });

export type TijdensVerblijf = Extract<Traject, { status: 'verblijf' }>;

/** `null`: no traject. */
export type TrajectState = Traject | null;

export const initialState: TrajectState = null;

export const evolve = (state: TrajectState, event: Past<TrajectEvent>): TrajectState => {
  const { geldigOp } = event;
  if (event.type === 'traject.aangemeld@1') {
    const { trajectId, jeugdigeId } = event.data;
    return {
      ...{ status: 'aangemeld', trajectId, jeugdigeId, aangemeldOp: geldigOp, toewijzing: null },
      ...{ perspectieven: [], nazorg: geenNazorg },
    };
  }
  if (state === null) return state;
  if (vouwt(nazorgVouwers, event)) return { ...state, nazorg: vouw(nazorgVouwers, state.nazorg, event) };
  switch (event.type) {
    case 'traject.plek-toegewezen@1':
      return state.status === 'aangemeld' ? { ...state, toewijzing: event.data } : state;
    case 'traject.opname-gestart@1':
      return opgenomen(state, event.data.voorzieningId, geldigOp);
    case 'traject.overgeplaatst@1':
      return inVerblijf(state, geldigOp, { voorzieningId: event.data.voorzieningId, verblijfVanaf: geldigOp });
    case 'traject.perspectief-vastgesteld@1':
      return { ...state, perspectieven: metGebied(state.perspectieven, event.data.levensgebied) };
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

const metGebied = (gebieden: readonly Levensgebied[], gebied: Levensgebied): readonly Levensgebied[] => [
  ...new Set([...gebieden, gebied]),
];

const opgenomen = (state: Traject, voorzieningId: string, op: Instant): Traject => {
  if (state.status !== 'aangemeld') return state;
  const { toewijzing: _, ...basis } = state;
  const verblijf = { voorzieningId, opnameOp: op, verblijfVanaf: op, laatstGebeurdOp: op };
  return { ...basis, ...verblijf, status: 'verblijf', onttrokkenVanaf: null };
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
