import type { Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { JeugdigeEvent } from '../domain/events.js';
import { casusregieNu, evolve, type Jeugdige, jeugdigeVan } from '../domain/state.js';

export interface JeugdigeRij {
  readonly jeugdige_id: string;
  readonly status: string;
  readonly regio: string;
  readonly gemeentecode: string | null;
  readonly casusregie: string;
  /** The folded state; its geboortedatum is ciphertext here. */
  readonly toestand: Jeugdige;
}

export const jeugdigeReadModel: ReadModel<JeugdigeRij> = {
  name: 'jeugdige',
  version: 1,
  category: 'jeugdige',
  columns: {
    jeugdige_id: 'uuid',
    status: 'text',
    regio: 'text',
    gemeentecode: 'text',
    casusregie: 'text',
    toestand: 'jsonb',
  },
  indexes: [['casusregie', 'status']],
  evolve(row, event) {
    const toestand = jeugdigeVan(evolve(row?.toestand ?? null, event as unknown as Past<JeugdigeEvent>));
    if (toestand === null) return null;
    const { jeugdigeId, status, regio, gemeentecode } = toestand;
    const casusregie = casusregieNu(toestand).houder.organisatie;
    return { jeugdige_id: jeugdigeId, status, regio, gemeentecode, casusregie, toestand };
  },
};
