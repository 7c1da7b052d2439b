export { antwoordRegie, type RegieAntwoord } from './antwoord.js';
export * from './fasen.js';
export { behandelregie, houder, type Houder } from './houder.js';
export * from './minimumset.js';
export { type RegelRegie, regelRegie } from './regel-regie.js';
export {
  type Pilot,
  PilotSchema,
  type Regel,
  type Regie,
  RegieSchema,
  type Regieregels,
  regieregelsSchema,
  type Regelset,
  RegelsetSchema,
} from './regels.js';
export type { Signaal } from './signalen.js';
export { type Sinds } from './sinds.js';
export { type Situatie, type SituatieOp, situatieSchema } from './situatie.js';
export { laatsteDag, type Termijn } from './termijnen.js';
