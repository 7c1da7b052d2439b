import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog } from '@regielijn/event-store';
import {
  defineQuery,
  fold,
  IdSchema,
  onbekend,
  type Past,
  StoredInstantSchema,
  withCorrections,
} from '@regielijn/kern';
import { z } from 'zod';
import { terugkeerDecider } from '../domain/decide.js';
import { TerugkeerVlagSchema, type TerugkeerEvent, terugkeerStream } from '../domain/events.js';
import { terugkeerVelden, toonTerugkeer, vlaggenVan } from './terugkeer-schema.js';

const StapSchema = z.strictObject({
  stap: z.string().meta({ description: 'Zoals geopend, einde-verschoven of levensgebied-vastgelegd' }),
  op: StoredInstantSchema,
  eindeOp: z.iso.date().nullable().meta({ description: 'De dag waarop de hulp dan eindigt' }),
  organisatie: z.string().nullable().meta({ description: 'De gemeente of de partner' }),
  medewerker: z.string().nullable(),
  levensgebied: z.string().nullable(),
  stand: z.string().nullable().meta({ description: 'Hoe ver het levensgebied dan is' }),
  toelichting: z.string().nullable(),
});
type Stap = z.output<typeof StapSchema>;

export const TerugkeerverloopSchema = z
  .strictObject({
    ...terugkeerVelden,
    stand: z.enum(['open', 'ingetrokken', 'gesloten']),
    vlaggen: z.array(TerugkeerVlagSchema),
    stappen: z.array(StapSchema),
  })
  .meta({ id: 'Terugkeerverloop' });
type Terugkeerverloop = z.output<typeof TerugkeerverloopSchema>;

/** What a step says of itself beside its moment. */
const inhoud = (event: TerugkeerEvent): Partial<Stap> => {
  switch (event.type) {
    case 'terugkeer.geopend@1':
      return { eindeOp: event.data.eindeOp, organisatie: event.data.gemeente };
    case 'terugkeer.einde-verwacht@1':
      return { eindeOp: event.data.verwachtOp };
    case 'terugkeer.einde-verschoven@1':
    case 'terugkeer.gesloten@1':
      return { eindeOp: event.data.eindeOp };
    case 'terugkeer.gemeente-gewisseld@1':
      return { organisatie: event.data.gemeente };
    case 'terugkeer.deelname-aanvaard@1':
      return { organisatie: event.data.organisatie, medewerker: event.data.medewerker };
    case 'terugkeer.levensgebied-vastgelegd@1': {
      const { levensgebied, stand, partner: organisatie, toelichting } = event.data;
      return { levensgebied, stand, organisatie, toelichting };
    }
    case 'terugkeer.ingetrokken@1':
      return {};
    default:
      return event satisfies never;
  }
};

const LEEG = { eindeOp: null, organisatie: null, medewerker: null, levensgebied: null, stand: null, toelichting: null };

const stapVan = (feit: Past<TerugkeerEvent>): Stap => ({
  ...LEEG,
  ...inhoud(feit),
  ...{ stap: /\.(.+)@/.exec(feit.type)![1]!, op: feit.geldigOp },
});

export class VraagTerugkeerverloop extends defineQuery<Terugkeerverloop>()({
  naam: 'terugkeer.verloop',
  omschrijving: 'De voorbereiding van één terugkeer: per levensgebied wie het oppakt, en elke stap.',
  schema: z.strictObject({ trajectId: IdSchema }),
  leest: [],
}) {}

@QueryHandler(VraagTerugkeerverloop)
export class VraagTerugkeerverloopHandler implements IQueryHandler<VraagTerugkeerverloop> {
  constructor(@Inject(EventLog) private readonly log: EventLog) {}

  /** From the stream itself: only there are the texts readable. */
  async execute({ data: { trajectId } }: VraagTerugkeerverloop): Promise<Terugkeerverloop> {
    const history = (await this.log.read(terugkeerStream(trajectId))) as never;
    const terugkeer = fold(terugkeerDecider, history);
    if (terugkeer === null) throw onbekend('Deze terugkeer');
    return {
      ...toonTerugkeer(terugkeer),
      ...{ stand: terugkeer.stand, vlaggen: vlaggenVan(terugkeer) },
      stappen: withCorrections<TerugkeerEvent>(history).map(stapVan),
    };
  }
}
