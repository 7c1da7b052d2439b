import { type Datum, plusDagen, plusMaanden } from '@regielijn/kern';
import type { Soort } from './events.js';

/** The longest validity per kind of machtiging, counted from the start of validity. Source: Jeugdwet art. 6.1.12 lid 2. */
const LANGSTE_DUUR: Readonly<Record<Soort, { readonly maanden: number } | { readonly dagen: number }>> = {
  MGJ: { maanden: 12 },
  SPOED: { dagen: 28 },
  VMGJ: { maanden: 6 },
};

/**
 * First day on which a machtiging of this kind cannot hold any more by law. No extension for weekend or feestdag: the
 * Algemene termijnenwet does not apply to vrijheidsbeneming (art. 4).
 */
export const wettelijkUiterlijk = (soort: Soort, geldigVan: Datum): Datum => {
  const duur = LANGSTE_DUUR[soort];
  return 'maanden' in duur ? plusMaanden(geldigVan, duur.maanden) : plusDagen(geldigVan, duur.dagen);
};
