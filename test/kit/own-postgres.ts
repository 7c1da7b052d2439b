import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedServer } from '@regielijn/postgres';

/** A PostgreSQL that one test file has to itself, because it takes it away in the middle of things. */
export interface OwnPostgres {
  readonly url: string;
  /** Ends it as a crash does, and resolves when nothing of it answers any more. */
  stop(): Promise<void>;
  /** Starts it again on the same port; it recovers by itself. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** @param settings of the server, each `-c name=value` */
export const startOwnPostgres = async (settings: readonly string[] = []): Promise<OwnPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-pg-'));
  // PostgreSQL is another user when we are root, and must be able to come in.
  chmodSync(folder, 0o755);
  let server = await startEmbeddedServer(folder, { settings });
  const url = server.databaseUrl;
  const pidFile = join(folder, 'postgresql', 'postmaster.pid');
  return {
    url,
    stop: async () => {
      // A SIGKILL would leave backends that go on answering for a moment.
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
      while (existsSync(pidFile)) await sleep(20);
    },
    start: async () => {
      server = await startEmbeddedServer(folder, { settings, port: Number(new URL(url).port) });
    },
    remove: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
