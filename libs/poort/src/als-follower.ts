import type { RecordedEvent } from '@regielijn/event-store';
import type { Instant } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import type { Aanroep } from './poort.js';

/**
 * How a follower gives a command because of an event: under its own name, and at the moment at which that event was
 * recorded, so that it does not depend on when the follower came by.
 */
export const alsFollower = ({ id, vastgelegdOp, metadata }: RecordedEvent, commandId: string): Aanroep => ({
  actor: dienstAccounts.follower,
  commandId,
  correlationId: metadata.correlationId,
  causationId: id,
  geldigOp: vastgelegdOp,
  nu: vastgelegdOp,
});

/** How the clock gives a command: under its own name, at the moment that came. */
export const alsKlok = (nu: Instant, commandId: string): Aanroep => ({
  ...{ actor: dienstAccounts.klok, commandId, geldigOp: nu, nu },
});
