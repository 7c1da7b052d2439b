import { Module } from '@nestjs/common';
import { AanbodVolgtPauze } from './application/aanbod-volgt-pauze.follower.js';
import { BsnClaims } from './application/bsn-claims.js';
import { VraagBesluitHandler } from './application/besluit.query.js';
import { jeugdigeHandlers } from './application/handlers.js';
import { ZoekOpBsnHandler } from './application/zoek-op-bsn.query.js';
import { OmgevingController } from './http/omgeving.routes.js';
import { JeugdigeController } from './http/routes.js';

@Module({
  controllers: [JeugdigeController, OmgevingController],
  providers: [AanbodVolgtPauze, BsnClaims, ...jeugdigeHandlers, VraagBesluitHandler, ZoekOpBsnHandler],
})
export class JeugdigeModule {}
