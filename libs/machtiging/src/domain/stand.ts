import { type Datum, datumVan, type Instant, type Kader, type MachtigingSoort } from '@regielijn/kern';
import type { z } from 'zod';
import type { Bereidheid } from './beschikking/events.js';
import type { Eindegrond } from './einde/events.js';
import type { Termijn } from './feiten.js';
import type { OntvangerSchema } from './melding/events.js';
import type { Gebeurtenis, Partij, Toestand } from './regels/toestanden.js';
import type { GrondslagSchema } from './verzoek/velden.js';
import { isVervallenOm } from './zonder-uitvoering.js';

/** Something that was recorded, whether it changed the toestand or not. */
export interface Voorval {
  readonly id: string;
  readonly gebeurtenis: Gebeurtenis;
  readonly op: Instant;
}

/** A notice that the law demands since something happened. */
export interface GevraagdeMelding {
  /** The event it is about. */
  readonly gebeurtenisId: string;
  readonly gebeurtenis: Gebeurtenis;
  readonly door: Partij;
  readonly aan: z.output<typeof OntvangerSchema>;
  readonly artikel: string;
  readonly sinds: Instant;
  /** The last day, where the law names one; else as soon as can be. */
  readonly uiterlijk: Datum | null;
  /** null: still to be done. */
  readonly gedaanOp: Instant | null;
}

interface Verzoek {
  readonly machtigingId: string;
  readonly jeugdigeId: string;
  readonly soort: MachtigingSoort;
  readonly kader: Kader;
  readonly grondslag: z.output<typeof GrondslagSchema> | null;
  readonly verlenging: boolean | null;
  /** Who may decide on the opname, by the hulpverleningsplan; null: no plan, or it does not say. */
  readonly bevoegdeMedewerker: string | null;
  readonly verzochtOp: Datum;
  /** Where it stands in the table of its kind after what was recorded; `toestandOp` also looks at the date. */
  readonly toestand: Toestand;
  /** When it last took a step in that table; null: only requested or decided on. */
  readonly laatsteStap: Instant | null;
  readonly verloop: readonly Voorval[];
  readonly meldingen: readonly GevraagdeMelding[];
  /** Of a spoedmachtiging: when a machtiging was requested that is to follow it; null: not yet. */
  readonly mgjVerzochtOp: Instant | null;
}

interface Verleend extends Verzoek {
  readonly beschikkingOp: Datum;
  readonly geldigVan: Datum;
  /** First day on which it no longer holds: by the beschikking, or earlier by an opnamebeslissing. */
  readonly geldigTot: Datum;
  /** What the beschikking itself says. */
  readonly beschikkingTot: Datum;
  /** First day on which it cannot hold any more by law, whatever the beschikking says. */
  readonly wettelijkUiterlijk: Datum;
  readonly langerDanWet: boolean;
  /** Why the jeugdige is expected to keep to the voorwaarden of a VMGJ; null: not known, or no VMGJ. */
  readonly bereidheid: Bereidheid | null;
  /** Since which day it is in this toestand. */
  readonly toestandSinds: Datum;
  /** A voorwaardelijke machtiging that counts as a gewone since an opnamebeslissing. */
  readonly omgezet: boolean;
}

interface Geeindigd extends Verleend {
  /** The day that counts: by law where the law names one. May lie after the news of it. */
  readonly geeindigdOp: Datum;
  readonly grond: Eindegrond;
  /** The toestand from that day on. */
  readonly eindtoestand: Toestand;
}

export type Machtiging =
  | (Verzoek & { readonly status: 'verzocht' | 'ingetrokken' })
  | (Verzoek & { readonly status: 'afgewezen'; readonly beschikkingOp: Datum })
  | VerleendeMachtiging;

/** Granted, and perhaps over. */
export type VerleendeMachtiging =
  (Verleend & { readonly status: 'verleend' }) | (Geeindigd & { readonly status: 'geeindigd' });

/** `null`: no request. */
export type MachtigingState = Machtiging | null;

export const isVerleend = (state: Machtiging): state is VerleendeMachtiging =>
  state.status === 'verleend' || state.status === 'geeindigd';

/** First day on which it no longer holds, for whatever reason. */
export const eindVan = (state: VerleendeMachtiging): Datum =>
  state.status === 'geeindigd' && state.geeindigdOp < state.geldigTot ? state.geeindigdOp : state.geldigTot;

/** Whether the machtiging holds on this day. An end is a date: expired is expired, though no event says so yet. */
export const geldtOp = (state: MachtigingState, dag: Datum): boolean =>
  state !== null && isVerleend(state) && state.geldigVan <= dag && dag < eindVan(state);

/** Whether it holds at this moment: an uitstroom ends it at its own hour, whatever else ends it does so with the day. */
export const geldtOm = (state: MachtigingState, moment: Instant): boolean => {
  const dag = datumVan(moment);
  if (geldtOp(state, dag)) return true;
  if (state?.status !== 'geeindigd' || state.grond !== 'uitstroom' || state.geeindigdOp !== dag) return false;
  const { geldigVan, geldigTot, laatsteStap } = state;
  return geldigVan <= dag && dag < geldigTot && laatsteStap !== null && moment <= laatsteStap;
};

/**
 * Whether a jeugdige may be taken in on this machtiging at this moment: not after it lapsed because nobody carried it
 * out, though no event says so yet, and on a voorwaardelijke one only from the day of the opnamebeslissing. Source:
 * Jeugdwet art. 6.1.12 lid 3, and art. 6.1.6 lid 4 and 5.
 */
export const staatOpnameToe = (state: MachtigingState, moment: Instant, termijn: Termijn): boolean => {
  if (state === null || !isVerleend(state) || !geldtOm(state, moment)) return false;
  if (isVervallenOm(state, moment, termijn)) return false;
  if (state.soort !== 'VMGJ') return true;
  const beslissing = state.verloop.find(({ gebeurtenis }) => gebeurtenis === 'opnamebeslissing_genomen');
  return beslissing !== undefined && datumVan(beslissing.op) <= datumVan(moment);
};

/** The toestand on this day or later: an end that came by date needs no event. */
export const toestandOp = (state: Machtiging, dag: Datum): Toestand => {
  if (!isVerleend(state)) return state.toestand;
  if (state.status === 'geeindigd') return state.geeindigdOp <= dag ? state.eindtoestand : state.toestand;
  return state.geldigTot <= dag ? 'VERLOPEN' : state.toestand;
};
