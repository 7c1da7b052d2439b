import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type Position,
  type START,
  streamNameFilter,
} from '@eventstore/db-client';

const CAUGHT_UP = Symbol('caught up');
/** In search windows of 32 events: a sign of life after each thousand events of others. */
const SIGN_OF_LIFE_AFTER = 32;

export interface SubscriptionOptions {
  readonly after: Position | typeof START;
  /** One filter for all streams of the engine: the node leaves out the rest. */
  readonly prefixes: readonly string[];
  readonly signal: AbortSignal;
  /** Told when the node says how far it came, also when there was nothing for us. Not a position to store: it runs ahead. */
  readonly onProgress?: () => void;
}

/**
 * One subscription to $all for as long as it lasts: the events after a position, and `undefined` each time there are no
 * more for now. Ends when the signal is aborted or the node ends it; throws when the connection is lost.
 */
export async function* subscribe(
  client: EventStoreDBClient,
  { after, prefixes, signal, onProgress }: SubscriptionOptions,
): AsyncGenerator<AllStreamRecordedEvent | undefined> {
  const filter = streamNameFilter({
    prefixes: [...prefixes],
    checkpointInterval: SIGN_OF_LIFE_AFTER,
    checkpointReached: () => onProgress?.(),
  });
  const subscription = client.subscribeToAll({ fromPosition: after, filter });
  // The loop below reports an error; one that comes when nobody listens any more would end the process.
  subscription.on('error', () => undefined);
  // Through the same buffer as the events, so that the mark comes after those that came before it.
  subscription.on('caughtUp', () => subscription.push(CAUGHT_UP));
  const stop = (): unknown => subscription.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* withMarks(subscription);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await subscription.unsubscribe().catch(() => undefined);
  }
}

/** The node says only once that it has no more; after that, an empty buffer says so after each event. */
async function* withMarks(subscription: AllStreamSubscription): AsyncGenerator<AllStreamRecordedEvent | undefined> {
  let live = false;
  for await (const item of subscription as AsyncIterable<AllStreamResolvedEvent | typeof CAUGHT_UP>) {
    if (item === CAUGHT_UP) {
      live = true;
      yield undefined;
    } else if (item.event) {
      yield item.event;
      if (live && subscription.readableLength === 0) yield undefined;
    }
  }
}
