export { trajectCommands } from './application/handlers.js';
export { HerzieBijCorrectie } from './application/herzie-bij-correctie.follower.js';
export * from './domain/commands.js';
export { nieuwTrajectId, trajectDecider } from './domain/decide.js';
export { type TrajectEvent, trajectEvents, trajectStream } from './domain/events.js';
export type { Traject } from './domain/state.js';
export { trajectReadModel, type TrajectRij } from './read-model/traject-rij.js';
export { TrajectModule } from './traject.module.js';
