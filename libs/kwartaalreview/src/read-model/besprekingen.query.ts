import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { defineQuery, IdSchema } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { ReviewFeitenLezer } from '../application/feiten-lezer.js';
import { ReviewSchema } from '../domain/review.js';
import type { Review } from '../domain/state.js';

const BesprekingSchema = z.strictObject({
  review: ReviewSchema,
  conclusies: z.array(
    z.strictObject({
      op: z.string(),
      normen: z.array(z.string()),
      conclusie: z.string(),
      lessen: z.array(z.string()),
      opschaling: z.string(),
    }),
  ),
  toelichting: z.string().nullable().meta({ description: 'Wat de review over deze zaak opschreef' }),
});

export const BesprekingenSchema = z.array(BesprekingSchema).meta({ id: 'Besprekingen' });

export class VraagBesprekingen extends defineQuery<z.output<typeof BesprekingenSchema>>()({
  naam: 'kwartaalreview.besprekingen-van-traject',
  omschrijving: 'Wat kwartaalreviews over een traject concludeerden en opschreven, de eerste review voorop.',
  schema: z.strictObject({ trajectId: IdSchema }),
  leest: ['kwartaalreview'],
}) {}

const overTraject = (review: Review, trajectId: string): z.output<typeof BesprekingSchema> => ({
  review: review.review,
  conclusies: review.besprekingen.flatMap(({ op, conclusie, lessen, opschaling, afwijkingen }) => {
    const punten = afwijkingen.map((afwijkingId) => review.agenda[afwijkingId]!);
    const normen = punten.filter((punt) => punt.trajectId === trajectId).map(({ norm }) => norm);
    return normen.length === 0 ? [] : [{ op, normen, conclusie, lessen, opschaling }];
  }),
  toelichting: review.toelichtingen[trajectId] ?? null,
});

@QueryHandler(VraagBesprekingen)
export class VraagBesprekingenHandler implements IQueryHandler<VraagBesprekingen> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(ReviewFeitenLezer) private readonly lezer: ReviewFeitenLezer,
  ) {}

  /** Which reviews speak of it, the read model knows; what was written, only the log can tell. */
  async execute({ data: { trajectId } }: VraagBesprekingen): Promise<VraagBesprekingen['answer']> {
    const { rows } = await this.pool.query<{ review: string }>(
      `select review from lm.kwartaalreview
       where exists (select 1 from jsonb_each(toestand -> 'agenda') punt where punt.value ->> 'trajectId' = $1)
       order by kwartaal, landsdeel`,
      [trajectId],
    );
    const reviews = await Promise.all(rows.map(({ review }) => this.lezer.review(review)));
    return reviews
      .map((review) => overTraject(review!, trajectId))
      .filter(({ conclusies, toelichting }) => conclusies.length > 0 || toelichting !== null);
  }
}
