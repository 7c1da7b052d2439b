import { type Datum, type Instant, type Past, type Vouwers, vouw } from '@regielijn/kern';
import type { z } from 'zod';
import type { QuorumSchema, ReviewEvent, Trend } from './events.js';
import type { ReviewSleutel } from './review.js';

export type Quorum = z.output<typeof QuorumSchema>;
type Data<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>['data'];

/** A deviation on the agenda of this review. Open until it is discussed or lapses; what is open at closing moves on. */
export interface Agendapunt extends Omit<Data<'kwartaalreview.afwijking-geagendeerd@1'>, 'review' | 'afwijkingId'> {
  readonly stand: 'open' | 'besproken' | 'afgevoerd';
}

export interface Bespreking extends Omit<Data<'kwartaalreview.besproken@1'>, 'review'> {
  readonly op: Instant;
}

export interface Actie {
  readonly soort: string;
  readonly eigenaar: string;
  readonly uiterlijk: Datum;
  readonly afwijkingen: readonly string[];
  readonly trajecten: readonly string[];
  /** The review that agreed it; null: this one. */
  readonly uitReview: string | null;
  readonly afgerondOp: Instant | null;
}

export interface Vergadering {
  readonly op: Instant;
  readonly aanwezig: readonly string[];
}

export interface Review extends ReviewSleutel {
  readonly review: string;
  readonly geopendOp: Instant;
  readonly regelversie: string;
  readonly disciplines: readonly string[];
  readonly quorum: Quorum;
  readonly agenda: Readonly<Record<string, Agendapunt>>;
  /** The discipline of each participant, by account. */
  readonly deelnemers: Readonly<Record<string, string>>;
  readonly verschoningen: readonly Omit<Data<'kwartaalreview.verschoond@1'>, 'review'>[];
  readonly leeslijst: readonly string[];
  readonly vergaderingen: readonly Vergadering[];
  readonly besprekingen: readonly Bespreking[];
  /** What was written about a case, by traject; the last of it stands. */
  readonly toelichtingen: Readonly<Record<string, string>>;
  readonly acties: Readonly<Record<string, Actie>>;
  readonly gesloten: { readonly op: Instant; readonly zegel: string; readonly trend: readonly Trend[] } | null;
}

/** `null`: this review was not opened. */
export type ReviewState = Review | null;

export const initialState: ReviewState = null;

const metPunt = (state: Review, afwijkingId: string, wijziging: Partial<Agendapunt>): Review => ({
  ...state,
  agenda: { ...state.agenda, [afwijkingId]: { ...state.agenda[afwijkingId]!, ...wijziging } },
});

const metActie = (
  state: Review,
  { actieId, soort, eigenaar, uiterlijk, afwijkingen, trajecten }: Data<'kwartaalreview.actie-afgesproken@1'>,
  uitReview: string | null,
): Review => {
  const actie = { soort, eigenaar, uiterlijk, afwijkingen, trajecten, uitReview, afgerondOp: null };
  return { ...state, acties: { ...state.acties, [actieId]: actie } };
};

type Vervolg = Exclude<ReviewEvent, { type: 'kwartaalreview.geopend@1' }>;

const vouwers: Vouwers<Vervolg, Review> = {
  'kwartaalreview.afwijking-geagendeerd@1': (state, { data: { review: _, afwijkingId, ...punt } }) => ({
    ...state,
    agenda: { ...state.agenda, [afwijkingId]: { ...punt, stand: 'open' } },
  }),
  'kwartaalreview.motivering-bekend@1': (state, { data: { afwijkingId, gemotiveerd, redencodes } }) =>
    metPunt(state, afwijkingId, { gemotiveerd, redencodes }),
  'kwartaalreview.afwijking-afgevoerd@1': (state, { data }) => metPunt(state, data.afwijkingId, { stand: 'afgevoerd' }),
  'kwartaalreview.deelnemer-toegevoegd@1': (state, { data: { account, discipline } }) => ({
    ...state,
    deelnemers: { ...state.deelnemers, [account]: discipline },
  }),
  'kwartaalreview.verschoond@1': (state, { data: { review: _, ...verschoning } }) => ({
    ...state,
    verschoningen: [...state.verschoningen, verschoning],
  }),
  'kwartaalreview.leeslijst-vastgesteld@1': (state, { data }) => ({ ...state, leeslijst: data.trajecten }),
  'kwartaalreview.vergaderd@1': (state, { data, geldigOp }) => ({
    ...state,
    vergaderingen: [...state.vergaderingen, { op: geldigOp, aanwezig: data.aanwezig }],
  }),
  'kwartaalreview.besproken@1': (state, { data: { review: _, ...bespreking }, geldigOp }) =>
    bespreking.afwijkingen.reduce<Review>((stand, afwijkingId) => metPunt(stand, afwijkingId, { stand: 'besproken' }), {
      ...state,
      besprekingen: [...state.besprekingen, { ...bespreking, op: geldigOp }],
    }),
  'kwartaalreview.zaak-toegelicht@1': (state, { data }) => ({
    ...state,
    toelichtingen: { ...state.toelichtingen, [data.trajectId]: data.toelichting },
  }),
  'kwartaalreview.actie-afgesproken@1': (state, { data }) => metActie(state, data, null),
  'kwartaalreview.actie-meegenomen@1': (state, { data }) => metActie(state, data, data.uitReview),
  'kwartaalreview.actie-afgerond@1': (state, { data: { actieId }, geldigOp }) => ({
    ...state,
    acties: { ...state.acties, [actieId]: { ...state.acties[actieId]!, afgerondOp: geldigOp } },
  }),
  'kwartaalreview.gesloten@1': (state, { data: { zegel, trend }, geldigOp }) => ({
    ...state,
    gesloten: { op: geldigOp, zegel, trend },
  }),
};

export const evolve = (state: ReviewState, event: Past<ReviewEvent>): ReviewState => {
  if (event.type === 'kwartaalreview.geopend@1')
    return {
      ...{ ...event.data, geopendOp: event.geldigOp, agenda: {}, deelnemers: {}, verschoningen: [], leeslijst: [] },
      ...{ vergaderingen: [], besprekingen: [], toelichtingen: {}, acties: {}, gesloten: null },
    };
  return state && vouw(vouwers, state, event as Past<Vervolg>);
};

/** The deviations that are still to be discussed here; once the review is closed: those that moved on to the next. */
export const openPunten = ({ agenda }: Review): readonly string[] =>
  Object.keys(agenda).filter((afwijkingId) => agenda[afwijkingId]!.stand === 'open');

/** The acties that are not done; once the review is closed: those with which the next one began. */
export const openActies = ({ acties }: Review): readonly string[] =>
  Object.keys(acties).filter((actieId) => acties[actieId]!.afgerondOp === null);

export const isVerschoond = ({ verschoningen }: Review, account: string, trajectId: string): boolean =>
  verschoningen.some((verschoning) => verschoning.account === account && verschoning.trajectId === trajectId);
