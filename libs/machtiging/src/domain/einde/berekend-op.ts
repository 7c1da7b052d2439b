import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import type { MachtigingFacts } from '../feiten.js';
import type { VerleendeMachtiging } from '../stand.js';
import { zonderUitvoeringOm } from '../zonder-uitvoering.js';
import type { Eindegrond } from './events.js';

/** While it is carried out, the term would only begin on the day of the news. */
const nietUitgevoerd = (state: VerleendeMachtiging, gemeldOp: Instant, { termijn }: MachtigingFacts): Datum | null => {
  const stil = zonderUitvoeringOm(state, gemeldOp, termijn);
  if (stil !== null) return stil.vervaltOp;
  const { geldigVan, soort, omgezet: omgezetInMgj } = state;
  return termijn({ regel: 'D5', geldigVan, soort, omgezetInMgj, laatsteTenuitvoerlegging: datumVan(gemeldOp) });
};

/**
 * The day on which a machtiging ends by law for this ground; null where the day of the news counts, or the law names no
 * day. Source: Jeugdwet art. 6.1.12 lid 2 and 3, 6.1.2 lid 4 onder d and lid 7.
 */
export const berekendOp = (
  state: VerleendeMachtiging,
  grond: Eindegrond,
  gemeldOp: Instant,
  facts: MachtigingFacts,
): Datum | null => {
  const { geldigTot } = state;
  const { termijn, geboortedatum } = facts;
  switch (grond) {
    case 'verlopen':
      return geldigTot;
    case 'niet_ten_uitvoer_gelegd':
      return nietUitgevoerd(state, gemeldOp, facts);
    case 'instemming_ingetrokken':
      return termijn({ regel: 'D7', intrekking: datumVan(gemeldOp), geldigTot });
    case 'achttien_plus':
      return geboortedatum === null ? null : termijn({ regel: 'D13', geboortedatum });
    default:
      return null;
  }
};
