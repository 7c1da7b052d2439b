import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type Clock,
  DatumSchema,
  defineQuery,
  IdSchema,
  OrganisatieSchema,
  StoredInstantSchema,
} from '@regielijn/kern';
import { CLOCK } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { BERICHTINSTELLINGEN, type Berichtinstellingen } from '../application/berichtinstellingen.token.js';
import { Ontvangers } from '../application/ontvangers.js';
import { versVanaf } from '../application/vers.js';
import { WijzeSchema } from '../domain/commands.js';
import { BerichtSoortSchema, StoringSchema } from '../domain/events.js';
import type { Bericht } from '../domain/state.js';
import { linkVan, onderwerpVan } from '../domain/tekst.js';
import { postbusVan } from '../domain/voorkeur.js';

const BerichtStandSchema = z.enum(['geen_adres', 'wacht', 'verzonden', 'opgegeven', 'vervallen']);

const LeveringSchema = z.strictObject({
  ontvanger: z.string().meta({ description: 'Een accountnummer, of postbus: met de organisatie' }),
  stand: z.enum(['wacht', 'verzonden', 'opgegeven']),
  inOverzicht: z.boolean(),
  pogingen: z.int().meta({ description: 'Hoe vaak versturen niet lukte' }),
  code: StoringSchema.nullable().meta({ description: 'Waarom het de laatste keer niet lukte' }),
  volgendeOp: StoredInstantSchema.nullable().meta({ description: 'Wanneer het opnieuw wordt geprobeerd' }),
  op: StoredInstantSchema.nullable().meta({ description: 'Wanneer het is verzonden of opgegeven' }),
});

const BerichtInLijstSchema = z
  .strictObject({
    berichtId: IdSchema,
    soort: BerichtSoortSchema,
    onderwerp: z.string(),
    organisatie: z.string(),
    over: z.string(),
    dossierId: IdSchema.nullable(),
    link: z.string(),
    uiterlijk: DatumSchema.nullable(),
    escalatie: z.boolean(),
    stand: BerichtStandSchema.meta({
      description:
        'geen_adres: niemand van deze organisatie heeft een adres ingesteld. vervallen: niet meer nodig, of na 30 dagen nog niet uit.',
    }),
    opgesteldOp: StoredInstantSchema,
    herinnerdOp: StoredInstantSchema.nullable(),
    afgehandeldOp: StoredInstantSchema.nullable(),
    leveringen: z.array(LeveringSchema),
  })
  .meta({ id: 'Bericht' });
type BerichtInLijst = z.output<typeof BerichtInLijstSchema>;

const volgende = IdSchema.nullable().meta({
  description: 'Geef dit mee in "na" voor het vervolg; null: dit is het einde',
});

export const BerichtenSchema = z
  .strictObject({ berichten: z.array(BerichtInLijstSchema), volgende })
  .meta({ id: 'Berichten' });
type Berichten = z.output<typeof BerichtenSchema>;

export const MijnBerichtenSchema = z
  .strictObject({
    voorkeur: z
      .strictObject({ adres: z.string().nullable(), wijze: WijzeSchema, uur: z.int() })
      .nullable()
      .meta({ description: 'Null: u hebt nog niets ingesteld' }),
    berichten: z.array(BerichtInLijstSchema),
    volgende,
  })
  .meta({ id: 'MijnBerichten' });
type MijnBerichten = z.output<typeof MijnBerichtenSchema>;

const MEESTE = 200;

const bladzijde = {
  stand: BerichtStandSchema.optional(),
  aantal: z.coerce.number().int().min(1).max(MEESTE).default(50).meta({
    description: 'Hoeveel berichten u hoogstens in één antwoord wilt',
  }),
  na: IdSchema.optional().meta({ description: 'De waarde van "volgende" uit het vorige antwoord' }),
};

export class VraagBerichten extends defineQuery<Berichten>()({
  naam: 'bericht.lijst',
  omschrijving: 'De berichten aan alle organisaties, het nieuwste voorop, met wie ze kreeg en wat niet lukte.',
  schema: z.strictObject({
    ...bladzijde,
    organisatie: OrganisatieSchema.optional(),
    soort: BerichtSoortSchema.optional(),
  }),
  leest: ['bericht'],
}) {}

