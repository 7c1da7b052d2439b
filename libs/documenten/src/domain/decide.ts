import { type CodedError, type Decider, deriveId, onbekend, volgorde } from '@regielijn/kern';
import { type Bestandskenmerken, type Documentregels, keurBestand } from './bestand.js';
import type { DocumentCommand, LegDocumentVast, TrekVersieIn, VoegVersieToe } from './commands.js';
import { type DocumentEvent, documentFeiten as feit } from './events.js';
import { type Document, type DocumentState, evolve, initialState, versieVan, volgendeVersie } from './state.js';

/** A new document's id follows from the command that lays it down. */
export const nieuwDocumentId = (commandId: string): string => deriveId('document', commandId);

/** The file as it was received, and what it is called once encrypted. */
export interface DocumentFeiten extends Bestandskenmerken {
  readonly regels: Documentregels;
  readonly sha256: string;
}

export const documentOnbekend = (): CodedError => onbekend('Dit document');

type Plaats = Pick<Document, 'documentId' | 'jeugdigeId' | 'hoortBij' | 'soort'>;

const vastgelegd = (
  { data }: LegDocumentVast | VoegVersieToe,
  { documentId, jeugdigeId, hoortBij, soort }: Plaats,
  versie: number,
  feiten: DocumentFeiten,
): readonly DocumentEvent[] => {
  const mediatype = keurBestand(feiten.regels, soort, data.mediatype, feiten);
  const { omvang, sha256 } = feiten;
  const plaats = { documentId, jeugdigeId, hoortBij, soort };
  return [feit.vastgelegd.of({ ...plaats, versie, titel: data.titel, mediatype, omvang, sha256 })];
};

/** Takes the file of one version away; the document and its other versions stay. */
export const trekVersieIn = ({ data, context }: TrekVersieIn, state: DocumentState): readonly DocumentEvent[] => {
  if (state === null) throw documentOnbekend();
  const { versie: nummer, reden } = data;
  const versie = versieVan(state, nummer);
  if (!versie) throw onbekend('Deze versie van het document', { versie: nummer });
  if (versie.ingetrokken) return [];
  volgorde(versie.op, context.geldigOp, 'het vastleggen van deze versie');
  const { documentId, jeugdigeId } = state;
  return [feit.ingetrokken.of({ documentId, jeugdigeId, versie: nummer, reden })];
};

const decide = (command: DocumentCommand, state: DocumentState, feiten: DocumentFeiten): readonly DocumentEvent[] => {
  switch (command.naam) {
    case 'document.leg-vast':
      if (state !== null) return [];
      return vastgelegd(
        command,
        { ...command.data, documentId: nieuwDocumentId(command.context.commandId) },
        1,
        feiten,
      );
    case 'document.voeg-versie-toe':
      if (state === null) throw documentOnbekend();
      return vastgelegd(command, state, volgendeVersie(state), feiten);
    case 'document.trek-versie-in':
      return trekVersieIn(command, state);
    default:
      return command satisfies never;
  }
};

export const documentDecider: Decider<DocumentCommand, DocumentState, DocumentEvent, DocumentFeiten> = {
  initialState,
  decide,
  evolve,
};
