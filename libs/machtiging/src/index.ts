export { machtigingCommands } from './application/handlers.js';
export { SpoedVolgtMgj } from './application/spoed-volgt-mgj.follower.js';
export { TERMIJNREGELS, termijnVan } from './application/machtiging-facts.js';
export * from './domain/commands.js';
export { machtigingDecider } from './domain/decide.js';
export { doorDeTijd } from './domain/door-de-tijd.js';
export { machtigingEvents } from './domain/events.js';
export { wettelijkUiterlijk } from './domain/geldigheidsduur.js';
export type { Termijn } from './domain/feiten.js';
export { machtigingStream, nieuwMachtigingId } from './domain/ids.js';
export {
  eindVan,
  geldtOm,
  geldtOp,
  isVerleend,
  type Machtiging,
  type MachtigingState,
  staatOpnameToe,
  type VerleendeMachtiging,
} from './domain/stand.js';
export { WET_VANAF } from './domain/regels/overgangen.js';
export { stapVan } from './domain/stap.js';
export { gebeurtenisVan } from './domain/verloop/events.js';
export { machtigingUpcasters } from './domain/upcasters.js';
export { MachtigingModule } from './machtiging.module.js';
export { machtigingReadModel } from './read-model/machtiging-rij.js';
export { machtigingBewaking } from './read-model/termijnen.js';
