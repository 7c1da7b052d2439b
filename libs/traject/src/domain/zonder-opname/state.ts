import type { Instant, Variant, Vouwers } from '@regielijn/kern';
import type { Traject } from '../state.js';
import type { ZonderOpnameEvent } from './events.js';

/** Help that runs without an opname. */
export interface HulpZonderOpname {
  readonly variant: Variant;
  readonly aanbieder: string;
  readonly vanaf: Instant;
}

export const zonderOpnameVouwers: Vouwers<ZonderOpnameEvent, Traject> = {
  'traject.aanmelding-ingetrokken@1': (state, { geldigOp }) => {
    if (state.status !== 'aangemeld') return state;
    const { toewijzing: _, ...basis } = state;
    return { ...basis, status: 'afgesloten', ingetrokkenOp: geldigOp };
  },
  'traject.variant-gestart@1': (state, { data: { variant, aanbieder }, geldigOp }) => {
    if (state.status !== 'aangemeld' && state.status !== 'hulp_zonder_opname') return state;
    const hulpBegonnenOp = state.hulpBegonnenOp ?? geldigOp;
    return { ...state, hulpBegonnenOp, status: 'hulp_zonder_opname', hulp: { variant, aanbieder, vanaf: geldigOp } };
  },
  'traject.variant-beeindigd@1': (state, { geldigOp }) => {
    if (state.status !== 'hulp_zonder_opname') return state;
    const { toewijzing: _, ...basis } = state;
    return { ...basis, status: 'nazorg', eindeOp: geldigOp, bestemming: null };
  },
};
