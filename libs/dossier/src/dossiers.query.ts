import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type JeugdigeRij, jeugdigeStream, opgegaanDossiers, regiekloof, REGIO_INDELING } from '@regielijn/jeugdige';
import {
  type Clock,
  type Datum,
  datumVan,
  defineQuery,
  GemeentecodeSchema,
  IdSchema,
  jaOfNee,
  MedewerkerSchema,
  OrganisatieSchema,
  type RegioIndeling,
  vereisRegio,
} from '@regielijn/kern';
import { bladerVelden, bladzijde, CLOCK, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type { TrajectRij } from '@regielijn/traject';
import type pg from 'pg';
import { z } from 'zod';

const StatusSchema = z.enum(['open', 'gesloten', 'vernietigd']);
const organisatie = (description: string) => z.string().meta({ description });

const DossierInLijstSchema = z.strictObject({
  jeugdigeId: IdSchema,
  status: StatusSchema,
  regio: z.string(),
  gemeentecode: z.string().nullable(),
  casusregie: organisatie('De organisatie die nu de casusregie voert'),
  medewerker: z.string().nullable().meta({ description: 'Accountnummer; null: nu niemand benoemd' }),
  zonderMedewerkerSinds: z.string().nullable(),
  systeemregie: organisatie('De gemeente die nu de systeemregie voert'),
  overdracht: z
    .strictObject({ aan: z.string(), geldigTot: z.string() })
    .nullable()
    .meta({ description: 'Een aanbod van de casusregie dat nog geen antwoord heeft, ook als de termijn voorbij is' }),
  regiekloof: z
    .strictObject({ hoort: z.enum(['gemeente', 'GI']), vanaf: z.iso.date(), dagen: z.int() })
    .nullable()
    .meta({ description: 'Wie de casusregie vandaag hoort te voeren en dat niet doet' }),
  opgegaanIn: IdSchema.nullable().meta({ description: 'Het dossier waarin dit dossier is opgegaan' }),
  trajecten: z
    .array(z.strictObject({ trajectId: IdSchema, status: z.string(), variant: z.string().nullable() }))
    .meta({ description: 'De trajecten die nog lopen, ook uit dossiers die in dit dossier zijn opgegaan' }),
});
type DossierInLijst = z.output<typeof DossierInLijstSchema>;

export const DossiersSchema = z
  .strictObject({
    dossiers: z.array(DossierInLijstSchema),
    volgende: VolgendeSchema,
  })
  .meta({ id: 'Dossiers' });
type Dossiers = z.output<typeof DossiersSchema>;

/** The policy lets whoever may open a dossier see this list, and nobody else. */
export class VraagDossiers extends defineQuery<Dossiers>()({
  naam: 'jeugdige.dossiers',
  omschrijving: 'De dossiers die er zijn en wie daar de regie voert. Zonder namen en geboortedatums.',
  schema: z.strictObject({
    status: StatusSchema.optional().meta({ description: 'Alleen dossiers die zo staan' }),
    regio: z.string().optional().meta({ description: 'Zoals rijnmond; overig: buiten het landsdeel' }),
    casusregie: OrganisatieSchema.optional().meta({ description: 'De organisatie die nu de casusregie voert' }),
    gemeente: GemeentecodeSchema.optional().meta({ description: 'De gemeente waar de jeugdige woont, zoals 0599' }),
    zonderMedewerker: jaOfNee('Waar: alleen dossiers waarin nu niemand is benoemd voor de casusregie'),
    medewerker: MedewerkerSchema.optional().meta({ description: 'Wie nu de casusregie uitvoert: een accountnummer' }),
    traject: IdSchema.optional().meta({ description: 'Het nummer van een traject: dan alleen het dossier daarvan' }),
    opgegaan: jaOfNee('Waar: ook dossiers die in een ander dossier zijn opgegaan'),
    ...bladerVelden,
  }),
  leest: ['jeugdige', 'traject'],
}) {}

type LopendTraject = Pick<TrajectRij, 'traject_id' | 'jeugdige_id' | 'status' | 'variant'>;

const inLijst = (rij: JeugdigeRij, trajecten: readonly LopendTraject[], vandaag: Datum): DossierInLijst => {
  const { overdracht_aan: aan, overdracht_geldig_tot: geldigTot, regio, gemeentecode, casusregie } = rij;
  const kloof = regiekloof(rij.toestand, vandaag).at(-1);
  return {
    ...{ jeugdigeId: rij.jeugdige_id, status: rij.toestand.status, regio, gemeentecode },
    ...{ casusregie, medewerker: rij.medewerker, zonderMedewerkerSinds: rij.zonder_medewerker_sinds },
    systeemregie: rij.systeemregie,
    overdracht: aan === null || geldigTot === null ? null : { aan, geldigTot },
    regiekloof: kloof?.tot === null ? { hoort: kloof.hoort, vanaf: kloof.vanaf, dagen: kloof.dagen } : null,
    opgegaanIn: rij.opgegaan_in,
    trajecten: trajecten.map(({ traject_id: trajectId, status, variant }) => ({ trajectId, status, variant })),
  };
};

@QueryHandler(VraagDossiers)
export class VraagDossiersHandler implements IQueryHandler<VraagDossiers> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REGIO_INDELING) private readonly indeling: RegioIndeling,
  ) {}

  async execute(vraag: VraagDossiers): Promise<Dossiers> {
    const { data } = vraag;
    vereisRegio(data.regio, this.indeling);
    const na = plaatsNa(vraag, IdSchema);
    const { rijen, volgende } = bladzijde(vraag, await this.rijen(data, na), (rij) => rij.jeugdige_id);
    const lopend = await this.lopendeTrajecten(rijen.map((rij) => rij.jeugdige_id));
    const vandaag = datumVan(this.clock.now());
    return {
      dossiers: rijen.map((rij) => inLijst(rij, lopend.get(rij.jeugdige_id)!, vandaag)),
      volgende,
    };
  }

  /** One more than was asked for, which tells that there is more. */
  private async rijen(data: VraagDossiers['data'], na: string | null): Promise<readonly JeugdigeRij[]> {
    const { status, regio, casusregie, medewerker, traject, opgegaan, gemeente, zonderMedewerker, aantal } = data;
    const vanaf = na === null ? null : jeugdigeStream(na);
    const { rows } = await this.pool.query<JeugdigeRij>(
      `select * from lm.jeugdige
       where ($1::text is null or status = $1) and ($2::text is null or regio = $2)
         and ($3::text is null or casusregie = $3) and ($4::text is null or medewerker = $4)
         and ($5 or $7::uuid is not null or opgegaan_in is null) and ($6::text is null or stream > $6)
         and ($9::text is null or gemeentecode = $9) and (not $10 or zonder_medewerker_sinds is not null)
         and ($7::uuid is null or jeugdige_id = (select jeugdige_id from lm.traject where traject_id = $7))
       order by stream limit $8`,
      [status, regio, casusregie, medewerker, opgegaan, vanaf, traject, aantal + 1, gemeente, zonderMedewerker],
    );
    return rows;
  }

  /** Per dossier what still runs, in itself and in what went into it. */
  private async lopendeTrajecten(ids: readonly string[]): Promise<ReadonlyMap<string, readonly LopendTraject[]>> {
    const { rows: koppelingen } = await this.pool.query<JeugdigeRij>(
      "select jeugdige_id, opgegaan_in, samengevoegd_met from lm.jeugdige where samengevoegd_met <> '[]'",
    );
    const samen = new Map(
      koppelingen.map(({ jeugdige_id, opgegaan_in: opgegaanIn, samengevoegd_met: samengevoegdMet }) => [
        jeugdige_id,
        { opgegaanIn, samengevoegdMet },
      ]),
    );
    const dossiers = new Map<string, readonly string[]>();
    for (const id of ids)
      dossiers.set(id, [id, ...(await opgegaanDossiers(id, async (een) => samen.get(een) ?? null))]);
    const { rows } = await this.pool.query<LopendTraject>(
      `select traject_id, jeugdige_id, status, variant from lm.traject
       where jeugdige_id = any($1) and status <> 'afgesloten' order by stream`,
      [[...dossiers.values()].flat()],
    );
    return new Map(
      [...dossiers].map(([id, delen]) => [id, rows.filter(({ jeugdige_id }) => delen.includes(jeugdige_id))]),
    );
  }
}
