import { CodedError } from '@regielijn/kern';

/**
 * Needing the key of somebody whose key was not imported with the log. To write with a second one would leave the old
 * fields unreadable.
 */
export const keyElsewhere = (id: string): CodedError =>
  new CodedError(
    'conflict',
    'SLEUTEL_ONTBREEKT',
    'De sleutel van dit dossier is hier niet. Importeer eerst de sleutels die bij dit logboek horen.',
    { id },
  );

/** Claims are comparable only under the pepper they were made with, so a store that has claims keeps its own. */
export const pepperInUse = (): CodedError =>
  new CodedError(
    'refused',
    'SLEUTELOPSLAG_IN_GEBRUIK',
    'Sleutels van elders kunnen alleen in een opslag waarin nog geen jeugdige is geregistreerd.',
  );
