/** Injection token of the rules of the triage. */
export const TRIAGE_REGELS = Symbol('TriageRegels');
