import { type DomainEvent, type Past, withCorrections } from '@regielijn/kern';
import { jeugdigeFeiten as feit } from './events.js';

/**
 * The BSN of a dossier as it reads today, from its stream: `null` without a registration or when it was taken away, `VERNIETIGD` when there is no
 * key to read it with.
 */
export const huidigBsn = (history: readonly Past<DomainEvent>[]): string | null => {
  const registratie = withCorrections(history).find(({ type }) => type === feit.geregistreerd.type);
  return registratie ? (registratie.data as { bsn: string | null }).bsn : null;
};
