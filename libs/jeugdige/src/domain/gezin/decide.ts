import { type Beslissers, deriveId } from '@regielijn/kern';
import { legVast } from '../regels.js';
import type { Jeugdige } from '../state.js';
import type { GezinCommand } from './commands.js';
import { type GezinEvent, gezinFeiten as feit } from './events.js';
import { gezinRegels } from './regels.js';

export const nieuwHulpOudersId = (commandId: string): string => deriveId('hulp-ouders', commandId);

export const gezinBesluiten: Beslissers<GezinCommand, Jeugdige, GezinEvent, unknown> = {
  'jeugdige.leg-opvoedbesluit-vast': ({ data, context }, stand) =>
    legVast(gezinRegels, feit.opvoedbesluitVastgelegd.of(data), context, stand),
  'jeugdige.vraag-hulp-ouders': ({ data, context }, stand) => {
    const hulpId = nieuwHulpOudersId(context.commandId);
    return legVast(gezinRegels, feit.hulpOudersGevraagd.of({ ...data, hulpId }), context, stand);
  },
  'jeugdige.start-hulp-ouders': ({ data, context }, stand) =>
    legVast(gezinRegels, feit.hulpOudersGestart.of(data), context, stand),
  'jeugdige.stop-hulp-ouders': ({ data, context }, stand) =>
    legVast(gezinRegels, feit.hulpOudersGestopt.of(data), context, stand),
};
