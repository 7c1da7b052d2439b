export { bladerVelden, bladzijde, plaatsNa, VolgendeSchema } from './bladeren.js';
export { alsFollower } from './als-follower.js';
export {
  correctieHandlers,
  type CorrectieSlice,
  corrigeer,
  herzie,
  trekFeitInHandler,
  trekIn,
} from './correctie-handlers.js';
export { plainHandlers } from './handlers.js';
export { type Aanroep, CLOCK, nietInToekomst, OBSERVE, parseInput, Poort } from './poort.js';
export {
  actorOf,
  ALS_BESTAND,
  type Bestand,
  type CommandRoute,
  controllerFor,
  type GrootsteInhoud,
  isBladervraag,
  isPositie,
  LEES_NA,
  type LeesNa,
  methodOf,
  type QueryRoute,
  type Route,
  tableOf,
  type Verzoek,
} from './routes.js';
