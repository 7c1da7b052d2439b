import type { CommandRunner } from '@regielijn/event-store';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import { type Jeugdige, jeugdigeVan } from '../domain/state.js';

/** A dossier as it is now, by its own stream; null when there is none, or its registration was abandoned. */
export const leesJeugdige =
  (runner: CommandRunner) =>
  async (jeugdigeId: string): Promise<Jeugdige | null> =>
    jeugdigeVan(await runner.stateOf(jeugdigeDecider, jeugdigeStream(jeugdigeId)));
