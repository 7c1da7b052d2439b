import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '@regielijn/event-store';
import { leesJeugdige } from '@regielijn/jeugdige';
import { CodedError, defineQuery, IdSchema, onbekend } from '@regielijn/kern';
import type { Bestand } from '@regielijn/poort';
import { z } from 'zod';
import { DocumentInhoud } from '../application/document-inhoud.js';
import { BESTANDSTYPEN } from '../domain/bestand.js';
import { documentDecider, documentOnbekend } from '../domain/decide.js';
import { documentStream, VersieSchema } from '../domain/events.js';
import { versieVan } from '../domain/state.js';

export class VraagInhoud extends defineQuery<Bestand>()({
  naam: 'document.inhoud',
  omschrijving: 'Het bestand van een versie van een document, om op te slaan.',
  schema: z.strictObject({ documentId: IdSchema, versie: z.coerce.number().pipe(VersieSchema) }),
  leest: [],
}) {}

const ingetrokken = (): CodedError =>
  new CodedError('gone', 'DOCUMENT_INGETROKKEN', 'Deze versie is ingetrokken. Het bestand is gewist.');

const vernietigd = (): CodedError =>
  new CodedError('gone', 'DOSSIER_VERNIETIGD', 'Dit dossier is vernietigd. Het bestand is er niet meer.');

/** An export of the log brings no files along. */
const nietHier = (): CodedError =>
  new CodedError(
    'not-found',
    'INHOUD_ONTBREEKT',
    'Het bestand van dit document is hier niet. Vraag uw beheerder of het bij het overzetten is achtergebleven.',
  );

@QueryHandler(VraagInhoud)
export class VraagInhoudHandler implements IQueryHandler<VraagInhoud> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(DocumentInhoud) private readonly inhoud: DocumentInhoud,
  ) {}

  /** Asks the log whether it may still be read, so that nothing is given out while files wait to be taken away. */
  async execute({ data }: VraagInhoud): Promise<Bestand> {
    const document = await this.runner.stateOf(documentDecider, documentStream(data.documentId));
    if (document === null) throw documentOnbekend();
    const { documentId, jeugdigeId, soort } = document;
    const versie = versieVan(document, data.versie);
    if (!versie) throw onbekend('Deze versie van het document', { versie: data.versie });
    if (versie.ingetrokken) throw ingetrokken();
    const jeugdige = await leesJeugdige(this.runner)(jeugdigeId);
    if (jeugdige?.status === 'vernietigd') throw vernietigd();
    const { mediatype, sha256 } = versie;
    const bytes = await this.inhoud.lees({ jeugdigeId, documentId, versie: versie.versie }, sha256);
    if (bytes === null) throw nietHier();
    const { extensie } = BESTANDSTYPEN[mediatype];
    return { bytes, mediatype, bestandsnaam: `${soort}-${documentId.slice(0, 8)}-v${versie.versie}.${extensie}` };
  }
}
