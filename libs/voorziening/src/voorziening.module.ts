import { Module } from '@nestjs/common';
import { voorzieningHandlers } from './application/handlers.js';
import { VoorzieningController } from './http/routes.js';
import { VraagVoorzieningenHandler } from './read-model/voorzieningen.query.js';

@Module({ controllers: [VoorzieningController], providers: [...voorzieningHandlers, VraagVoorzieningenHandler] })
export class VoorzieningModule {}
