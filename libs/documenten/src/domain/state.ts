import type { Instant, Past } from '@regielijn/kern';
import type { DocumentSoort, Mediatype } from './bestand.js';
import type { DocumentEvent, HoortBij } from './events.js';

interface DocumentVersie {
  readonly versie: number;
  /** When it was laid in the dossier. */
  readonly op: Instant;
  readonly titel: string;
  readonly mediatype: Mediatype;
  readonly omvang: number;
  /** Of the ciphertext: where the file lies. */
  readonly sha256: string;
  readonly ingetrokken: boolean;
}

export interface Document {
  readonly documentId: string;
  readonly jeugdigeId: string;
  readonly hoortBij: HoortBij;
  readonly soort: DocumentSoort;
  /** In order, the withdrawn ones too. Never empty. */
  readonly versies: readonly DocumentVersie[];
}

/** `null`: no document. */
export type DocumentState = Document | null;

export const initialState: DocumentState = null;

export const evolve = (state: DocumentState, event: Past<DocumentEvent>): DocumentState => {
  switch (event.type) {
    case 'document.vastgelegd@1': {
      const { documentId, jeugdigeId, hoortBij, soort, ...rest } = event.data;
      const { versie, titel, mediatype, omvang, sha256 } = rest;
      const nieuw = { versie, op: event.geldigOp, titel, mediatype, omvang, sha256, ingetrokken: false };
      if (state === null) return { documentId, jeugdigeId, hoortBij, soort, versies: [nieuw] };
      return { ...state, versies: [...state.versies, nieuw] };
    }
    case 'document.ingetrokken@1': {
      if (state === null) return state;
      const versies = state.versies.map((versie) =>
        versie.versie === event.data.versie ? { ...versie, ingetrokken: true } : versie,
      );
      return { ...state, versies };
    }
    default:
      return event satisfies never;
  }
};

/** The number that the next version gets. */
export const volgendeVersie = (state: DocumentState): number => (state?.versies.at(-1)?.versie ?? 0) + 1;

export const versieVan = ({ versies }: Document, nummer: number): DocumentVersie | undefined =>
  versies.find(({ versie }) => versie === nummer);
