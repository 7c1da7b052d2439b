export * from './antwoord.js';
export * from './invoer.js';
export * from './profiel.js';
export { type TriageRegels, TriageRegelsSchema } from './triage-regels.js';
