import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog, KEY_STORE, type KeyStore } from '@regielijn/event-store';
import { BsnSchema, defineQuery, IdSchema } from '@regielijn/kern';
import { z } from 'zod';
import { huidigBsn } from '../domain/bsn.js';
import { jeugdigeStream } from '../domain/events.js';
import { leesSamenvoeging } from './dossiers-van.js';

export const ZoekresultaatSchema = z
  .strictObject({
    jeugdigen: z
      .array(
        z.strictObject({
          jeugdigeId: IdSchema,
          opgegaanIn: IdSchema.nullable().meta({ description: 'Het dossier waarin dit dossier is opgegaan' }),
        }),
      )
      .max(1)
      .meta({ description: 'Leeg: er is geen dossier met dit nummer' }),
  })
  .meta({ id: 'Zoekresultaat' });
type Zoekresultaat = z.output<typeof ZoekresultaatSchema>;

/** Jeugdwet art. 7.2.1 to 7.2.3: who helps or decides uses the BSN to know for certain whose dossier it is. */
export class ZoekOpBsn extends defineQuery<Zoekresultaat>()({
  naam: 'jeugdige.zoekopdracht',
  omschrijving:
    'Zoekt het dossier van een jeugdige met het burgerservicenummer. Antwoordt alleen met het nummer van het dossier.',
  schema: z.strictObject({ bsn: BsnSchema }),
  leest: [],
}) {}

/** Asks the claims of the key store, which hold no BSN but a keyed hash of it; and then the log, for a claim may be left over. */
@QueryHandler(ZoekOpBsn)
export class ZoekOpBsnHandler implements IQueryHandler<ZoekOpBsn> {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
  ) {}

  async execute({ data: { bsn } }: ZoekOpBsn): Promise<Zoekresultaat> {
    const jeugdigeId = (await this.keys.holdersOf([bsn])).get(bsn);
    if (jeugdigeId === undefined || huidigBsn(await this.log.read(jeugdigeStream(jeugdigeId))) !== bsn)
      return { jeugdigen: [] };
    const samenvoeging = await leesSamenvoeging(this.log)(jeugdigeId);
    return { jeugdigen: [{ jeugdigeId, opgegaanIn: samenvoeging?.opgegaanIn ?? null }] };
  }
}
