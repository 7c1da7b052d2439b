import { type Datum, datumVan, type Kader, type Past } from '@regielijn/kern';
import type { Eindegrond, MachtigingEvent, Soort } from './events.js';

interface Verzoek {
  readonly machtigingId: string;
  readonly jeugdigeId: string;
  readonly soort: Soort;
  readonly kader: Kader;
  readonly verzochtOp: Datum;
}

interface Verleend extends Verzoek {
  readonly beschikkingOp: Datum;
  readonly geldigVan: Datum;
  readonly geldigTot: Datum;
}

export type Machtiging =
  | (Verzoek & { readonly status: 'verzocht' })
  | (Verzoek & { readonly status: 'afgewezen'; readonly beschikkingOp: Datum })
  | (Verleend & { readonly status: 'verleend' })
  | (Verleend & { readonly status: 'geeindigd'; readonly geeindigdOp: Datum; readonly grond: Eindegrond });

/** `null`: no request. */
export type MachtigingState = Machtiging | null;

export const initialState: MachtigingState = null;

export const evolve = (state: MachtigingState, event: Past<MachtigingEvent>): MachtigingState => {
  if (event.type === 'machtiging.verzoek-ingediend@1') {
    const { machtigingId, jeugdigeId, soort, kader } = event.data;
    return { status: 'verzocht', machtigingId, jeugdigeId, soort, kader, verzochtOp: datumVan(event.geldigOp) };
  }
  if (state === null) return state;
  const { machtigingId, jeugdigeId, soort, kader, verzochtOp } = state;
  const verzoek = { machtigingId, jeugdigeId, soort, kader, verzochtOp };
  switch (event.type) {
    case 'machtiging.verleend@1': {
      const { beschikkingOp, geldigVan, geldigTot } = event.data;
      return { ...verzoek, status: 'verleend', beschikkingOp, geldigVan, geldigTot };
    }
    case 'machtiging.afgewezen@1':
      return { ...verzoek, status: 'afgewezen', beschikkingOp: event.data.beschikkingOp };
    case 'machtiging.geeindigd@1':
      if (!('geldigVan' in state)) return state;
      return { ...state, status: 'geeindigd', geeindigdOp: datumVan(event.geldigOp), grond: event.data.grond };
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
