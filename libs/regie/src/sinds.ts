import type { Datum } from '@regielijn/kern';

/** Since when something is so: a day, always, or not known; then the field of the situation that would tell. */
export type Sinds = { readonly op: Datum } | { readonly altijd: true } | { readonly onbekend: string };

export const ALTIJD: Sinds = { altijd: true };

/** A day that may be missing in the field `veld`. */
export const sindsDag = (op: Datum | null, veld: string): Sinds => (op === null ? { onbekend: veld } : { op });

/**
 * Since when a rule and a holder differ: the last of the two days. A rule without a known day leaves that open; a holder
 * without one is taken to have held before the rule turned.
 */
export const sindsVerschil = (regel: Sinds, houder: Sinds): Sinds => {
  if ('altijd' in regel) return houder;
  return 'op' in regel && 'op' in houder && regel.op < houder.op ? houder : regel;
};
