import type { Datum, Instant, Vouwers } from '@regielijn/kern';
import { inVolgorde } from '../in-volgorde.js';
import type { JimEvent, JimVlag, SupportVorm, ZoekstapUitkomst } from './events.js';

interface Afspraak {
  readonly op: Instant;
  readonly blijftBijJim: string;
  readonly jimWordtGebeldAls: string;
  readonly vlaggen: readonly JimVlag[];
}

/** A time in which it was known who: from the question on, from the moment of the finding a JIM. The last may go on. */
export interface Wie {
  readonly vanaf: Instant;
  readonly gevondenOp: Instant | null;
  readonly tot: Instant | null;
}

/** Whether there is a Jouw Ingebrachte Mentor, and how it stands with the search for one. */
export interface Jim {
  readonly status: 'geen' | 'zoekend' | 'gevraagd' | 'gevonden' | 'gestopt' | 'geweigerd';
  readonly sinds: Instant | null;
  /** When the search goes on, or until when the parents refuse; null: nothing was agreed. */
  readonly volgendeOp: Datum | null;
  /** Who was asked, or is the JIM. */
  readonly persoonId: string | null;
  /** Outside these times WIE was still the question. */
  readonly wie: readonly Wie[];
  /** The last step that changed how it stands. */
  readonly laatsteStap: { readonly op: Instant; readonly uitkomst: ZoekstapUitkomst | null } | null;
  readonly levinasgesprekken: readonly { readonly op: Instant }[];
  /** WAT, in order of time. The last one holds as long as there is a JIM. */
  readonly afspraken: readonly Afspraak[];
  readonly support: readonly { readonly op: Instant; readonly vorm: SupportVorm }[];
}

export const geenJim: Jim = {
  ...{ status: 'geen', sinds: null, volgendeOp: null, persoonId: null, wie: [], laatsteStap: null },
  ...{ levinasgesprekken: [], afspraken: [], support: [] },
};

interface Stap {
  readonly status: Jim['status'];
  readonly volgendeOp?: Datum | null;
  readonly persoonId?: string | null;
  readonly uitkomst?: ZoekstapUitkomst | null;
}

const wieNa = ({ wie, persoonId: eerder }: Jim, op: Instant, { status, persoonId = null }: Stap): Jim['wie'] => {
  const lopend = eerder === null ? undefined : wie.at(-1);
  const voorbij = lopend ? wie.slice(0, -1) : wie;
  if (persoonId === null) return lopend ? [...voorbij, { ...lopend, tot: op }] : wie;
  const { vanaf, gevondenOp, tot } = lopend ?? { vanaf: op, gevondenOp: null, tot: null };
  return [...voorbij, { vanaf, gevondenOp: status === 'gevonden' ? op : gevondenOp, tot }];
};

const naStap = (jim: Jim, op: Instant, stap: Stap): Jim => {
  const { status, volgendeOp = null, persoonId = null, uitkomst = null } = stap;
  const blijftZo = jim.status === status && jim.persoonId === persoonId;
  return {
    ...jim,
    ...{ status, volgendeOp, persoonId, laatsteStap: { op, uitkomst } },
    sinds: blijftZo ? (jim.sinds ?? op) : op,
    wie: wieNa(jim, op, stap),
  };
};

export const jimVouwers: Vouwers<JimEvent, Jim> = {
  'jeugdige.jim-zoektocht-gestart@1': (jim, { data: { volgendeOp }, geldigOp }) =>
    naStap(jim, geldigOp, { status: 'zoekend', volgendeOp }),
  'jeugdige.jim-zoekstap-vastgelegd@1': (jim, { data: { uitkomst, volgendeOp }, geldigOp }) =>
    naStap(jim, geldigOp, { status: 'zoekend', uitkomst, volgendeOp }),
  'jeugdige.jim-gevraagd@1': (jim, { data: { persoonId }, geldigOp }) =>
    naStap(jim, geldigOp, { status: 'gevraagd', persoonId }),
  'jeugdige.levinasgesprek-gevoerd@1': (jim, { geldigOp }) => ({
    ...jim,
    levinasgesprekken: inVolgorde(jim.levinasgesprekken, { op: geldigOp }),
  }),
  'jeugdige.jim-gevonden@1': (jim, { data: { persoonId }, geldigOp }) =>
    naStap(jim, geldigOp, { status: 'gevonden', persoonId }),
  'jeugdige.jim-afspraak-vastgelegd@1': (jim, { data: { jeugdigeId: _, ...afspraak }, geldigOp }) => ({
    ...jim,
    afspraken: inVolgorde(jim.afspraken, { op: geldigOp, ...afspraak }),
  }),
  'jeugdige.jim-support-geboden@1': (jim, { data: { vorm }, geldigOp }) => ({
    ...jim,
    support: inVolgorde(jim.support, { op: geldigOp, vorm }),
  }),
  'jeugdige.jim-geweigerd-door-ouders@1': (jim, { data: { tot }, geldigOp }) =>
    naStap(jim, geldigOp, { status: 'geweigerd', volgendeOp: tot }),
  'jeugdige.jim-gestopt@1': (jim, { geldigOp }) => naStap(jim, geldigOp, { status: 'gestopt' }),
};
