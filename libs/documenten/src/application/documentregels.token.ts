/** Injection token of the Documentregels. */
export const DOCUMENTREGELS = Symbol('Documentregels');
