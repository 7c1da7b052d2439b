import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { DocumentEvent } from '../domain/events.js';
import { type Document, evolve } from '../domain/state.js';

export interface DocumentRij {
  readonly document_id: string;
  readonly jeugdige_id: string;
  readonly soort: string;
  /** The number of the last version, withdrawn or not. */
  readonly versie: number;
  /** The folded state; its titles are ciphertext here. */
  readonly toestand: Document;
}

export const documentReadModel: ReadModel<DocumentRij> = {
  name: 'document',
  version: 1,
  categories: ['document'],
  columns: { document_id: 'uuid', jeugdige_id: 'uuid', soort: 'text', versie: 'integer', toestand: 'jsonb' },
  indexes: [['jeugdige_id']],
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<DocumentEvent>);
    if (toestand === null) return null;
    const { documentId, jeugdigeId, soort, versies } = toestand;
    return { document_id: documentId, jeugdige_id: jeugdigeId, soort, versie: versies.at(-1)!.versie, toestand };
  },
};
