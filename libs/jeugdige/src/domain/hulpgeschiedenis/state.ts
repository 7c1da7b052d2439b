import type { Datum, Herkomst, Vouwers } from '@regielijn/kern';
import type { Hulpbron, HulpgeschiedenisEvent, Hulpvorm } from './events.js';

interface Periode {
  readonly van: Datum;
  readonly tot: Datum | null;
  readonly bron: Hulpbron;
}

interface EerdereHulp extends Periode {
  readonly hulpId: string;
  readonly vorm: Hulpvorm;
  readonly aanbieder: string | null;
}

interface EerdereWoonplek extends Periode {
  readonly woonplekId: string;
  readonly soort: Herkomst;
}

export interface Hulpgeschiedenis {
  readonly hulp: readonly EerdereHulp[];
  readonly woonplekken: readonly EerdereWoonplek[];
}

export const legeHulpgeschiedenis: Hulpgeschiedenis = { hulp: [], woonplekken: [] };

export const hulpgeschiedenisVouwers: Vouwers<HulpgeschiedenisEvent, Hulpgeschiedenis> = {
  'jeugdige.eerdere-hulp-vastgelegd@1': (geschiedenis, { data: { jeugdigeId: _, ...hulp } }) => ({
    ...geschiedenis,
    hulp: [...geschiedenis.hulp, hulp],
  }),
  'jeugdige.eerdere-woonplek-vastgelegd@1': (geschiedenis, { data: { jeugdigeId: _, ...woonplek } }) => ({
    ...geschiedenis,
    woonplekken: [...geschiedenis.woonplekken, woonplek],
  }),
};

/**
 * How often the jeugdige moved by the own record: from each place to the next, also back home. Two sources that name one
 * place from the same day on count once. Moves within trajecten stand there.
 */
export const aantalVerplaatsingen = ({ woonplekken }: Hulpgeschiedenis): number =>
  Math.max(0, new Set(woonplekken.map(({ soort, van }) => `${van} ${soort}`)).size - 1);
