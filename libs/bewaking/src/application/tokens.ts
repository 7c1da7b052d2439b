import type { CommandClass } from '@regielijn/kern';

/** Injection token of the commands that a term may ask for, by name. */
export const OPDRACHTEN = Symbol('Opdrachten');
export type Opdrachten = ReadonlyMap<string, CommandClass>;
