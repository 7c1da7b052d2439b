import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog } from '@regielijn/event-store';
import {
  defineQuery,
  type DomainEvent,
  IdSchema,
  nietGevonden,
  type Past,
  StoredInstantSchema,
  withCorrections,
} from '@regielijn/kern';
import { z } from 'zod';
import { type JeugdigeEvent, jeugdigeStream } from '../domain/events.js';
import { besluitVelden } from '../domain/verslag/events.js';

export const BesluitSchema = z
  .strictObject({
    jeugdigeId: IdSchema,
    naam: z.string().meta({ description: 'Naam van de jeugdige' }),
    besluitId: IdSchema,
    ...besluitVelden,
    genomenOp: StoredInstantSchema,
    vastgelegdOp: StoredInstantSchema,
    door: z.strictObject({ subject: z.string(), organisatie: z.string(), rol: z.string() }),
    gecorrigeerd: z.boolean().meta({ description: 'Waar: later verbeterd; dit is hoe het nu luidt' }),
  })
  .meta({ id: 'Besluit' });
export type Besluit = z.output<typeof BesluitSchema>;

export class VraagBesluit extends defineQuery<Besluit>()({
  naam: 'jeugdige.besluit',
  omschrijving: 'Eén verantwoord besluit, zoals het nu luidt. Met /afdruk erachter: als pagina om te printen.',
  schema: z.strictObject({ jeugdigeId: IdSchema, besluitId: IdSchema }),
  leest: [],
}) {}

@QueryHandler(VraagBesluit)
export class VraagBesluitHandler implements IQueryHandler<VraagBesluit> {
  constructor(@Inject(EventLog) private readonly log: EventLog) {}

  async execute({ data: { jeugdigeId, besluitId } }: VraagBesluit): Promise<Besluit> {
    const history = await this.log.read(jeugdigeStream(jeugdigeId));
    const feiten = withCorrections(
      history as unknown as readonly Past<DomainEvent>[],
    ) as readonly Past<JeugdigeEvent>[];
    const registratie = feiten.find((feit) => feit.type === 'jeugdige.geregistreerd@2');
    const besluit = feiten
      .filter((feit) => feit.type === 'jeugdige.besluit-vastgelegd@1')
      .find(({ data }) => data.besluitId === besluitId);
    if (!registratie || !besluit)
      throw nietGevonden('Dit besluit is niet bekend, of u mag het niet zien. Kijk na of het nummer klopt.');
    return {
      ...besluit.data,
      naam: registratie.data.naam,
      genomenOp: besluit.geldigOp,
      vastgelegdOp: besluit.vastgelegdOp,
      door: history.find(({ id }) => id === besluit.id)!.metadata.actor,
      gecorrigeerd: history.some(({ data }) => data['vervangt'] === besluit.id),
    };
  }
}
