import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { type Clock, defineQuery, IdSchema, onbekend } from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { FeitenLezer } from '../application/feiten-lezer.js';
import { NORMENKADER } from '../application/normenkader.token.js';
import { terugblik } from '../domain/beoordeling.js';
import { normtoetsStream } from '../domain/events.js';
import type { Normenkader } from '../domain/normenkader.js';
import { UitkomstSchema } from '../domain/normen/uitkomst.js';

export const NormtoetsenSchema = z
  .array(
    z.strictObject({
      norm: z.string(),
      uitkomst: UitkomstSchema,
      uitleg: z.string(),
      regelversie: z.string(),
      peilmoment: z.string(),
      bron: z.array(z.string()),
      terugblik: z.boolean().meta({ description: 'Waar: de norm bestond toen nog niet; dit is achteraf berekend' }),
      vastgelegdOp: z.string().nullable(),
    }),
  )
  .meta({ id: 'Normtoetsen' });
type Normtoetsen = z.output<typeof NormtoetsenSchema>;

export class VraagNormtoetsen extends defineQuery<Normtoetsen>()({
  naam: 'normenkader.toetsen',
  omschrijving: 'De normtoetsen van een traject, de oudste eerst. Over de tijd voor het normenkader: een terugblik.',
  // Straight from the log, but for which machtigingen somebody has.
  leest: ['machtiging'],
  schema: z.strictObject({ trajectId: IdSchema }),
}) {}

const vastgelegd = ({ data, vastgelegdOp }: RecordedEvent): Normtoetsen[number] => {
  const { norm, uitkomst, uitleg, regelversie, peilmoment, bron } = data as unknown as Normtoetsen[number];
  return { norm, uitkomst, uitleg, regelversie, peilmoment, bron, terugblik: false, vastgelegdOp };
};

@QueryHandler(VraagNormtoetsen)
export class VraagNormtoetsenHandler implements IQueryHandler<VraagNormtoetsen> {
  private readonly lezer: FeitenLezer;

  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(NORMENKADER) private readonly normenkader: Normenkader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DATABASE) pool: pg.Pool,
  ) {
    this.lezer = new FeitenLezer(log, pool, normenkader);
  }

  async execute({ data }: VraagNormtoetsen): Promise<Normtoetsen> {
    const traject = await this.lezer.traject(data.trajectId);
    if (!traject) throw onbekend('Dit traject');
    const toetsen = await this.log.read(normtoetsStream(data.trajectId));
    const bewaard = toetsen.filter(({ type }) => type === 'normenkader.norm-getoetst@1').map(vastgelegd);
    const feiten = traject.isVoor ? await this.lezer.feiten(traject) : null;
    if (!feiten) return bewaard;
    return [
      ...bewaard,
      ...terugblik(feiten, this.normenkader, this.clock.now()).map(
        ({ norm, uitkomst, uitleg, regelversie, peilmoment, bron }) => ({
          ...{ norm, uitkomst, uitleg, regelversie, peilmoment, bron: [...bron] },
          ...{ terugblik: true, vastgelegdOp: null },
        }),
      ),
    ];
  }
}
