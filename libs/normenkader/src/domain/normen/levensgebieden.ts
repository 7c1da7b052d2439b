import { type Datum, leeftijdOp } from '@regielijn/kern';
import type { Dossier } from './dossier.js';
import type { Instellingen } from './instellingen.js';
import type { Zekerheid } from './zekerheid.js';

/** Is this levensgebied a subject on this day? `inkomen` only from an age on: without a geboortedatum it is not known. */
export const geldt = (
  levensgebied: string,
  dag: Datum,
  { jeugdige }: Pick<Dossier, 'jeugdige'>,
  { inkomenVanafLeeftijd }: Pick<Instellingen, 'inkomenVanafLeeftijd'>,
): Zekerheid => {
  if (levensgebied !== 'inkomen') return true;
  const { geboortedatum } = jeugdige;
  return geboortedatum ? leeftijdOp(geboortedatum, dag) >= inkomenVanafLeeftijd : ['jeugdige.geboortedatum'];
};
