import type { RegelId } from './config.js';
import { geldigheidsregels } from './geldigheid.js';
import { maatregelregels } from './maatregelen.js';
import { uiterlijkregels } from './uiterlijk.js';
import type { AnyRegel, Regel } from './uitkomst.js';
import { vervalregels } from './verval.js';

const REGELS: { readonly [K in RegelId]: Regel<K> } = {
  ...geldigheidsregels,
  ...vervalregels,
  ...maatregelregels,
  ...uiterlijkregels,
};

/** Typed loosely: whoever executes a rule has held the question against its `nodig` and found its text in the same row. */
export const regelVan = (id: RegelId): AnyRegel => REGELS[id] as unknown as AnyRegel;
