import type { EventLog } from '@regielijn/event-store';
import { fold } from '@regielijn/kern';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import type { Samenvoeging } from '../domain/samenvoeging/state.js';
import { jeugdigeVan } from '../domain/state.js';

/**
 * Ids of all dossiers of one jeugdige, the one that is asked about first: dossiers that went together read as one, until
 * that is undone. It asks the dossiers themselves, since a read model may lag, and follows every link both ways: two
 * merges at one moment can make a chain.
 */
export const dossiersVan = async (
  jeugdigeId: string,
  lees: (jeugdigeId: string) => Promise<Samenvoeging | null>,
): Promise<readonly string[]> => {
  const dossiers = new Set([jeugdigeId]);
  // A set that grows is walked to its end.
  for (const id of dossiers) {
    const { opgegaanIn = null, samengevoegdMet = [] } = (await lees(id)) ?? {};
    for (const ander of samengevoegdMet) dossiers.add(ander);
    if (opgegaanIn !== null) dossiers.add(opgegaanIn);
  }
  return [...dossiers];
};

/** With which others a dossier is one, by the log and without a key; null when there is no such dossier. */
export const leesSamenvoeging =
  (log: EventLog) =>
  async (jeugdigeId: string): Promise<Samenvoeging | null> =>
    jeugdigeVan(fold(jeugdigeDecider, (await log.readSealed(jeugdigeStream(jeugdigeId))) as never));
