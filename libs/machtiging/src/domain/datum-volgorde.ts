import { type Datum, ongeldig } from '@regielijn/kern';

/** Refuses a day that lies before the one it must follow. */
export const datumVolgorde = (eerder: Datum, later: Datum, zin: string): void => {
  if (later < eerder) throw ongeldig('DATUM_VOLGORDE', `${zin} Kijk de datum na.`, { eerder, later });
};
