import type { RecordedEvent } from '@regielijn/event-store';
import type { Past, DomainEvent } from '@regielijn/kern';

/** A fact as somebody would work it out with pen and paper. */
export type Feit = Past<DomainEvent<string, Readonly<Record<string, any>>>>;

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });
const dagen = new Map<string, string>();

/** The day on the wall in Amsterdam, by the calendar of the platform. */
export const dagVan = (moment: string): string => {
  const bekend = dagen.get(moment) ?? AMSTERDAM.format(new Date(moment));
  dagen.set(moment, bekend);
  return bekend;
};

const CORRECTIE = /\.(gecorrigeerd|feit-ingetrokken)@/;

export interface Peil {
  readonly op?: string;
  readonly bekendOp?: string;
}

/** What held at the end of a day, by what was known at the end of a day: each fact by the last word on it. */
export const feitenOp = (history: readonly RecordedEvent[], { op, bekendOp }: Peil = {}): readonly Feit[] => {
  const bekend = history.filter(({ vastgelegdOp }) => bekendOp === undefined || dagVan(vastgelegdOp) <= bekendOp);
  const feiten: Feit[] = [];
  for (const event of bekend) {
    const over = bekend.filter(({ type, data }) => CORRECTIE.test(type) && data['vervangt'] === event.id);
    if (CORRECTIE.test(event.type) || over.some(({ type }) => type.includes('.feit-ingetrokken@'))) continue;
    let { geldigOp, data } = event as { geldigOp: string; data: Readonly<Record<string, unknown>> };
    for (const correctie of over) {
      data = { ...data, ...(correctie.data['velden'] as object) };
      geldigOp = (correctie.data['gebeurdOp'] as string | null) ?? geldigOp;
    }
    if (op === undefined || dagVan(geldigOp) <= op) feiten.push({ ...event, data, geldigOp });
  }
  return feiten;
};

interface Houder {
  readonly soort: string;
  readonly organisatie: string;
}

/** Who gets casusregie by this fact, when this one holds it; null: nobody else does. */
const volgende = ({ type, data }: Feit, nu: Houder): Houder | null => {
  if (type.startsWith('jeugdige.regieoverdracht-aanvaard@')) return data['door'] as Houder;
  if (type.startsWith('jeugdige.verhuisd@')) return nu.soort === 'gemeente' ? (data['gemeente'] as Houder) : null;
  if (type.startsWith('jeugdige.gi-gewisseld@') && nu.soort === 'GI')
    return { soort: 'GI', organisatie: data['naar'] as string };
  return null;
};

/** Who holds casusregie at a moment: what happened up to then, one after the other. */
export const casusregiehouderOp = ([registratie, ...feiten]: readonly Feit[], moment: string): Houder =>
  feiten
    .map((feit, plek) => ({ feit, plek }))
    .sort((a, b) => a.feit.geldigOp.localeCompare(b.feit.geldigOp) || a.plek - b.plek)
    .filter(({ feit }) => feit.geldigOp <= moment)
    .reduce<Houder>((houder, { feit }) => volgende(feit, houder) ?? houder, registratie!.data['casusregie'] as Houder);
