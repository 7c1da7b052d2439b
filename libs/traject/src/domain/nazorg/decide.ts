import type { Beslissers } from '@regielijn/kern';
import { nietNu } from '../niet-nu.js';
import type { Traject } from '../state.js';
import type { NazorgCommand } from './commands.js';
import { type NazorgEvent, nazorgFeiten as feit } from './events.js';

export const nazorgBesluiten: Beslissers<NazorgCommand, Traject, NazorgEvent, unknown> = {
  'traject.stel-nazorgplan-vast': ({ data }, { status, jeugdigeId }) => {
    if (status === 'aangemeld') throw nietNu('Een nazorgplan', status);
    return [feit.nazorgplanVastgesteld.of({ jeugdigeId, ...data })];
  },
  'traject.leg-lokale-partner-vast': ({ data }, state) => {
    if (!('eindeOp' in state)) throw nietNu('Nazorg', state.status);
    return [feit.lokalePartnerOpgepakt.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
};
