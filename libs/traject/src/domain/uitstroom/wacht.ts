import { beginVan, datumVan, type Instant, type Past, plusMaanden } from '@regielijn/kern';
import type { Traject } from '../state.js';
import type { UitstroomEvent } from './events.js';

const DAG_MS = 86_400_000;

/**
 * Days in Amsterdam that a jeugdige who is ready has waited for a vervolgplek, until this moment or until the verblijf
 * ended; null: not ready by then.
 */
export const wachtOpUitstroomDagen = (state: Traject, op: Instant): number | null => {
  const { klaar } = state.uitstroom;
  if (klaar === null || op < klaar.sinds) return null;
  const tot = 'eindeOp' in state && state.eindeOp < op ? state.eindeOp : op;
  return (Date.parse(datumVan(tot)) - Date.parse(datumVan(klaar.sinds))) / DAG_MS;
};

/** The first moment of the day one year after the opname; null: no opname. */
export const jaarNaOpname = (state: Traject): Instant | null =>
  'opnameOp' in state ? beginVan(plusMaanden(datumVan(state.opnameOp), 12)) : null;

/** The earliest moment at which this fact can have happened, by the facts before it. */
export const uitstroomNietVoor = ({ type, data }: Past<UitstroomEvent>, state: Traject): Instant | null => {
  switch (type) {
    case 'traject.vervolgplek-antwoord@1':
      return state.uitstroom.vervolgplekken.find(({ vraagId }) => vraagId === data.vraagId)?.gevraagdOp ?? null;
    case 'traject.woonsituatie-na-een-jaar@1':
      return jaarNaOpname(state);
    case 'traject.klaar-voor-uitstroom@1':
      return 'opnameOp' in state ? state.opnameOp : null;
    default:
      return state.aangemeldOp;
  }
};
