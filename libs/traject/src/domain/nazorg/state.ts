import type { Datum, Levensgebied, Vouwers } from '@regielijn/kern';
import type { NazorgEvent } from './events.js';

export interface Nazorg {
  /** Where the last nazorgplan sees a need; null: there is no plan yet. */
  readonly nodig: readonly Levensgebied[] | null;
  /** What lokale partners have taken up, whether a plan names it or not. */
  readonly opgepakt: readonly Levensgebied[];
  /** From when on a lokale partner promised to be there, per levensgebied. */
  readonly toegezegd: Readonly<Partial<Record<Levensgebied, Datum>>>;
  /** The months after the uitstroom of which is told how it stands. */
  readonly voortgang: readonly number[];
}

export const geenNazorg: Nazorg = { nodig: null, opgepakt: [], toegezegd: {}, voortgang: [] };

export const nazorgVouwers: Vouwers<NazorgEvent, Nazorg> = {
  'traject.nazorgplan-vastgesteld@1': (nazorg, { data }) => ({
    ...nazorg,
    nodig: data.levensgebieden.filter(({ nodig }) => nodig).map(({ levensgebied }) => levensgebied),
  }),
  'traject.lokale-partner-opgepakt@1': (nazorg, { data }) => ({
    ...nazorg,
    opgepakt: [...new Set([...nazorg.opgepakt, data.levensgebied])],
  }),
  'traject.lokale-partner-toegezegd@1': (nazorg, { data: { levensgebied, datum } }) => ({
    ...nazorg,
    toegezegd: { ...nazorg.toegezegd, [levensgebied]: datum },
  }),
  'traject.nazorg-voortgang@1': (nazorg, { data }) => ({
    ...nazorg,
    voortgang: [...new Set([...nazorg.voortgang, data.maand])],
  }),
};
