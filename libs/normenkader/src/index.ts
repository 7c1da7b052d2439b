export { NORMENKADER } from './application/normenkader.token.js';
export { ToetsBijOpname } from './application/toets-bij-opname.follower.js';
export { ToetsNorm } from './domain/decide.js';
export { normenkaderEvents, normtoetsStream } from './domain/events.js';
export { type Normenkader, NormenkaderSchema } from './domain/normenkader.js';
export { NormenkaderModule } from './normenkader.module.js';
export { VraagNormtoetsen } from './read-model/normtoetsen.query.js';
