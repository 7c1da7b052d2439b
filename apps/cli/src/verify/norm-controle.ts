import type { Engine } from '@regielijn/engine';
import type { RecordedEvent } from '@regielijn/event-store';
import { type Controle, Telling } from './controle.js';

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

/**
 * Every assessment names facts that are in the log, and deviations stand exactly where the last assessment of their norm
 * found any, one per fact at which was deviated. Recounted from the events themselves, not from the state that made them.
 */
export const controleerNormen = async (
  { store }: Engine,
  normtoetsen: Streams,
  machtigingen: Streams,
): Promise<Controle> => {
  const telling = new Telling('elke afwijking staat bij haar toets, en elke toets bij haar feiten');
  const vanMachtigingen = new Set([...machtigingen.values()].flatMap((events) => events.map(({ id }) => id)));
  for (const [stream, events] of normtoetsen) {
    telling.tel(events.length);
    controleerAfwijkingen(stream, events, telling);
    const genoemd = new Set(events.flatMap(({ data }) => (data['feiten'] as string[] | undefined) ?? []));
    for await (const { id } of store.read(stream.replace(/^normtoets-/, 'traject-'))) genoemd.delete(id);
    for (const feit of genoemd) if (!vanMachtigingen.has(feit)) telling.fout(`${stream}: feit ${feit} is er niet`);
  }
  return telling.uitslag();
};

const controleerAfwijkingen = (stream: string, events: readonly RecordedEvent[], telling: Telling): void => {
  const uitkomst = new Map<string, string>();
  /** The deviations that stand, each with its norm and the fact at which was deviated. */
  const staand = new Map<string, { readonly norm: string; readonly geval: unknown }>();
  for (const { type, data } of events) {
    const [norm, afwijkingId] = [data['norm'] as string, data['afwijkingId'] as string];
    if (type.startsWith('normenkader.norm-getoetst@')) uitkomst.set(norm, data['uitkomst'] as string);
    else if (type.startsWith('normenkader.afwijking-vastgesteld@')) {
      const geval = data['geval'] ?? null;
      if ([...staand.values()].some((ander) => ander.norm === norm && ander.geval === geval))
        telling.fout(`${stream}: twee afwijkingen van ${norm} tegelijk over hetzelfde`);
      staand.set(afwijkingId, { norm, geval });
    } else {
      if (staand.get(afwijkingId)?.norm !== norm) telling.fout(`${stream}: ${type} over een afwijking die er niet is`);
      if (type.startsWith('normenkader.afwijking-vervallen@')) staand.delete(afwijkingId);
    }
  }
  const afgeweken = new Set([...staand.values()].map(({ norm }) => norm));
  for (const norm of new Set([...uitkomst.keys(), ...afgeweken]))
    if ((uitkomst.get(norm) === 'AFWIJKING') !== afgeweken.has(norm))
      telling.fout(`${stream}: de afwijking van ${norm} past niet bij de laatste toets`);
};
