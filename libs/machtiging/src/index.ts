export { machtigingCommands } from './application/handlers.js';
export * from './domain/commands.js';
export { machtigingDecider, nieuwMachtigingId } from './domain/decide.js';
export { machtigingEvents, machtigingStream } from './domain/events.js';
export { geldtOp, type Machtiging, type MachtigingState } from './domain/state.js';
export { wettelijkUiterlijk } from './domain/geldigheidsduur.js';
export { MachtigingModule } from './machtiging.module.js';
export { machtigingReadModel, type MachtigingRij } from './read-model/machtiging-rij.js';
