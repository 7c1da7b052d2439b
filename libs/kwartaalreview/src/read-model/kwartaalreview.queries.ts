import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { defineQuery, IdSchema, KwartaalSchema, onbekend } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { ReviewFeitenLezer } from '../application/feiten-lezer.js';
import { zegelVan } from '../application/zegel.js';
import { cijfersVan } from '../domain/pakket.js';
import { ReviewSchema } from '../domain/review.js';
import { eisInzage, neemtDeel, zietAlles } from './inzage.js';
import { pakketVan } from './pakket.js';
import type { Pakket } from './pakket-schema.js';
import type { ReviewRij } from './review-rij.js';

export const ReviewlijstSchema = z
  .array(
    z.strictObject({
      review: ReviewSchema,
      landsdeel: z.string(),
      kwartaal: KwartaalSchema,
      geopendOp: z.string(),
      geslotenOp: z.string().nullable(),
      zaken: z.int(),
      afwijkingen: z.int(),
      besproken: z.int(),
    }),
  )
  .meta({ id: 'Kwartaalreviews' });

export const ReviewactiesSchema = z
  .array(
    z.strictObject({
      review: ReviewSchema,
      actieId: IdSchema,
      soort: z.string(),
      eigenaar: z.string(),
      uiterlijk: z.iso.date(),
      trajecten: z.array(IdSchema),
    }),
  )
  .meta({ id: 'Reviewacties' });

export class VraagKwartaalreviews extends defineQuery<z.output<typeof ReviewlijstSchema>>()({
  naam: 'kwartaalreview.lijst',
  omschrijving: 'De kwartaalreviews die u mag zien, de laatste voorop.',
  schema: z.strictObject({}),
  leest: ['kwartaalreview'],
}) {}

export class VraagPakket extends defineQuery<Pakket>()({
  naam: 'kwartaalreview.pakket',
  omschrijving: 'Alles voor één kwartaalreview: cijfers, zaken zonder namen, conclusies en acties.',
  schema: z.strictObject({ review: ReviewSchema }),
  leest: ['kwartaalreview'],
}) {}

export class VraagReviewacties extends defineQuery<z.output<typeof ReviewactiesSchema>>()({
  naam: 'kwartaalreview.acties',
  omschrijving: 'De acties uit kwartaalreviews die nog openstaan voor uw organisatie, de eerste dag voorop.',
  schema: z.strictObject({}),
  leest: ['kwartaalreview'],
}) {}

@QueryHandler(VraagKwartaalreviews)
export class VraagKwartaalreviewsHandler implements IQueryHandler<VraagKwartaalreviews> {
  constructor(@Inject(DATABASE) private readonly pool: pg.Pool) {}

  async execute({ actor }: VraagKwartaalreviews): Promise<VraagKwartaalreviews['answer']> {
    const { rows } = await this.pool.query<ReviewRij>(
      'select * from lm.kwartaalreview order by kwartaal desc, landsdeel',
    );
    return rows
      .filter(({ toestand }) => zietAlles(actor) || neemtDeel(toestand, actor))
      .map(({ toestand }) => {
        const { review, landsdeel, kwartaal, geopendOp, gesloten } = toestand;
        const { zaken, afwijkingen, besproken } = cijfersVan(toestand);
        return {
          ...{ review, landsdeel, kwartaal, geopendOp, geslotenOp: gesloten?.op ?? null },
          ...{ zaken, afwijkingen, besproken },
        };
      });
  }
}

@QueryHandler(VraagPakket)
export class VraagPakketHandler implements IQueryHandler<VraagPakket> {
  constructor(@Inject(ReviewFeitenLezer) private readonly lezer: ReviewFeitenLezer) {}

  async execute({ data, actor }: VraagPakket): Promise<Pakket> {
    const review = await this.lezer.review(data.review);
    eisInzage(review, actor);
    if (review === null) throw onbekend('Deze review');
    const trend = review.gesloten?.trend ?? (await this.lezer.trend(review));
    return pakketVan(review, trend, zegelVan(review, trend));
  }
}

@QueryHandler(VraagReviewacties)
export class VraagReviewactiesHandler implements IQueryHandler<VraagReviewacties> {
  constructor(@Inject(DATABASE) private readonly pool: pg.Pool) {}

  /** An actie that is not done stands with the one review that is not closed. */
  async execute({ actor }: VraagReviewacties): Promise<VraagReviewacties['answer']> {
    const { rows } = await this.pool.query<ReviewRij>(
      'select * from lm.kwartaalreview where gesloten_op is null order by kwartaal, landsdeel',
    );
    return rows
      .flatMap(({ toestand: { review, acties } }) =>
        Object.entries(acties)
          .filter(
            ([, { afgerondOp, eigenaar }]) =>
              afgerondOp === null && (zietAlles(actor) || eigenaar === actor.organisatie),
          )
          .map(([actieId, { soort, eigenaar, uiterlijk, trajecten }]) => ({
            ...{ review, actieId, soort, eigenaar, uiterlijk, trajecten: [...trajecten] },
          })),
      )
      .sort((een, ander) => een.uiterlijk.localeCompare(ander.uiterlijk) || een.actieId.localeCompare(ander.actieId));
  }
}
