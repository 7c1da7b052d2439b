export { voorzieningCommands } from './application/handlers.js';
export * from './domain/commands.js';
export { nieuwVoorzieningId, reserveringIdVan, voorzieningDecider } from './domain/decide.js';
export { voorzieningEvents, voorzieningStream } from './domain/events.js';
export { geldigeReserveringen, minstOpenPlekken, type Voorziening } from './domain/state.js';
export { voorzieningReadModel } from './read-model/voorziening-rij.js';
export { leesVoorzieningen, type Voorzieningen, VraagVoorzieningen } from './read-model/voorzieningen.query.js';
export { VoorzieningModule } from './voorziening.module.js';
export { voorzieningBewaking } from './read-model/termijnen.js';
