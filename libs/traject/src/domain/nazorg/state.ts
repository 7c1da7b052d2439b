import type { Levensgebied, Vouwers } from '@regielijn/kern';
import type { NazorgEvent } from './events.js';

export interface Nazorg {
  /** Where the last nazorgplan sees a need; null: there is no plan yet. */
  readonly nodig: readonly Levensgebied[] | null;
  /** What lokale partners have taken up, whether a plan names it or not. */
  readonly opgepakt: readonly Levensgebied[];
}

export const geenNazorg: Nazorg = { nodig: null, opgepakt: [] };

export const nazorgVouwers: Vouwers<NazorgEvent, Nazorg> = {
  'traject.nazorgplan-vastgesteld@1': (nazorg, { data }) => ({
    ...nazorg,
    nodig: data.levensgebieden.filter(({ nodig }) => nodig).map(({ levensgebied }) => levensgebied),
  }),
  'traject.lokale-partner-opgepakt@1': (nazorg, { data }) => ({
    ...nazorg,
    opgepakt: [...new Set([...nazorg.opgepakt, data.levensgebied])],
  }),
};
