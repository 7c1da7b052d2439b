export { antwoordTermijn } from './antwoord.js';
export { TermijnenSchema, type Termijnregels } from './config.js';
export { dagVan } from './feiten.js';
export { antwoordKalender, KalenderVraagSchema } from './kalender.js';
export { isOnderzoekOud } from './verzoek.js';
export { VraagSchema as TermijnVraagSchema } from './vraag.js';
