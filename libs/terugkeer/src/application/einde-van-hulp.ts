import { type Datum, datumVan, type Levensgebied } from '@regielijn/kern';
import { eindVan, isVerleend, type Machtiging } from '@regielijn/machtiging';
import { type Bewakingsregels, dagVoor } from '@regielijn/termijnen';
import type { Traject } from '@regielijn/traject';
import type { TerugkeerFacts } from '../domain/einde.js';

/** How it stands with the help of a traject, and when it ended. */
export const hulpVan = (traject: Traject): Pick<TerugkeerFacts, 'hulp' | 'voorbijOp'> => {
  if ('eindeOp' in traject) return { hulp: 'voorbij', voorbijOp: datumVan(traject.eindeOp) };
  if ('ingetrokkenOp' in traject) return { hulp: 'voorbij', voorbijOp: datumVan(traject.ingetrokkenOp) };
  return { hulp: traject.status === 'aangemeld' ? 'nog_niet' : 'loopt', voorbijOp: null };
};

/**
 * First day on which none of these machtigingen holds any more, of those on which help that began on this day can rest;
 * null: there is none. A spoedmachtiging is followed by another one or by nothing: its end is no return to prepare.
 */
export const machtigingTot = (machtigingen: readonly Machtiging[], begonnenOp: Datum): Datum | null =>
  machtigingen
    .filter((machtiging) => isVerleend(machtiging))
    .filter(({ soort }) => soort !== 'SPOED')
    .map(eindVan)
    .filter((eind) => eind > begonnenOp)
    .sort()
    .at(-1) ?? null;

/** From which day on an end is in sight. */
export const inZichtVanaf = (eind: Datum, { afspraken }: Bewakingsregels): Datum =>
  dagVoor(eind, afspraken.EINDE.termijn);

/** What a return depends on, out of what was read elsewhere. */
export const factsVan = (
  traject: Traject,
  machtigingen: readonly Machtiging[],
  gemeente: string,
  regels: Bewakingsregels,
): TerugkeerFacts => {
  const { trajectId, jeugdigeId, hulpBegonnenOp } = traject;
  const tot = hulpBegonnenOp === null ? null : machtigingTot(machtigingen, datumVan(hulpBegonnenOp));
  return {
    ...{ trajectId, jeugdigeId, gemeente, machtigingTot: tot },
    ...hulpVan(traject),
    inZichtVanaf: tot && inZichtVanaf(tot, regels),
    levensgebieden: regels.levensgebieden as readonly Levensgebied[],
  };
};
