import { Module } from '@nestjs/common';
import { trajectHandlers } from './application/handlers.js';
import { HerzieBijCorrectie } from './application/herzie-bij-correctie.follower.js';
import { TrajectController } from './http/routes.js';

@Module({
  controllers: [TrajectController],
  providers: [...trajectHandlers, HerzieBijCorrectie],
  exports: [HerzieBijCorrectie],
})
export class TrajectModule {}
