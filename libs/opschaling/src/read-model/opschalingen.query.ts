import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '@regielijn/event-store';
import { leesJeugdige, opgegaanDossiers } from '@regielijn/jeugdige';
import { defineQuery, IdSchema, OrganisatieSchema, StoredInstantSchema } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { OPSCHALINGREGELS, type Opschalingregels } from '../application/ladders.js';
import { BetreftSchema, RedenSchema, UitkomstSchema } from '../domain/events.js';
import { LadderIdSchema, TredeIdSchema } from '../domain/ladder.js';
import type { Opschaling } from '../domain/state.js';
import type { OpschalingRij } from './opschaling-rij.js';
import { opschalingTermijnen } from './termijnen.js';

const StandSchema = z.enum(['gevraagd', 'aangenomen', 'teruggegeven', 'beantwoord', 'afgesloten']);

/** An escalation as lists show it: without its texts. */
export const OpschalingSchema = z
  .strictObject({
    opschalingId: IdSchema,
    jeugdigeId: IdSchema.nullable(),
    ladder: LadderIdSchema,
    betreft: BetreftSchema,
    reden: RedenSchema,
    vraagsteller: OrganisatieSchema,
    geopendOp: StoredInstantSchema,
    trede: TredeIdSchema,
    stand: StandSchema,
    sinds: StoredInstantSchema,
    organisatie: OrganisatieSchema.nullable().meta({ description: 'Wie de laatste stap op deze trede zette' }),
    medewerker: z.string().nullable(),
    uiterlijk: z.iso
      .date()
      .nullable()
      .meta({ description: 'De laatste dag voor de volgende stap; leeg als de opschaling is afgesloten' }),
    uitkomst: UitkomstSchema.nullable(),
  })
  .meta({ id: 'Opschaling' });

/** What of an escalation is shown, with the last day for whoever is next. */
export const toonOpschaling = (
  { sleutelId: _, ...opschaling }: Opschaling,
  regels: Opschalingregels,
): z.output<typeof OpschalingSchema> => ({
  ...opschaling,
  uiterlijk: opschalingTermijnen({ ...opschaling, sleutelId: _ }, regels)[0]?.eind ?? null,
});

const MEESTE = 200;

export const OpschalingenSchema = z.array(OpschalingSchema).meta({ id: 'Opschalingen' });
type Opschalingen = z.output<typeof OpschalingenSchema>;

export class VraagOpschalingen extends defineQuery<Opschalingen>()({
  naam: 'opschaling.lijst',
  omschrijving: `De vragen die een ladder op gaan, de oudste eerst, hoogstens ${MEESTE}. Zonder keuze: alles wat niet is afgesloten.`,
  schema: z.strictObject({
    jeugdigeId: IdSchema.optional().meta({ description: 'Ook van dossiers die in dit dossier zijn opgegaan' }),
    ladder: LadderIdSchema.optional().meta({ description: 'Die van een casus of die van een norm' }),
    trede: TredeIdSchema.optional().meta({ description: 'De trede waar de vraag nu ligt, zoals expertteam' }),
    stand: StandSchema.optional().meta({ description: 'Zonder keuze: alles wat niet is afgesloten' }),
  }),
  leest: ['opschaling'],
}) {}

@QueryHandler(VraagOpschalingen)
export class VraagOpschalingenHandler implements IQueryHandler<VraagOpschalingen> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(OPSCHALINGREGELS) private readonly regels: Opschalingregels,
  ) {}

  async execute({ data: { jeugdigeId, ladder, trede, stand } }: VraagOpschalingen): Promise<Opschalingen> {
    const dossiers = jeugdigeId
      ? [jeugdigeId, ...(await opgegaanDossiers(jeugdigeId, leesJeugdige(this.runner)))]
      : null;
    const { rows } = await this.pool.query<Pick<OpschalingRij, 'toestand'>>(
      `select toestand from lm.opschaling
       where ($1::uuid[] is null or jeugdige_id = any($1)) and ($2::text is null or ladder = $2)
         and ($3::text is null or trede = $3) and case when $4::text is null then stand <> 'afgesloten' else stand = $4 end
       order by geopend_op, opschaling_id limit ${MEESTE}`,
      [dossiers, ladder ?? null, trede ?? null, stand ?? null],
    );
    return rows.map(({ toestand }) => toonOpschaling(toestand, this.regels));
  }
}
