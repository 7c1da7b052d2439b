import { Module } from '@nestjs/common';
import { trajectHandlers } from './application/handlers.js';
import { HerzieBijCorrectie } from './application/herzie-bij-correctie.follower.js';
import { PlekVolgtTraject } from './application/plek-volgt-traject.follower.js';
import { TenuitvoerleggingVolgtTraject } from './application/tenuitvoerlegging-volgt-traject.follower.js';
import { TrajectController } from './http/routes.js';
import { VraagTriageHandler } from './read-model/triage.query.js';

@Module({
  controllers: [TrajectController],
  providers: [
    ...trajectHandlers,
    VraagTriageHandler,
    HerzieBijCorrectie,
    TenuitvoerleggingVolgtTraject,
    PlekVolgtTraject,
  ],
  exports: [HerzieBijCorrectie, TenuitvoerleggingVolgtTraject, PlekVolgtTraject],
})
export class TrajectModule {}
