export { controleerKlok, type Gekomen, vergetenMomenten, type Zelfcontrole } from './application/gekomen.js';
export { InProces } from './application/in-proces.js';
export {
  KLOK,
  Klok,
  type KlokInstellingen,
  type OpDeKalender,
  vergetenSinds,
  type Uitvoerder,
} from './application/klok.js';
export { Melder } from './application/melder.js';
export { TermijnGevolg } from './application/termijn-gevolg.follower.js';
export { openWachtrij } from './application/open-wachtrij.js';
export { OPDRACHTEN, type Opdrachten } from './application/tokens.js';
export { BewakingModule } from './bewaking.module.js';
export * from './domain/commands.js';
export { bewakingDecider } from './domain/decide.js';
export { bewakingEvents, termijnStream } from './domain/events.js';
export { bewakingReadModel } from './read-model/bewaking-rij.js';
export { grootboek } from './read-model/grootboek.js';
export { VraagKlokcontrole, VraagTermijnen } from './read-model/termijnen.query.js';
export { BEWAKINGEN, type Bewakingen } from './read-model/verschuivingen.js';
