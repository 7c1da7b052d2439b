import type { Instant, Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { OpschalingEvent } from '../domain/events.js';
import { evolve, type Opschaling } from '../domain/state.js';

export interface OpschalingRij {
  readonly opschaling_id: string;
  readonly jeugdige_id: string | null;
  readonly ladder: string;
  readonly trede: string;
  readonly stand: string;
  readonly geopend_op: Instant;
  /** The folded state; no text stands in it. */
  readonly toestand: Opschaling;
}

export const opschalingReadModel: ReadModel<OpschalingRij> = {
  name: 'opschaling',
  version: 1,
  categories: ['opschaling'],
  columns: {
    ...{ opschaling_id: 'uuid', jeugdige_id: 'uuid', ladder: 'text', trede: 'text', stand: 'text' },
    ...{ geopend_op: 'timestamptz', toestand: 'jsonb' },
  },
  indexes: [['stand', 'ladder'], ['jeugdige_id']],
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<OpschalingEvent>);
    if (toestand === null) return null;
    const { opschalingId, jeugdigeId, ladder, trede, stand, geopendOp } = toestand;
    return {
      ...{ opschaling_id: opschalingId, jeugdige_id: jeugdigeId, ladder, trede, stand },
      ...{ geopend_op: geopendOp, toestand },
    };
  },
};
