import { Module } from '@nestjs/common';
import { ToetsBijOpname } from './application/toets-bij-opname.follower.js';
import { ToetsNormHandler } from './application/toets-norm.handler.js';
import { NormenkaderController } from './http/routes.js';
import { VraagNormtoetsenHandler } from './read-model/normtoetsen.query.js';

@Module({
  controllers: [NormenkaderController],
  providers: [ToetsNormHandler, VraagNormtoetsenHandler, ToetsBijOpname],
  exports: [ToetsBijOpname],
})
export class NormenkaderModule {}
