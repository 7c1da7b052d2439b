import { Module } from '@nestjs/common';
import { terugkeerHandlers } from './application/handlers.js';
import { TerugkeerLezer } from './application/terugkeer-lezer.js';
import { TerugkeerVolgtEinde } from './application/terugkeer-volgt-einde.follower.js';
import { TerugkeerController } from './http/routes.js';
import { VraagTerugkeeroverzichtHandler } from './read-model/overzicht.query.js';
import { VraagTerugkerenHandler } from './read-model/terugkeren.query.js';
import { VraagTerugkeerverloopHandler } from './read-model/verloop.query.js';
import { VerwachteTerugkeren } from './read-model/verwacht.js';

@Module({
  controllers: [TerugkeerController],
  providers: [
    ...[...terugkeerHandlers, TerugkeerLezer, TerugkeerVolgtEinde, VerwachteTerugkeren],
    ...[VraagTerugkerenHandler, VraagTerugkeeroverzichtHandler, VraagTerugkeerverloopHandler],
  ],
})
export class TerugkeerModule {}
