export { NORMENKADER, NORMTERMIJNEN } from './application/normenkader.token.js';
export { ToetsBijGebeurtenis } from './application/toets-bij-gebeurtenis.follower.js';
export { MotiveerAfwijking, normenkaderCommands, ToetsNormen } from './domain/commands.js';
export { normenkaderEvents, normtoetsStream } from './domain/events.js';
export { antwoordNormToets, type NormAntwoord } from './domain/norm-antwoord.js';
export { NORM_IDS, type NormVraag, NormVraagSchema } from './domain/normen/feiten.js';
export { type Normenkader, NormenkaderSchema, versieOp } from './domain/normenkader.js';
export { NormenkaderModule } from './normenkader.module.js';
export {
  AfwijkingSchema,
  NormafwijkingenSchema,
  VraagNormafwijkingen,
  VraagTrajectafwijkingen,
} from './read-model/normafwijkingen.query.js';
export { VraagNormtoetsen } from './read-model/normtoetsen.query.js';
export { trajectenTeToetsen } from './read-model/te-toetsen.js';
export { normtoetsReadModel, type NormtoetsRij } from './read-model/normtoets-rij.js';
