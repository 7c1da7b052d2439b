import { Module } from '@nestjs/common';
import { EscalatieNaOverdracht } from './application/escalatie-na-overdracht.follower.js';
import { opschalingHandlers } from './application/handlers.js';
import { OpschalingController } from './http/routes.js';
import { VraagOpschalingenHandler } from './read-model/opschalingen.query.js';
import { VraagOpschalingverloopHandler } from './read-model/verloop.query.js';

@Module({
  controllers: [OpschalingController],
  providers: [...opschalingHandlers, EscalatieNaOverdracht, VraagOpschalingenHandler, VraagOpschalingverloopHandler],
})
export class OpschalingModule {}
