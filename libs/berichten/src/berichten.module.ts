import { Module } from '@nestjs/common';
import { berichtHandlers } from './application/handlers.js';
import { MaaktBerichten } from './application/maakt-berichten.follower.js';
import { Ontvangers } from './application/ontvangers.js';
import { Verzender } from './application/verzender.js';
import { BerichtController } from './http/routes.js';
import { VraagBerichtenHandler, VraagMijnBerichtenHandler } from './read-model/berichten.query.js';

@Module({
  controllers: [BerichtController],
  providers: [
    ...berichtHandlers,
    VraagBerichtenHandler,
    VraagMijnBerichtenHandler,
    Ontvangers,
    MaaktBerichten,
    Verzender,
  ],
  exports: [MaaktBerichten, Verzender],
})
export class BerichtenModule {}
