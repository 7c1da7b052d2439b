import {
  type Datum,
  datumVan,
  feestdagOp,
  type Instant,
  inWoorden,
  isBinnenKantoortijd,
  isWerkdag,
  kloktijdVan,
} from '@regielijn/kern';
import { type Feit, feitenVan } from './dossier.js';
import type { Instellingen } from './instellingen.js';
import type { Norm, Toets } from './norm.js';
import { nietTeBepalen, type Oordeel, perGeval } from './oordeel.js';
import { isOgenblik, tijdstipVan, voor } from './tijd.js';
import type { NormUitkomst } from './uitkomst.js';

type Werktijd = Pick<Instellingen, 'kalender' | 'kantoortijd' | 'gelijkgesteldeDagen'>;

const geenWerkdag = (dag: Datum, { kalender, gelijkgesteldeDagen }: Werktijd): NormUitkomst | null =>
  isWerkdag(dag, kalender, gelijkgesteldeDagen)
    ? null
    : {
        uitkomst: 'AFWIJKING',
        uitleg: `De opname was op ${inWoorden(dag)}: dat is geen werkdag (${feestdagOp(dag, kalender, gelijkgesteldeDagen) ?? 'weekend'}).`,
      };

/**
 * O1: "Plaatsingen in de jeugdhulp plus binnen kantoortijden op werkdagen". Checked at the opname. Urgency plays no part
 * here: an opname at night that was bloedspoed deviates from O1 with an accepted ground (that is norm O4).
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie.
 */
const toetsO1 = (opnameOp: Instant, werktijd: Werktijd): NormUitkomst => {
  const { van, tot } = werktijd.kantoortijd;
  const dag = datumVan(opnameOp);
  const isBinnen = isBinnenKantoortijd(opnameOp, werktijd.kantoortijd);
  const uitleg = `De opname was op werkdag ${inWoorden(dag)} om ${kloktijdVan(opnameOp)} uur, ${isBinnen ? 'binnen' : 'buiten'} kantoortijd (${van} tot ${tot} uur).`;
  return geenWerkdag(dag, werktijd) ?? { uitkomst: isBinnen ? 'VOLDAAN' : 'AFWIJKING', uitleg };
};

const toetsOpname = ({ op, type }: Feit<'OpnameGestart'>, werktijd: Werktijd): Oordeel => {
  if (op.dag === null) return nietTeBepalen([tijdstipVan({ type })]);
  if (isOgenblik(op)) return { ...toetsO1(op.van, werktijd), ontbreekt: [] };
  const geen = geenWerkdag(op.dag, werktijd);
  return geen
    ? { ...geen, ontbreekt: [] }
    : nietTeBepalen(
        [tijdstipVan({ type })],
        `De opname was op werkdag ${inWoorden(op.dag)}, maar de tijd is niet bekend.`,
      );
};

/** O1 over every opname, by the kalender and kantoortijd of its accommodatie. A return after onttrekking is no opname. */
const toets: Toets = (dossier, instellingen) => {
  const bloedspoed = feitenVan(dossier, 'BloedspoedBeoordeeld').filter(({ uitkomst }) => uitkomst === 'positief');
  return perGeval(feitenVan(dossier, 'OpnameGestart'), (opname) => {
    const eigen = instellingen.perAccommodatie[opname.accommodatie ?? ''];
    const oordeel = toetsOpname(opname, { ...instellingen, ...eigen, ...dossier.eigen });
    const isSpoed = oordeel.uitkomst === 'AFWIJKING' && bloedspoed.some((spoed) => voor(spoed, opname) === true);
    if (!isSpoed) return oordeel;
    return {
      ...oordeel,
      uitleg: `${oordeel.uitleg} Bloedspoed is positief beoordeeld; of die grond telt, zegt norm O4.`,
    };
  });
};

export const o1: Norm = { toetsmomenten: ['OpnameGestart'], leestOok: ['BloedspoedBeoordeeld'], toets };
