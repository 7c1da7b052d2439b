import { datumVan } from '@regielijn/kern';
import { type Bewakingsregels, naDeDag, type Termijn, termijnVanRegel, vooraf } from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { Traject } from '../domain/state.js';
import { metToets } from './toets-norm.js';

/** Norm B7: what is needed after the uitstroom is taken up within a year; told how it stands at three, six and nine months. */
export const nazorgTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => {
  if (state.status !== 'nazorg') return [];
  const { trajectId, eindeOp, nazorg } = state;
  const isVerteld = (maand: number): boolean => nazorg.voortgang.includes(maand);
  const termijn = termijnVanRegel(
    'B7',
    { start: datumVan(eindeOp) },
    { bij: trajectStream(trajectId), nr: eindeOp, voor: ['casusregie', 'systeemregie'] },
    regels,
    ({ laatste, m3, m6, m9 }) => [
      isVerteld(3) ? null : vooraf(m3!),
      isVerteld(6) ? null : vooraf(m6!),
      isVerteld(9) ? null : vooraf(m9!),
      metToets(naDeDag(laatste), trajectId, 'B7'),
    ],
  );
  return termijn ? [termijn] : [];
};
