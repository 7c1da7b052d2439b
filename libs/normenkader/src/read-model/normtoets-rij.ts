import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { NormenkaderEvent } from '../domain/events.js';
import { evolve, initialState, type NormtoetsState } from '../domain/state.js';

/** The norms of one traject: how each was last assessed, and every deviation there was. */
export interface NormtoetsRij {
  readonly traject_id: string;
  readonly jeugdige_id: string;
  /** The folded state but for which triggers were assessed; what was written as motivation is ciphertext here. */
  readonly toestand: NormtoetsState;
}

export const normtoetsReadModel: ReadModel<NormtoetsRij> = {
  name: 'normtoets',
  version: 4,
  categories: ['normtoets'],
  columns: { traject_id: 'uuid', jeugdige_id: 'uuid', toestand: 'jsonb' },
  indexes: [['traject_id']],
  evolve(row, event) {
    const past = event as unknown as Past<NormenkaderEvent>;
    const { trajectId, jeugdigeId } = past.data;
    // The triggers only grow, and no list asks for them.
    const toestand = { ...evolve(row?.toestand ?? initialState, past), getoetst: [] };
    return { traject_id: trajectId, jeugdige_id: jeugdigeId, toestand };
  },
};
