export { stateAsOf } from './as-of.js';
export { BiedAanVolgensRegel } from './bied-aan-volgens-regel.js';
export { DossierModule } from './dossier.module.js';
export { VraagDossier } from './dossier.query.js';
export { VraagDossiers } from './dossiers.query.js';
export { RegieVolgtMachtiging } from './regie-volgt-machtiging.follower.js';
export { VraagTijdlijn } from './tijdlijn.query.js';
export { REGIEREGELS } from './regieregels.token.js';
