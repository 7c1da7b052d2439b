import type { EventStore } from '../../event-store.js';

/**
 * The log in EventStoreDB, by a connection string as the node's documentation writes it. Its client is loaded here and not
 * with this lib: it takes a tenth of a second, and most processes never speak to such a node.
 */
export const openEventStoreDb = async (connectionString: string): Promise<EventStore> => {
  const { EventStoreDbEventStore } = await import('./eventstoredb-event-store.js');
  return new EventStoreDbEventStore(connectionString);
};
