import { type Datum, leeftijdOp } from '@regielijn/kern';
import type { Jeugdige } from '../state.js';

/** From this age on a JIM is looked for. Source: JIM-plan van jeugdhulporganisaties (2022), Enver. */
const JIM_VANAF_LEEFTIJD = 12;

const laterVan = (een: Datum, ander: Datum | null): Datum => (ander !== null && ander > een ? ander : een);

/**
 * The day on which a JIM is to be asked about, at a request for residential stay made on this day; null when it is not
 * due: the jeugdige is too young, or somebody was asked or found. A search goes on, and a refusal is asked about again,
 * on the day that was agreed.
 */
export const jimTeVragenOp = (
  { geboortedatum, jim }: Pick<Jeugdige, 'geboortedatum' | 'jim'>,
  verzoekOp: Datum,
): Datum | null => {
  // A destroyed geboortedatum gives no age, and so no question.
  const isOudGenoeg = leeftijdOp(geboortedatum, verzoekOp) >= JIM_VANAF_LEEFTIJD;
  if (!isOudGenoeg || jim.persoonId !== null) return null;
  return laterVan(verzoekOp, jim.volgendeOp);
};
