import { type EventStore, LOG_START, type NewEvent } from '@regielijn/event-store';
import type { Engine } from '@regielijn/engine';
import { deriveId, randomId } from '@regielijn/kern';
import { trajectStream } from '@regielijn/traject';
import { sampleEvent } from './sample.js';

const EVENTS_PER_STREAM = 10;
const PAGE = 5_000;

/** The events of one short traject, in clear: nothing here is about a person. */
const trajectEvents = (trajectId: string): NewEvent[] => {
  const basis = { trajectId, jeugdigeId: trajectId };
  const event = (type: string, data: object): NewEvent => ({ ...sampleEvent(), type, data: { ...basis, ...data } });
  const aanmelding = {
    urgentie: 'urgent',
    kader: 'gedwongen',
    herkomst: 'thuis',
    aanmelder: 'gi-jb-west',
    gemeentecode: '0599',
    regio: 'rijnmond',
  };
  const opname = {
    voorzieningId: deriveId('bench'),
    variant: 'crisisgroep',
    machtigingId: null,
    leeftijd: 15,
    vlaggen: [],
  };
  const heen = Array.from({ length: EVENTS_PER_STREAM - 3 }, (_, i) =>
    event(i % 2 ? 'traject.teruggekeerd@1' : 'traject.onttrekking-gemeld@1', {}),
  );
  return [
    event('traject.aangemeld@1', aanmelding),
    event('traject.opname-gestart@1', opname),
    ...heen,
    event('traject.uitstroom-gerealiseerd@1', { bestemming: 'thuis_of_netwerk' }),
  ];
};

/** Lets the log grow to `target` events, streams interleaved as in life. Answers how many there were before. */
export const growTo = async (store: EventStore, have: number, target: number): Promise<void> => {
  for (let events = have; events < target;) {
    const streams = Array.from({ length: 200 }, () => randomId()).map((id) => ({ id, events: trajectEvents(id) }));
    for (let half = 0; half < 2; half += 1)
      await Promise.all(
        streams.map(({ id, events: all }) => {
          const part = all.slice(half * 5, half * 5 + 5);
          return store.append(trajectStream(id), half === 0 ? 'no-stream' : 4n, part);
        }),
      );
    events += streams.length * EVENTS_PER_STREAM;
  }
};

/** Reads the whole log in pages and does nothing with it: what a rebuild is held against. Events per second. */
export const rawRead = async (store: EventStore): Promise<number> => {
  const begin = performance.now();
  let events = 0;
  for (let position = LOG_START; ;) {
    const page = await store.readAll(position, PAGE);
    events += page.length;
    if (page.length < PAGE) return events / ((performance.now() - begin) / 1_000);
    position = page.at(-1)!.position;
  }
};

/** Rebuilds all read models. Events per second, and the most memory (MB) in the first and in the last tenth. */
export const rebuild = async (
  { projections }: Engine,
  total: number,
): Promise<{ perSecond: number; early: number; late: number }> => {
  const peaks = { early: 0, late: 0 };
  const begin = performance.now();
  await projections.rebuild(projections.readModels, ({ events }) => {
    const heap = process.memoryUsage().rss / 1_048_576;
    if (events > total * 0.1 && events < total * 0.2) peaks.early = Math.max(peaks.early, heap);
    if (events > total * 0.9) peaks.late = Math.max(peaks.late, heap);
  });
  return { perSecond: total / ((performance.now() - begin) / 1_000), ...peaks };
};
