import { controllerFor } from '@regielijn/poort';
import { BezettingSchema, PlaatsingenSchema, VraagBezetting, VraagPlaatsingen } from '../read-model/monitor.queries.js';

export const MonitorController = controllerFor('monitor', [
  { pad: 'monitor/plaatsingen', vraag: VraagPlaatsingen, antwoord: PlaatsingenSchema },
  { pad: 'monitor/bezetting', vraag: VraagBezetting, antwoord: BezettingSchema },
]);
