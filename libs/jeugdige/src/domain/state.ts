import { type Datum, type Past, vouw, vouwt, type Vouwers } from '@regielijn/kern';
import type { DossierEvent, JeugdigeEvent } from './events.js';
import { type Gezin, gezinVouwers, leegGezin } from './gezin/state.js';
import { type Hulpgeschiedenis, hulpgeschiedenisVouwers, legeHulpgeschiedenis } from './hulpgeschiedenis/state.js';
import { geenJim, type Jim, jimVouwers } from './jim/state.js';
import { leegNetwerk, type Netwerk, netwerkVouwers } from './netwerk/state.js';
import type { RegieEvent } from './regie/events.js';
import { beginRegie, type Regie, regieVouwers } from './regie/state.js';
import type { SamenvoegingEvent } from './samenvoeging/events.js';
import { nietSamengevoegd, type Samenvoeging, samenvoegingVouwers } from './samenvoeging/state.js';
import { leegVerslag, type Verslag, verslagVouwers } from './verslag/state.js';
import { nietsVoorbereid, type Volwassen, volwassenVouwers } from './volwassen/state.js';

export interface Jeugdige extends Regie, Samenvoeging {
  readonly status: 'open' | 'gesloten' | 'vernietigd';
  readonly jeugdigeId: string;
  readonly geboortedatum: Datum;
  readonly netwerk: Netwerk;
  readonly jim: Jim;
  readonly gezin: Gezin;
  readonly hulpgeschiedenis: Hulpgeschiedenis;
  readonly verslag: Verslag;
  readonly volwassen: Volwassen;
}

/** A registration that was never finished, and never can be: here is no dossier, and there will be none. */
interface Vervallen {
  readonly status: 'vervallen';
  readonly jeugdigeId: string;
}

/** `null`: not registered. */
export type JeugdigeState = Jeugdige | Vervallen | null;

/** Whose dossier it is; `null` when there is none, also after a registration that lapsed. */
export const jeugdigeVan = (state: JeugdigeState): Jeugdige | null => (state?.status === 'vervallen' ? null : state);

export const initialState: JeugdigeState = null;

const dossierVouwers: Vouwers<
  Exclude<DossierEvent, { type: 'jeugdige.geregistreerd@2' | 'jeugdige.registratie-vervallen@1' }>,
  Jeugdige
> = {
  'jeugdige.dossier-gesloten@1': (state) => ({ ...state, status: 'gesloten' }),
  'jeugdige.dossier-heropend@1': (state) => ({ ...state, status: 'open' }),
  'jeugdige.dossier-vernietigd@1': (state) => ({ ...state, status: 'vernietigd' }),
};

/** A part that looks at nothing but itself. */
const metDeel = (
  state: Jeugdige,
  event: Past<Exclude<JeugdigeEvent, DossierEvent | RegieEvent | SamenvoegingEvent>>,
): Jeugdige => {
  if (vouwt(netwerkVouwers, event)) return { ...state, netwerk: vouw(netwerkVouwers, state.netwerk, event) };
  if (vouwt(jimVouwers, event)) return { ...state, jim: vouw(jimVouwers, state.jim, event) };
  if (vouwt(gezinVouwers, event)) return { ...state, gezin: vouw(gezinVouwers, state.gezin, event) };
  if (vouwt(hulpgeschiedenisVouwers, event))
    return { ...state, hulpgeschiedenis: vouw(hulpgeschiedenisVouwers, state.hulpgeschiedenis, event) };
  if (vouwt(verslagVouwers, event)) return { ...state, verslag: vouw(verslagVouwers, state.verslag, event) };
  if (vouwt(volwassenVouwers, event)) return { ...state, volwassen: vouw(volwassenVouwers, state.volwassen, event) };
  return event satisfies never;
};

export const evolve = (state: JeugdigeState, event: Past<JeugdigeEvent>): JeugdigeState => {
  if (state?.status === 'vervallen') return state;
  if (event.type === 'jeugdige.geregistreerd@2') {
    const { jeugdigeId, geboortedatum, gemeentecode, regio, casusregie } = event.data;
    return {
      ...{ status: 'open', jeugdigeId, geboortedatum },
      ...beginRegie(gemeentecode, regio, casusregie, event.geldigOp),
      ...nietSamengevoegd,
      ...{ netwerk: leegNetwerk, jim: geenJim, gezin: leegGezin },
      ...{ hulpgeschiedenis: legeHulpgeschiedenis, verslag: leegVerslag, volwassen: nietsVoorbereid },
    };
  }
  if (event.type === 'jeugdige.registratie-vervallen@1')
    return state ?? { status: 'vervallen', jeugdigeId: event.data.jeugdigeId };
  if (state === null) return state;
  if (vouwt(regieVouwers, event)) return { ...state, ...vouw(regieVouwers, state, event) };
  if (vouwt(samenvoegingVouwers, event)) return { ...state, ...vouw(samenvoegingVouwers, state, event) };
  if (vouwt(dossierVouwers, event)) return vouw(dossierVouwers, state, event);
  return metDeel(state, event);
};
