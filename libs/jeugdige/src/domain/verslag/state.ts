import { type Datum, type Instant, nietGevonden, type Vouwers } from '@regielijn/kern';
import { inVolgorde } from '../in-volgorde.js';
import type { Adviseur, Onderwerp, VerslagEvent } from './events.js';

export interface Advies {
  readonly adviesId: string;
  readonly bij: Adviseur;
  readonly organisatie: string | null;
  readonly gevraagdOp: Instant;
  /** The last day to answer, where one was agreed on. */
  readonly uiterlijk: Datum | null;
  readonly gegevenOp: Instant | null;
}

/** How much was written down and when; the words themselves stand in the events. */
export interface Verslag {
  readonly contact: { readonly aantal: number; readonly laatsteOp: Instant } | null;
  readonly besluiten: readonly { readonly besluitId: string; readonly onderwerp: Onderwerp; readonly op: Instant }[];
  readonly adviezen: readonly Advies[];
}

export const leegVerslag: Verslag = { contact: null, besluiten: [], adviezen: [] };

export const adviesIn = ({ adviezen }: Verslag, adviesId: string): Advies => {
  const advies = adviezen.find((een) => een.adviesId === adviesId);
  if (!advies) throw nietGevonden('Deze vraag om advies is niet bekend. Leg eerst de vraag vast.');
  return advies;
};

export const verslagVouwers: Vouwers<VerslagEvent, Verslag> = {
  'jeugdige.contactmoment-vastgelegd@1': (verslag, { geldigOp }) => {
    const { aantal, laatsteOp } = verslag.contact ?? { aantal: 0, laatsteOp: geldigOp };
    return { ...verslag, contact: { aantal: aantal + 1, laatsteOp: geldigOp > laatsteOp ? geldigOp : laatsteOp } };
  },
  'jeugdige.besluit-vastgelegd@1': (verslag, { data: { besluitId, onderwerp }, geldigOp }) => ({
    ...verslag,
    besluiten: inVolgorde(verslag.besluiten, { besluitId, onderwerp, op: geldigOp }),
  }),
  'jeugdige.advies-gevraagd@2': (verslag, { data: { adviesId, bij, organisatie, uiterlijk }, geldigOp }) => ({
    ...verslag,
    adviezen: [...verslag.adviezen, { adviesId, bij, organisatie, gevraagdOp: geldigOp, uiterlijk, gegevenOp: null }],
  }),
  'jeugdige.advies-gegeven@1': (verslag, { data, geldigOp }) => ({
    ...verslag,
    adviezen: verslag.adviezen.map((advies) =>
      advies.adviesId === data.adviesId ? { ...advies, gegevenOp: geldigOp } : advies,
    ),
  }),
};
