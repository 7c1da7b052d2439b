import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { TerugkeerEvent } from '../domain/events.js';
import { evolve, type Terugkeer } from '../domain/state.js';

export interface TerugkeerRij {
  readonly traject_id: string;
  readonly jeugdige_id: string;
  readonly gemeente: string;
  readonly stand: string;
  readonly einde_op: string;
  /** The folded state; no text stands in it. */
  readonly toestand: Terugkeer;
}

export const terugkeerReadModel: ReadModel<TerugkeerRij> = {
  name: 'terugkeer',
  version: 1,
  categories: ['terugkeer'],
  columns: {
    ...{ traject_id: 'uuid', jeugdige_id: 'uuid', gemeente: 'text', stand: 'text' },
    ...{ einde_op: 'date', toestand: 'jsonb' },
  },
  indexes: [['traject_id'], ['jeugdige_id'], ['gemeente', 'stand']],
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<TerugkeerEvent>);
    if (toestand === null) return null;
    const { trajectId, jeugdigeId, gemeente, stand, eindeOp } = toestand;
    return { traject_id: trajectId, jeugdige_id: jeugdigeId, gemeente, stand, einde_op: eindeOp, toestand };
  },
};
