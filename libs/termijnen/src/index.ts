export { antwoordTermijn } from './antwoord.js';
export { TermijnenSchema, type Termijnregels } from './config.js';
export { type Duur, DuurSchema } from './duur.js';
export { dagVan } from './feiten.js';
export { antwoordKalender, KalenderVraagSchema } from './kalender.js';
export { isOnderzoekOud } from './verzoek.js';
export { VraagSchema as TermijnVraagSchema } from './vraag.js';
export {
  type Belanghebbende,
  type Bewaking,
  type Bewakingsregels,
  dagNa,
  dagVoor,
  type Laddertermijnen,
  type Moment,
  MOMENT_SOORTEN,
  type MomentSoort,
  naDeDag,
  opDeDag,
  type Opdracht,
  opgeschaald,
  type Pauze,
  type Termijn,
  termijnId,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from './bewaakt.js';
