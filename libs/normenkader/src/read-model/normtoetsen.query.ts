import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { type Clock, defineQuery, IdSchema, nietGevonden } from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { trajectStream } from '@regielijn/traject';
import { z } from 'zod';
import { beoordeelO1 } from '../application/beoordeel-o1.js';
import { NORMENKADER } from '../application/normenkader.token.js';
import { opnameVan } from '../application/toets-norm.handler.js';
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
  // Straight from the log.
  leest: [],
  schema: z.strictObject({ trajectId: IdSchema }),
}) {}

const vastgelegd = ({ data, vastgelegdOp }: RecordedEvent): Normtoetsen[number] => {
  const { norm, uitkomst, uitleg, regelversie, peilmoment, bron } = data as unknown as Normtoetsen[number];
  return { norm, uitkomst, uitleg, regelversie, peilmoment, bron, terugblik: false, vastgelegdOp };
};

@QueryHandler(VraagNormtoetsen)
export class VraagNormtoetsenHandler implements IQueryHandler<VraagNormtoetsen> {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(NORMENKADER) private readonly normenkader: Normenkader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ data }: VraagNormtoetsen): Promise<Normtoetsen> {
    const [toetsen, traject] = await Promise.all([
      this.log.read(normtoetsStream(data.trajectId)),
      this.log.read(trajectStream(data.trajectId)),
    ]);
    if (traject.length === 0) throw nietGevonden('Dit traject is niet bekend.');
    const bewaard = toetsen.filter(({ type }) => type === 'normenkader.norm-getoetst@1').map(vastgelegd);
    const opname = opnameVan(traject);
    if (!opname) return bewaard;
    const { terugblik, feiten: _, ...uitkomst } = beoordeelO1(opname, this.clock.now(), this.normenkader);
    return terugblik
      ? [...bewaard, { norm: 'O1', ...uitkomst, bron: [...uitkomst.bron], terugblik, vastgelegdOp: null }]
      : bewaard;
  }
}
