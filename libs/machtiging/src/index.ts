export { machtigingCommands } from './application/handlers.js';
export { TERMIJNREGELS } from './application/machtiging-facts.js';
export * from './domain/commands.js';
export { machtigingDecider } from './domain/decide.js';
export { machtigingEvents } from './domain/events.js';
export { wettelijkUiterlijk } from './domain/geldigheidsduur.js';
export { machtigingStream, nieuwMachtigingId } from './domain/ids.js';
export {
  geldtOm,
  geldtOp,
  type Machtiging,
  type MachtigingState,
  openMeldingen,
  staatOpnameToe,
  toestandOp,
} from './domain/stand.js';
export { stapVan } from './domain/stap.js';
export { machtigingUpcasters } from './domain/upcasters.js';
export { MachtigingModule } from './machtiging.module.js';
export { machtigingReadModel, type MachtigingRij } from './read-model/machtiging-rij.js';
