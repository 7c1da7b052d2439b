import { type Datum, datumVan, type Instant, type Past, type Variant } from '@regielijn/kern';
import type { VoorzieningEvent } from './events.js';

interface Reservering {
  readonly reserveringId: string;
  readonly trajectId: string;
  readonly geldigTot: Instant;
}

export interface Voorziening {
  readonly voorzieningId: string;
  readonly variant: Variant;
  readonly aanbieder: string;
  /** Changes of the number of open plekken, each from its day on. */
  readonly wijzigingen: readonly { readonly vanaf: Datum; readonly aantal: number }[];
  /** Not used and not released; whether one still holds depends on the moment that asks. */
  readonly reserveringen: readonly Reservering[];
  /** Trajecten that live here now. */
  readonly bezet: readonly string[];
  /** Who came when there was no open plek, first come first, as long as nobody left since. */
  readonly zonderPlek: readonly { readonly trajectId: string; readonly sinds: Instant }[];
  /** When the aanbieder last confirmed the free plekken; null: never. */
  readonly bevestigdOp: Instant | null;
}

/** `null`: there is no such voorziening. */
export type VoorzieningState = Voorziening | null;

export const initialState: VoorzieningState = null;

export const evolve = (state: VoorzieningState, event: Past<VoorzieningEvent>): VoorzieningState => {
  if (event.type === 'voorziening.geopend@1') {
    const { voorzieningId, variant, aanbieder } = event.data;
    return {
      ...{ voorzieningId, variant, aanbieder, wijzigingen: [], reserveringen: [] },
      ...{ bezet: [], zonderPlek: [], bevestigdOp: null },
    };
  }
  if (state === null) return state;
  const zonderReservering = (id: string | null): readonly Reservering[] =>
    state.reserveringen.filter(({ reserveringId }) => reserveringId !== id);
  const zonderPlek = zonderPlekNa(state.zonderPlek, event);
  switch (event.type) {
    case 'voorziening.plekken-geopend@1':
      return { ...state, zonderPlek, wijzigingen: [...state.wijzigingen, event.data] };
    case 'voorziening.plekken-gesloten@1':
      return { ...state, wijzigingen: [...state.wijzigingen, { ...event.data, aantal: -event.data.aantal }] };
    case 'voorziening.plekken-bevestigd@1':
      return { ...state, bevestigdOp: laatste(state.bevestigdOp, event.geldigOp) };
    case 'voorziening.plek-gereserveerd@1':
      return { ...state, reserveringen: [...state.reserveringen, event.data] };
    case 'voorziening.reservering-vrijgegeven@1':
      return { ...state, reserveringen: zonderReservering(event.data.reserveringId) };
    case 'voorziening.plek-bezet@1':
      return {
        ...state,
        ...{ zonderPlek, reserveringen: zonderReservering(event.data.reserveringId) },
        bezet: [...state.bezet.filter((id) => id !== event.data.trajectId), event.data.trajectId],
      };
    case 'voorziening.plek-vrijgekomen@1':
      return { ...state, zonderPlek, bezet: state.bezet.filter((id) => id !== event.data.trajectId) };
    default:
      return event satisfies never;
  }
};

/** Who comes above the open plekken is added; who leaves, and what opens at once, gives a plek to the first of them. */
const zonderPlekNa = (
  eerst: Voorziening['zonderPlek'],
  { type, data, geldigOp: sinds }: Past<VoorzieningEvent>,
): Voorziening['zonderPlek'] => {
  if (type === 'voorziening.plekken-geopend@1') return data.vanaf > datumVan(sinds) ? eerst : eerst.slice(data.aantal);
  if (type !== 'voorziening.plek-bezet@1' && type !== 'voorziening.plek-vrijgekomen@1') return eerst;
  const { trajectId } = data;
  const anderen = eerst.filter((een) => een.trajectId !== trajectId);
  if (type === 'voorziening.plek-bezet@1') return data.bovenCapaciteit ? [...anderen, { trajectId, sinds }] : anderen;
  return anderen.length < eerst.length ? anderen : eerst.slice(1);
};

/** Confirmations may be told in any order. */
const laatste = (eerder: Instant | null, op: Instant): Instant => (eerder !== null && eerder > op ? eerder : op);

/** Open plekken on a day. */
export const openPlekken = ({ wijzigingen }: Voorziening, op: Datum): number =>
  wijzigingen.filter(({ vanaf }) => vanaf <= op).reduce((som, { aantal }) => som + aantal, 0);

/** The fewest open plekken on any day from one moment to another, planned closings included. */
export const minstOpenPlekken = (voorziening: Voorziening, van: Instant, tot: Instant): number => {
  const [eerste, laatste] = [datumVan(van), datumVan(tot)];
  const dagen = voorziening.wijzigingen.map(({ vanaf }) => vanaf).filter((vanaf) => vanaf > eerste && vanaf <= laatste);
  return Math.min(...[eerste, ...dagen].map((dag) => openPlekken(voorziening, dag)));
};

/** Reserveringen that still hold at this moment. */
export const geldigeReserveringen = ({ reserveringen }: Voorziening, op: Instant): readonly Reservering[] =>
  reserveringen.filter(({ geldigTot }) => geldigTot > op);

/** Whether there is no open plek left for this traject at this moment: all are taken, or promised to others. */
export const bovenCapaciteit = (state: Voorziening, trajectId: string, op: Instant): boolean => {
  const anderen = geldigeReserveringen(state, op).filter((reservering) => reservering.trajectId !== trajectId);
  return state.bezet.length + anderen.length >= minstOpenPlekken(state, op, op);
};
