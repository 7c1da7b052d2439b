import { type Instant, nietGevonden, type Vouwers } from '@regielijn/kern';
import { inVolgorde } from '../in-volgorde.js';
import type { GezinEvent, HulpOudersSoort, Opvoedbesluit } from './events.js';

interface HulpOuders {
  readonly hulpId: string;
  readonly soort: HulpOudersSoort;
  readonly gevraagdOp: Instant;
  readonly gestartOp: Instant | null;
  /** Also when it never started. */
  readonly gestoptOp: Instant | null;
}

export interface Gezin {
  readonly opvoedbesluiten: readonly {
    readonly op: Instant;
    readonly uitkomst: Opvoedbesluit;
    readonly meeOpgenomen: readonly string[];
    readonly toelichting: string | null;
  }[];
  readonly hulpOuders: readonly HulpOuders[];
}

export const leegGezin: Gezin = { opvoedbesluiten: [], hulpOuders: [] };

export const hulpIn = ({ hulpOuders }: Gezin, hulpId: string): HulpOuders => {
  const hulp = hulpOuders.find((een) => een.hulpId === hulpId);
  if (!hulp) throw nietGevonden('Deze hulp voor de ouders is niet bekend. Leg eerst vast dat zij is gevraagd.');
  return hulp;
};

const metHulp = (gezin: Gezin, hulpId: string, wijziging: Partial<HulpOuders>): Gezin => ({
  ...gezin,
  hulpOuders: gezin.hulpOuders.map((hulp) => (hulp.hulpId === hulpId ? { ...hulp, ...wijziging } : hulp)),
});

export const gezinVouwers: Vouwers<GezinEvent, Gezin> = {
  'jeugdige.opvoedbesluit-vastgelegd@1': (gezin, { data: { jeugdigeId: _, ...besluit }, geldigOp }) => ({
    ...gezin,
    opvoedbesluiten: inVolgorde(gezin.opvoedbesluiten, { op: geldigOp, ...besluit }),
  }),
  'jeugdige.hulp-ouders-gevraagd@1': (gezin, { data: { hulpId, soort }, geldigOp }) => ({
    ...gezin,
    hulpOuders: [...gezin.hulpOuders, { hulpId, soort, gevraagdOp: geldigOp, gestartOp: null, gestoptOp: null }],
  }),
  'jeugdige.hulp-ouders-gestart@1': (gezin, { data, geldigOp }) => metHulp(gezin, data.hulpId, { gestartOp: geldigOp }),
  'jeugdige.hulp-ouders-gestopt@1': (gezin, { data, geldigOp }) => metHulp(gezin, data.hulpId, { gestoptOp: geldigOp }),
};
