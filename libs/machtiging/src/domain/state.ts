import { type Datum, datumVan, type Kader, type Past } from '@regielijn/kern';
import type { MachtigingEvent, Soort } from './events.js';

interface Verzoek {
  readonly machtigingId: string;
  readonly jeugdigeId: string;
  readonly soort: Soort;
  readonly kader: Kader;
}

export type Machtiging =
  | (Verzoek & { readonly status: 'verzocht' | 'afgewezen' })
  | (Verzoek & { readonly status: 'verleend'; readonly geldigVan: Datum; readonly geldigTot: Datum })
  | (Verzoek & {
      readonly status: 'geeindigd';
      readonly geldigVan: Datum;
      readonly geldigTot: Datum;
      readonly geeindigdOp: Datum;
    });

/** `null`: no request. */
export type MachtigingState = Machtiging | null;

export const initialState: MachtigingState = null;

export const evolve = (state: MachtigingState, event: Past<MachtigingEvent>): MachtigingState => {
  if (event.type === 'machtiging.verzoek-ingediend@1') {
    const { machtigingId, jeugdigeId, soort, kader } = event.data;
    return { status: 'verzocht', machtigingId, jeugdigeId, soort, kader };
  }
  if (state === null) return state;
  const { machtigingId, jeugdigeId, soort, kader } = state;
  const verzoek = { machtigingId, jeugdigeId, soort, kader };
  switch (event.type) {
    case 'machtiging.verleend@1': {
      const { geldigVan, geldigTot } = event.data;
      return { ...verzoek, status: 'verleend', geldigVan, geldigTot };
    }
    case 'machtiging.afgewezen@1':
      return { ...verzoek, status: 'afgewezen' };
    case 'machtiging.geeindigd@1':
      return 'geldigVan' in state ? { ...state, status: 'geeindigd', geeindigdOp: datumVan(event.geldigOp) } : state;
    default:
      return event satisfies never;
  }
};

/** Whether the machtiging holds on this day. An end is a date: expired is expired, though no event says so yet. */
export const geldtOp = (state: MachtigingState, dag: Datum): boolean => {
  if (state === null || !('geldigVan' in state)) return false;
  const tot = state.status === 'geeindigd' && state.geeindigdOp < state.geldigTot ? state.geeindigdOp : state.geldigTot;
  return state.geldigVan <= dag && dag < tot;
};
