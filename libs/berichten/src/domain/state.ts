import type { Instant, Past } from '@regielijn/kern';
import type { z } from 'zod';
import type { BerichtEvent, inhoud, Storing } from './events.js';

/** How far a message has come with one recipient. */
export interface Levering {
  readonly stand: 'wacht' | 'verzonden' | 'opgegeven';
  /** Since when it waits, or waited. */
  readonly sinds: Instant;
  /** Failed tries since then. */
  readonly pogingen: number;
  /** When it is tried again; null: not tried yet, or done. */
  readonly volgendeOp: Instant | null;
  /** Of the last failed try. */
  readonly code: Storing | null;
  /** When it was sent or given up. */
  readonly op: Instant | null;
  readonly inOverzicht: boolean;
}

type Inhoud = z.output<z.ZodObject<typeof inhoud>>;

export interface Bericht extends Inhoud {
  readonly berichtId: string;
  readonly opgesteldOp: Instant;
  /** Per recipient; empty until there is somebody with an address. */
  readonly leveringen: Readonly<Record<string, Levering>>;
  readonly herinnerdOp: Instant | null;
  readonly afgehandeldOp: Instant | null;
}

/** `null`: no message. */
export type BerichtState = Bericht | null;
export const initialState: BerichtState = null;

/** In the order in which one comes after the other; `vervallen`: was no longer needed before everybody had it. */
export type BerichtStatus = 'nieuw' | 'wacht' | 'verzonden' | 'opgegeven' | 'vervallen';

export const statusVan = ({ leveringen, afgehandeldOp }: Bericht): BerichtStatus => {
  const standen = Object.values(leveringen).map(({ stand }) => stand);
  if (standen.length === 0 || standen.includes('wacht'))
    return afgehandeldOp !== null ? 'vervallen' : standen.length === 0 ? 'nieuw' : 'wacht';
  return standen.includes('opgegeven') ? 'opgegeven' : 'verzonden';
};

/** Whether this recipient still has to get it. */
export const wachtOp = ({ leveringen, afgehandeldOp }: Bericht, ontvanger: string): boolean =>
  afgehandeldOp === null && leveringen[ontvanger]?.stand === 'wacht';

/** The recipients that still have to get it. */
export const wachtenden = (bericht: Bericht): readonly string[] =>
  Object.keys(bericht.leveringen).filter((ontvanger) => wachtOp(bericht, ontvanger));

const nieuweLevering = (sinds: Instant): Levering => ({
  ...{ stand: 'wacht', sinds, pogingen: 0, volgendeOp: null, code: null, op: null, inOverzicht: false },
});

const metLevering = (bericht: Bericht, ontvanger: string, verandering: Partial<Levering>): Bericht => {
  const levering = bericht.leveringen[ontvanger];
  if (!levering) return bericht;
  return { ...bericht, leveringen: { ...bericht.leveringen, [ontvanger]: { ...levering, ...verandering } } };
};

/**
 * Who already had it, or was given up, stays; of who waited, only those who are named go on waiting. Since when, the
 * message says: a process that was away at night must not put the digest of the morning off to the next.
 */
const geadresseerd = (bericht: Bericht, ontvangers: readonly string[]): Bericht => {
  const sinds = bericht.herinnerdOp ?? bericht.opgesteldOp;
  const klaar = Object.entries(bericht.leveringen).filter(([, { stand }]) => stand !== 'wacht');
  const wacht = ontvangers.map((naam) => [naam, bericht.leveringen[naam] ?? nieuweLevering(sinds)] as const);
  return { ...bericht, leveringen: { ...Object.fromEntries(wacht), ...Object.fromEntries(klaar) } };
};

/** Everybody gets it once more, but who still waits for the first goes on with that. */
const herinnerd = (bericht: Bericht, op: Instant): Bericht => ({
  ...bericht,
  herinnerdOp: op,
  leveringen: Object.fromEntries(
    Object.entries(bericht.leveringen).map(([naam, levering]) => [
      naam,
      levering.stand === 'verzonden' ? nieuweLevering(op) : levering,
    ]),
  ),
});

export const evolve = (state: BerichtState, event: Past<BerichtEvent>): BerichtState => {
  const { geldigOp: op } = event;
  if (event.type === 'bericht.opgesteld@1')
    return { ...event.data, opgesteldOp: op, leveringen: {}, herinnerdOp: null, afgehandeldOp: null };
  if (state === null) return state;
  switch (event.type) {
    case 'bericht.geadresseerd@1':
      return geadresseerd(state, event.data.ontvangers);
    case 'bericht.verzonden@1':
    case 'bericht.in-overzicht-verzonden@1': {
      const inOverzicht = event.type === 'bericht.in-overzicht-verzonden@1';
      return metLevering(state, event.data.ontvanger, { stand: 'verzonden', op, volgendeOp: null, inOverzicht });
    }
    case 'bericht.niet-verzonden@1': {
      const { ontvanger, code, poging: pogingen, volgendeOp } = event.data;
      return metLevering(state, ontvanger, { code, pogingen, volgendeOp });
    }
    case 'bericht.opgegeven@1': {
      const { ontvanger, code, poging: pogingen } = event.data;
      return metLevering(state, ontvanger, { stand: 'opgegeven', code, pogingen, op, volgendeOp: null });
    }
    case 'bericht.herinnerd@1':
      return herinnerd(state, op);
    case 'bericht.afgehandeld@1':
      return { ...state, afgehandeldOp: op };
    default:
      return event satisfies never;
  }
};
