import { type Beslissers, type Instant, volgorde } from '@regielijn/kern';
import { nietNu } from '../niet-nu.js';
import type { Traject } from '../state.js';
import type { NazorgCommand } from './commands.js';
import { type NazorgEvent, nazorgFeiten as feit } from './events.js';

/** Whether there is help that this nazorg follows; a plan is made while it runs. */
export const volgtOpHulp = (type: NazorgEvent['type'], state: Traject): boolean =>
  type === 'traject.nazorgplan-vastgesteld@1'
    ? state.status !== 'aangemeld' && !('ingetrokkenOp' in state)
    : 'eindeOp' in state;

const naHetVerblijf = (state: Traject, op: Instant): void => {
  if (!('eindeOp' in state)) throw nietNu('Nazorg', state.status);
  volgorde(state.eindeOp, op, 'het einde van het verblijf');
};

export const nazorgBesluiten: Beslissers<NazorgCommand, Traject, NazorgEvent, unknown> = {
  'traject.stel-nazorgplan-vast': ({ data }, state) => {
    if (!volgtOpHulp(feit.nazorgplanVastgesteld.type, state)) throw nietNu('Een nazorgplan', state.status);
    return [feit.nazorgplanVastgesteld.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
  'traject.leg-lokale-partner-vast': ({ data }, state) => {
    if (!volgtOpHulp(feit.lokalePartnerOpgepakt.type, state)) throw nietNu('Nazorg', state.status);
    return [feit.lokalePartnerOpgepakt.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
  'traject.leg-toezegging-vast': ({ data, context }, state) => {
    naHetVerblijf(state, context.geldigOp);
    if (state.nazorg.toegezegd[data.levensgebied] === data.datum) return [];
    return [feit.lokalePartnerToegezegd.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
  'traject.leg-nazorg-voortgang-vast': ({ data, context }, state) => {
    naHetVerblijf(state, context.geldigOp);
    return [feit.nazorgVoortgang.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
};
