export * from './as-of.js';
export { DossierModule } from './dossier.module.js';
export { VraagDossier, VraagTijdlijn } from './dossier.query.js';
