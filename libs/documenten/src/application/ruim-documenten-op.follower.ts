import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import type { Follower } from '@regielijn/projecties';
import { documentFeiten as feit, documentStream } from '../domain/events.js';
import { DocumentInhoud } from './document-inhoud.js';

/**
 * Takes files away that may no longer be there: of a withdrawn version, of a destroyed dossier, and what a command left
 * behind that never came to its event. The last is looked for whenever a document is added, so no clock is needed.
 */
@Injectable()
export class RuimDocumentenOp implements Follower {
  readonly name = 'documenten';
  readonly categories = ['document', 'jeugdige'];

  constructor(
    @Inject(DocumentInhoud) private readonly inhoud: DocumentInhoud,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  async handle({ type, data }: RecordedEvent): Promise<void> {
    if (type === 'jeugdige.dossier-vernietigd@1') await this.inhoud.wisVan(data['jeugdigeId'] as string);
    if (type === feit.ingetrokken.type)
      await this.inhoud.wisVersie(data['documentId'] as string, data['versie'] as number);
    if (type === feit.vastgelegd.type) {
      await this.inhoud.bevestig(data['sha256'] as string);
      await this.veegWezen();
    }
  }

  /** The log decides what is an orphan, never a read model that may lag. */
  private async veegWezen(): Promise<void> {
    for (const { sha256, documentId } of await this.inhoud.langOnbevestigd()) {
      const history = await this.log.readSealed(documentStream(documentId));
      if (history.some(({ data }) => data['sha256'] === sha256)) await this.inhoud.bevestig(sha256);
      else await this.inhoud.wis(sha256);
    }
  }
}
