/** Injection token of the RegioIndeling. */
export const REGIO_INDELING = Symbol('RegioIndeling');
