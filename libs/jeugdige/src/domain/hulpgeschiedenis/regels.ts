import { type Datum, datumVan, type Instant, ongeldig } from '@regielijn/kern';
import type { Feitregels } from '../regels.js';
import type { HulpgeschiedenisEvent } from './events.js';

/** What lies before us has begun, and ends after it began. */
const periodeKlopt = ({ van, tot }: { van: Datum; tot: Datum | null }, vastgelegdOp: Instant): void => {
  if (van > datumVan(vastgelegdOp))
    throw ongeldig('BEGIN_IN_TOEKOMST', 'Dit begint pas in de toekomst. Leg vast wat al is begonnen.', { van });
  if (tot !== null && tot < van)
    throw ongeldig('EINDE_VOOR_BEGIN', 'De einddatum ligt voor de begindatum. Kijk de datums na.', { van, tot });
};

/** The same in every field but the id, which each telling gets anew. */
const isBekend = <T extends object>(eerder: readonly T[], data: object, velden: readonly (keyof T)[]): boolean =>
  eerder.some((een) => velden.every((veld) => een[veld] === (data as T)[veld]));

export const hulpgeschiedenisRegels: Feitregels<HulpgeschiedenisEvent> = {
  'jeugdige.eerdere-hulp-vastgelegd@1': ({ data, vastgelegdOp }, { hulpgeschiedenis: { hulp } }) => {
    periodeKlopt(data, vastgelegdOp);
    return !isBekend(hulp, data, ['vorm', 'aanbieder', 'van', 'tot', 'bron']);
  },
  'jeugdige.eerdere-woonplek-vastgelegd@1': ({ data, vastgelegdOp }, { hulpgeschiedenis: { woonplekken } }) => {
    periodeKlopt(data, vastgelegdOp);
    return !isBekend(woonplekken, data, ['soort', 'van', 'tot', 'bron']);
  },
};
