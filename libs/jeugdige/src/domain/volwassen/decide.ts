import type { Beslissers } from '@regielijn/kern';
import { legVast } from '../regels.js';
import type { Jeugdige } from '../state.js';
import type { VolwassenCommand } from './commands.js';
import { type VolwassenEvent, volwassenFeiten as feit } from './events.js';
import { volwassenRegels } from './regels.js';

export const volwassenBesluiten: Beslissers<VolwassenCommand, Jeugdige, VolwassenEvent, unknown> = {
  'jeugdige.stel-toekomstplan-vast': ({ data, context }, stand) =>
    legVast(volwassenRegels, feit.toekomstplanVastgesteld.of(data), context, stand),
  'jeugdige.wijs-casusregisseur-18-aan': ({ data, context }, stand) =>
    legVast(volwassenRegels, feit.casusregisseurAangewezen.of(data), context, stand),
  'jeugdige.leg-woonplek-na-achttien-vast': ({ data, context }, stand) =>
    legVast(volwassenRegels, feit.woonplekVastgelegd.of(data), context, stand),
};
