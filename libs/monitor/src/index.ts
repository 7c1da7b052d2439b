export { MonitorModule } from './monitor.module.js';
export { VraagBezetting, VraagPlaatsingen } from './read-model/monitor.queries.js';
