export { stateAsOf } from './as-of.js';
export { BiedAanVolgensRegel } from './bied-aan-volgens-regel.js';
export { DossierModule } from './dossier.module.js';
export { VraagDossier, VraagTijdlijn } from './dossier.query.js';
export { VraagDossiers } from './dossiers.query.js';
export { RegieVolgtMachtiging } from './regie-volgt-machtiging.follower.js';
export { REGIEREGELS } from './regieregels.token.js';
