import { Module } from '@nestjs/common';
import { DocumentInhoud } from './application/document-inhoud.js';
import { documentHandlers } from './application/handlers.js';
import { RuimDocumentenOp } from './application/ruim-documenten-op.follower.js';
import { DocumentController } from './http/routes.js';
import { VraagDocumentenHandler } from './read-model/documenten.query.js';
import { VraagInhoudHandler } from './read-model/inhoud.query.js';

@Module({
  controllers: [DocumentController],
  providers: [DocumentInhoud, ...documentHandlers, RuimDocumentenOp, VraagDocumentenHandler, VraagInhoudHandler],
})
export class DocumentenModule {}
