import type { RecordedEvent } from '@regielijn/event-store';
import type { Verdict } from './verdict.js';

/*
 * Small folds of the campaign's own. They know the types of events and nothing of the engine: what the engine folds wrongly,
 * they must not fold wrongly with it.
 */

const isOf = ({ type }: RecordedEvent, name: string): boolean => type.startsWith(`${name}@`);
const textOf = ({ data }: RecordedEvent, field: string): string => data[field] as string;
const organisationOf = ({ data }: RecordedEvent, field: string): string =>
  (data[field] as { organisatie: string }).organisatie;

const streamsOf = (log: readonly RecordedEvent[], category: string): ReadonlyMap<string, readonly RecordedEvent[]> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of log)
    if (event.stream.startsWith(category)) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};

const holderFaults = (events: readonly RecordedEvent[]): string[] => {
  const faults: string[] = [];
  const offers = new Map<string, { from: string; to: string }>();
  let holder: string | null = null;
  let since = '';
  for (const event of events) {
    if (isOf(event, 'jeugdige.geregistreerd')) {
      if (holder !== null) faults.push('twee keer geregistreerd');
      [holder, since] = [organisationOf(event, 'casusregie'), event.geldigOp];
    }
    if (isOf(event, 'jeugdige.regieoverdracht-aangeboden'))
      offers.set(textOf(event, 'overdrachtId'), {
        from: organisationOf(event, 'van'),
        to: organisationOf(event, 'aan'),
      });
    if (!isOf(event, 'jeugdige.regieoverdracht-aanvaard')) continue;
    const offer = offers.get(textOf(event, 'overdrachtId'));
    // Taken away, so that a second acceptance of the same offer finds none.
    offers.delete(textOf(event, 'overdrachtId'));
    if (!offer) faults.push('een aanbod is twee keer aanvaard, of was er niet');
    else if (offer.from !== holder) faults.push(`aangeboden door ${offer.from}, terwijl ${holder} de casusregie voert`);
    if (event.geldigOp < since) faults.push('een aanvaarding van vóór het begin van de casusregie');
    [holder, since] = [organisationOf(event, 'door'), event.geldigOp];
  }
  return holder === null ? [...faults, 'niemand voert de casusregie'] : faults;
};

/** One casusregiehouder at every moment, by what was registered, offered and accepted. */
export const judgeHolders = (log: readonly RecordedEvent[]): Verdict => {
  const streams = streamsOf(log, 'jeugdige-');
  const faults = [...streams].flatMap(([stream, events]) => holderFaults(events).map((fault) => `${stream}: ${fault}`));
  return { name: 'één casusregiehouder op elk moment', counted: streams.size, faults };
};

interface Group {
  open: number;
  reserved: { readonly id: string; readonly until: string }[];
  readonly taken: Set<string>;
}

/** Whether there was a plek for this reservation at the moment that it was recorded. */
const groupFault = (group: Group, event: RecordedEvent): boolean => {
  const { vastgelegdOp } = event;
  if (isOf(event, 'voorziening.plekken-geopend')) group.open += event.data['aantal'] as number;
  if (isOf(event, 'voorziening.plekken-gesloten')) group.open -= event.data['aantal'] as number;
  if (isOf(event, 'voorziening.reservering-vrijgegeven') || isOf(event, 'voorziening.plek-bezet'))
    group.reserved = group.reserved.filter(({ id }) => id !== event.data['reserveringId']);
  if (isOf(event, 'voorziening.plek-bezet')) group.taken.add(textOf(event, 'trajectId'));
  if (isOf(event, 'voorziening.plek-vrijgekomen')) group.taken.delete(textOf(event, 'trajectId'));
  if (!isOf(event, 'voorziening.plek-gereserveerd')) return false;
  group.reserved.push({ id: textOf(event, 'reserveringId'), until: textOf(event, 'geldigTot') });
  const kept = group.reserved.filter(({ until }) => until > vastgelegdOp);
  return kept.length + group.taken.size > group.open;
};

