import { beginVan, type Instant, type RegioIndeling } from '@regielijn/kern';
import { regionamen, type TrajectFeit } from './plaatsingen.js';

const peildata = (jaar: number): string[] => [
  ...['01', '04', '07', '10'].map((maand) => `${jaar}-${maand}-01`),
  `${jaar + 1}-01-01`,
];

/**
 * Jeugdigen in care at 00:00 (Amsterdam) of the first day of each quarter and of the next year, per region. An
 * onttrekking alone does not end care. Null on a day that has not begun yet: nobody knows who will have left by then.
 */
export const bezetting = (trajecten: readonly TrajectFeit[], jaar: number, indeling: RegioIndeling, nu: Instant) => {
  const dagen = peildata(jaar);
  const inZorg = dagen.map((dag) => {
    const moment = beginVan(dag);
    if (moment > nu) return null;
    return trajecten.filter(({ opnameOp, eindeOp }) => opnameOp <= moment && (eindeOp === null || eindeOp > moment));
  });
  return {
    jaar,
    peildata: dagen,
    perRegio: Object.fromEntries(
      regionamen(indeling).map(({ id, naam }) => [
        naam,
        inZorg.map((aanwezig) => aanwezig?.filter(({ regio }) => regio === id).length ?? null),
      ]),
    ),
    totaal: inZorg.map((aanwezig) => aanwezig?.length ?? null),
  };
};
