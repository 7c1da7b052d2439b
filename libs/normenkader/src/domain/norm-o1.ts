import { datumVan, feestdagOp, type Instant, isBinnenKantoortijd, isWerkdag, kloktijdVan } from '@regielijn/kern';
import type { Instellingen } from './normenkader.js';
import type { NormUitkomst } from './uitkomst.js';

/**
 * O1: "Plaatsingen in de jeugdhulp plus binnen kantoortijden op werkdagen". Checked at the opname. Urgency plays no part
 * here: an opname at night that was bloedspoed deviates from O1 with an accepted ground (that is norm O4).
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie.
 */
export const toetsO1 = (opnameOp: Instant, { kalender, kantoortijd }: Instellingen): NormUitkomst => {
  const dag = datumVan(opnameOp);
  const klok = kloktijdVan(opnameOp);
  if (!isWerkdag(dag, kalender)) {
    const waarom = feestdagOp(dag, kalender) ?? 'weekend';
    return { uitkomst: 'AFWIJKING', uitleg: `De opname was op ${dag}: dat is geen werkdag (${waarom}).` };
  }
  const uren = `${kantoortijd.van} tot ${kantoortijd.tot} uur`;
  return isBinnenKantoortijd(opnameOp, kantoortijd)
    ? { uitkomst: 'VOLDAAN', uitleg: `De opname was op werkdag ${dag} om ${klok} uur, binnen kantoortijd (${uren}).` }
    : {
        uitkomst: 'AFWIJKING',
        uitleg: `De opname was op werkdag ${dag} om ${klok} uur, buiten kantoortijd (${uren}).`,
      };
};
