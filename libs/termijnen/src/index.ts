export { antwoordTermijn, type TermijnAntwoord } from './antwoord.js';
export { TermijnenSchema, type Termijnregels } from './config.js';
export { dagVan, type Vraag as TermijnVraag } from './feiten.js';
export { antwoordKalender, type KalenderAntwoord, KalenderVraagSchema } from './kalender.js';
export { isOnderzoekOud } from './verzoek.js';
export { VraagSchema as TermijnVraagSchema } from './vraag.js';
