import { type CodedError, dossierVernietigd, onbekend, weiger } from '@regielijn/kern';
import { type Jeugdige, type JeugdigeState, jeugdigeVan } from './state.js';

export const dossierGesloten = (jeugdigeId: string): CodedError =>
  weiger('DOSSIER_GESLOTEN', 'Dit dossier is gesloten. Heropen het eerst.', { jeugdigeId });

export const dossierOpgegaan = (opgegaanIn: string): CodedError =>
  weiger('DOSSIER_OPGEGAAN', 'Dit dossier is opgegaan in een ander. Werk verder in dat dossier.', {
    jeugdigeId: opgegaanIn,
  });

/** The dossier, when something new may begin in it. What began before may still be told, corrected and ended. */
export const vereisOpenDossier = (state: JeugdigeState): Jeugdige => {
  const jeugdige = jeugdigeVan(state);
  if (jeugdige === null) throw onbekend('Deze jeugdige');
  const { jeugdigeId, status, opgegaanIn } = jeugdige;
  if (status === 'gesloten') throw dossierGesloten(jeugdigeId);
  if (status === 'vernietigd') throw dossierVernietigd();
  if (opgegaanIn !== null) throw dossierOpgegaan(opgegaanIn);
  return jeugdige;
};
