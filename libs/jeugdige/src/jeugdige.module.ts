import { Module } from '@nestjs/common';
import { BsnClaims } from './application/bsn-claims.js';
import { jeugdigeHandlers } from './application/handlers.js';
import { JeugdigeController } from './http/routes.js';

@Module({ controllers: [JeugdigeController], providers: [BsnClaims, ...jeugdigeHandlers] })
export class JeugdigeModule {}
