import { type Datum, type MachtigingSoort, plusDagen, plusMaanden, verjaardag } from '@regielijn/kern';
import { isAchttien, uiterlijkNa } from './regels/achttien-plus.js';

type Duur = { readonly maanden: number } | { readonly dagen: number };

/** The longest validity per kind of machtiging, counted from the start of validity. Source: Jeugdwet art. 6.1.12 lid 2. */
const LANGSTE_DUUR: Readonly<Record<MachtigingSoort, Duur>> = {
  MGJ: { maanden: 12 },
  SPOED: { dagen: 28 },
  VMGJ: { maanden: 6 },
};
const LANGSTE_VERLENGING_VMGJ: Duur = { maanden: 12 };

/** What makes the longest validity shorter or longer; what is left out is not known or plays no part. */
export interface Omstandigheden {
  readonly verlenging?: boolean | null;
  readonly geboortedatum?: Datum | null;
  /** Reading A3: whether a machtiging of before the eighteenth birthday ends six months after it too. */
  readonly eindigtNaAchttien?: boolean;
}

/**
 * First day on which a machtiging of this kind cannot hold any more by law. No extension for weekend or feestdag: the
 * Algemene termijnenwet does not apply to vrijheidsbeneming (art. 4). Source: Jeugdwet art. 6.1.12 lid 2 and, for who is
 * eighteen, art. 6.1.2 lid 4 onder d.
 */
export const wettelijkUiterlijk = (
  soort: MachtigingSoort,
  geldigVan: Datum,
  { verlenging = null, geboortedatum = null, eindigtNaAchttien = false }: Omstandigheden = {},
): Datum => {
  const duur = soort === 'VMGJ' && verlenging === true ? LANGSTE_VERLENGING_VMGJ : LANGSTE_DUUR[soort];
  const naDuur = 'maanden' in duur ? plusMaanden(geldigVan, duur.maanden) : plusDagen(geldigVan, duur.dagen);
  if (geboortedatum === null || !(eindigtNaAchttien || isAchttien(geboortedatum, geldigVan))) return naDuur;
  const naAchttien = uiterlijkNa(verjaardag(geboortedatum, 18));
  return naAchttien < naDuur ? naAchttien : naDuur;
};
