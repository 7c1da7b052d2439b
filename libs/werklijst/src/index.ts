export { ACTIE, OPSCHALINGEN, OVERIG, WERK } from './werk.js';
export { WerklijstModule } from './werklijst.module.js';
export { VraagWerklijst } from './werklijst.query.js';
