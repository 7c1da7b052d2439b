export { NORMENKADER } from './application/normenkader.token.js';
export { ToetsBijOpname } from './application/toets-bij-opname.follower.js';
export { ToetsNorm } from './domain/decide.js';
export { normenkaderEvents, normtoetsStream } from './domain/events.js';
export { antwoordNormToets, type NormAntwoord } from './domain/norm-antwoord.js';
export { NORM_IDS, type NormVraag, NormVraagSchema } from './domain/normen/feiten.js';
export { type Normenkader, NormenkaderSchema, versieOp } from './domain/normenkader.js';
export { NormenkaderModule } from './normenkader.module.js';
export { VraagNormtoetsen } from './read-model/normtoetsen.query.js';
