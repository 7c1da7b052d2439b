import { KwartaalSchema } from '@regielijn/kern';
import { z } from 'zod';

const LANDSDEEL = '[a-z]+(?:-[a-z]+)*';

export const LandsdeelSchema = z
  .string()
  .regex(new RegExp(`^${LANDSDEEL}$`), 'een landsdeel zoals zuidwest')
  .meta({ description: 'Landsdeel', example: 'zuidwest' });

/** What one review goes by: the landsdeel and the quarter, as `zuidwest-2026-K3`. */
export const ReviewSchema = z
  .string()
  .regex(new RegExp(`^${LANDSDEEL}-(20|21)\\d\\d-K[1-4]$`), 'een review zoals zuidwest-2026-K3')
  .meta({ description: 'Landsdeel en kwartaal van de review', example: 'zuidwest-2026-K3' });

export interface ReviewSleutel {
  readonly landsdeel: string;
  readonly kwartaal: string;
}

export const reviewVan = ({ landsdeel, kwartaal }: ReviewSleutel): string => `${landsdeel}-${kwartaal}`;

const KWARTAAL_LENGTE = '2026-K3'.length;

export const sleutelVan = (review: string): ReviewSleutel => ({
  landsdeel: review.slice(0, -KWARTAAL_LENGTE - 1),
  kwartaal: KwartaalSchema.parse(review.slice(-KWARTAAL_LENGTE)),
});

export const reviewStream = (review: string): string => `kwartaalreview-${review}`;
