import { type Instant, type Past, vouw, type Vouwers } from '@regielijn/kern';
import type { OpschalingEvent, Uitkomst } from './events.js';
import type { LadderId } from './ladder.js';

type Geopend = Extract<OpschalingEvent, { type: 'opschaling.geopend@1' }>['data'];

export type OpschalingStand = 'gevraagd' | 'aangenomen' | 'teruggegeven' | 'beantwoord' | 'afgesloten';

export interface Opschaling extends Pick<
  Geopend,
  'opschalingId' | 'jeugdigeId' | 'sleutelId' | 'betreft' | 'reden' | 'vraagsteller'
> {
  readonly ladder: LadderId;
  readonly geopendOp: Instant;
  readonly trede: string;
  readonly stand: OpschalingStand;
  /** When it came to this stand on this trede; whoever is next has their term from then on. */
  readonly sinds: Instant;
  /** Who took the last step on this trede; null: nobody yet. */
  readonly organisatie: string | null;
  readonly medewerker: string | null;
  readonly uitkomst: Uitkomst | null;
}

/** `null`: there is no such escalation. */
export type OpschalingState = Opschaling | null;

export const initialState: OpschalingState = null;

const NIEMAND = { organisatie: null, medewerker: null };

const vouwers: Vouwers<OpschalingEvent, OpschalingState> = {
  'opschaling.geopend@1': (_, { data: { vraag: _vraag, ...rest }, geldigOp }) => ({
    ...rest,
    ...NIEMAND,
    ...{ geopendOp: geldigOp, stand: 'gevraagd', sinds: geldigOp, uitkomst: null },
  }),
  'opschaling.aangenomen@1': (state, { data: { organisatie, medewerker }, geldigOp }) =>
    state && {
      ...state,
      ...{ stand: 'aangenomen', organisatie, medewerker },
      // Another worker of the same organisation gets no new term.
      sinds: state.stand === 'aangenomen' ? state.sinds : geldigOp,
    },
  'opschaling.teruggegeven@1': (state, { data: { organisatie }, geldigOp }) =>
    state && { ...state, stand: 'teruggegeven', organisatie, medewerker: null, sinds: geldigOp },
  'opschaling.beantwoord@1': (state, { geldigOp }) => state && { ...state, stand: 'beantwoord', sinds: geldigOp },
  'opschaling.opgeschaald@1': (state, { data: { naarTrede, aanleiding }, geldigOp, vastgelegdOp }) =>
    state && {
      ...state,
      ...NIEMAND,
      ...{ stand: 'gevraagd', trede: naarTrede },
      // After a time without a clock nobody on the next trede could know of it before it was recorded.
      sinds: aanleiding === 'klok' ? vastgelegdOp : geldigOp,
    },
  'opschaling.afgesloten@1': (state, { data: { uitkomst }, geldigOp }) =>
    state && { ...state, stand: 'afgesloten', uitkomst, sinds: geldigOp },
};

export const evolve = (state: OpschalingState, event: Past<OpschalingEvent>): OpschalingState =>
  vouw(vouwers, state, event);