/** No plek is promised to two at the same moment. */
export const judgePlaces = (log: readonly RecordedEvent[]): Verdict => {
  const reservations = log.filter((event) => isOf(event, 'voorziening.plek-gereserveerd'));
  const faults: string[] = [];
  for (const [stream, events] of streamsOf(log, 'voorziening-')) {
    const group: Group = { open: 0, reserved: [], taken: new Set() };
    for (const event of events)
      if (groupFault(group, event)) faults.push(`${stream}: meer gereserveerd en bezet dan er plekken zijn`);
  }
  return { name: 'geen plek is op één moment twee keer gereserveerd', counted: reservations.length, faults };
};

/** Each moment of a term is told once. */
export const judgeTold = (log: readonly RecordedEvent[]): Verdict => {
  const told = new Map<string, number>();
  for (const event of log)
    if (isOf(event, 'bewaking.termijn-gemeld')) {
      const moment = [textOf(event, 'termijnId'), textOf(event, 'moment'), textOf(event, 'wektOp')].join(' ');
      told.set(moment, (told.get(moment) ?? 0) + 1);
    }
  const faults = [...told].filter(([, times]) => times > 1).map(([moment, times]) => `${moment}: ${times} keer gemeld`);
  return { name: 'geen moment van een termijn is twee keer gemeld', counted: told.size, faults };
};

const agendaFault = (stands: boolean, open: number, concluded: number): string | null => {
  if (stands && open + concluded !== 1) return `op ${open} open agenda's, ${concluded} keer besproken`;
  return !stands && open > 0 ? 'vervallen, en nog op een agenda' : null;
};

/** Every deviation that stands is on exactly one open agenda, or was concluded once. */
export const judgeAgendas = (log: readonly RecordedEvent[]): Verdict => {
  const stands = new Map<string, boolean>();
  const agendas = new Map<string, Set<string>>();
  const concluded = new Map<string, number>();
  for (const event of log) {
    const { stream } = event;
    if (isOf(event, 'normenkader.afwijking-vastgesteld')) stands.set(textOf(event, 'afwijkingId'), true);
    if (isOf(event, 'normenkader.afwijking-vervallen')) stands.set(textOf(event, 'afwijkingId'), false);
    const agenda = agendas.get(stream) ?? new Set();
    agendas.set(stream, agenda);
    if (isOf(event, 'kwartaalreview.afwijking-geagendeerd')) agenda.add(textOf(event, 'afwijkingId'));
    if (isOf(event, 'kwartaalreview.afwijking-afgevoerd')) agenda.delete(textOf(event, 'afwijkingId'));
    if (isOf(event, 'kwartaalreview.besproken'))
      for (const id of event.data['afwijkingen'] as string[]) {
        agenda.delete(id);
        concluded.set(id, (concluded.get(id) ?? 0) + 1);
      }
    if (isOf(event, 'kwartaalreview.gesloten')) agenda.clear();
  }
  const faults = [...stands].flatMap(([id, stand]) => {
    const open = [...agendas.values()].filter((agenda) => agenda.has(id)).length;
    const fault = agendaFault(stand, open, concluded.get(id) ?? 0);
    return fault === null ? [] : [`afwijking ${id}: ${fault}`];
  });
  return { name: 'elke afwijking staat op één open agenda of is één keer besproken', counted: stands.size, faults };
};

/** What cases go through, and what is told or done beside them by itself. */
const STEPS = [
  'machtiging.verleend',
  'jeugdige.regieoverdracht-aangeboden',
  'jeugdige.regieoverdracht-aanvaard',
  'voorziening.plek-gereserveerd',
  'traject.plek-toegewezen',
  'traject.opname-gestart',
  'voorziening.plek-bezet',
  'traject.uitstroom-gerealiseerd',
  'normenkader.afwijking-vastgesteld',
  'kwartaalreview.besproken',
  'bewaking.termijn-gemeld',
  'bericht.verzonden',
];

/** Every step of a case was taken: a campaign that stood still would hold anything. */
export const judgeSteps = (log: readonly RecordedEvent[]): Verdict => ({
  name: 'zaken gingen van machtiging tot review',
  counted: STEPS.length,
  faults: STEPS.filter((step) => !log.some((event) => isOf(event, step))).map((step) => `geen enkele ${step}`),
});
