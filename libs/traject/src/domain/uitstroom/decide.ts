import { type Beslissers, deriveId, nietGevonden, volgorde } from '@regielijn/kern';
import { nietNu } from '../niet-nu.js';
import type { Traject } from '../state.js';
import type { UitstroomCommand } from './commands.js';
import { type UitstroomEvent, uitstroomFeiten as feit } from './events.js';
import { jaarNaOpname, laatstBesprokenOp } from './wacht.js';

export const nieuwVraagId = (commandId: string): string => deriveId('vervolgplekvraag', commandId);

export const uitstroomBesluiten: Beslissers<UitstroomCommand, Traject, UitstroomEvent, unknown> = {
  'traject.meld-klaar-voor-uitstroom': ({ data, context }, state) => {
    if (!('opnameOp' in state)) throw nietNu('Klaar voor uitstroom', state.status);
    volgorde(state.opnameOp, context.geldigOp, 'de opname');
    if ('eindeOp' in state && context.geldigOp > state.eindeOp) throw nietNu('Klaar voor uitstroom', state.status);
    const { klaar } = state.uitstroom;
    if (klaar?.reden === data.reden && klaar.sinds <= context.geldigOp) return [];
    return [feit.klaarVoorUitstroom.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
  'traject.vraag-vervolgplek': ({ data, context: { commandId, geldigOp } }, { aangemeldOp, jeugdigeId }) => {
    volgorde(aangemeldOp, geldigOp, 'de aanmelding');
    return [feit.vervolgplekGevraagd.of({ jeugdigeId, ...data, vraagId: nieuwVraagId(commandId) })];
  },
  'traject.leg-antwoord-vervolgplek-vast': ({ data, context: { geldigOp } }, { jeugdigeId, uitstroom }) => {
    const vraag = uitstroom.vervolgplekken.find(({ vraagId }) => vraagId === data.vraagId);
    if (!vraag)
      throw nietGevonden('Deze vraag naar een vervolgplek staat niet bij dit traject. Kijk na of het nummer klopt.', {
        vraagId: data.vraagId,
      });
    volgorde(laatstBesprokenOp(vraag), geldigOp, 'de vraag of het vorige antwoord');
    if (vraag.antwoord === data.antwoord && vraag.verwachtOp === data.verwachtOp) return [];
    return [feit.vervolgplekAntwoord.of({ jeugdigeId, ...data })];
  },
  'traject.leg-andere-wet-vast': ({ data, context }, { aangemeldOp, jeugdigeId, uitstroom }) => {
    volgorde(aangemeldOp, context.geldigOp, 'de aanmelding');
    return uitstroom.andereWetten[data.wet] === data.uitkomst
      ? []
      : [feit.andereWetAangevraagd.of({ jeugdigeId, ...data })];
  },
  'traject.leg-woonsituatie-vast': ({ data, context }, state) => {
    const vanaf = jaarNaOpname(state);
    if (vanaf === null) throw nietNu('De woonsituatie na een jaar', state.status);
    volgorde(vanaf, context.geldigOp, 'een jaar na de opname');
    if (state.uitstroom.woontNaEenJaar === data.woont) return [];
    return [feit.woonsituatieNaEenJaar.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
};
