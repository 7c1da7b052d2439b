export { alsFollower, alsKlok } from './als-follower.js';
export {
  correctieHandlers,
  type CorrectieSlice,
  corrigeer,
  herzie,
  trekFeitInHandler,
  trekIn,
} from './correctie-handlers.js';
export { asHandlerOf, plainHandlers } from './handlers.js';
export { type Aanroep, CLOCK, nietInToekomst, parseInput, Poort } from './poort.js';
export {
  actorOf,
  ALS_BESTAND,
  type Bestand,
  type CommandRoute,
  controllerFor,
  type GrootsteInhoud,
  LEES_NA,
  type LeesNa,
  methodOf,
  type QueryRoute,
  type Route,
  tableOf,
  type Verzoek,
} from './routes.js';
