import { isInJhp } from './fasen.js';
import type { Regie } from './regels.js';
import { ALTIJD, type Sinds, sindsDag } from './sinds.js';
import type { SituatieOp } from './situatie.js';

export interface Houder {
  readonly casusregie: Regie;
  readonly sinds: Sinds;
}

/**
 * Who holds casusregie on this day. Only acceptance moves it: a machtiging, an offer or a refusal does not; until then the
 * giver stays accountable.
 */
export const houder = (situatie: SituatieOp): Houder => {
  const { richting, aanvaardOp } = situatie.overdracht;
  const heen = heenAanvaard(situatie);
  if (heen === null) return { casusregie: 'gemeente', sinds: ALTIJD };
  if (richting === 'terug' && isAanvaard(situatie))
    return { casusregie: 'gemeente', sinds: sindsDag(aanvaardOp, 'overdracht.aanvaardOp') };
  return { casusregie: 'GI', sinds: heen };
};

const isAanvaard = ({ overdracht: { status, aanvaardOp }, datum }: SituatieOp): boolean =>
  status === 'aanvaard' && (aanvaardOp === null || aanvaardOp <= datum);

/** Since when the GI had accepted; null when it had not. Who offers casusregie back, held it. */
const heenAanvaard = (situatie: SituatieOp): Sinds | null => {
  const { richting, status, aanvaardOp, heenAanvaard } = situatie.overdracht;
  if (richting === 'heen' && status !== 'geen')
    return isAanvaard(situatie) ? sindsDag(aanvaardOp, 'overdracht.aanvaardOp') : null;
  if (typeof heenAanvaard === 'string') return heenAanvaard <= situatie.datum ? { op: heenAanvaard } : null;
  return (heenAanvaard ?? status !== 'geen') ? { onbekend: 'overdracht.heenAanvaard' } : null;
};

/**
 * Who holds behandelregie: the behandelaar while a variant of JeugdhulpPlus runs, wherever the jeugdige lives. When the
 * situation does not say whether one runs, the phase tells. Source: Houtskoolschets Jeugdhulp Plus landsdeel Zuidwest
 * (12 oktober 2020), de beweging.
 */
export const behandelregie = (situatie: SituatieOp): 'JHP-behandelaar' | 'geen' => {
  const { variant, variantVanaf, trajectfase, uitstroomOp, datum } = situatie;
  if (variant === null || (variantVanaf !== null && variantVanaf > datum)) return 'geen';
  if (uitstroomOp !== null && uitstroomOp <= datum) return 'geen';
  if (trajectfase === null) return variant === undefined ? 'geen' : 'JHP-behandelaar';
  // The opname may still have to come while the GI has not accepted.
  const loopt =
    variant === undefined ? trajectfase !== 'OVERDRACHT_NAAR_GI' && isInJhp(trajectfase) : isInJhp(trajectfase);
  return loopt ? 'JHP-behandelaar' : 'geen';
};
