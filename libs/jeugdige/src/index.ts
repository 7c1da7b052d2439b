export { AanbodVolgtPauze } from './application/aanbod-volgt-pauze.follower.js';
export { type Besluit, VraagBesluit } from './application/besluit.query.js';
export { dossiersVan, isSamenvoeging, leesSamenvoeging, opgegaanDossiers } from './application/dossiers-van.js';
export { jeugdigeCommands } from './application/handlers.js';
export { leesJeugdige } from './application/lees-jeugdige.js';
export { REGIEAFSPRAKEN, type Regieafspraken } from './application/regieafspraken.token.js';
export { REGIO_INDELING } from './application/regio-indeling.token.js';
export { ZoekOpBsn } from './application/zoek-op-bsn.query.js';
export { zonderIfMatch } from './application/zonder-if-match.js';
export { huidigBsn } from './domain/bsn.js';
export * from './domain/commands.js';
export { jeugdigeDecider, nieuwJeugdigeId } from './domain/decide.js';
export { nieuwHulpOudersId } from './domain/gezin/decide.js';
export { nieuwPersoonId } from './domain/netwerk/decide.js';
export {
  jeugdigeCorrecties,
  jeugdigeEvents,
  jeugdigeFeiten,
  jeugdigeStream,
  jeugdigeUpcasters,
} from './domain/events.js';
export { aantalVerplaatsingen } from './domain/hulpgeschiedenis/state.js';
export { jimTeVragenOp } from './domain/jim/vraag.js';
export { vereisOpenDossier } from './domain/open-dossier.js';
export type { Houder, RegieSoort, Regelperiode } from './domain/regie/events.js';
export {
  aantalWisselingen,
  casusregieOp,
  metMedewerkers,
  metWoonplaatsOp,
  systeemregieNu,
  wisselsVan,
  zonderMedewerkerSinds,
} from './domain/regie/lijnen.js';
export { overdrachtIdVan } from './domain/regie/overdracht.js';
export { afstemmingTeLaatSinds, regiekloof } from './domain/regie/regiekloof.js';
export { type Jeugdige, type JeugdigeState, jeugdigeVan } from './domain/state.js';
export { JeugdigeModule } from './jeugdige.module.js';
export { jeugdigeReadModel, type JeugdigeRij } from './read-model/jeugdige-rij.js';
export { jeugdigeBewaking } from './read-model/termijnen.js';
