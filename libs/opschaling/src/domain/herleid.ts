import { type Afleiding, isCodedError, metStand, type Past, type Strijd } from '@regielijn/kern';
import type { OpschalingEvent } from './events.js';
import type { Ladders } from './ladder.js';
import { vereisKan } from './regels.js';
import { evolve, initialState, type OpschalingState } from './state.js';

type Feiten = readonly Past<OpschalingEvent>[];
const stappen = (feiten: Feiten) => metStand<OpschalingState, OpschalingEvent>({ initialState, evolve }, feiten);

/** On which trede a step was taken follows from the steps up before it. */
export const herleid = (feiten: Feiten): readonly Afleiding[] =>
  stappen(feiten).flatMap(({ feit, stand }): Afleiding[] => {
    if (stand === null) return [];
    if (feit.type === 'opschaling.opgeschaald@1') return [{ feit: feit.id, velden: { vanTrede: stand.trede } }];
    return 'trede' in feit.data ? [{ feit: feit.id, velden: { trede: stand.trede } }] : [];
  });

/** Steps that could not follow upon each other as they read now. */
export const strijdig = (feiten: Feiten, ladders: Ladders): readonly Strijd[] =>
  stappen(feiten).flatMap(({ feit, stand }) => {
    try {
      vereisKan(feit, stand, ladders);
      return [];
    } catch (error) {
      if (!isCodedError(error)) throw error;
      const zin = 'De stappen van deze opschaling volgen dan niet meer op elkaar. Corrigeer eerst wat erna kwam.';
      return [{ feit: feit.id, regel: error.code, zin }];
    }
  });
