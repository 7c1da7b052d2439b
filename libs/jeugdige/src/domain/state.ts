import type { Datum, Instant, Past } from '@regielijn/kern';
import type { Houder, JeugdigeEvent } from './events.js';

export interface Overdracht {
  readonly overdrachtId: string;
  readonly aan: Houder;
  readonly aangebodenOp: Instant;
  readonly geldigTot: Instant;
}

/** Who held casusregie from when on; the last one holds it now. */
export interface Regieperiode {
  readonly houder: Houder;
  readonly medewerker: string | null;
  readonly vanaf: Instant;
}

export interface Jeugdige {
  readonly status: 'open' | 'gesloten' | 'vernietigd';
  readonly jeugdigeId: string;
  readonly geboortedatum: Datum;
  readonly gemeentecode: string | null;
  readonly regio: string;
  /** Never empty, in order of time: exactly one holder at every moment since registration. */
  readonly casusregie: readonly [Regieperiode, ...Regieperiode[]];
  /** Holds systeemregie throughout: the gemeente of the registration. */
  readonly systeemregie: Houder;
  /** Offered and not answered; whether it still holds depends on the moment that asks. */
  readonly overdracht: Overdracht | null;
}

/** A registration that was never finished, and never can be: here is no dossier, and there will be none. */
export interface Vervallen {
  readonly status: 'vervallen';
  readonly jeugdigeId: string;
}

/** `null`: not registered. */
export type JeugdigeState = Jeugdige | Vervallen | null;

/** Whose dossier it is; `null` when there is none, also after a registration that lapsed. */
export const jeugdigeVan = (state: JeugdigeState): Jeugdige | null => (state?.status === 'vervallen' ? null : state);

export const initialState: JeugdigeState = null;

export const evolve = (state: JeugdigeState, event: Past<JeugdigeEvent>): JeugdigeState => {
  if (state?.status === 'vervallen') return state;
  if (event.type === 'jeugdige.geregistreerd@1') {
    const { jeugdigeId, geboortedatum, gemeentecode, regio, casusregie } = event.data;
    return {
      ...{ status: 'open', jeugdigeId, geboortedatum, gemeentecode, regio },
      casusregie: [{ houder: casusregie, medewerker: null, vanaf: event.geldigOp }],
      systeemregie: casusregie,
      overdracht: null,
    };
  }
  if (event.type === 'jeugdige.registratie-vervallen@1')
    return state ?? { status: 'vervallen', jeugdigeId: event.data.jeugdigeId };
  if (state === null) return state;
  switch (event.type) {
    case 'jeugdige.regieoverdracht-aangeboden@1':
      return { ...state, overdracht: aanbodVan(event) };
    case 'jeugdige.regieoverdracht-aanvaard@1': {
      const { door, medewerker } = event.data;
      const periode = { houder: door, medewerker, vanaf: event.geldigOp };
      return { ...state, casusregie: opVolgorde(state.casusregie, periode), overdracht: null };
    }
    case 'jeugdige.regieoverdracht-geweigerd@1':
    case 'jeugdige.regieoverdracht-ingetrokken@1':
      return { ...state, overdracht: null };
    case 'jeugdige.dossier-gesloten@1':
      return { ...state, status: 'gesloten' };
    case 'jeugdige.dossier-heropend@1':
      return { ...state, status: 'open' };
    case 'jeugdige.dossier-vernietigd@1':
      return { ...state, status: 'vernietigd' };
    default:
      return event satisfies never;
  }
};

type Aangeboden = Extract<Past<JeugdigeEvent>, { type: 'jeugdige.regieoverdracht-aangeboden@1' }>;

const aanbodVan = ({ data: { overdrachtId, aan, geldigTot }, geldigOp }: Aangeboden): Overdracht => ({
  overdrachtId,
  aan,
  aangebodenOp: geldigOp,
  geldigTot,
});

/**
 * A corrected date may put an acceptance before an earlier one: the timeline follows when things happened. It begins at
 * the registration, so one that is dated before that counts from there.
 */
const opVolgorde = ([eerste, ...rest]: Jeugdige['casusregie'], nieuw: Regieperiode): Jeugdige['casusregie'] => {
  const vanaf = nieuw.vanaf < eerste.vanaf ? eerste.vanaf : nieuw.vanaf;
  const eerder = rest.filter((periode) => periode.vanaf <= vanaf);
  const later = rest.filter((periode) => periode.vanaf > vanaf);
  return [eerste, ...eerder, { ...nieuw, vanaf }, ...later];
};

/** Who holds casusregie at this moment. Before registration nobody does; the first holder answers for that too. */
export const casusregieOp = ({ casusregie }: Jeugdige, op: Instant): Regieperiode =>
  casusregie.findLast(({ vanaf }) => vanaf <= op) ?? casusregie[0];

/** Who holds casusregie now. */
export const casusregieNu = ({ casusregie }: Jeugdige): Regieperiode => casusregie.at(-1)!;
