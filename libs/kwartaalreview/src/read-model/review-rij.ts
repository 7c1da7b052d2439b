import type { Instant, Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { ReviewEvent } from '../domain/events.js';
import { evolve, type Review } from '../domain/state.js';

/** One review. What was written about a case is ciphertext here. */
export interface ReviewRij {
  readonly review: string;
  readonly landsdeel: string;
  readonly kwartaal: string;
  readonly gesloten_op: Instant | null;
  readonly toestand: Review;
}

export const reviewReadModel: ReadModel<ReviewRij> = {
  name: 'kwartaalreview',
  version: 1,
  categories: ['kwartaalreview'],
  columns: { review: 'text', landsdeel: 'text', kwartaal: 'text', gesloten_op: 'timestamptz', toestand: 'jsonb' },
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<ReviewEvent>);
    if (toestand === null) return null;
    const { review, landsdeel, kwartaal, gesloten } = toestand;
    return { review, landsdeel, kwartaal, gesloten_op: gesloten?.op ?? null, toestand };
  },
};
