import { machtigingSituaties } from './machtiging.js';
import { netwerkSituaties } from './netwerk.js';
import { regieSituaties } from './regie.js';
import type { Situatie } from './stappen.js';
import { uitstroomSituaties } from './uitstroom.js';
import { verblijfSituaties } from './verblijf.js';
import { wachtSituaties } from './wachten.js';

/** Every state of the caseload of today. docs/demo.md shows this table. */
export const situaties: readonly Situatie[] = [
  ...wachtSituaties,
  ...machtigingSituaties,
  ...regieSituaties,
  ...verblijfSituaties,
  ...uitstroomSituaties,
  ...netwerkSituaties,
];

export const aantalDossiers = situaties.reduce((som, { aantal }) => som + aantal, 0);
