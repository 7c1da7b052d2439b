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
import { OPSCHALINGREGELS, type Opschalingregels } from '../application/ladders.js';
import { opschalingDecider } from '../domain/decide.js';
import { type OpschalingEvent, opschalingStream } from '../domain/events.js';
import { OpschalingSchema, toonOpschaling } from './opschalingen.query.js';

const StapSchema = z.strictObject({
  stap: z.enum(['geopend', 'aangenomen', 'teruggegeven', 'beantwoord', 'opgeschaald', 'afgesloten']),
  op: StoredInstantSchema,
  trede: z.string().nullable().meta({ description: 'Op welke trede, of naar welke; leeg bij het afsluiten' }),
  organisatie: z.string().nullable(),
  medewerker: z.string().nullable(),
  code: z.string().nullable().meta({ description: 'De reden, de strekking, de aanleiding of de uitkomst' }),
  tekst: z.string().nullable().meta({ description: 'De vraag, het antwoord of de toelichting' }),
});
type Stap = z.output<typeof StapSchema>;

export const OpschalingverloopSchema = OpschalingSchema.extend({ stappen: z.array(StapSchema) }).meta({
  id: 'Opschalingverloop',
});
type Opschalingverloop = z.output<typeof OpschalingverloopSchema>;

/** What a step says of itself beside its moment. */
const inhoud = (event: OpschalingEvent): Partial<Stap> => {
  switch (event.type) {
    case 'opschaling.geopend@1': {
      const { trede, vraagsteller: organisatie, reden: code, vraag: tekst } = event.data;
      return { stap: 'geopend', trede, organisatie, code, tekst };
    }
    case 'opschaling.aangenomen@1': {
      const { trede, organisatie, medewerker } = event.data;
      return { stap: 'aangenomen', trede, organisatie, medewerker };
    }
    case 'opschaling.teruggegeven@1': {
      const { trede, organisatie, reden: code, toelichting: tekst } = event.data;
      return { stap: 'teruggegeven', trede, organisatie, code, tekst };
    }
    case 'opschaling.beantwoord@1': {
      const { trede, organisatie, strekking: code, antwoord: tekst } = event.data;
      return { stap: 'beantwoord', trede, organisatie, code, tekst };
    }
    case 'opschaling.opgeschaald@1': {
      const { naarTrede: trede, aanleiding: code, toelichting: tekst } = event.data;
      return { stap: 'opgeschaald', trede, code, tekst };
    }
    case 'opschaling.afgesloten@1': {
      const { uitkomst: code, toelichting: tekst } = event.data;
      return { stap: 'afgesloten', code, tekst };
    }
    default:
      return event satisfies never;
  }
};

const LEEG = { trede: null, organisatie: null, medewerker: null, code: null, tekst: null };

export class VraagOpschalingverloop extends defineQuery<Opschalingverloop>()({
  naam: 'opschaling.verloop',
  omschrijving: 'Eén opschaling met al haar stappen: de vraag, wie haar aannam of teruggaf, en de antwoorden.',
  schema: z.strictObject({ opschalingId: IdSchema }),
  leest: [],
}) {}

@QueryHandler(VraagOpschalingverloop)
export class VraagOpschalingverloopHandler implements IQueryHandler<VraagOpschalingverloop> {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(OPSCHALINGREGELS) private readonly regels: Opschalingregels,
  ) {}

  /** From the stream itself: only there are the texts readable. */
  async execute({ data: { opschalingId } }: VraagOpschalingverloop): Promise<Opschalingverloop> {
    const history = (await this.log.read(opschalingStream(opschalingId))) as never;
    const opschaling = fold(opschalingDecider, history);
    if (opschaling === null) throw onbekend('Deze opschaling');
    const stappen = withCorrections<OpschalingEvent>(history).map((feit: Past<OpschalingEvent>) => ({
      ...LEEG,
      ...inhoud(feit),
      op: feit.geldigOp,
    }));
    return { ...toonOpschaling(opschaling, this.regels), stappen: stappen as Stap[] };
  }
}
