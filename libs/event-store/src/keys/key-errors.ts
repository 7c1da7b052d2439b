import { CodedError } from '@regielijn/kern';

/** Writing personal data into a dossier that was destroyed. */
export const keyDestroyed = (id: string): CodedError =>
  new CodedError('refused', 'SLEUTEL_VERNIETIGD', 'Dit dossier is vernietigd. U kunt er niets meer in vastleggen.', {
    id,
  });

/** One id holds one BSN: the same registration was sent before with another one. */
export const otherBsnClaimed = (id: string): CodedError =>
  new CodedError(
    'conflict',
    'ANDER_BSN_VASTGELEGD',
    'Voor dit dossier is al een ander burgerservicenummer vastgelegd.',
    {
      id,
    },
  );

/** Claims are comparable only under the pepper they were made with, so a store that has claims keeps its own. */
export const pepperInUse = (): CodedError =>
  new CodedError(
    'refused',
    'SLEUTELOPSLAG_IN_GEBRUIK',
    'Sleutels van elders kunnen alleen in een opslag waarin nog geen jeugdige is geregistreerd.',
  );
