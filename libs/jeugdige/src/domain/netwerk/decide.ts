import { type Beslissers, deriveId } from '@regielijn/kern';
import { legVast } from '../regels.js';
import type { Jeugdige } from '../state.js';
import type { NetwerkCommand } from './commands.js';
import { type NetwerkEvent, netwerkFeiten as feit } from './events.js';
import { netwerkRegels } from './regels.js';
import { bekendePersoon } from './state.js';

export const nieuwPersoonId = (commandId: string): string => deriveId('netwerkpersoon', commandId);

export const netwerkBesluiten: Beslissers<NetwerkCommand, Jeugdige, NetwerkEvent, unknown> = {
  'jeugdige.leg-netwerkpersoon-vast': ({ data, context }, stand) => {
    const persoonId = nieuwPersoonId(context.commandId);
    return legVast(netwerkRegels, feit.netwerkpersoonVastgelegd.of({ ...data, persoonId }), context, stand);
  },
  'jeugdige.wijzig-netwerkpersoon': ({ data, context }, stand) => {
    bekendePersoon(stand.netwerk, data.persoonId);
    return legVast(netwerkRegels, feit.netwerkpersoonVastgelegd.of(data), context, stand);
  },
  'jeugdige.laat-netwerkpersoon-vervallen': ({ data, context }, stand) =>
    legVast(netwerkRegels, feit.netwerkpersoonVervallen.of(data), context, stand),
  'jeugdige.bied-familiegroepsplan-aan': ({ data, context }, stand) =>
    legVast(netwerkRegels, feit.familiegroepsplanAangeboden.of(data), context, stand),
  'jeugdige.stel-familiegroepsplan-vast': ({ data, context }, stand) =>
    legVast(netwerkRegels, feit.familiegroepsplanVastgesteld.of(data), context, stand),
};
