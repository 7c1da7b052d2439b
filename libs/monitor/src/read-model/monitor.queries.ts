import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { dossiersVan, REGIO_INDELING } from '@regielijn/jeugdige';
import { beginVan, type Clock, defineQuery, type Instant, ongeldig, type RegioIndeling } from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type { TrajectRij } from '@regielijn/traject';
import type pg from 'pg';
import { z } from 'zod';
import { bezetting } from '../domain/bezetting.js';
import { plaatsingen, type TrajectFeit } from '../domain/plaatsingen.js';

const ander = { error: 'kies een jaar van 2000 tot en met 2100', abort: true };
const JaarSchema = z.coerce
  .number(ander)
  .int(ander)
  .min(2000, ander)
  .max(2100, ander)
  .meta({ description: 'Het jaar waarover u de cijfers wilt' });
const DefinitieSchema = z
  .enum(['jbwest', 'jzn'])
  .meta({ description: 'Wat als plaatsing telt: van JB West of van Jeugdzorg Nederland' });
const AandeelSchema = z.strictObject({ teller: z.int(), noemer: z.int(), procent: z.int().nullable() });
const AantallenSchema = z.record(z.string(), z.int());

export const PlaatsingenSchema = z
  .strictObject({
    jaar: z.int(),
    definitie: DefinitieSchema,
    totaal: z.int(),
    perRegio: AantallenSchema,
    urgentie: z.strictObject({ urgent: z.int(), waarvanBloedspoed: z.int(), regulier: z.int() }),
    soort: AantallenSchema,
    gemeenteklassen: AantallenSchema,
    gemeenten: AantallenSchema.meta({ description: 'Alleen gemeenten met meer dan tien plaatsingen' }),
    aandelen: z.record(z.string(), AandeelSchema),
  })
  .meta({ id: 'Plaatsingen' });

const PeilingSchema = z.int().nullable().meta({ description: 'null: deze peildatum moet nog komen' });

export const BezettingSchema = z
  .strictObject({
    jaar: z.int(),
    peildata: z.array(z.iso.date()),
    perRegio: z.record(z.string(), z.array(PeilingSchema)),
    totaal: z.array(PeilingSchema),
  })
  .meta({ id: 'Bezetting' });

export class VraagPlaatsingen extends defineQuery<z.output<typeof PlaatsingenSchema>>()({
  naam: 'monitor.plaatsingen',
  omschrijving: 'Plaatsingen in een jaar, volgens de definitie van JB West of van Jeugdzorg Nederland.',
  schema: z.strictObject({ jaar: JaarSchema, definitie: DefinitieSchema.default('jbwest') }),
  leest: ['traject', 'jeugdige'],
}) {}

export class VraagBezetting extends defineQuery<z.output<typeof BezettingSchema>>()({
  naam: 'monitor.bezetting',
  omschrijving: 'Jeugdigen in zorg op de eerste dag van elk kwartaal, tot en met vandaag.',
  schema: z.strictObject({ jaar: JaarSchema }),
  leest: ['traject'],
}) {}

interface Koppeling {
  readonly jeugdige_id: string;
  readonly opgegaan_in: string | null;
  readonly samengevoegd_met: readonly string[];
}

/** For each dossier that is one with another: one and the same id for all of them. */
const leesSamengevoegd = async (pool: pg.Pool): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<Koppeling>(
    "select jeugdige_id, opgegaan_in, samengevoegd_met from lm.jeugdige where opgegaan_in is not null or samengevoegd_met <> '[]'",
  );
  const koppelingen = new Map(
    rows.map(({ jeugdige_id, opgegaan_in: opgegaanIn, samengevoegd_met: samengevoegdMet }) => [
      jeugdige_id,
      { opgegaanIn, samengevoegdMet },
    ]),
  );
  const samen = new Map<string, string>();
  for (const id of koppelingen.keys()) {
    const dossiers = await dossiersVan(id, async (ander) => koppelingen.get(ander) ?? null);
    samen.set(id, [...dossiers].sort()[0]!);
  }
  return samen;
};

/** Trajecten with an opname before the end of a year. */
const leesTrajecten = async (pool: pg.Pool, jaar: number): Promise<readonly TrajectFeit[]> => {
  const { rows } = await pool.query<TrajectRij>(
    `select jeugdige_id, regio, gemeentecode, urgentie, herkomst, leeftijd, opname_op, overplaatsingen, einde_op, einde, bestemming
     from lm.traject where opname_op < make_timestamptz($1, 1, 2, 0, 0, 0, 'Europe/Amsterdam')`,
    [jaar + 1],
  );
  const samengevoegd = await leesSamengevoegd(pool);
  return rows.map((rij) => ({
    jeugdigeId: samengevoegd.get(rij.jeugdige_id) ?? rij.jeugdige_id,
    regio: rij.regio,
    gemeentecode: rij.gemeentecode,
    urgentie: rij.urgentie,
    herkomst: rij.herkomst,
    leeftijd: rij.leeftijd!,
    opnameOp: rij.opname_op!,
    overplaatsingen: rij.overplaatsingen,
    eindeOp: rij.einde_op,
    einde: rij.einde,
    bestemming: rij.bestemming,
  }));
};

/** What has not begun has no figures; zeros would read as if it had. */
const vereisBegonnen = (jaar: number, nu: Instant): void => {
  if (beginVan(`${jaar}-01-01`) > nu)
    throw ongeldig('JAAR_IN_TOEKOMST', `Het jaar ${jaar} moet nog beginnen. Kies een jaar dat al is begonnen.`, {
      jaar,
    });
};

@QueryHandler(VraagPlaatsingen)
export class VraagPlaatsingenHandler implements IQueryHandler<VraagPlaatsingen> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(REGIO_INDELING) private readonly indeling: RegioIndeling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ data: { jaar, definitie } }: VraagPlaatsingen): Promise<z.output<typeof PlaatsingenSchema>> {
    vereisBegonnen(jaar, this.clock.now());
    return plaatsingen(await leesTrajecten(this.pool, jaar), jaar, definitie, this.indeling);
  }
}

@QueryHandler(VraagBezetting)
export class VraagBezettingHandler implements IQueryHandler<VraagBezetting> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(REGIO_INDELING) private readonly indeling: RegioIndeling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ data: { jaar } }: VraagBezetting): Promise<z.output<typeof BezettingSchema>> {
    const nu = this.clock.now();
    vereisBegonnen(jaar, nu);
    return bezetting(await leesTrajecten(this.pool, jaar), jaar, this.indeling, nu);
  }
}
