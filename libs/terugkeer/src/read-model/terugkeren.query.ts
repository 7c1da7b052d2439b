import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type Clock,
  type Datum,
  DatumSchema,
  datumVan,
  defineQuery,
  IdSchema,
  jaOfNee,
  OrganisatieSchema,
} from '@regielijn/kern';
import { bladerVelden, bladzijde, CLOCK, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { z } from 'zod';
import { TerugkeerVlagSchema } from '../domain/events.js';
import { binnenMaanden, VerwachteTerugkeren, type Verwacht } from './verwacht.js';
import { terugkeerVelden } from './terugkeer-schema.js';

const StandSchema = z.enum(['verwacht', 'open', 'gesloten']);

export const TerugkerenSchema = z
  .strictObject({
    terugkeren: z.array(
      z.strictObject({
        ...terugkeerVelden,
        stand: StandSchema,
        casusregie: OrganisatieSchema,
        vlaggen: z.array(TerugkeerVlagSchema).meta({ description: 'Wat niet in orde was toen de hulp eindigde' }),
      }),
    ),
    volgende: VolgendeSchema,
  })
  .meta({ id: 'Terugkeren' });
type Terugkeren = z.output<typeof TerugkerenSchema>;

export class VraagTerugkeren extends defineQuery<Terugkeren>()({
  naam: 'terugkeer.lijst',
  omschrijving:
    'De jeugdigen van wie de hulp binnenkort eindigt, het eerste einde voorop, met wat er voor de terugkeer is geregeld.',
  schema: z.strictObject({
    gemeente: OrganisatieSchema.optional().meta({ description: 'De gemeente waarnaar de jeugdige terugkeert' }),
    casusregie: OrganisatieSchema.optional().meta({ description: 'De organisatie die nu de casusregie voert' }),
    stand: StandSchema.optional().meta({
      description: 'Verwacht: het einde is bekend en nog niet in zicht. Zonder keuze: alles wat niet gesloten is',
    }),
    binnenMaanden,
    zonderPartner: jaOfNee('Alleen waar voor een levensgebied nog niemand is gevraagd'),
    ...bladerVelden,
  }),
  leest: ['terugkeer', 'traject', 'machtiging', 'jeugdige'],
}) {}

/** Where a page ended: the day of the end, and the traject. */
const PlaatsSchema = z.tuple([DatumSchema, IdSchema]);
const plaatsVan = ({ eindeOp, trajectId }: Verwacht): [Datum, string] => [eindeOp, trajectId];

@QueryHandler(VraagTerugkeren)
export class VraagTerugkerenHandler implements IQueryHandler<VraagTerugkeren> {
  constructor(
    @Inject(VerwachteTerugkeren) private readonly verwacht: VerwachteTerugkeren,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(vraag: VraagTerugkeren): Promise<Terugkeren> {
    const { gemeente, casusregie, stand, binnenMaanden: maanden, zonderPartner } = vraag.data;
    const na = plaatsNa(vraag, PlaatsSchema);
    const vandaag = datumVan(this.clock.now());
    const alle = stand === 'gesloten' ? await this.verwacht.gesloten() : await this.verwacht.binnen(vandaag, maanden);
    const gevonden = alle
      .filter((een) => gemeente === undefined || een.gemeente === gemeente)
      .filter((een) => casusregie === undefined || een.casusregie === casusregie)
      .filter((een) => stand === undefined || een.stand === stand)
      .filter((een) => !zonderPartner || een.zonderPartner.length > 0)
      .filter((een) => na === null || String(plaatsVan(een)) > String(na));
    const { rijen, volgende } = bladzijde(vraag, gevonden, plaatsVan);
    return { terugkeren: [...rijen], volgende };
  }
}
