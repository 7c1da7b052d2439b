/** Injection token of the Regieregels. */
export const REGIEREGELS = Symbol('Regieregels');
