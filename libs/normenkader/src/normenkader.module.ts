import { Module } from '@nestjs/common';
import { overAfwijkingHandlers } from './application/over-afwijking.handlers.js';
import { ToetsBijGebeurtenis } from './application/toets-bij-gebeurtenis.follower.js';
import { ToetsNormenHandler } from './application/toets-normen.handler.js';
import { NormenkaderController } from './http/routes.js';
import { VraagNormafwijkingenHandler, VraagTrajectafwijkingenHandler } from './read-model/normafwijkingen.query.js';
import { VraagNormtoetsenHandler } from './read-model/normtoetsen.query.js';

@Module({
  controllers: [NormenkaderController],
  providers: [
    ...[ToetsNormenHandler, ...overAfwijkingHandlers, ToetsBijGebeurtenis],
    ...[VraagNormtoetsenHandler, VraagNormafwijkingenHandler, VraagTrajectafwijkingenHandler],
  ],
  exports: [ToetsBijGebeurtenis],
})
export class NormenkaderModule {}
