import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { MachtigingEvent } from '../domain/events.js';
import { evolve, type Machtiging } from '../domain/state.js';

export interface MachtigingRij {
  readonly machtiging_id: string;
  readonly jeugdige_id: string;
  readonly soort: string;
  readonly status: string;
  readonly geldig_tot: string | null;
  readonly toestand: Machtiging;
}

export const machtigingReadModel: ReadModel<MachtigingRij> = {
  name: 'machtiging',
  version: 1,
  category: 'machtiging',
  columns: {
    machtiging_id: 'uuid',
    jeugdige_id: 'uuid',
    soort: 'text',
    status: 'text',
    geldig_tot: 'date',
    toestand: 'jsonb',
  },
  indexes: [['jeugdige_id'], ['geldig_tot']],
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<MachtigingEvent>);
    if (toestand === null) return null;
    const { machtigingId, jeugdigeId, soort, status } = toestand;
    const geldigTot = 'geldigTot' in toestand ? toestand.geldigTot : null;
    return { machtiging_id: machtigingId, jeugdige_id: jeugdigeId, soort, status, geldig_tot: geldigTot, toestand };
  },
};
