import { UnknownEventTypeError } from '@regielijn/event-store';
import { CodedError } from '@regielijn/kern';
import { isDatabaseAway } from '@regielijn/postgres';

/**
 * The checkpoint is not where we left it: our view of this generation is old.
 * - `ahead` / `behind`: somebody else moved it past us, or put it back
 * - `gone`: the generation was replaced
 */
export class LostCheckpointError extends Error {
  override readonly name = 'LostCheckpointError';

  constructor(readonly outcome: 'ahead' | 'behind' | 'gone') {
    super(`checkpoint ${outcome}`);
  }
}

/** Whether the event itself may be what fails, as opposed to a store that is away or a view or program that is too old. */
export const mayBePoison = (error: unknown): boolean =>
  !(
    error instanceof LostCheckpointError ||
    error instanceof UnknownEventTypeError ||
    isDatabaseAway(error) ||
    (error instanceof CodedError && error.kind === 'unavailable')
  );
