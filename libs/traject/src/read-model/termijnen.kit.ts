import { type Datum, deriveId, type DomainEvent, fold, type Instant, type Past } from '@regielijn/kern';
import { bewakingsregels } from '../../../termijnen/src/bewaking.kit.js';
import { trajectDecider } from '../domain/decide.js';
import { trajectCorrecties } from '../domain/events.js';
import { aangemeld, jeugdigeId, opgenomen, toegewezen } from '../domain/traject.kit.js';
import { trajectTermijnen } from './termijnen.js';

/** What happened when, by a day or a moment: a day stands for ten in the morning in winter. */
export type Gebeurd = readonly [DomainEvent, Instant];

const om = (moment: Instant): Instant => (moment.includes('T') ? moment : `${moment}T09:00:00.000Z`);

export const verloop = (...gebeurd: readonly Gebeurd[]): readonly Past<DomainEvent>[] =>
  gebeurd.map(([event, moment], nr) => ({
    ...event,
    ...{ id: deriveId('verloop', nr), geldigOp: om(moment), vastgelegdOp: om(moment) },
  }));

export const AANMELDING: Gebeurd = [aangemeld, '2026-02-20'];
export const regulier: Gebeurd = [{ ...aangemeld, data: { ...aangemeld.data, urgentie: 'regulier' } }, '2026-02-20'];

/** An opname on Sunday 1 March 2026, after an aanmelding that could not wait, and what came then. */
export const inVerblijf = (...gebeurd: readonly Gebeurd[]): readonly Past<DomainEvent>[] =>
  verloop(AANMELDING, [toegewezen(), '2026-02-27'], [opgenomen(), '2026-03-01'], ...gebeurd);

export const termijnenVan = (history: readonly Past<DomainEvent>[]) =>
  trajectTermijnen(fold(trajectDecider, history)!, bewakingsregels);

/** The same history in which the n-th fact was on another day. */
export const opAndereDag = (history: readonly Past<DomainEvent>[], nr: number, dag: Datum) => {
  const { id: vervangt, type: vervangtType } = history.at(nr)!;
  const correctie = trajectCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId, vervangt, vervangtType, velden: {}, gebeurdOp: om(dag), reden: 'vergist' },
  });
  return [...history, ...verloop([correctie, '2026-12-01'])];
};

/** The same history without the n-th fact. */
export const ingetrokken = (history: readonly Past<DomainEvent>[], nr: number) => {
  const { id: vervangt, type: vervangtType } = history.at(nr)!;
  const intrekking = trajectCorrecties.feitIngetrokken.of({ jeugdigeId, vervangt, vervangtType, reden: 'vergist' });
  return [...history, ...verloop([intrekking, '2026-12-01'])];
};
