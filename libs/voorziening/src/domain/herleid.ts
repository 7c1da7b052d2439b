import { type Afleiding, metStand, type Past, type Strijd } from '@regielijn/kern';
import type { VoorzieningEvent } from './events.js';
import { bovenCapaciteit, evolve, initialState, openPlekken, type VoorzieningState } from './state.js';

type Feiten = readonly Past<VoorzieningEvent>[];
const stappen = (feiten: Feiten) => metStand<VoorzieningState, VoorzieningEvent>({ initialState, evolve }, feiten);

/** Whether a plek was taken above the open ones follows from how many were open, reserved and taken then. */
export const herleid = (feiten: Feiten): readonly Afleiding[] =>
  stappen(feiten).flatMap(({ feit, stand }) => {
    if (feit.type !== 'voorziening.plek-bezet@1' || stand === null) return [];
    const { trajectId } = feit.data;
    return [{ feit: feit.id, velden: { bovenCapaciteit: bovenCapaciteit(stand, trajectId, feit.geldigOp) } }];
  });

/** More plekken closed than there were. */
export const strijdig = (feiten: Feiten): readonly Strijd[] =>
  stappen(feiten).flatMap(({ feit, daarna }) => {
    if (feit.type !== 'voorziening.plekken-gesloten@1' || daarna === null) return [];
    if (openPlekken(daarna, feit.data.vanaf) >= 0) return [];
    return [
      {
        feit: feit.id,
        regel: 'minder dan nul plekken',
        zin: 'Er zijn dan meer plekken gesloten dan er waren. Kijk de aantallen na.',
      },
    ];
  });
