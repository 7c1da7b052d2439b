import { uniek } from '@regielijn/kern';

/** Yes, no, or not known: then the facts that are missing, by name and never none. What is not known is never a no. */
export type Zekerheid = boolean | readonly string[];

const onbekend = (delen: readonly Zekerheid[]): readonly string[] =>
  uniek(delen.filter((deel) => typeof deel === 'object').flat());

/** One certain no decides; otherwise what is not known leaves it open. */
export const alle = (delen: readonly Zekerheid[]): Zekerheid => {
  if (delen.includes(false)) return false;
  const open = onbekend(delen);
  return open.length === 0 || open;
};

/** One certain yes decides; otherwise what is not known leaves it open. */
export const enige = (delen: readonly Zekerheid[]): Zekerheid => {
  if (delen.includes(true)) return true;
  const open = onbekend(delen);
  return open.length > 0 && open;
};

export const niet = (deel: Zekerheid): Zekerheid => (typeof deel === 'boolean' ? !deel : deel);

/** A fact as it was given, or the name under which it is missing. */
export const gegeven = (waarde: boolean | null, naam: string): Zekerheid => waarde ?? [naam];
