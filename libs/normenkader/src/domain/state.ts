import { type Instant, type Past, type Vouwers, vouw } from '@regielijn/kern';
import type { z } from 'zod';
import { type bespreking, type motivering, type NormenkaderEvent } from './events.js';
import type { NormUitkomst } from './normen/uitkomst.js';

/** The last assessment of a norm. */
export interface Toets extends NormUitkomst {
  readonly regelversie: string;
  readonly peilmoment: Instant;
  readonly feiten: readonly string[];
  readonly bron: readonly string[];
}

export type Motivering = z.output<z.ZodObject<typeof motivering>>;

export type Bespreking = z.output<z.ZodObject<typeof bespreking>>;

/** Open until it is motivated; lapsed when the facts, corrected or told late, show none. */
export interface Afwijking {
  readonly norm: string;
  readonly jeugdigeId: string;
  /** The event at which was deviated, or `geheel`; null: not known, since it was recorded before this was said. */
  readonly geval: string | null;
  readonly vastgesteldOp: Instant;
  readonly toestand: 'open' | 'gemotiveerd' | 'vervallen';
  readonly motivering: (Motivering & { readonly op: Instant }) | null;
  /** When it was first motivated, whatever was told of it later; null: it was not. */
  readonly gemotiveerdOp: Instant | null;
  /** When what was promised last was done; null: it is not, or nothing was promised. */
  readonly hersteldOp: Instant | null;
  /** What the kwartaalreview concluded; null: it was not discussed. */
  readonly bespreking: (Bespreking & { readonly op: Instant }) | null;
}

export interface NormtoetsState {
  /** Which trigger was assessed by which norm and rule version. */
  readonly getoetst: readonly string[];
  readonly laatste: Readonly<Record<string, Toets>>;
  readonly afwijkingen: Readonly<Record<string, Afwijking>>;
}

export const initialState: NormtoetsState = { getoetst: [], laatste: {}, afwijkingen: {} };

export const toetsSleutel = (norm: string, regelversie: string, aanleiding: string): string =>
  [norm, regelversie, aanleiding].join('|');

export interface StaandeAfwijking {
  readonly id: string;
  readonly geval: string | null;
}

/** The deviations of a norm that have not lapsed: at most one per fact at which was deviated, since what goes on is no new one. */
export const staandeAfwijkingen = ({ afwijkingen }: NormtoetsState, norm: string): readonly StaandeAfwijking[] =>
  Object.entries(afwijkingen)
    .filter(([, afwijking]) => afwijking.norm === norm && afwijking.toestand !== 'vervallen')
    .map(([id, { geval }]) => ({ id, geval }));

const metAfwijking = (state: NormtoetsState, id: string, wijziging: Partial<Afwijking>): NormtoetsState => {
  const bekend = state.afwijkingen[id];
  return bekend ? { ...state, afwijkingen: { ...state.afwijkingen, [id]: { ...bekend, ...wijziging } } } : state;
};

const vouwers: Vouwers<NormenkaderEvent, NormtoetsState> = {
  'normenkader.norm-getoetst@1': (state, { data }) => {
    const { norm, regelversie, aanleiding, uitkomst, uitleg, peilmoment, feiten, bron } = data;
    return {
      ...state,
      getoetst: [...state.getoetst, toetsSleutel(norm, regelversie, aanleiding)],
      laatste: { ...state.laatste, [norm]: { uitkomst, uitleg, regelversie, peilmoment, feiten, bron } },
    };
  },
  'normenkader.afwijking-vastgesteld@2': (state, { data: { afwijkingId, norm, jeugdigeId, geval }, geldigOp }) => ({
    ...state,
    afwijkingen: {
      ...state.afwijkingen,
      [afwijkingId]: {
        ...{ norm, jeugdigeId, geval, vastgesteldOp: geldigOp, toestand: 'open' },
        ...{ motivering: null, gemotiveerdOp: null, hersteldOp: null, bespreking: null },
      },
    },
  }),
  'normenkader.afwijking-vervallen@1': (state, { data }) =>
    metAfwijking(state, data.afwijkingId, { toestand: 'vervallen' }),
  'normenkader.afwijking-gemotiveerd@1': (state, { data, geldigOp }) => {
    const { trajectId: _, jeugdigeId: _jeugdige, norm: _norm, afwijkingId, ...motivering } = data;
    const { motivering: vorige, gemotiveerdOp: eerst, hersteldOp } = state.afwijkingen[afwijkingId] ?? {};
    return metAfwijking(state, afwijkingId, {
      ...{ toestand: 'gemotiveerd', motivering: { ...motivering, op: geldigOp } },
      gemotiveerdOp: eerst && eerst < geldigOp ? eerst : geldigOp,
      // Another day is another promise.
      hersteldOp: vorige?.herstelUiterlijk === motivering.herstelUiterlijk ? (hersteldOp ?? null) : null,
    });
  },
  'normenkader.herstel-afgerond@1': (state, { data, geldigOp }) =>
    metAfwijking(state, data.afwijkingId, { hersteldOp: geldigOp }),
  'normenkader.afwijking-besproken@1': (state, { data: { afwijkingId, review, conclusie, opschaling }, geldigOp }) =>
    metAfwijking(state, afwijkingId, { bespreking: { review, conclusie, opschaling, op: geldigOp } }),
};

export const evolve = (state: NormtoetsState, event: Past<NormenkaderEvent>): NormtoetsState =>
  vouw(vouwers, state, event);
