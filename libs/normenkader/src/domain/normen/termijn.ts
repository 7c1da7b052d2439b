import { type Datum, inWoorden, plusDagen } from '@regielijn/kern';
import { type Dossier, feitenVan, starts } from './dossier.js';
import type { GebeurtenisType } from './feiten.js';
import { nietTeBepalen, nietVanToepassing, type Oordeel } from './oordeel.js';
import { uiterlijk, voor } from './tijd.js';
import { alle, enige, niet, type Zekerheid } from './zekerheid.js';

/**
 * What the norm says while its term runs: `oordeel` is what it would say if the term were over today. What is not there
 * yet is no deviation before the last day has passed: it is not known whether it will be.
 */
export const tijdensTermijn = (oordeel: Oordeel, einde: Datum, { peildag }: Dossier, signaal: string): Oordeel =>
  oordeel.uitkomst === 'VOLDAAN' || peildag > einde
    ? oordeel
    : nietTeBepalen(oordeel.ontbreekt, `De termijn loopt tot en met ${inWoorden(einde)}.${signaal}`);

/** What ends help: the uitstroom, or an end without one, such as an onttrekking that lasts or help without opname that stops. */
export const EINDES = ['UitstroomGerealiseerd', 'HulpBeeindigd'] as const satisfies readonly GebeurtenisType[];

/** Did help end before this day, by uitstroom or otherwise? An end after which help began again by that day is none. */
const isGeeindigdVoor = (dag: Datum, dossier: Dossier): Zekerheid =>
  enige(
    feitenVan(dossier, ...EINDES).map((einde) =>
      alle([
        uiterlijk(einde, plusDagen(dag, -1)),
        ...starts(dossier).map((start) => niet(alle([voor(einde, start), uiterlijk(start, dag)]))),
      ]),
    ),
  );

/** The same for a term that runs from the start of help: who left before its last day is not held against it. */
export const tijdensVerblijf = (oordeel: Oordeel, einde: Datum, dossier: Dossier, signaal = ''): Oordeel => {
  if (oordeel.uitkomst === 'VOLDAAN') return oordeel;
  const isVoorbij = isGeeindigdVoor(einde, dossier);
  if (isVoorbij === true) return nietVanToepassing(`De hulp was voor ${inWoorden(einde)} al geëindigd.`);
  if (isVoorbij !== false && dossier.peildag > einde) return nietTeBepalen(isVoorbij);
  return tijdensTermijn(oordeel, einde, dossier, signaal);
};
