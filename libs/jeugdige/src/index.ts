export { jeugdigeCommands } from './application/handlers.js';
export { REGIO_INDELING } from './application/regio-indeling.token.js';
export * from './domain/commands.js';
export { jeugdigeDecider, nieuwJeugdigeId, overdrachtIdVan } from './domain/decide.js';
export { jeugdigeEvents, jeugdigeStream } from './domain/events.js';
export { casusregieNu, casusregieOp, type Jeugdige } from './domain/state.js';
export { JeugdigeModule } from './jeugdige.module.js';
export { jeugdigeReadModel, type JeugdigeRij } from './read-model/jeugdige-rij.js';
