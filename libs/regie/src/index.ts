export { antwoordRegie } from './antwoord.js';
export { ontbreekt } from './minimumset.js';
export { regelRegie } from './regel-regie.js';
export { type Pilot, type Regieregels, regieregelsSchema } from './regels.js';
export { type SituatieOp, situatieSchema } from './situatie.js';
export { laatsteDag } from './termijnen.js';
