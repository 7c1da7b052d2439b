import { beginVan, dagenTussen, type Datum, datumVan, type Instant, type Past, plusMaanden } from '@regielijn/kern';
import type { Traject } from '../state.js';
import type { UitstroomEvent } from './events.js';
import type { Vervolgplekvraag } from './state.js';

/**
 * Days that a jeugdige who is ready has waited for a vervolgplek, until this day or until the verblijf ended, whichever
 * is first; null: not ready by then.
 */
export const wachtOpUitstroomDagen = (state: Traject, op: Datum): number | null => {
  const { klaar } = state.uitstroom;
  if (klaar === null || op < datumVan(klaar.sinds)) return null;
  const einde = 'eindeOp' in state ? datumVan(state.eindeOp) : op;
  return dagenTussen(datumVan(klaar.sinds), einde < op ? einde : op);
};

/** The first moment of the day one year after the opname; null: no opname. */
export const jaarNaOpname = (state: Traject): Instant | null =>
  'opnameOp' in state ? beginVan(plusMaanden(datumVan(state.opnameOp), 12)) : null;

/** When a question was answered last, or else asked. */
export const laatstBesprokenOp = ({ geantwoordOp, gevraagdOp }: Vervolgplekvraag): Instant =>
  geantwoordOp ?? gevraagdOp;

/** The earliest moment at which this fact can have happened, by the facts before it. */
export const uitstroomNietVoor = ({ type, data }: Past<UitstroomEvent>, state: Traject): Instant | null => {
  switch (type) {
    case 'traject.vervolgplek-antwoord@1': {
      const vraag = state.uitstroom.vervolgplekken.find(({ vraagId }) => vraagId === data.vraagId);
      return vraag === undefined ? null : laatstBesprokenOp(vraag);
    }
    case 'traject.woonsituatie-na-een-jaar@1':
      return jaarNaOpname(state);
    case 'traject.klaar-voor-uitstroom@1':
      return 'opnameOp' in state ? state.opnameOp : null;
    default:
      return state.aangemeldOp;
  }
};
