import type { Dossier } from './dossier.js';
import type { GebeurtenisType } from './feiten.js';
import type { Instellingen } from './instellingen.js';
import type { Oordeel } from './oordeel.js';

/** Holds what happened against one norm. Pure: everything it knows comes in. */
export type Toets = (dossier: Dossier, instellingen: Instellingen) => Oordeel;

export interface Norm {
  /** What brings the moment of checking; `toets` is asked only when one of these happened. */
  readonly toetsmomenten: readonly GebeurtenisType[];
  /** What else it looks at: an event of another kind than these two lists changes nothing about the outcome. */
  readonly leestOok: readonly GebeurtenisType[];
  readonly toets: Toets;
}
