import { CodedError } from '@regielijn/kern';

/** Writing personal data into a dossier that was destroyed. */
export const keyDestroyed = (id: string): CodedError =>
  new CodedError('refused', 'SLEUTEL_VERNIETIGD', 'Dit dossier is vernietigd. U kunt er niets meer in vastleggen.', {
    id,
  });
