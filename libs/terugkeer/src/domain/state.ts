import { type Datum, type Instant, type Levensgebied, type Past, vouw, type Vouwers } from '@regielijn/kern';
import type { Gebiedstand, TerugkeerEvent } from './events.js';

/** Who takes up one levensgebied after the return. */
export interface Gebied {
  readonly levensgebied: Levensgebied;
  readonly stand: Gebiedstand;
  readonly partner: string | null;
  /** When that was so: of what is told later about an earlier moment, the last moment counts. null: nobody said anything. */
  readonly sinds: Instant | null;
}

export interface Terugkeer {
  readonly trajectId: string;
  readonly jeugdigeId: string;
  readonly stand: 'open' | 'ingetrokken' | 'gesloten';
  readonly geopendOp: Instant;
  /** When it came to this stand. */
  readonly sinds: Instant;
  /** The day on which the help ends by what is known; of a closed one, on which it ended. */
  readonly eindeOp: Datum;
  readonly grond: 'machtiging' | 'verwacht';
  /** What somebody said about the end; null: nothing, or not known any more. */
  readonly verwachtOp: Datum | null;
  readonly gemeente: string;
  readonly gemeenteSinds: Instant;
  /** Who of the lokale team takes part; null: it did not answer yet. */
  readonly deelname: { readonly organisatie: string; readonly medewerker: string; readonly op: Instant } | null;
  readonly levensgebieden: readonly Gebied[];
}

/** `null`: no end was ever in sight. */
export type TerugkeerState = Terugkeer | null;

export const initialState: TerugkeerState = null;

/** For which nobody was found or asked yet. */
export const zonderPartner = ({ levensgebieden }: Pick<Terugkeer, 'levensgebieden'>): readonly Levensgebied[] =>
  levensgebieden.filter(({ stand }) => stand === 'gezocht').map(({ levensgebied }) => levensgebied);

/** Where support is needed and nobody takes it up yet. */
export const nietGeregeld = ({ levensgebieden }: Pick<Terugkeer, 'levensgebieden'>): readonly Levensgebied[] =>
  levensgebieden
    .filter(({ stand }) => stand === 'gezocht' || stand === 'gevraagd')
    .map(({ levensgebied }) => levensgebied);

type Van<T extends TerugkeerEvent['type']> = Past<Extract<TerugkeerEvent, { type: T }>>;

const geopend = (state: TerugkeerState, { data, geldigOp }: Van<'terugkeer.geopend@1'>): Terugkeer => {
  const { trajectId, jeugdigeId, eindeOp, grond, gemeente, levensgebieden } = data;
  const bekend = state?.levensgebieden ?? [];
  const nieuw = levensgebieden.filter((gebied) => !bekend.some(({ levensgebied }) => levensgebied === gebied));
  return {
    ...{ trajectId, jeugdigeId, stand: 'open', geopendOp: geldigOp, sinds: geldigOp, eindeOp, grond, gemeente },
    ...{ gemeenteSinds: geldigOp, verwachtOp: state?.verwachtOp ?? null },
    deelname: state?.deelname?.organisatie === gemeente ? state.deelname : null,
    levensgebieden: [
      ...bekend,
      ...nieuw.map((levensgebied) => ({ levensgebied, stand: 'gezocht' as const, partner: null, sinds: null })),
    ],
  };
};

const metGebied = (state: Terugkeer, { data, geldigOp }: Van<'terugkeer.levensgebied-vastgelegd@1'>): Terugkeer => {
  const { levensgebied, stand, partner } = data;
  const gebied: Gebied = { levensgebied, stand, partner, sinds: geldigOp };
  const oud = state.levensgebieden.find((een) => een.levensgebied === levensgebied);
  // A partner may have been found before the end came in sight: only a later word on the same levensgebied counts more.
  if (oud && oud.sinds !== null && geldigOp < oud.sinds) return state;
  const { levensgebieden } = state;
  return {
    ...state,
    levensgebieden: oud ? levensgebieden.map((een) => (een === oud ? gebied : een)) : [...levensgebieden, gebied],
  };
};

const vouwers: Vouwers<TerugkeerEvent, TerugkeerState> = {
  'terugkeer.geopend@1': geopend,
  'terugkeer.einde-verwacht@1': (state, { data: { verwachtOp } }) => state && { ...state, verwachtOp },
  'terugkeer.einde-verschoven@1': (state, { data: { eindeOp, grond } }) => state && { ...state, eindeOp, grond },
  'terugkeer.gemeente-gewisseld@1': (state, { data: { gemeente }, geldigOp }) =>
    state && { ...state, gemeente, gemeenteSinds: geldigOp, deelname: null },
  'terugkeer.deelname-aanvaard@1': (state, { data: { organisatie, medewerker }, geldigOp: op }) =>
    state && { ...state, deelname: { organisatie, medewerker, op } },
  'terugkeer.levensgebied-vastgelegd@1': (state, event) => state && metGebied(state, event),
  'terugkeer.ingetrokken@1': (state, { geldigOp }) => state && { ...state, stand: 'ingetrokken', sinds: geldigOp },
  'terugkeer.gesloten@1': (state, { data: { eindeOp }, geldigOp }) =>
    state && { ...state, stand: 'gesloten', eindeOp, sinds: geldigOp },
};

export const evolve = (state: TerugkeerState, event: Past<TerugkeerEvent>): TerugkeerState =>
  vouw(vouwers, state, event);
