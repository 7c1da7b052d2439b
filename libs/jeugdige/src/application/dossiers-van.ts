import type { EventLog } from '@regielijn/event-store';
import { fold } from '@regielijn/kern';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import type { Samenvoeging } from '../domain/samenvoeging/state.js';
import { jeugdigeVan } from '../domain/state.js';

type Lees = (jeugdigeId: string) => Promise<Samenvoeging | null>;

/** Everything that these links lead to, the beginning first. It ends, also where they go round. */
const volg = async (
  jeugdigeId: string,
  lees: Lees,
  koppelingen: (dossier: Samenvoeging) => readonly (string | null)[],
): Promise<readonly string[]> => {
  const dossiers = new Set([jeugdigeId]);
  // A set that grows is walked to its end.
  for (const id of dossiers) {
    const dossier = await lees(id);
    for (const ander of dossier ? koppelingen(dossier) : []) if (ander !== null) dossiers.add(ander);
  }
  return [...dossiers];
};

/**
 * Ids of all dossiers of one jeugdige, the one that is asked about first: dossiers that went together read as one, until
 * that is undone. It asks the dossiers themselves, since a read model may lag, and follows every link both ways: two
 * merges at one moment can make a chain.
 */
export const dossiersVan = (jeugdigeId: string, lees: Lees): Promise<readonly string[]> =>
  volg(jeugdigeId, lees, ({ samengevoegdMet, opgegaanIn }) => [...samengevoegdMet, opgegaanIn]);

/** Ids of the dossiers that went into this one, and of what went into those: what it shows, and what goes when it goes. */
export const opgegaanDossiers = async (jeugdigeId: string, lees: Lees): Promise<readonly string[]> =>
  (await volg(jeugdigeId, lees, ({ samengevoegdMet }) => samengevoegdMet)).slice(1);

/** With which others a dossier is one, by the log and without a key; null when there is no such dossier. */
export const leesSamenvoeging =
  (log: EventLog) =>
  async (jeugdigeId: string): Promise<Samenvoeging | null> =>
    jeugdigeVan(fold(jeugdigeDecider, (await log.readSealed(jeugdigeStream(jeugdigeId))) as never));

/** Whether from an event of this type on what is of one dossier counts for another too, or no more. */
export const isSamenvoeging = (type: string): boolean =>
  /^jeugdige\.(samengevoegd|samenvoeging-ongedaan-gemaakt)@/.test(type);
