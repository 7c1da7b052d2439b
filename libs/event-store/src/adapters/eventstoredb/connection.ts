import { EventStoreDBClient } from '@eventstore/db-client';
import { AppendQueue } from './append-queue.js';

export interface Connection {
  readonly client: EventStoreDBClient;
  readonly appends: AppendQueue;
}

/**
 * One connection per connection string in a process. The client keeps the unanswered appends of all its instances in one
 * place: an error on one connection rejects those of every other, and the answer that then still comes for such an append
 * ends the process. So a process talks to one log.
 */
const connections = new Map<string, Connection & { users: number }>();

export const connect = (connectionString: string): Connection => {
  const present = connections.get(connectionString);
  if (present) {
    present.users += 1;
    return present;
  }
  const connection = { client: newClient(connectionString), appends: new AppendQueue(), users: 1 };
  connections.set(connectionString, connection);
  return connection;
};

/** Lets go of a connection; the last user closes it. */
export const disconnect = async (connectionString: string): Promise<void> => {
  const connection = connections.get(connectionString);
  if (!connection) return;
  connection.users -= 1;
  if (connection.users > 0) return;
  connections.delete(connectionString);
  connection.appends.close();
  await connection.client.dispose();
};

/** The last word on the option is ours: without it a refused append answers as if revision 1 had been written. */
const newClient = (connectionString: string): EventStoreDBClient =>
  EventStoreDBClient.connectionString(
    `${connectionString}${connectionString.includes('?') ? '&' : '?'}throwOnAppendFailure=true`,
  );
