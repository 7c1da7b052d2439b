import { CodedError } from '@regielijn/kern';

/** Writing about somebody whose key was not imported with the log: a second key would leave the old fields unreadable. */
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