export class VraagMijnBerichten extends defineQuery<MijnBerichten>()({
  naam: 'bericht.mijn',
  omschrijving:
    'De berichten aan u en aan de postbus van uw organisatie, het nieuwste voorop, en wat u hebt ingesteld.',
  schema: z.strictObject(bladzijde),
  leest: ['bericht'],
}) {}

interface Rij {
  readonly stand: z.output<typeof BerichtStandSchema>;
  readonly toestand: Bericht;
}

interface Filter {
  readonly stand?: string | undefined;
  readonly organisatie?: string | undefined;
  readonly soort?: string | undefined;
  /** Only what one of these gets, and what nobody gets yet. */
  readonly ontvangers?: readonly string[];
  readonly aantal: number;
  readonly na?: string | undefined;
}

/** Whether it waits for an address or for its turn, nobody records; nor that it has become too old to send. */
const LIJST = `
select stand, toestand from (
  select b.*, case
    when b.status not in ('nieuw', 'wacht') then b.status
    when greatest(b.opgesteld_op, b.herinnerd_op) < $1 then 'vervallen'
    when b.status = 'wacht' or exists (
      select from berichten.ontvanger o where o.organisatie = b.organisatie and o.wijze <> 'uit'
    ) then 'wacht'
    else 'geen_adres' end as stand
  from lm.bericht b
) bericht
where ($2::text is null or stand = $2) and ($3::text is null or organisatie = $3) and ($4::text is null or soort = $4)
  and ($5::text[] is null or status = 'nieuw' or jsonb_exists_any(toestand -> 'leveringen', $5))
  and ($6::uuid is null or (opgesteld_op, bericht_id) < (select opgesteld_op, bericht_id from lm.bericht where bericht_id = $6))
order by opgesteld_op desc, bericht_id desc limit $7`;

abstract class BerichtenLezer {
  @Inject(DATABASE) private readonly pool!: pg.Pool;
  @Inject(CLOCK) private readonly clock!: Clock;
  @Inject(BERICHTINSTELLINGEN) private readonly instellingen!: Berichtinstellingen;

  protected async lees({ stand, organisatie, soort, ontvangers, na, aantal }: Filter): Promise<Berichten> {
    const { rows } = await this.pool.query<Rij>(LIJST, [
      ...[versVanaf(this.clock.now()), stand, organisatie, soort, ontvangers, na],
      // One more than was asked for, which tells that there is more.
      aantal + 1,
    ]);
    const berichten = rows.slice(0, aantal).map((rij) => this.inLijst(rij));
    return { berichten, volgende: rows.length > aantal ? berichten.at(-1)!.berichtId : null };
  }

  private inLijst({ stand, toestand }: Rij): BerichtInLijst {
    const { berichtId, soort, organisatie, over, dossierId, uiterlijk, escalatie } = toestand;
    const { opgesteldOp, herinnerdOp, afgehandeldOp } = toestand;
    const leveringen = Object.entries(toestand.leveringen).map(([ontvanger, { sinds: _, ...levering }]) => ({
      ontvanger,
      ...levering,
    }));
    return {
      ...{ berichtId, soort, onderwerp: onderwerpVan(toestand), organisatie, over, dossierId },
      link: linkVan(toestand, this.instellingen.webAdres),
      ...{ uiterlijk, escalatie, stand, opgesteldOp, herinnerdOp, afgehandeldOp, leveringen },
    };
  }
}

@QueryHandler(VraagBerichten)
export class VraagBerichtenHandler extends BerichtenLezer implements IQueryHandler<VraagBerichten> {
  execute({ data }: VraagBerichten): Promise<Berichten> {
    return this.lees(data);
  }
}

@QueryHandler(VraagMijnBerichten)
export class VraagMijnBerichtenHandler extends BerichtenLezer implements IQueryHandler<VraagMijnBerichten> {
  @Inject(Ontvangers) private readonly ontvangers!: Ontvangers;

  async execute({ data, actor: { subject, organisatie } }: VraagMijnBerichten): Promise<MijnBerichten> {
    const eigen = await this.ontvangers.een(subject);
    const lijst = await this.lees({ ...data, organisatie, ontvangers: [subject, postbusVan(organisatie)] });
    return { voorkeur: eigen && { adres: eigen.adres, wijze: eigen.wijze, uur: eigen.uur }, ...lijst };
  }
}
