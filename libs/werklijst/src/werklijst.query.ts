import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Clock, DatumSchema, datumVan, defineQuery, IdSchema, jaOfNee, plusMaanden } from '@regielijn/kern';
import { bladerVelden, bladzijde, CLOCK, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { type Bron, bronnenVoor, type WerkRij, werkVan } from './bronnen.js';
import { WERKSOORTEN } from './werk.js';

const WerkSchema = z.strictObject({
  soort: z.enum(WERKSOORTEN),
  wat: z.string().meta({ description: 'Wat u moet doen, in één zin' }),
  regel: z.string().meta({
    description: 'De regel of afspraak waar dit uit volgt, zoals D15, OVD of ACTIE; bij een opschaling de stand',
  }),
  uiterlijk: z.iso.date().meta({ description: 'De laatste dag; van een afspraak de streefdatum' }),
  teLaat: z.boolean(),
  jeugdigeId: IdSchema.nullable().meta({ description: 'Leeg als het over niemand in het bijzonder gaat' }),
  bij: z.string().meta({ description: 'Waar het bij hoort, zoals traject-<nummer>' }),
  naar: z.string().meta({ description: 'Waar u verder kijkt: het adres in deze API' }),
  id: z.string().meta({ description: 'Van de termijn, de opschaling of de actie' }),
});

export const WerklijstSchema = z
  .strictObject({ werk: z.array(WerkSchema), volgende: VolgendeSchema })
  .meta({ id: 'Werklijst' });
type Werklijst = z.output<typeof WerklijstSchema>;

/** So far ahead people plan; later than that only what has been told already. */
const VOORUIT_MAANDEN = 3;

export class VraagWerklijst extends defineQuery<Werklijst>()({
  naam: 'werklijst.mijn',
  omschrijving:
    'Wat er op uw organisatie en uw rol wacht, de eerste dag voorop: termijnen, overdrachten, vragen, acties en terugkeren. Wat later dan drie maanden moet en nog niet is gemeld, staat er niet bij.',
  schema: z.strictObject({
    soort: z.enum(WERKSOORTEN).optional().meta({ description: 'Alleen werk van deze soort' }),
    jeugdigeId: IdSchema.optional().meta({ description: 'Alleen van deze jeugdige' }),
    uiterlijk: DatumSchema.optional().meta({ description: 'Alleen wat op deze dag of eerder klaar moet zijn' }),
    alleenMijn: jaOfNee('Alleen van jeugdigen van wie u zelf de casusregie uitvoert'),
    ...bladerVelden,
  }),
  leest: ['termijnstand', 'bewaking', 'jeugdige', 'opschaling', 'kwartaalreview'],
}) {}

/** Where a page ended: the last day, and the id. */
const PlaatsSchema = z.tuple([DatumSchema, IdSchema]);

const naarVan = ({ bij, jeugdige_id: jeugdigeId }: WerkRij): string => {
  const [, soort, id] = /^([a-z]+)-(.+)$/.exec(bij)!;
  if (soort === 'opschaling') return `/v1/opschalingen/${id}`;
  if (soort === 'terugkeer') return `/v1/terugkeren/${id}`;
  if (soort === 'kwartaalreview') return `/v1/kwartaalreviews/${id}`;
  return jeugdigeId === null ? '/v1/termijnen' : `/v1/jeugdigen/${jeugdigeId}`;
};

const inLijst = (rij: WerkRij, vandaag: string): Werklijst['werk'][number] => {
  const { id, regel, bij, jeugdige_id: jeugdigeId, laatste: uiterlijk, naam } = rij;
  const werk = werkVan(rij);
  return {
    ...{ soort: werk?.groep ?? 'termijn', wat: werk?.wat ?? `${naam}.`, regel, uiterlijk, teLaat: uiterlijk < vandaag },
    ...{ jeugdigeId, bij, naar: naarVan(rij), id },
  };
};

const opVolgorde = (a: WerkRij, b: WerkRij): number => (`${a.laatste} ${a.id}` < `${b.laatste} ${b.id}` ? -1 : 1);

@QueryHandler(VraagWerklijst)
export class VraagWerklijstHandler implements IQueryHandler<VraagWerklijst> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of each source as much as a page holds: together they hold the page. */
  async execute(vraag: VraagWerklijst): Promise<Werklijst> {
    const bronnen = bronnenVoor(vraag.actor, vraag.data.soort);
    const gevonden = await Promise.all(bronnen.map((bron) => this.rijen(bron, vraag)));
    const { rijen, volgende } = bladzijde(vraag, gevonden.flat().sort(opVolgorde), ({ laatste, id }) => [laatste, id]);
    const vandaag = datumVan(this.clock.now());
    return { werk: rijen.map((rij) => inLijst(rij, vandaag)), volgende };
  }

  private async rijen({ sql, params }: Bron, vraag: VraagWerklijst): Promise<readonly WerkRij[]> {
    const { actor, data } = vraag;
    const nu = this.clock.now();
    const [naDag, naId] = plaatsNa(vraag, PlaatsSchema) ?? [null, null];
    const nr = (plaats: number): string => `$${params.length + 1 + plaats}`;
    const { rows } = await this.pool.query<WerkRij>(
      `select * from (${sql}) werk
       where (laatste <= ${nr(1)} or vanaf is null or vanaf <= ${nr(2)}) and (${nr(3)}::text is null or laatste <= ${nr(3)})
         and (${nr(4)}::uuid is null or jeugdige_id = ${nr(4)}) and (${nr(5)}::text is null or medewerker = ${nr(5)})
         and (${nr(6)}::text is null or (laatste, id) > (${nr(6)}, ${nr(7)}))
       order by laatste, id limit ${nr(8)}`,
      [
        ...[actor.organisatie, ...params, plusMaanden(datumVan(nu), VOORUIT_MAANDEN), nu, data.uiterlijk],
        ...[data.jeugdigeId, data.alleenMijn ? actor.subject : null, naDag, naId, data.aantal + 1],
      ],
    );
    return rows;
  }
}
