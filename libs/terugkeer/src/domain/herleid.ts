import { type Afleiding, isCodedError, metStand, type Past, type Strijd } from '@regielijn/kern';
import { slotVan } from './einde.js';
import type { TerugkeerEvent } from './events.js';
import { vereisKan } from './regels.js';
import { evolve, initialState, type TerugkeerState } from './state.js';

type Feiten = readonly Past<TerugkeerEvent>[];
const stappen = (feiten: Feiten) => metStand<TerugkeerState, TerugkeerEvent>({ initialState, evolve }, feiten);

/** What was not arranged when the help ended follows from what was told before. */
export const herleid = (feiten: Feiten): readonly Afleiding[] =>
  stappen(feiten).flatMap(({ feit, stand }): Afleiding[] =>
    feit.type === 'terugkeer.gesloten@1' && stand !== null ? [{ feit: feit.id, velden: slotVan(stand) }] : [],
  );

/** Facts that could not follow upon each other as they read now. */
export const strijdig = (feiten: Feiten): readonly Strijd[] =>
  stappen(feiten).flatMap(({ feit, stand }) => {
    try {
      if (stand !== null) vereisKan(feit, stand);
      return [];
    } catch (error) {
      if (!isCodedError(error)) throw error;
      const zin = 'Dit past dan niet bij hoe de voorbereiding toen stond. Corrigeer eerst wat ermee samenhangt.';
      return [{ feit: feit.id, regel: error.code, zin }];
    }
  });
