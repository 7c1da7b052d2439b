import type { Datum } from '@regielijn/kern';
import type { MachtigingFacts, TermijnVraag } from '../feiten.js';
import type { VerleendeMachtiging } from '../stand.js';
import type { Eindegrond } from './events.js';

/** Until which day it was carried out, or since when the law does not say (schorsing, reading A1). */
const uitvoering = ({ toestand, toestandSinds }: VerleendeMachtiging, gemeldOp: Datum): Partial<TermijnVraag> => {
  if (toestand === 'GESCHORST') return { schorsingVanaf: toestandSinds };
  if (toestand === 'ONTTROKKEN') return { laatsteTenuitvoerlegging: toestandSinds };
  return toestand === 'TEN_UITVOER' || toestand === 'OMGEZET' ? { laatsteTenuitvoerlegging: gemeldOp } : {};
};

/**
 * The day on which a machtiging ends by law for this ground; null where the day of the news counts, or the law names no
 * day. Source: Jeugdwet art. 6.1.12 lid 2 and 3, 6.1.2 lid 4 onder d and lid 7.
 */
export const berekendOp = (
  state: VerleendeMachtiging,
  grond: Eindegrond,
  gemeldOp: Datum,
  { termijn, geboortedatum }: MachtigingFacts,
): Datum | null => {
  const { geldigVan, geldigTot, soort, omgezet } = state;
  switch (grond) {
    case 'verlopen':
      return geldigTot;
    case 'niet_ten_uitvoer_gelegd':
      return termijn({
        regel: 'D5',
        geldigVan,
        soort,
        omgezetInMgj: omgezet,
        ...uitvoering(state, gemeldOp),
      } as TermijnVraag);
    case 'instemming_ingetrokken':
      return termijn({ regel: 'D7', intrekking: gemeldOp, geldigTot });
    case 'achttien_plus':
      return geboortedatum === null ? null : termijn({ regel: 'D13', geboortedatum });
    default:
      return null;
  }
};
