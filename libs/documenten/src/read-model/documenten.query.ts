import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '@regielijn/event-store';
import { leesJeugdige, opgegaanDossiers } from '@regielijn/jeugdige';
import { defineQuery, IdSchema, onbekend, StoredInstantSchema } from '@regielijn/kern';
import { bladerVelden, bladzijde, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { DocumentSoortSchema, MediatypeSchema } from '../domain/bestand.js';
import { documentDecider } from '../domain/decide.js';
import { documentStream, HoortBijSchema } from '../domain/events.js';
import type { DocumentRij } from './document-rij.js';

const DocumentSchema = z.strictObject({
  documentId: IdSchema,
  soort: DocumentSoortSchema,
  hoortBij: HoortBijSchema,
  versies: z.array(
    z.strictObject({
      versie: z.int(),
      op: StoredInstantSchema,
      titel: z.string(),
      mediatype: MediatypeSchema,
      omvang: z.int().meta({ description: 'In bytes' }),
      ingetrokken: z.boolean().meta({ description: 'Het bestand is gewist' }),
    }),
  ),
});

export const DocumentenSchema = z
  .strictObject({ documenten: z.array(DocumentSchema), volgende: VolgendeSchema })
  .meta({ id: 'Documenten' });
type Documenten = z.output<typeof DocumentenSchema>;

/** When its first version was laid in, and its id. */
type Sleutel = readonly [op: string, documentId: string];

export class VraagDocumenten extends defineQuery<Documenten>()({
  naam: 'document.lijst',
  omschrijving:
    'De documenten van een jeugdige met al hun versies, de nieuwste documenten eerst. Ook die van dossiers die in dit dossier zijn opgegaan.',
  schema: z.strictObject({
    jeugdigeId: IdSchema,
    soort: DocumentSoortSchema.optional().meta({ description: 'Alleen documenten van deze soort' }),
    ...bladerVelden,
  }),
  leest: ['document'],
}) {}

@QueryHandler(VraagDocumenten)
export class VraagDocumentenHandler implements IQueryHandler<VraagDocumenten> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
  ) {}

  async execute(vraag: VraagDocumenten): Promise<Documenten> {
    const { jeugdigeId, soort, aantal } = vraag.data;
    const [op, documentId] = plaatsNa(vraag, z.tuple([StoredInstantSchema, IdSchema])) ?? [];
    const lees = leesJeugdige(this.runner);
    if ((await lees(jeugdigeId)) === null) throw onbekend('Deze jeugdige');
    const { rows } = await this.pool.query<Pick<DocumentRij, 'document_id'> & { readonly op: string }>(
      `select * from (select document_id, soort, toestand -> 'versies' -> 0 ->> 'op' as op
                      from lm.document where jeugdige_id = any($1)) d
       where ($2::text is null or soort = $2) and ($3::text is null or op < $3 or (op = $3 and document_id > $4))
       order by op desc, document_id limit $5`,
      [[jeugdigeId, ...(await opgegaanDossiers(jeugdigeId, lees))], soort, op, documentId, aantal + 1],
    );
    const { rijen, volgende } = bladzijde(vraag, rows, (rij): Sleutel => [rij.op, rij.document_id]);
    return { documenten: await this.documenten(rijen.map(({ document_id }) => document_id)), volgende };
  }

  /** The titles are readable only in the streams. */
  private async documenten(ids: readonly string[]): Promise<Documenten['documenten']> {
    const documenten = await Promise.all(ids.map((id) => this.runner.stateOf(documentDecider, documentStream(id))));
    return documenten
      .filter((document) => document !== null)
      .map(({ documentId, soort, hoortBij, versies }) => ({
        ...{ documentId, soort, hoortBij },
        versies: versies.map(({ sha256: _, ...versie }) => versie),
      }));
  }
}
