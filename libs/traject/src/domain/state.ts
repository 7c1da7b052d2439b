import type { Instant, Levensgebied, Past, Variant } from '@regielijn/kern';
import type { TrajectEvent } from './events.js';

interface Basis {
  readonly trajectId: string;
  readonly jeugdigeId: string;
  readonly aangemeldOp: Instant;
  readonly perspectieven: readonly Levensgebied[];
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
}

interface Einde {
  readonly eindeOp: Instant;
  readonly nazorg: readonly { readonly levensgebied: Levensgebied; readonly opgepakt: boolean }[] | null;
}

export type Traject =
  | (Basis & { readonly status: 'aangemeld'; readonly toewijzing: Toewijzing | null })
  | (Basis & Verblijf & { readonly status: 'verblijf'; readonly onttrokkenVanaf: Instant | null })
  | (Basis & Verblijf & Einde & { readonly status: 'nazorg' })
  | (Basis & Verblijf & Einde & { readonly status: 'afgesloten' });

/** `null`: no traject. */
export type TrajectState = Traject | null;

export const initialState: TrajectState = null;

export const evolve = (state: TrajectState, event: Past<TrajectEvent>): TrajectState => {
  if (event.type === 'traject.aangemeld@1') {
    const { trajectId, jeugdigeId } = event.data;
    return {
      status: 'aangemeld',
      trajectId,
      jeugdigeId,
      aangemeldOp: event.geldigOp,
      perspectieven: [],
      toewijzing: null,
    };
  }
  if (state === null) return state;
  switch (event.type) {
    case 'traject.plek-toegewezen@1':
      return state.status === 'aangemeld' ? { ...state, toewijzing: event.data } : state;
    case 'traject.opname-gestart@1': {
      const { trajectId, jeugdigeId, aangemeldOp, perspectieven } = state;
      const verblijf = {
        voorzieningId: event.data.voorzieningId,
        opnameOp: event.geldigOp,
        verblijfVanaf: event.geldigOp,
      };
      return {
        ...{ trajectId, jeugdigeId, aangemeldOp, perspectieven },
        ...verblijf,
        status: 'verblijf',
        onttrokkenVanaf: null,
      };
    }
    case 'traject.overgeplaatst@1':
      if (state.status !== 'verblijf') return state;
      return { ...state, voorzieningId: event.data.voorzieningId, verblijfVanaf: event.geldigOp };
    case 'traject.perspectief-vastgesteld@1':
      return { ...state, perspectieven: [...new Set([...state.perspectieven, event.data.levensgebied])] };
    case 'traject.onttrekking-gemeld@1':
      return state.status === 'verblijf' ? { ...state, onttrokkenVanaf: event.geldigOp } : state;
    case 'traject.teruggekeerd@1':
      return state.status === 'verblijf' ? { ...state, onttrokkenVanaf: null } : state;
    case 'traject.geeindigd-na-onttrekking@1':
    case 'traject.uitstroom-gerealiseerd@1':
      return naVerblijf(state, event.geldigOp);
    case 'traject.nazorgplan-vastgesteld@1': {
      const nodig = event.data.levensgebieden.filter((gebied) => gebied.nodig);
      return metNazorg(
        state,
        nodig.map(({ levensgebied }) => ({ levensgebied, opgepakt: false })),
      );
    }
    case 'traject.lokale-partner-opgepakt@1':
      if (!('nazorg' in state) || state.nazorg === null) return state;
      return metNazorg(
        state,
        state.nazorg.map((deel) =>
          deel.levensgebied === event.data.levensgebied ? { ...deel, opgepakt: true } : deel,
        ),
      );
    case 'traject.afgesloten@1':
      return 'eindeOp' in state ? { ...state, status: 'afgesloten' } : state;
    default:
      return event satisfies never;
  }
};

const naVerblijf = (state: Traject, eindeOp: Instant): Traject => {
  if (state.status !== 'verblijf') return state;
  const { onttrokkenVanaf: _, ...verblijf } = state;
  return { ...verblijf, status: 'nazorg', eindeOp, nazorg: null };
};

const metNazorg = (state: Traject, nazorg: Einde['nazorg']): Traject =>
  'eindeOp' in state ? { ...state, nazorg } : state;
