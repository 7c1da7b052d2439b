import { correctieEvents, type EventOf } from '@regielijn/kern';
import { beschikkingFeiten, verleend1 } from './beschikking/events.js';
import { eindeFeiten, geeindigd1 } from './einde/events.js';
import { meldingFeiten } from './melding/events.js';
import { verloopFeiten } from './verloop/events.js';
import { vervolgFeiten } from './vervolg/events.js';
import { verzoekFeiten, verzoekIngediend1 } from './verzoek/events.js';

/** The storage contract of a machtiging: one request to the kinderrechter and what became of it. */
export const machtigingFeiten = {
  ...verzoekFeiten,
  ...beschikkingFeiten,
  ...verloopFeiten,
  ...eindeFeiten,
  ...meldingFeiten,
  ...vervolgFeiten,
};

export const machtigingCorrecties = correctieEvents('machtiging', 'jeugdigeId');
export const machtigingEvents = [
  verzoekIngediend1,
  verleend1,
  geeindigd1,
  ...Object.values(machtigingFeiten),
  ...Object.values(machtigingCorrecties),
];
export type MachtigingEvent = EventOf<typeof machtigingFeiten>;
