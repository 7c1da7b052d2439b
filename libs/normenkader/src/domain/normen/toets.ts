import { uniek } from '@regielijn/kern';
import { b1 } from './b1.js';
import { b2 } from './b2.js';
import { b3 } from './b3.js';
import { b4 } from './b4.js';
import { b5 } from './b5.js';
import { b6 } from './b6.js';
import { b7 } from './b7.js';
import { type Dossier, feitenVan } from './dossier.js';
import type { GebeurtenisType, NormId } from './feiten.js';
import type { Instellingen } from './instellingen.js';
import type { Norm } from './norm.js';
import { o1 } from './o1.js';
import { o2 } from './o2.js';
import { o3 } from './o3.js';
import { o4 } from './o4.js';
import { nietVanToepassing, type Oordeel } from './oordeel.js';
import { soortenInWoorden } from './woorden.js';

/** The evaluator of every norm. */
export const NORMEN: Readonly<Record<NormId, Norm>> = {
  O1: o1,
  O2: o2,
  O3: o3,
  O4: o4,
  B1: b1,
  B2: b2,
  B3: b3,
  B4: b4,
  B5: b5,
  B6: b6,
  B7: b7,
};

/** Every kind of event that this norm looks at. */
export const gelezenDoor = (id: NormId): readonly GebeurtenisType[] =>
  uniek([...NORMEN[id].toetsmomenten, ...NORMEN[id].leestOok]);

/** Holds what happened against one norm. A norm whose moment of checking has not come does not apply. */
export const toetsNorm = (id: NormId, dossier: Dossier, instellingen: Instellingen): Oordeel => {
  const { toetsmomenten, toets } = NORMEN[id];
  return feitenVan(dossier, ...toetsmomenten).length === 0
    ? nietVanToepassing(
        `Er is nog niets gebeurd waarbij deze norm wordt getoetst (${soortenInWoorden(toetsmomenten)}).`,
      )
    : toets(dossier, { ...instellingen, ...dossier.eigen });
};
