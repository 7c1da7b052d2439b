import { type Datum, plusDagen } from '@regielijn/kern';
import { type Dossier, feitenVan } from './dossier.js';
import { nietTeBepalen, nietVanToepassing, type Oordeel } from './oordeel.js';
import { uiterlijk } from './tijd.js';
import { enige } from './zekerheid.js';

/**
 * What the norm says while its term runs: `oordeel` is what it would say if the term were over today. What is not there
 * yet is no deviation before the last day has passed: it is not known whether it will be.
 */
export const tijdensTermijn = (oordeel: Oordeel, einde: Datum, { peildag }: Dossier, signaal = ''): Oordeel =>
  oordeel.uitkomst === 'VOLDAAN' || peildag > einde
    ? oordeel
    : nietTeBepalen(oordeel.ontbreekt, `De termijn loopt tot en met ${einde}.${signaal}`);

/** The same for a term that runs from the start of help: who left before its last day is not held against it. */
export const tijdensVerblijf = (oordeel: Oordeel, einde: Datum, dossier: Dossier, signaal = ''): Oordeel => {
  if (oordeel.uitkomst === 'VOLDAAN') return oordeel;
  const dagEerder = plusDagen(einde, -1);
  const isVertrokken = enige(feitenVan(dossier, 'UitstroomGerealiseerd').map((feit) => uiterlijk(feit, dagEerder)));
  if (isVertrokken === true) return nietVanToepassing(`De jeugdige was voor ${einde} uitgestroomd.`);
  if (isVertrokken !== false && dossier.peildag > einde) return nietTeBepalen(isVertrokken);
  return tijdensTermijn(oordeel, einde, dossier, signaal);
};
