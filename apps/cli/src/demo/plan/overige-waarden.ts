import type { Bestemming, Herkomst } from '@regielijn/kern';

/**
 * Where the unpublished rest is spread over, with assumed weights. Gesloten jeugdhulp is not among them: a nieuwe
 * plaatsing has no earlier traject, and a hernieuwde one follows after time outside.
 */
export const OVERIGE_HERKOMST: Partial<Record<Herkomst, number>> = {
  thuis: 40,
  open_residentieel: 35,
  pleegzorg: 6,
  gezinshuis: 5,
  ggz: 6,
  jji: 3,
  anders: 5,
};
export const OVERIGE_BESTEMMING: Partial<Record<Bestemming, number>> = {
  residentieel_enkelvoudig: 34,
  thuis_of_netwerk: 31,
  gezinshuis: 6,
  pleegzorg: 4,
  zelfstandig: 9,
  ggz: 6,
  jji: 4,
  anders: 6,
};
