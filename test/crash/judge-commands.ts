import type { RecordedEvent } from '@regielijn/event-store';
import type { Line } from './record.js';
import type { Verdict } from './verdict.js';

const byCommand = (log: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> => {
  const found = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    const { commandId } = event.metadata;
    if (commandId !== undefined) found.set(commandId, [...(found.get(commandId) ?? []), event]);
  }
  return found;
};

/** Every command that somebody was told was carried out is in the log, once, with the events they were told. */
export const judgeAcknowledged = (lines: readonly Line[], log: readonly RecordedEvent[]): Verdict => {
  const inLog = byCommand(log);
  const acknowledged = lines.filter((line) => line.what === 'acknowledged');
  const faults = acknowledged.flatMap(({ key, position, events }) => {
    const found = inLog.get(key) ?? [];
    const ids = found.map(({ id }) => id);
    if (ids.join() !== events.join())
      return [`opdracht ${key}: bevestigd met [${events.join()}], in het logboek [${ids.join()}]`];
    const last = found.at(-1)?.position ?? position;
    return last === position ? [] : [`opdracht ${key}: bevestigd op ${position}, staat op ${last}`];
  });
  return { name: 'elke bevestigde opdracht staat één keer in het logboek', counted: acknowledged.length, faults };
};

/** What was refused left nothing behind. */
export const judgeRefused = (lines: readonly Line[], log: readonly RecordedEvent[]): Verdict => {
  const inLog = byCommand(log);
  const refused = lines.filter((line) => line.what === 'refused');
  const faults = refused
    .filter(({ key }) => inLog.has(key))
    .map(({ key, code }) => `opdracht ${key}: geweigerd met ${code}, en toch vastgelegd`);
  return { name: 'van een geweigerde opdracht staat niets in het logboek', counted: refused.length, faults };
};

/** No command and no event is there twice, whoever gave it: one command is one append to one stream. */
export const judgeDoubles = (log: readonly RecordedEvent[]): Verdict => {
  const commands = byCommand(log);
  const faults = [...commands].flatMap(([key, events]) => {
    const [first] = events as [RecordedEvent, ...RecordedEvent[]];
    const isOneAppend = events.every(
      ({ stream, streamVersion }, nr) => stream === first.stream && streamVersion === first.streamVersion + BigInt(nr),
    );
    return isOneAppend ? [] : [`opdracht ${key} (${first.type}) staat er meer dan één keer`];
  });
  const ids = new Set<string>();
  for (const { id } of log) {
    if (ids.has(id)) faults.push(`gebeurtenis ${id} staat er twee keer`);
    ids.add(id);
  }
  return { name: 'geen opdracht en geen gebeurtenis staat er twee keer', counted: commands.size, faults };
};
