import { Module } from '@nestjs/common';
import { MonitorController } from './http/routes.js';
import { VraagBezettingHandler, VraagPlaatsingenHandler } from './read-model/monitor.queries.js';

@Module({ controllers: [MonitorController], providers: [VraagPlaatsingenHandler, VraagBezettingHandler] })
export class MonitorModule {}
