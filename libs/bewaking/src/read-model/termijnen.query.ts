import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import {
  type Clock,
  dagVanLeeftijd,
  type Datum,
  DatumSchema,
  datumVan,
  defineQuery,
  fold,
  IdSchema,
  OrganisatieSchema,
  plusDagen,
  plusDagenOpDeKlok,
  withCorrections,
} from '@regielijn/kern';
import { bladerVelden, bladzijde, CLOCK, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { categoryOf } from '@regielijn/projecties';
import type { Pauze } from '@regielijn/termijnen';
import type pg from 'pg';
import { z } from 'zod';
import { controleerKlok } from '../application/gekomen.js';
import { vergetenSinds } from '../application/klok.js';
import { bewakingDecider } from '../domain/decide.js';
import { MomentSoortSchema, termijnStream } from '../domain/events.js';
import { momentSleutel } from '../domain/state.js';
import type { BewakingRij } from './bewaking-rij.js';
import type { TermijnRij } from './grootboek.js';
import { BEWAKINGEN, type Bewakingen, type Verschuiving, verschuivingenIn } from './verschuivingen.js';

const StandSchema = z.enum(['loopt', 'verstreken', 'staat_stil', 'klaar']);

const TermijnSchema = z
  .strictObject({
    termijnId: IdSchema,
    regel: z.string().meta({ description: 'De regel van wet of norm, zoals D5 of O3, of de afspraak' }),
    naam: z.string(),
    artikel: z.string().meta({ description: 'Het artikel, de norm, of waar de afspraak vandaan komt' }),
    bij: z.string().meta({ description: 'Waar de termijn bij hoort, zoals machtiging-<nummer>' }),
    jeugdigeId: IdSchema.nullable(),
    stand: StandSchema,
    telling: z.string().meta({ description: 'Welke dagen tellen' }),
    begin: z.iso.date(),
    eind: z.iso.date().meta({ description: 'De laatste dag, of de dag waarop het eindigt; met wat stilstond erbij' }),
    atw: z.iso
      .date()
      .nullable()
      .meta({ description: 'De laatste dag met de Algemene termijnenwet; null: die geldt niet' }),
    pauzes: z.array(
      z.strictObject({
        van: z.iso.date(),
        tot: z.iso.date().nullable(),
        reden: z.string(),
        door: z
          .string()
          .nullable()
          .meta({ description: 'Wie de termijn stilzette; null: dat volgt uit het dossier zelf' }),
      }),
    ),
    verschoven: z
      .array(z.strictObject({ op: z.string(), door: z.string(), van: z.iso.date(), naar: z.iso.date() }))
      .meta({ description: 'De correcties waardoor het einde een andere dag werd, en wie die vastlegde' }),
    komt: z
      .array(z.strictObject({ moment: MomentSoortSchema, op: z.string(), gemeld: z.boolean() }))
      .meta({ description: 'De momenten waarop er iets wordt gemeld of gedaan' }),
    klaarOp: z.string().nullable(),
  })
  .meta({ id: 'Termijn' });
type TermijnInLijst = z.output<typeof TermijnSchema>;

export const TermijnenSchema = z
  .strictObject({ termijnen: z.array(TermijnSchema), volgende: VolgendeSchema })
  .meta({ id: 'Termijnen' });
type Termijnen = z.output<typeof TermijnenSchema>;

export class VraagTermijnen extends defineQuery<Termijnen>()({
  naam: 'bewaking.termijnen',
  omschrijving: 'De termijnen die lopen, wie het eerst aan de beurt is voorop, met waar ze vandaan komen.',
  schema: z.strictObject({
    jeugdigeId: IdSchema.optional().meta({ description: 'Alleen van deze jeugdige' }),
    regel: z.string().max(40).optional().meta({ description: 'Zoals D5, O3 of AFSTEMMING' }),
    casusregie: OrganisatieSchema.optional().meta({ description: 'De organisatie die nu de casusregie voert' }),
    stand: StandSchema.optional().meta({ description: 'Zonder keuze: alles wat niet klaar is' }),
    uiterlijk: DatumSchema.optional().meta({ description: 'Alleen wat op deze dag of eerder eindigt' }),
    ...bladerVelden,
  }),
  leest: ['termijnstand', 'bewaking', 'jeugdige'],
}) {}

export const KlokcontroleSchema = z
  .strictObject({
    vergeten: z.int().meta({ description: 'Momenten die kwamen en niet zijn gemeld. Hoort 0 te zijn' }),
    dubbel: z.int().meta({ description: 'Momenten die vaker dan één keer zijn gemeld. Hoort 0 te zijn' }),
  })
  .meta({ id: 'Klokcontrole' });

export class VraagKlokcontrole extends defineQuery<z.output<typeof KlokcontroleSchema>>()({
  naam: 'bewaking.controle',
  omschrijving: 'Of de klok haar werk doet: hoeveel termijnen zijn vergeten of dubbel gemeld.',
  schema: z.strictObject({}),
  leest: ['termijnstand', 'bewaking'],
}) {}

/** Where a page ended: the last day of a term, and its id. */
const PlaatsSchema = z.tuple([DatumSchema, IdSchema]);

type Rij = TermijnRij &
  Partial<Pick<BewakingRij, 'gemeld' | 'verschoven' | 'staat_stil'>> & {
    readonly laatste: string;
    /** Whether its stream holds corrections. */
    readonly gecorrigeerd: boolean;
  };

@QueryHandler(VraagKlokcontrole)
export class VraagKlokcontroleHandler implements IQueryHandler<VraagKlokcontrole> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<z.output<typeof KlokcontroleSchema>> {
    return controleerKlok(this.pool, vergetenSinds(this.clock.now()));
  }
}

