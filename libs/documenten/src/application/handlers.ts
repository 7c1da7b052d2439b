import { plainHandlers } from '@regielijn/poort';
import { CorrigeerDocument, LegDocumentVast, TrekVersieIn, VoegVersieToe } from '../domain/commands.js';
import { documentDecider, trekVersieIn } from '../domain/decide.js';
import { type DocumentEvent, documentStream } from '../domain/events.js';
import type { DocumentState } from '../domain/state.js';
import { CorrigeerDocumentHandler } from './corrigeer-document.handler.js';
import { LegDocumentVastHandler, VoegVersieToeHandler } from './vastleggen.handlers.js';

export const documentHandlers = [
  LegDocumentVastHandler,
  VoegVersieToeHandler,
  CorrigeerDocumentHandler,
  ...plainHandlers<TrekVersieIn, DocumentState, DocumentEvent>(
    { ...documentDecider, decide: trekVersieIn },
    (command) => documentStream(command.data.documentId),
    [TrekVersieIn],
  ),
];

export const documentCommands = [LegDocumentVast, VoegVersieToe, TrekVersieIn, CorrigeerDocument];
