import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '@regielijn/event-store';
import { leesJeugdige, opgegaanDossiers } from '@regielijn/jeugdige';
import { defineQuery, IdSchema, onbekend, StoredInstantSchema } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { DocumentSoortSchema, MediatypeSchema } from '../domain/bestand.js';
import { documentDecider } from '../domain/decide.js';
import { documentStream, HoortBijSchema } from '../domain/events.js';
import type { DocumentRij } from './document-rij.js';

export const DocumentenSchema = z
  .array(
    z.strictObject({
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
    }),
  )
  .meta({ id: 'Documenten' });
type Documenten = z.output<typeof DocumentenSchema>;

export class VraagDocumenten extends defineQuery<Documenten>()({
  naam: 'document.lijst',
  omschrijving:
    'De documenten van een jeugdige met al hun versies, de nieuwste documenten eerst. Ook die van dossiers die in dit dossier zijn opgegaan.',
  schema: z.strictObject({ jeugdigeId: IdSchema }),
  leest: ['document'],
}) {}

@QueryHandler(VraagDocumenten)
export class VraagDocumentenHandler implements IQueryHandler<VraagDocumenten> {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
  ) {}

  async execute({ data: { jeugdigeId } }: VraagDocumenten): Promise<Documenten> {
    const lees = leesJeugdige(this.runner);
    if ((await lees(jeugdigeId)) === null) throw onbekend('Deze jeugdige');
    const { rows } = await this.pool.query<Pick<DocumentRij, 'document_id'>>(
      "select document_id from lm.document where jeugdige_id = any($1) order by toestand -> 'versies' -> 0 ->> 'op' desc, 1",
      [[jeugdigeId, ...(await opgegaanDossiers(jeugdigeId, lees))]],
    );
    // The titles are readable only in the streams.
    const documenten = await Promise.all(
      rows.map(({ document_id }) => this.runner.stateOf(documentDecider, documentStream(document_id))),
    );
    return documenten
      .filter((document) => document !== null)
      .map(({ documentId, soort, hoortBij, versies }) => ({
        ...{ documentId, soort, hoortBij },
        versies: versies.map(({ sha256: _, ...versie }) => versie),
      }));
  }
}
