import type { Engine } from '@regielijn/engine';
import type { RecordedEvent } from '@regielijn/event-store';
import { type Controle, Telling } from './controle.js';

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

/**
 * Every assessment names facts that are in the log, and a deviation stands exactly where the last assessment of its norm
 * found one. Recounted from the events themselves, not from the state that made them.
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
  /** Per norm the deviation that stands. */
  const staand = new Map<string, string>();
  for (const { type, data } of events) {
    const [norm, afwijkingId] = [data['norm'] as string, data['afwijkingId'] as string];
    if (type.startsWith('normenkader.norm-getoetst@')) uitkomst.set(norm, data['uitkomst'] as string);
    else if (type.startsWith('normenkader.afwijking-vastgesteld@')) {
      if (staand.has(norm)) telling.fout(`${stream}: twee afwijkingen van ${norm} tegelijk`);
      staand.set(norm, afwijkingId);
    } else {
      if (staand.get(norm) !== afwijkingId) telling.fout(`${stream}: ${type} over een afwijking die er niet is`);
      if (type.startsWith('normenkader.afwijking-vervallen@')) staand.delete(norm);
    }
  }
  for (const norm of new Set([...uitkomst.keys(), ...staand.keys()]))
    if ((uitkomst.get(norm) === 'AFWIJKING') !== staand.has(norm))
      telling.fout(`${stream}: de afwijking van ${norm} past niet bij de laatste toets`);
};
