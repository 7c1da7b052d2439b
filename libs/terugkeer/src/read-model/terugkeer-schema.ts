import { IdSchema, LevensgebiedSchema, OrganisatieSchema, StoredInstantSchema } from '@regielijn/kern';
import { z } from 'zod';
import { EindegrondSchema, GebiedstandSchema, type TerugkeerVlagSchema } from '../domain/events.js';
import { slotVan } from '../domain/einde.js';
import { type Terugkeer, zonderPartner } from '../domain/state.js';

export const terugkeerVelden = {
  trajectId: IdSchema,
  jeugdigeId: IdSchema,
  gemeente: OrganisatieSchema.meta({ description: 'Voert de systeemregie, en na de terugkeer ook de casusregie' }),
  eindeOp: z.iso.date().meta({ description: 'De dag waarop de hulp naar verwachting eindigt, of eindigde' }),
  grond: EindegrondSchema.meta({ description: 'Het einde van de machtiging, of wat iemand heeft vastgelegd' }),
  deelname: z
    .strictObject({ organisatie: OrganisatieSchema, medewerker: z.string(), op: StoredInstantSchema })
    .nullable()
    .meta({ description: 'Wie van het lokale team meedoet; null: het lokale team heeft nog niet geantwoord' }),
  levensgebieden: z.array(
    z.strictObject({
      levensgebied: LevensgebiedSchema,
      stand: GebiedstandSchema,
      partner: OrganisatieSchema.nullable(),
      sinds: StoredInstantSchema.nullable().meta({ description: 'null: hierover is nog niets vastgelegd' }),
    }),
  ),
  zonderPartner: z.array(LevensgebiedSchema).meta({ description: 'Waar nog niemand voor is gevraagd' }),
  nietGeregeld: z.array(LevensgebiedSchema).meta({ description: 'Wat nodig is en nog niet geregeld' }),
};

/** What of a return is shown, whether it is over or not. */
export const toonTerugkeer = (terugkeer: Terugkeer) => {
  const { trajectId, jeugdigeId, gemeente, eindeOp, grond, deelname, levensgebieden } = terugkeer;
  return {
    ...{ trajectId, jeugdigeId, gemeente, eindeOp, grond, deelname, levensgebieden: [...levensgebieden] },
    ...{ zonderPartner: [...zonderPartner(terugkeer)], nietGeregeld: slotVan(terugkeer).nietGeregeld },
  };
};

/** Only what is over can have gone wrong; it follows from what is known now, also of what was told afterwards. */
export const vlaggenVan = (terugkeer: Terugkeer): z.output<typeof TerugkeerVlagSchema>[] =>
  terugkeer.stand === 'gesloten' ? slotVan(terugkeer).vlaggen : [];
