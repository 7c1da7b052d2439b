import { onbekend, weiger } from '@regielijn/kern';
import type { Trend } from './events.js';
import type { Actie, Agendapunt, Quorum, Review, ReviewState } from './state.js';

/** What the rules say about a review on the day on which its quarter begins. */
export interface Opening {
  readonly regelversie: string;
  readonly disciplines: readonly string[];
  readonly quorum: Quorum;
}

/** A deviation as its own stream tells it now. */
export interface Afwijkingsfeit extends Omit<Agendapunt, 'stand' | 'uitReview'> {
  readonly afwijkingId: string;
  readonly isVervallen: boolean;
}

/** What a decision about a review needs from elsewhere; each command looks at its own part. */
export interface ReviewFacts {
  readonly opening: Opening | null;
  readonly afwijkingen: readonly Afwijkingsfeit[];
  /** The acties that another review hands over. */
  readonly acties: Readonly<Record<string, Actie>>;
  /** Who acted in a case, by traject. */
  readonly betrokken: Readonly<Record<string, readonly string[]>>;
  /** Whom a case is about, by traject. */
  readonly jeugdigen: Readonly<Record<string, string>>;
  readonly zegel: string;
  readonly trend: readonly Trend[];
}

export const geenFeiten: ReviewFacts = {
  ...{ opening: null, afwijkingen: [], acties: {}, betrokken: {}, jeugdigen: {}, zegel: '', trend: [] },
};

/** Nothing is added to a review that is sealed. */
export const eisNietGesloten = (state: Review): void => {
  if (state.gesloten)
    throw weiger(
      'REVIEW_GESLOTEN',
      'Deze review is gesloten. Wat niet is besproken en acties die niet klaar zijn, staan bij de volgende review.',
      { review: state.review },
    );
};

export const eisOpen = (state: ReviewState): Review => {
  if (state === null) throw onbekend('Deze review');
  eisNietGesloten(state);
  return state;
};

export const opAgenda = ({ agenda, review }: Review, afwijkingId: string): Agendapunt => {
  const punt = agenda[afwijkingId];
  if (punt) return punt;
  throw weiger('NIET_OP_AGENDA', 'Deze afwijking staat niet op de agenda van deze review. Kijk na bij welke wel.', {
    ...{ review, afwijkingId },
  });
};

export const eisZaakOpAgenda = ({ agenda, review }: Review, trajectId: string): void => {
  if (Object.values(agenda).some((punt) => punt.trajectId === trajectId)) return;
  throw weiger('ZAAK_NIET_OP_AGENDA', 'Deze zaak staat niet op de agenda van deze review. Kijk na bij welke wel.', {
    ...{ review, trajectId },
  });
};
