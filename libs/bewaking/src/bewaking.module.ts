import { Module } from '@nestjs/common';
import { bewakingHandlers } from './application/handlers.js';
import { Melder } from './application/melder.js';
import { TermijnGevolg } from './application/termijn-gevolg.follower.js';
import { TermijnController } from './http/routes.js';
import { VraagKlokcontroleHandler, VraagTermijnenHandler } from './read-model/termijnen.query.js';

@Module({
  controllers: [TermijnController],
  providers: [...bewakingHandlers, Melder, TermijnGevolg, VraagTermijnenHandler, VraagKlokcontroleHandler],
  exports: [Melder],
})
export class BewakingModule {}
