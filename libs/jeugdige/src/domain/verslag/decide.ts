import { type Beslissers, deriveId } from '@regielijn/kern';
import { legVast } from '../regels.js';
import type { Jeugdige } from '../state.js';
import type { VerslagCommand } from './commands.js';
import { type VerslagEvent, verslagFeiten as feit } from './events.js';
import { verslagRegels } from './regels.js';

export const nieuwBesluitId = (commandId: string): string => deriveId('besluit', commandId);
export const nieuwAdviesId = (commandId: string): string => deriveId('advies', commandId);

export const verslagBesluiten: Beslissers<VerslagCommand, Jeugdige, VerslagEvent, unknown> = {
  'jeugdige.leg-contactmoment-vast': ({ data, context }, stand) =>
    legVast(verslagRegels, feit.contactmomentVastgelegd.of(data), context, stand),
  'jeugdige.leg-besluit-vast': ({ data, context }, stand) => {
    const besluitId = nieuwBesluitId(context.commandId);
    return legVast(verslagRegels, feit.besluitVastgelegd.of({ ...data, besluitId }), context, stand);
  },
  'jeugdige.vraag-advies': ({ data, context }, stand) => {
    const adviesId = nieuwAdviesId(context.commandId);
    return legVast(verslagRegels, feit.adviesGevraagd.of({ ...data, adviesId }), context, stand);
  },
  'jeugdige.geef-advies': ({ data, context }, stand) =>
    legVast(verslagRegels, feit.adviesGegeven.of(data), context, stand),
};
