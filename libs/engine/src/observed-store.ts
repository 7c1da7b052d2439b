import type { EventStore } from '@regielijn/event-store';
import type { Observe } from '@regielijn/kern';
import { categoryOf } from '@regielijn/projecties';

/** The same store, of which every append is seen. */
export const observedStore = (store: EventStore, observe: Observe): EventStore => ({
  append: (stream, expected, events) =>
    observe({ soort: 'append', naam: categoryOf(stream), correlationId: events[0]?.metadata.correlationId }, () =>
      store.append(stream, expected, events),
    ),
  read: (stream, from) => store.read(stream, from),
  readAll: (after, limit) => store.readAll(after, limit),
  follow: (after, signal) => store.follow(after, signal),
  close: () => store.close(),
});
