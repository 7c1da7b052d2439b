import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type Clock,
  datumVan,
  defineQuery,
  LEVENSGEBIEDEN,
  LevensgebiedSchema,
  OrganisatieSchema,
  uniek,
} from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { z } from 'zod';
import { binnenMaanden, type Verwacht, VerwachteTerugkeren } from './verwacht.js';

const aantal = (description: string) => z.int().meta({ description });

const PerGemeenteSchema = z.strictObject({
  gemeente: OrganisatieSchema,
  aantal: aantal('Hoeveel jeugdigen in deze maanden naar deze gemeente terugkeren'),
  inVoorbereiding: aantal('Van hoeveel het einde in zicht is'),
  zonderDeelname: aantal('Bij hoeveel daarvan het lokale team nog niet heeft geantwoord'),
  zonderPartner: z
    .array(z.strictObject({ levensgebied: LevensgebiedSchema, aantal: z.int() }))
    .meta({ description: 'Per levensgebied: bij hoeveel daarvan nog niemand is gevraagd' }),
});

export const TerugkeeroverzichtSchema = z
  .strictObject({ gemeenten: z.array(PerGemeenteSchema) })
  .meta({ id: 'Terugkeeroverzicht' });
type Terugkeeroverzicht = z.output<typeof TerugkeeroverzichtSchema>;

export class VraagTerugkeeroverzicht extends defineQuery<Terugkeeroverzicht>()({
  naam: 'terugkeer.overzicht',
  omschrijving:
    'Per gemeente: hoeveel jeugdigen er de komende maanden terugkeren, en voor welke levensgebieden nog niemand is gevraagd.',
  schema: z.strictObject({
    gemeente: OrganisatieSchema.optional().meta({ description: 'Alleen deze gemeente' }),
    binnenMaanden,
  }),
  leest: ['terugkeer', 'traject', 'machtiging', 'jeugdige'],
}) {}

const perGemeente = (gemeente: string, verwacht: readonly Verwacht[]): z.output<typeof PerGemeenteSchema> => {
  const open = verwacht.filter(({ stand }) => stand === 'open');
  return {
    ...{ gemeente, aantal: verwacht.length, inVoorbereiding: open.length },
    zonderDeelname: open.filter(({ deelname }) => deelname === null).length,
    zonderPartner: LEVENSGEBIEDEN.map((levensgebied) => ({
      levensgebied,
      aantal: open.filter((een) => een.zonderPartner.includes(levensgebied)).length,
    })).filter((een) => een.aantal > 0),
  };
};

@QueryHandler(VraagTerugkeeroverzicht)
export class VraagTerugkeeroverzichtHandler implements IQueryHandler<VraagTerugkeeroverzicht> {
  constructor(
    @Inject(VerwachteTerugkeren) private readonly verwacht: VerwachteTerugkeren,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ data: { gemeente, binnenMaanden: maanden } }: VraagTerugkeeroverzicht): Promise<Terugkeeroverzicht> {
    const alle = await this.verwacht.binnen(datumVan(this.clock.now()), maanden);
    const gekozen = alle.filter((een) => gemeente === undefined || een.gemeente === gemeente);
    const gemeenten = uniek(gekozen.map((een) => een.gemeente)).sort();
    return {
      gemeenten: gemeenten.map((naam) =>
        perGemeente(
          naam,
          gekozen.filter((een) => een.gemeente === naam),
        ),
      ),
    };
  }
}