@QueryHandler(VraagTermijnen)
export class VraagTermijnenHandler implements IQueryHandler<VraagTermijnen> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(BEWAKINGEN) private readonly slices: Bewakingen,
  ) {}

  async execute(vraag: VraagTermijnen): Promise<Termijnen> {
    const { rijen, volgende } = bladzijde(vraag, await this.rijen(vraag), ({ laatste, termijn_id: id }) => [
      laatste,
      id,
    ]);
    const vandaag = datumVan(this.clock.now());
    return { termijnen: await Promise.all(rijen.map((rij) => this.inLijst(rij, vandaag))), volgende };
  }

  private async rijen(vraag: VraagTermijnen): Promise<readonly Rij[]> {
    const { jeugdigeId, regel, casusregie, stand, uiterlijk, aantal } = vraag.data;
    const vandaag = datumVan(this.clock.now());
    const [naDag, naId] = plaatsNa(vraag, PlaatsSchema) ?? [null, null];
    const { rows } = await this.pool.query<Rij>(
      `select * from (
         select t.*, b.gemeld, b.verschoven, coalesce(b.staat_stil, false) as staat_stil,
                (t.eind + coalesce(b.verschoven, 0))::text as laatste,
                s.feiten <= s.stream_version as gecorrigeerd
         from lm.termijn t join lm.termijnstand s on s.stream = t.stream
           left join lm.bewaking b on b.termijn_id = t.termijn_id where t.eerste) t
       where ($1::uuid is null or jeugdige_id = $1) and ($2::text is null or regel = $2)
         and ($3::text is null or jeugdige_id in (select jeugdige_id from lm.jeugdige where casusregie = $3))
         and case coalesce($4, 'open')
               when 'open' then not gesloten when 'klaar' then gesloten when 'staat_stil' then not gesloten and staat_stil
               when 'verstreken' then not gesloten and not staat_stil and laatste < $5
               else not gesloten and not staat_stil and laatste >= $5 end
         and ($6::text is null or laatste <= $6)
         and ($7::text is null or (laatste, termijn_id) > ($7, $8::uuid))
       order by laatste, termijn_id limit $9`,
      [jeugdigeId, regel, casusregie, stand, vandaag, uiterlijk, naDag, naId, aantal + 1],
    );
    return rows;
  }

  private async inLijst(rij: Rij, vandaag: string): Promise<TermijnInLijst> {
    const { termijn, stream, jeugdige_id: jeugdigeId, gemeld = null, verschoven, staat_stil: staatStil } = rij;
    const { id: termijnId, regel, naam, artikel, telling, begin, atw, geslotenOp, momenten } = termijn;
    const eind = (await this.dagVan(rij)) ?? rij.laatste;
    return {
      ...{
        termijnId,
        regel,
        naam,
        artikel,
        bij: stream,
        jeugdigeId,
        telling,
        begin: begin < eind ? begin : eind,
        eind,
      },
      stand: geslotenOp !== null ? 'klaar' : staatStil ? 'staat_stil' : rij.laatste < vandaag ? 'verstreken' : 'loopt',
      atw: atw === null ? null : plusDagen(atw, verschoven ?? 0),
      pauzes: [
        ...termijn.pauzes.map(uitFeiten),
        ...(verschoven !== null || staatStil ? await this.pauzes(termijnId) : []),
      ],
      verschoven: rij.gecorrigeerd ? [...(await this.verschuivingen(rij))] : [],
      komt: momenten.map(({ soort: moment, op: zonderPauzes }) => {
        const op = plusDagenOpDeKlok(zonderPauzes, verschoven ?? 0);
        return { moment, op, gemeld: momentSleutel(moment, op) in (gemeld ?? {}) };
      }),
      klaarOp: geslotenOp,
    };
  }

  /** Of a birthday the ledger has the quarter: the day itself is for who may see the dossier, and is read there. */
  private async dagVan({ termijn: { opLeeftijd }, stream, verschoven }: Rij): Promise<Datum | null> {
    if (opLeeftijd === undefined) return null;
    const feiten = withCorrections((await this.log.read(stream)) as never) as readonly RecordedEvent[];
    const geboortedatum = DatumSchema.safeParse(
      feiten.find(({ data }) => 'geboortedatum' in data)?.data['geboortedatum'],
    );
    return geboortedatum.success ? plusDagen(dagVanLeeftijd(geboortedatum.data, opLeeftijd), verschoven ?? 0) : null;
  }

  private async verschuivingen({ stream, termijn }: Rij): Promise<readonly Verschuiving[]> {
    const { bewakingen, regels } = this.slices;
    const bewaking = bewakingen.find(({ categorie }) => categorie === categoryOf(stream));
    if (bewaking === undefined) return [];
    const history = await this.log.readSealed(stream, bewaking.leest);
    return verschuivingenIn(history, bewaking, regels).get(termijn.id) ?? [];
  }

  /** By hand, with the reason as it was written: readable as long as the dossier is. */
  private async pauzes(termijnId: string): Promise<TermijnInLijst['pauzes']> {
    const history = await this.log.read(termijnStream(termijnId));
    const { pauzes } = fold(bewakingDecider, history as never);
    const doorWie = history.filter(({ type }) => type === 'bewaking.termijn-gepauzeerd@1');
    return pauzes.map(({ van, tot, reden }, nr) => ({
      ...{ van: datumVan(van), tot: tot === null ? null : datumVan(tot), reden },
      door: doorWie[nr]?.metadata.actor.subject ?? null,
    }));
  }
}

const uitFeiten = ({ van, tot, reden }: Pauze): TermijnInLijst['pauzes'][number] => ({ van, tot, reden, door: null });
