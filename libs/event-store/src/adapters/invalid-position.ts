import { type CodedError, ongeldig } from '@regielijn/kern';

/** A position that this log never gave out: from another log, or made up by a caller. */
export const invalidPosition = (): CodedError =>
  ongeldig('ONGELDIGE_POSITIE', 'Deze plaats in het logboek bestaat niet.');
