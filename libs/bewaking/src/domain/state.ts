import { type Instant, type Past, vouw, type Vouwers } from '@regielijn/kern';
import type { MomentSoort } from '@regielijn/termijnen';
import type { BewakingEvent } from './events.js';

/** A time in which somebody let a term stand still; `tot` null: it still does. */
export interface HandPauze {
  readonly van: Instant;
  readonly tot: Instant | null;
  readonly reden: string;
}

/** What was told about a term, and how it was moved by hand. */
export interface Termijnbewaking {
  /** How often each moment was told. More than once is a fault that the self-check counts. */
  readonly gemeld: Readonly<Record<string, number>>;
  /** The events whose command was seen to. */
  readonly afgehandeld: readonly string[];
  readonly pauzes: readonly HandPauze[];
  /** How many days its end has moved. */
  readonly verschoven: number;
}

export const initialState: Termijnbewaking = { gemeld: {}, afgehandeld: [], pauzes: [], verschoven: 0 };

/** A moment of a term that comes at another time is another one, so a term that moved is told again. */
export const momentSleutel = (moment: MomentSoort, wektOp: Instant): string => `${moment}@${wektOp}`;

/** The pause that goes on; undefined: it runs. */
export const lopendePauze = ({ pauzes }: Termijnbewaking): HandPauze | undefined =>
  pauzes.find(({ tot }) => tot === null);

const vouwers: Vouwers<BewakingEvent, Termijnbewaking> = {
  'bewaking.termijn-gemeld@1': (state, { data: { moment, wektOp } }) => {
    const sleutel = momentSleutel(moment, wektOp);
    return { ...state, gemeld: { ...state.gemeld, [sleutel]: (state.gemeld[sleutel] ?? 0) + 1 } };
  },
  'bewaking.gevolg-vastgelegd@1': (state, { data }) => ({
    ...state,
    afgehandeld: [...state.afgehandeld, data.gemeldId],
  }),
  'bewaking.termijn-gepauzeerd@1': (state, { data: { reden }, geldigOp }) => ({
    ...state,
    pauzes: [...state.pauzes, { van: geldigOp, tot: null, reden }],
  }),
  'bewaking.termijn-hervat@1': (state, { data: { dagen }, geldigOp }) => ({
    ...state,
    verschoven: state.verschoven + dagen,
    pauzes: state.pauzes.map((pauze) => (pauze.tot === null ? { ...pauze, tot: geldigOp } : pauze)),
  }),
};

export const evolve = (state: Termijnbewaking, event: Past<BewakingEvent>): Termijnbewaking =>
  vouw(vouwers, state, event);
