import type { Vouwers } from '@regielijn/kern';
import type { SamenvoegingEvent } from './events.js';

export interface Samenvoeging {
  /** The dossier in which this one goes on; null: in itself. */
  readonly opgegaanIn: string | null;
  /** The dossiers that went into this one. */
  readonly samengevoegdMet: readonly string[];
}

export const nietSamengevoegd: Samenvoeging = { opgegaanIn: null, samengevoegdMet: [] };

export const samenvoegingVouwers: Vouwers<SamenvoegingEvent, Samenvoeging> = {
  'jeugdige.samengevoegd@1': (stand, { data }) => ({
    ...stand,
    samengevoegdMet: [...stand.samengevoegdMet, data.metJeugdigeId],
  }),
  'jeugdige.opgegaan-in@1': (stand, { data }) => ({ ...stand, opgegaanIn: data.inJeugdigeId }),
  'jeugdige.samenvoeging-ongedaan-gemaakt@1': (stand, { data: { anderJeugdigeId } }) => ({
    opgegaanIn: stand.opgegaanIn === anderJeugdigeId ? null : stand.opgegaanIn,
    samengevoegdMet: stand.samengevoegdMet.filter((id) => id !== anderJeugdigeId),
  }),
};
