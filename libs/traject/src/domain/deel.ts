/** A part with one thing replaced; the part itself when that is the same: so a correction sees that a fact lost its ground. */
export const met = <S extends object, K extends keyof S>(deel: S, naam: K, waarde: S[K]): S =>
  waarde === deel[naam] ? deel : { ...deel, [naam]: waarde };

/** A list with one of its rows changed; the list itself when that row is not there. */
export const metRij = <R extends object>(
  lijst: readonly R[],
  is: (rij: R) => boolean,
  wijziging: Partial<R>,
): readonly R[] => (lijst.some(is) ? lijst.map((rij) => (is(rij) ? { ...rij, ...wijziging } : rij)) : lijst);
