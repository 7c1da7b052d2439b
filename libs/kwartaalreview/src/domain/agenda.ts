import { type Beslissers, onbekend } from '@regielijn/kern';
import type { NeemOver, OpenReview, WerkAgendaBij, ZetOpAgenda } from './commands.js';
import { reviewFeiten as feit, type ReviewEvent } from './events.js';
import { type Afwijkingsfeit, eisNietGesloten, eisOpen, opAgenda, type ReviewFacts } from './facts.js';
import { reviewVan, sleutelVan } from './review.js';
import type { ReviewState } from './state.js';

/** A review is opened by whatever comes first: its quarter, or something that belongs on its agenda. */
const opening = (state: ReviewState, review: string, { opening: regels }: ReviewFacts): readonly ReviewEvent[] => {
  if (state !== null) return [];
  if (regels === null) throw onbekend('Deze review');
  const { regelversie, disciplines, quorum } = regels;
  return [feit.geopend.of({ review, ...sleutelVan(review), regelversie, disciplines: [...disciplines], quorum })];
};

const geagendeerd = (
  review: string,
  { isVervallen: _, redencodes, ...afwijking }: Afwijkingsfeit,
  uitReview: string | null,
): ReviewEvent => feit.geagendeerd.of({ review, ...afwijking, redencodes: [...redencodes], uitReview });

const zetOpAgenda = ({ data }: ZetOpAgenda, state: ReviewState, facts: ReviewFacts): readonly ReviewEvent[] => {
  const nieuw = facts.afwijkingen.filter(({ afwijkingId }) => !state?.agenda[afwijkingId]);
  if (nieuw.length === 0) return [];
  if (state) eisNietGesloten(state);
  return [
    ...opening(state, data.review, facts),
    // A motivation, also one that was given meanwhile, is told after this.
    ...nieuw.map((afwijking) => geagendeerd(data.review, { ...afwijking, gemotiveerd: false, redencodes: [] }, null)),
  ];
};

/** What lapsed before it was discussed leaves the agenda; what was discussed stays as it was known then. */
const werkBij = ({ data }: WerkAgendaBij, state: ReviewState): readonly ReviewEvent[] => {
  const { review, afwijkingId, redencodes } = data;
  const punt = opAgenda(eisOpen(state), afwijkingId);
  if (punt.stand !== 'open') return [];
  if (redencodes === null) return [feit.afgevoerd.of({ review, afwijkingId })];
  const isBekend = punt.gemotiveerd && punt.redencodes.join() === redencodes.join();
  return isBekend ? [] : [feit.motiveringBekend.of({ review, afwijkingId, gemotiveerd: true, redencodes })];
};

/** What lapsed between two reviews is shown too: it came, and left again. */
const neemOver = ({ data }: NeemOver, state: ReviewState, facts: ReviewFacts): readonly ReviewEvent[] => {
  const { review, uit } = data;
  if (state) eisNietGesloten(state);
  return [
    ...opening(state, review, facts),
    ...facts.afwijkingen
      .filter(({ afwijkingId }) => !state?.agenda[afwijkingId])
      .flatMap((afwijking) => [
        geagendeerd(review, afwijking, uit),
        ...(afwijking.isVervallen ? [feit.afgevoerd.of({ review, afwijkingId: afwijking.afwijkingId })] : []),
      ]),
    ...Object.entries(facts.acties)
      .filter(([actieId]) => !state?.acties[actieId])
      .map(([actieId, { soort, eigenaar, uiterlijk, afwijkingen, trajecten }]) =>
        feit.actieMeegenomen.of({
          ...{ review, actieId, soort, eigenaar, uiterlijk, uitReview: uit },
          ...{ afwijkingen: [...afwijkingen], trajecten: [...trajecten] },
        }),
      ),
  ];
};

export const agendabesluiten: Beslissers<
  OpenReview | ZetOpAgenda | WerkAgendaBij | NeemOver,
  ReviewState,
  ReviewEvent,
  ReviewFacts
> = {
  'kwartaalreview.open': ({ data }, state, facts) => opening(state, reviewVan(data), facts),
  'kwartaalreview.zet-op-agenda': zetOpAgenda,
  'kwartaalreview.werk-agenda-bij': werkBij,
  'kwartaalreview.neem-over': neemOver,
};
