import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type Clock,
  datumVan,
  defineQuery,
  GemeentecodeSchema,
  IdSchema,
  type Instant,
  jaOfNee,
  OrganisatieSchema,
  StoredInstantSchema,
  type Variant,
  VariantSchema,
} from '@regielijn/kern';
import { bladerVelden, bladzijde, CLOCK, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { geldigeReserveringen, openPlekken } from '../domain/state.js';
import type { VoorzieningRij } from './voorziening-rij.js';

const VoorzieningSchema = z.strictObject({
  voorzieningId: IdSchema,
  naam: z.string(),
  aanbieder: z.string(),
  gemeentecode: z.string(),
  variant: VariantSchema,
  open: z.int().meta({ description: 'Open plekken vandaag' }),
  bezet: z.int(),
  gereserveerd: z.int(),
  vrij: z.int().meta({ description: 'Negatief als er meer jeugdigen zijn dan open plekken' }),
  bevestigdOp: StoredInstantSchema.nullable().meta({ description: 'Wanneer de aanbieder dit het laatst bevestigde' }),
});
export type Voorzieningen = readonly z.output<typeof VoorzieningSchema>[];

export const VoorzieningenSchema = z
  .strictObject({ voorzieningen: z.array(VoorzieningSchema), volgende: VolgendeSchema })
  .meta({ id: 'Voorzieningen' });

const SleutelSchema = z.tuple([z.string(), IdSchema]);
/** Name and id: two may have one name. */
type Sleutel = z.output<typeof SleutelSchema>;

interface Filters {
  readonly variant?: Variant | undefined;
  readonly gemeente?: string | undefined;
  readonly aanbieder?: string | undefined;
}

/** The voorzieningen with their plekken at a moment, by name: all of them, or of these those that come after `na`. */
export const leesVoorzieningen = async (
  pool: pg.Pool,
  nu: Instant,
  { variant, gemeente, aanbieder }: Filters = {},
  na: Sleutel | null = null,
): Promise<Voorzieningen> => {
  const { rows } = await pool.query<VoorzieningRij>(
    `select * from lm.voorziening
     where ($1::text is null or variant = $1) and ($2::text is null or gemeentecode = $2)
       and ($3::text is null or aanbieder = $3) and ($4::text is null or (naam, voorziening_id) > ($4, $5::uuid))
     order by naam, voorziening_id`,
    [variant, gemeente, aanbieder, na?.[0], na?.[1]],
  );
  return rows.map(({ voorziening_id, naam, aanbieder, gemeentecode, toestand }) => {
    const open = openPlekken(toestand, datumVan(nu));
    const gereserveerd = geldigeReserveringen(toestand, nu).length;
    const bezet = toestand.bezet.length;
    const vrij = open - bezet - gereserveerd;
    return {
      voorzieningId: voorziening_id,
      ...{ naam, aanbieder, gemeentecode, variant: toestand.variant },
      ...{ open, bezet, gereserveerd, vrij },
      bevestigdOp: toestand.bevestigdOp,
    };
  });
};

export class VraagVoorzieningen extends defineQuery<z.output<typeof VoorzieningenSchema>>()({
  naam: 'voorziening.plekken',
  omschrijving: 'Voorzieningen met hun plekken van dit moment.',
  schema: z.strictObject({
    variant: VariantSchema.optional().meta({ description: 'Alleen de voorzieningen van deze variant' }),
    gemeente: GemeentecodeSchema.optional().meta({ description: 'De gemeente waar de voorziening staat, zoals 0599' }),
    aanbieder: OrganisatieSchema.optional().meta({ description: 'Alleen de voorzieningen van deze organisatie' }),
    metVrijePlek: jaOfNee('Waar: alleen voorzieningen waar nu een plek vrij is'),
    ...bladerVelden,
  }),
  leest: ['voorziening'],
}) {}

@QueryHandler(VraagVoorzieningen)
export class VraagVoorzieningenHandler implements IQueryHandler<VraagVoorzieningen> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Which plekken are free depends on the moment, so no column says it; there are tens of voorzieningen, not thousands. */
  async execute(vraag: VraagVoorzieningen): Promise<z.output<typeof VoorzieningenSchema>> {
    const na = plaatsNa(vraag, SleutelSchema);
    const gevonden = await leesVoorzieningen(this.pool, this.clock.now(), vraag.data, na);
    const { rijen, volgende } = bladzijde(
      vraag,
      gevonden.filter(({ vrij }) => vrij > 0 || !vraag.data.metVrijePlek),
      ({ naam, voorzieningId }): Sleutel => [naam, voorzieningId],
    );
    return { voorzieningen: [...rijen], volgende };
  }
}
