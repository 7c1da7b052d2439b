import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type Clock,
  datumVan,
  defineQuery,
  IdSchema,
  type Instant,
  StoredInstantSchema,
  type Variant,
  VariantSchema,
} from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { geldigeReserveringen, openPlekken } from '../domain/state.js';
import type { VoorzieningRij } from './voorziening-rij.js';

export const VoorzieningenSchema = z
  .array(
    z.strictObject({
      voorzieningId: IdSchema,
      naam: z.string(),
      aanbieder: z.string(),
      gemeentecode: z.string(),
      variant: VariantSchema,
      open: z.int().meta({ description: 'Open plekken vandaag' }),
      bezet: z.int(),
      gereserveerd: z.int(),
      vrij: z.int().meta({ description: 'Negatief als er meer jeugdigen zijn dan open plekken' }),
      bevestigdOp: StoredInstantSchema.nullable().meta({
        description: 'Wanneer de aanbieder dit het laatst bevestigde',
      }),
    }),
  )
  .meta({ id: 'Voorzieningen' });
export type Voorzieningen = z.output<typeof VoorzieningenSchema>;

/** The voorzieningen with their plekken at a moment, by name; all of them when no variant is named. */
export const leesVoorzieningen = async (pool: pg.Pool, nu: Instant, variant?: Variant): Promise<Voorzieningen> => {
  const { rows } = await pool.query<VoorzieningRij>(
    'select * from lm.voorziening where $1::text is null or variant = $1 order by naam, voorziening_id',
    [variant ?? null],
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

export class VraagVoorzieningen extends defineQuery<Voorzieningen>()({
  naam: 'voorziening.plekken',
  omschrijving: 'Voorzieningen met hun plekken van dit moment.',
  schema: z.strictObject({
    variant: VariantSchema.optional().meta({ description: 'Alleen de voorzieningen van deze variant' }),
  }),
  leest: ['voorziening'],
}) {}

@QueryHandler(VraagVoorzieningen)
export class VraagVoorzieningenHandler implements IQueryHandler<VraagVoorzieningen> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ data }: VraagVoorzieningen): Promise<Voorzieningen> {
    return leesVoorzieningen(this.pool, this.clock.now(), data.variant);
  }
}
