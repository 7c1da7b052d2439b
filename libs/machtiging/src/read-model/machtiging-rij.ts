import { datumVan, type Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { MachtigingEvent } from '../domain/events.js';
import { eindVan, isVerleend, type Machtiging, openMeldingen, toestandOp } from '../domain/stand.js';
import { evolve } from '../domain/state.js';

export interface MachtigingRij {
  readonly machtiging_id: string;
  readonly jeugdige_id: string;
  readonly soort: string;
  readonly status: string;
  /** Where it stood in the table of the law at its last event; whether it has expired since, `geldig_tot` says. */
  readonly juridische_toestand: string;
  /** First day on which it no longer holds, for whatever reason. */
  readonly geldig_tot: string | null;
  /** How many notices that the law demands are still to be done. */
  readonly open_meldingen: number;
  readonly toestand: Machtiging;
}

export const machtigingReadModel: ReadModel<MachtigingRij> = {
  name: 'machtiging',
  version: 2,
  category: 'machtiging',
  columns: {
    machtiging_id: 'uuid',
    jeugdige_id: 'uuid',
    soort: 'text',
    status: 'text',
    juridische_toestand: 'text',
    geldig_tot: 'date',
    open_meldingen: 'integer',
    toestand: 'jsonb',
  },
  indexes: [['jeugdige_id'], ['geldig_tot']],
  evolve(row, event) {
    const toestand = evolve(row?.toestand ?? null, event as unknown as Past<MachtigingEvent>);
    if (toestand === null) return null;
    const { machtigingId, jeugdigeId, soort, status } = toestand;
    return {
      ...{ machtiging_id: machtigingId, jeugdige_id: jeugdigeId, soort, status, toestand },
      juridische_toestand: toestandOp(toestand, datumVan(event.geldigOp)),
      geldig_tot: isVerleend(toestand) ? eindVan(toestand) : null,
      open_meldingen: openMeldingen(toestand).length,
    };
  },
};
