import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog } from '@regielijn/event-store';
import { dossiersVan, leesSamenvoeging, REGIO_INDELING } from '@regielijn/jeugdige';
import {
  beginVan,
  datumVan,
  defineQuery,
  IdSchema,
  jaOfNee,
  KwartaalSchema,
  onbekend,
  type Periode,
  periodeVan,
  type RegioIndeling,
  vereisRegio,
  withCorrections,
  ZONE,
} from '@regielijn/kern';
import { bladerVelden, bladzijde, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { antwoordTermijn, type Termijnregels, TermijnVraagSchema } from '@regielijn/termijnen';
import { trajectStream } from '@regielijn/traject';
import type pg from 'pg';
import { z } from 'zod';
import { FeitenLezer } from '../application/feiten-lezer.js';
import { NORMENKADER, NORMTERMIJNEN } from '../application/normenkader.token.js';
import { afwijkingenIn } from '../domain/beoordeling.js';
import { type LogFeit, zonderVersie } from '../domain/gebeurtenissen-uit-log.js';
import { NORM_IDS, type NormId } from '../domain/normen/feiten.js';
import { type Normenkader, versieOp } from '../domain/normenkader.js';
import { vroegsteEinde } from './te-toetsen.js';
import type { NormtoetsRij } from './normtoets-rij.js';

const FeitSchema = z.strictObject({
  id: IdSchema,
  soort: z.string().meta({ description: 'Wat er gebeurde' }),
  geldigOp: z.string(),
});

type Feit = z.output<typeof FeitSchema>;

export const AfwijkingSchema = z
  .strictObject({
    afwijkingId: IdSchema.nullable().meta({
      description: 'Niet bij een terugblik: die is berekend en niet vastgelegd',
    }),
    norm: z.string(),
    geval: FeitSchema.nullable().meta({
      description: 'Waarbij is afgeweken, zoals een incident; leeg als de norm naar het hele traject kijkt',
    }),
    toestand: z.enum(['open', 'gemotiveerd', 'terugblik']),
    vastgesteldOp: z.string().nullable(),
    regelversie: z.string(),
    uitleg: z.string(),
    bron: z.array(z.string()),
    feiten: z.array(FeitSchema),
    motiverenUiterlijk: z.iso.date().nullable(),
    gemotiveerdOp: z.string().nullable(),
    functie: z.string().nullable(),
    redencodes: z.array(z.string()),
    herstelUiterlijk: z.iso.date().nullable(),
    hersteldOp: z.string().nullable().meta({ description: 'Wanneer is gedaan wat als herstel is beloofd' }),
    bespreking: z
      .strictObject({ review: z.string(), conclusie: z.string(), opschaling: z.string(), op: z.string() })
      .nullable()
      .meta({ description: 'Wat de kwartaalreview concludeerde; leeg als die de afwijking nog niet besprak' }),
  })
  .meta({ id: 'Normafwijking' });
type Afwijking = z.output<typeof AfwijkingSchema>;

export const NormafwijkingenSchema = z
  .strictObject({
    kwartaal: z.string(),
    gevallen: z.array(
      z.strictObject({ trajectId: IdSchema, regio: z.string(), afwijkingen: z.array(AfwijkingSchema).min(1) }),
    ),
    volgende: VolgendeSchema,
    kwartalenMetAfwijkingen: z.array(KwartaalSchema).meta({
      description: 'De kwartalen waarin afwijkingen zijn vastgesteld die nog gelden, het eerste kwartaal voorop',
    }),
  })
  .meta({ id: 'Normafwijkingen' });
type Normafwijkingen = z.output<typeof NormafwijkingenSchema>;

/** What happened and when, without what was written about it. */
const feitenPerId = (feiten: readonly LogFeit[]): ReadonlyMap<string, Feit> =>
  new Map(feiten.map(({ id, type, geldigOp }) => [id, { id, soort: zonderVersie(type), geldigOp }]));

const plaatsVan = (norm: string): number => NORM_IDS.indexOf(norm as NormId);

export class VraagNormafwijkingen extends defineQuery<Normafwijkingen>()({
  naam: 'normenkader.afwijkingen',
  omschrijving:
    'Elk traject waarin in een kwartaal een afwijking van een norm is vastgesteld, gemotiveerd of niet. Zonder namen.',
  schema: z.strictObject({
    kwartaal: KwartaalSchema,
    terugblik: jaOfNee('Waar: ook wat achteraf is berekend over de tijd voor het normenkader'),
    regio: z.string().optional().meta({ description: 'Alleen trajecten van deze regio, zoals rijnmond' }),
    norm: z.enum(NORM_IDS).optional().meta({ description: 'Alleen afwijkingen van deze norm' }),
    ...bladerVelden,
  }),
  leest: ['normtoets', 'traject', 'machtiging'],
}) {}

export class VraagTrajectafwijkingen extends defineQuery<readonly Afwijking[]>()({
  naam: 'normenkader.afwijkingen-van-traject',
  omschrijving: 'De afwijkingen van een traject die nog gelden, met tot wanneer u ze hoort te motiveren.',
  schema: z.strictObject({ trajectId: IdSchema }),
  leest: ['normtoets', 'machtiging'],
}) {}

/** Shared by both questions: what a list shows of one row of the read model. */
abstract class Afwijkingen {
  constructor(
    @Inject(DATABASE) protected readonly pool: pg.Pool,
    @Inject(EventLog) protected readonly log: EventLog,
    @Inject(NORMTERMIJNEN) private readonly termijnen: Termijnregels,
    @Inject(NORMENKADER) protected readonly normenkader: Normenkader,
  ) {}

  /** The deviations of a row that have not lapsed and were found in this time. */
  protected async vanRij(rij: NormtoetsRij, { van, tot }: Periode): Promise<readonly Afwijking[]> {
    const gevonden = Object.entries(rij.toestand.afwijkingen)
      .filter(
        ([, { toestand, vastgesteldOp }]) => toestand !== 'vervallen' && vastgesteldOp >= van && vastgesteldOp < tot,
      )
      // The database keeps no order of them.
      .sort(([, a], [, b]) => a.vastgesteldOp.localeCompare(b.vastgesteldOp) || plaatsVan(a.norm) - plaatsVan(b.norm));
    if (gevonden.length === 0) return [];
    const feiten = await this.feitenVan(rij);
    return gevonden.map(([afwijkingId, afwijking]) => {
      const { norm, geval, toestand, vastgesteldOp, motivering, gemotiveerdOp, hersteldOp, bespreking } = afwijking;
      const { uitleg, regelversie, bron, feiten: ids } = rij.toestand.laatste[norm]!;
      return {
        ...{ afwijkingId, norm, toestand: toestand as 'open' | 'gemotiveerd', vastgesteldOp },
        geval: feiten.get(geval ?? '') ?? null,
        ...{ uitleg, regelversie, bron: [...bron], feiten: ids.flatMap((id) => feiten.get(id) ?? []) },
        motiverenUiterlijk: this.motiverenUiterlijk(vastgesteldOp),
        ...{ gemotiveerdOp, functie: motivering?.functie ?? null },
        ...{ redencodes: motivering?.redencodes ?? [], herstelUiterlijk: motivering?.herstelUiterlijk ?? null },
        ...{ hersteldOp, bespreking },
      };
    });
  }

  private motiverenUiterlijk(vastgesteldOp: string): string | null {
    const start = datumVan(vastgesteldOp);
    const { kalender } = versieOp(this.normenkader, start).versie.instellingen;
    const vraag = TermijnVraagSchema.parse({ regel: 'MOT', start, kalender });
    return antwoordTermijn(vraag, this.termijnen).eind;
  }

  private async feitenVan(rij: NormtoetsRij): Promise<ReadonlyMap<string, Feit>> {
    const { rows } = await this.pool.query<{ stream: string }>(
      'select stream from lm.machtiging where jeugdige_id = any($1)',
      [await dossiersVan(rij.jeugdige_id, leesSamenvoeging(this.log))],
    );
    const streams = [trajectStream(rij.traject_id), ...rows.map(({ stream }) => stream)];
    const histories = await Promise.all(streams.map((stream) => this.log.readSealed(stream)));
    return feitenPerId(histories.flatMap((history) => withCorrections(history as unknown as readonly LogFeit[])));
  }
}

@QueryHandler(VraagTrajectafwijkingen)
export class VraagTrajectafwijkingenHandler extends Afwijkingen implements IQueryHandler<VraagTrajectafwijkingen> {
  async execute({ data }: VraagTrajectafwijkingen): Promise<readonly Afwijking[]> {
    const { rows } = await this.pool.query<NormtoetsRij>('select * from lm.normtoets where traject_id = $1', [
      data.trajectId,
    ]);
    if (rows[0]) return this.vanRij(rows[0], { van: '', tot: '~' });
    if (await this.log.exists(trajectStream(data.trajectId))) return [];
    throw onbekend('Dit traject');
  }
}

type Geval = Normafwijkingen['gevallen'][number];

/** Looked back on, or found; and the traject. */
const SleutelSchema = z.tuple([z.boolean(), IdSchema]);
type Sleutel = z.output<typeof SleutelSchema>;

interface Kandidaat {
  readonly traject_id: string;
  readonly regio: string;
}

@QueryHandler(VraagNormafwijkingen)
export class VraagNormafwijkingenHandler extends Afwijkingen implements IQueryHandler<VraagNormafwijkingen> {
  @Inject(REGIO_INDELING) private readonly indeling!: RegioIndeling;

  async execute(vraag: VraagNormafwijkingen): Promise<Normafwijkingen> {
    const { kwartaal, regio, aantal } = vraag.data;
    vereisRegio(regio, this.indeling);
    const gevonden: Geval[] = [];
    for await (const geval of this.gevallen(vraag.data, plaatsNa(vraag, SleutelSchema))) {
      gevonden.push(geval);
      if (gevonden.length > aantal) break;
    }
    const { rijen, volgende } = bladzijde(vraag, gevonden, ({ afwijkingen, trajectId }): Sleutel => [
      afwijkingen[0]!.toestand === 'terugblik',
      trajectId,
    ]);
    const kwartalenMetAfwijkingen = await this.kwartalenMetAfwijkingen();
    return { kwartaal, gevallen: [...rijen], volgende, kwartalenMetAfwijkingen };
  }

  /** What was found in the quarter, then what is looked back on; each by traject, beginning after `na`. */
  private async *gevallen(data: VraagNormafwijkingen['data'], na: Sleutel | null): AsyncIterable<Geval> {
    const [inTerugblik = false, naTraject] = na ?? [];
    const periode = periodeVan(data.kwartaal);
    const delen = [
      ...(inTerugblik ? [] : [this.vastgesteld(periode, data.regio, naTraject)]),
      ...(data.terugblik ? [this.teruggeblikt(periode, data.regio, inTerugblik ? naTraject : undefined)] : []),
    ];
    for (const deel of delen)
      for await (const geval of deel) {
        const afwijkingen = geval.afwijkingen.filter(({ norm }) => data.norm === undefined || norm === data.norm);
        if (afwijkingen.length > 0) yield { ...geval, afwijkingen };
      }
  }

  /** A deviation counts where it was found, which may be long after it happened: who finds nothing is told where to look. */
  private async kwartalenMetAfwijkingen(): Promise<string[]> {
    const { rows } = await this.pool.query<{ kwartaal: string }>(
      `select distinct to_char((a.value ->> 'vastgesteldOp')::timestamptz at time zone $1, 'YYYY-"K"Q') as kwartaal
       from lm.normtoets n, jsonb_each(n.toestand -> 'afwijkingen') a
       where a.value ->> 'toestand' <> 'vervallen' order by kwartaal`,
      [ZONE],
    );
    return rows.map(({ kwartaal }) => kwartaal);
  }

  private async *vastgesteld(periode: Periode, regio?: string, na?: string): AsyncIterable<Geval> {
    const { rows } = await this.pool.query<NormtoetsRij & Kandidaat>(
      `select n.*, t.regio from lm.normtoets n join lm.traject t on t.traject_id = n.traject_id
       where exists (select 1 from jsonb_each(n.toestand -> 'afwijkingen') a
                     where a.value ->> 'vastgesteldOp' >= $1 and a.value ->> 'vastgesteldOp' < $2)
         and ($3::text is null or t.regio = $3) and ($4::uuid is null or n.traject_id > $4)
       order by n.traject_id`,
      [periode.van, periode.tot, regio, na],
    );
    for (const rij of rows)
      yield { trajectId: rij.traject_id, regio: rij.regio, afwijkingen: [...(await this.vanRij(rij, periode))] };
  }

  /** What was so at the end of the quarter and not yet at its beginning. Computed, never recorded. */
  private async *teruggeblikt(periode: Periode, vanRegio?: string, na?: string): AsyncIterable<Geval> {
    const { van, tot } = periode;
    const { rows } = await this.pool.query<Kandidaat>(
      `select traject_id, regio from lm.traject
       where aangemeld_op < least($1::timestamptz, $2) and (einde_op is null or einde_op >= $3)
         and ($4::text is null or regio = $4) and ($5::uuid is null or traject_id > $5)
       order by traject_id`,
      [tot, beginVan(this.normenkader.versies[0]!.geldigVanaf), vroegsteEinde(this.normenkader, van), vanRegio, na],
    );
    const lezer = new FeitenLezer(this.log, this.pool, this.normenkader);
    for (const { traject_id: trajectId, regio } of rows)
      yield { trajectId, regio, afwijkingen: await this.terugblikOp(lezer, trajectId, periode) };
  }

  private async terugblikOp(lezer: FeitenLezer, trajectId: string, periode: Periode): Promise<Afwijking[]> {
    const traject = await lezer.traject(trajectId);
    const feiten = traject?.isVoor ? await lezer.feiten(traject) : null;
    if (!feiten) return [];
    const perId = feitenPerId(traject!.feiten);
    return afwijkingenIn(feiten, this.normenkader, periode).map(
      ({ norm, geval, uitleg, regelversie, bron, feiten: ids }) => ({
        ...{ afwijkingId: null, norm, geval: perId.get(geval) ?? null, toestand: 'terugblik' },
        ...{ vastgesteldOp: null, motiverenUiterlijk: null },
        ...{ uitleg, regelversie, bron: [...bron], feiten: ids.flatMap((id) => perId.get(id) ?? []) },
        ...{ gemotiveerdOp: null, functie: null, redencodes: [], herstelUiterlijk: null },
        ...{ hersteldOp: null, bespreking: null },
      }),
    );
  }
}
