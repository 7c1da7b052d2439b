import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { MachtigingEvent } from '../domain/events.js';
import type { Machtiging } from '../domain/stand.js';
import { evolve } from '../domain/state.js';

/** Which machtigingen a jeugdige has. */
export interface MachtigingRij {
  readonly machtiging_id: string;
  readonly jeugdige_id: string;
  /** The folded state: the next event is folded into it. */
  readonly toestand: Machtiging;
}

export const machtigingReadModel: ReadModel<MachtigingRij> = {
  name: 'machtiging',
  version: 5,
  categories: ['machtiging'],
  columns: {
    machtiging_id: 'uuid',
    jeugdige_id: 'uuid',
    toestand: 'jsonb',
  },
  indexes: [['jeugdige_id']],
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<MachtigingEvent>);
    if (toestand === null) return null;
    return { machtiging_id: toestand.machtigingId, jeugdige_id: toestand.jeugdigeId, toestand };
  },
};
