import { Module } from '@nestjs/common';
import { jeugdigeHandlers } from './application/handlers.js';
import { JeugdigeController } from './http/routes.js';

@Module({ controllers: [JeugdigeController], providers: jeugdigeHandlers })
export class JeugdigeModule {}
