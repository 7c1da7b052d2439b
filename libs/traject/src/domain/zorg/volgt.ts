import { type Datum, datumVan, type Instant, type JsonObject, type MachtigingSoort, type Past } from '@regielijn/kern';
import { leeftijdBij } from '../leeftijd.js';
import type { Traject } from '../state.js';
import type { ZorgEvent } from './events.js';
import {
  type DuurVlag,
  type MaatregelRegels,
  type MaatregelVlag,
  OVERIGE_MAATREGEL,
  vlaggenBijBegin,
  vlaggenBijEinde,
} from './maatregelen.js';
import type { Maatregel } from './state.js';

interface Begin {
  readonly maatregel: string;
  readonly inPlan: boolean;
  readonly noodsituatie: boolean;
}

/** What other streams and the law say about the moment at which a measure begins. */
interface Omstandigheden {
  readonly geboortedatum: Datum;
  readonly machtigingSoort: MachtigingSoort | null;
  readonly regels: MaatregelRegels;
}

const inVerblijf = (state: Traject, op: Instant): boolean =>
  'opnameOp' in state && state.opnameOp <= op && (!('eindeOp' in state) || op <= state.eindeOp);

/** The age at the beginning of a measure, and what should not have been. */
export const volgtUitBegin = (
  { maatregel, inPlan, noodsituatie }: Begin,
  op: Instant,
  state: Traject,
  { geboortedatum, machtigingSoort, regels }: Omstandigheden,
): { readonly leeftijd: number | null; readonly vlaggen: MaatregelVlag[] } => {
  const leeftijd = leeftijdBij(geboortedatum, op);
  const lijst = regels.lijstOp(datumVan(op));
  if (lijst === null) return { leeftijd, vlaggen: ['wet_van_destijds_niet_vastgelegd'] };
  const regel = lijst.get(maatregel);
  if (!regel) return { leeftijd, vlaggen: ['niet_op_de_lijst'] };
  const toepassing = { inPlan, noodsituatie, leeftijd, machtigingSoort, inVerblijf: inVerblijf(state, op) };
  return { leeftijd, vlaggen: [...vlaggenBijBegin(regel, toepassing)] };
};

/** What was wrong with how long a measure took. Of one that the law does not know, its beginning said all. */
export const volgtUitEinde = (maatregel: Maatregel, op: Instant, regels: MaatregelRegels): DuurVlag[] => {
  const regel = regels.lijstOp(datumVan(maatregel.begonnenOp))?.get(maatregel.maatregel);
  return regel ? [...vlaggenBijEinde(regel, maatregel, op, regels)] : [];
};

/** Whether there is a measure with this code on a day; where the list of then is not recorded, any code will do. */
export const isBekend = (maatregel: string, dag: Datum, regels: MaatregelRegels): boolean =>
  maatregel === OVERIGE_MAATREGEL || (regels.lijstOp(dag)?.has(maatregel) ?? true);

/** The earliest moment at which this fact can have happened, by the facts before it. */
export const zorgNietVoor = (
  { type, data }: Past<ZorgEvent>,
  { aangemeldOp, zorg, ...state }: Traject,
): Instant | null => {
  switch (type) {
    case 'traject.maatregel-verlengd@1':
    case 'traject.maatregel-toestemming-gegeven@1':
    case 'traject.maatregel-beeindigd@1':
      return zorg.maatregelen.find(({ maatregelId }) => maatregelId === data.maatregelId)?.begonnenOp ?? null;
    case 'traject.verlof-verleend@1':
    case 'traject.spoedplaatsing-besproken@1':
      return 'opnameOp' in state ? state.opnameOp : aangemeldOp;
    case 'traject.verlof-ingetrokken@1':
      return zorg.verloven.find(({ verlofId }) => verlofId === data.verlofId)?.verleendOp ?? null;
    case 'traject.incident-afgehandeld@1':
      return zorg.incidenten.find(({ incidentId }) => incidentId === data.incidentId)?.gemeldOp ?? null;
    default:
      return aangemeldOp;
  }
};

/** What other streams and the law say, for the facts of a traject as they read after a correction. */
export interface ZorgHerleidFacts {
  readonly jeugdige: { readonly geboortedatum: Datum };
  /** The kind of this machtiging, when it is of this jeugdige and holds at that moment. */
  machtigingSoort(machtigingId: string | null, op: Instant): MachtigingSoort | null;
  readonly maatregelRegels: MaatregelRegels;
}

/** The fields of a fact that follow from elsewhere; null when it has none. */
export const zorgVolgt = (feit: Past<ZorgEvent>, stand: Traject, facts: ZorgHerleidFacts): JsonObject | null => {
  const { jeugdige, maatregelRegels: regels } = facts;
  switch (feit.type) {
    case 'traject.maatregel-toegepast@1': {
      const machtigingSoort = facts.machtigingSoort(feit.data.machtigingId, feit.geldigOp);
      return { ...volgtUitBegin(feit.data, feit.geldigOp, stand, { ...jeugdige, machtigingSoort, regels }) };
    }
    case 'traject.maatregel-beeindigd@1': {
      const maatregel = stand.zorg.maatregelen.find(({ maatregelId }) => maatregelId === feit.data.maatregelId);
      return maatregel ? { vlaggen: volgtUitEinde(maatregel, feit.geldigOp, regels) } : null;
    }
    default:
      return null;
  }
};
