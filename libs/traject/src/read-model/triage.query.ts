import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Clock, datumVan, DatumSchema, defineQuery, IdSchema, type Variant, VariantSchema } from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { antwoordTriage, ProfielSchema, type TriageRegels, type VrijePlekken } from '@regielijn/triage';
import { leesVoorzieningen, type Voorzieningen } from '@regielijn/voorziening';
import type pg from 'pg';
import { z } from 'zod';
import { TRIAGE_REGELS } from '../application/triage-regels.token.js';
import { profielVan } from '../application/triage-van-traject.js';
import { UitkomstSchema } from '../domain/toeleiding/velden.js';

const BronSchema = z.looseObject({ id: z.string(), bron: z.string() });

export const TriageAdviesSchema = z
  .looseObject({
    regelversie: z.string(),
    varianten: z.array(
      z.looseObject({
        id: z.string(),
        variant: VariantSchema.nullable(),
        past: UitkomstSchema,
        criteria: z.array(BronSchema.extend({ uitkomst: UitkomstSchema })),
        contraIndicaties: z.array(BronSchema.extend({ tekst: z.string() })),
        ontbreekt: z.array(z.string()).meta({ description: 'Wat nog niet bekend is en de uitkomst kan veranderen' }),
        vrijePlekken: z.int(),
        plekkenBevestigdOp: DatumSchema.nullable(),
      }),
    ),
    voorstel: z.array(z.looseObject({ id: z.string() })).meta({ description: 'Wat past, de lichtste eerst' }),
    signalen: z.array(z.looseObject({ code: z.string(), tekst: z.string(), bron: z.string() })),
    routes: z.array(z.looseObject({ id: z.string(), naam: z.string(), geldt: UitkomstSchema })),
    plekken: z
      .array(
        z.strictObject({
          voorzieningId: IdSchema,
          naam: z.string(),
          aanbieder: z.string(),
          variant: VariantSchema,
          vrij: z.int(),
          bevestigdOp: DatumSchema.nullable(),
        }),
      )
      .meta({ description: 'Voorzieningen met een vrije plek; wat het laatst is bevestigd eerst' }),
  })
  .meta({ id: 'TriageAdvies' });
type TriageAdvies = ReturnType<typeof antwoordTriage> & Pick<z.output<typeof TriageAdviesSchema>, 'plekken'>;

/** Which variants, regions and readings may be named follows from the rules: the handler says so. */
const vrijeKeuze = z.string().nullish();

export class VraagTriage extends defineQuery<TriageAdvies>()({
  naam: 'traject.triage',
  omschrijving: 'Welke varianten bij een profiel passen en waar plek is. Alleen een advies: u kiest.',
  schema: ProfielSchema.extend({
    gekozen: vrijeKeuze,
    regio: vrijeKeuze,
    instellingen: z.record(z.string(), z.string().nullish()).nullish(),
  }),
  leest: ['voorziening'],
}) {}

@QueryHandler(VraagTriage)
export class VraagTriageHandler implements IQueryHandler<VraagTriage> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(TRIAGE_REGELS) private readonly regels: TriageRegels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ data }: VraagTriage): Promise<TriageAdvies> {
    const profiel = profielVan(data, this.regels);
    const nu = this.clock.now();
    const plekken = vrijePlekken(await leesVoorzieningen(this.pool, nu));
    return { ...antwoordTriage(profiel, this.regels, datumVan(nu), perVariant(plekken)), plekken };
  }
}

/** By recency of the confirmation, never confirmed last; they come by name. */
export const vrijePlekken = (voorzieningen: Voorzieningen): TriageAdvies['plekken'] =>
  voorzieningen
    .filter(({ vrij }) => vrij > 0)
    .map(({ voorzieningId, naam, aanbieder, variant, vrij, bevestigdOp }) => ({
      ...{ voorzieningId, naam, aanbieder, variant, vrij },
      bevestigdOp: bevestigdOp === null ? null : datumVan(bevestigdOp),
    }))
    .sort((a, b) => (b.bevestigdOp ?? '').localeCompare(a.bevestigdOp ?? ''));

/** The day of a variant is that of its place confirmed longest ago: all of them are confirmed since, or it is null. */
export const perVariant = (plekken: TriageAdvies['plekken']): Partial<Record<Variant, VrijePlekken>> =>
  plekken.reduce<Partial<Record<Variant, VrijePlekken>>>((vrij, { variant, vrij: aantal, bevestigdOp }) => {
    return { ...vrij, [variant]: { aantal: (vrij[variant]?.aantal ?? 0) + aantal, bevestigdOp } };
  }, {});
