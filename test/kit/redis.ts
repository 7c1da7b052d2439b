import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { freePort } from '../../libs/postgres/src/ports.js';
import { redisServer } from '../../tools/test-servers.mjs';

export interface TestRedis {
  readonly url: string;
  /** Takes out everything, as somebody may do in the middle of the work. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A server of our own, which a test may take away. */
export interface OwnRedis extends TestRedis {
  /** Ends it at once, as a crash would. It keeps nothing on disk, so what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
}

const NO_PROGRAM = 'there is no redis-server on the PATH (Debian: apt-get install redis-server)';

/** Why a suite that takes Redis away cannot run here; `null` when it can. */
export const ownRedisMissing: string | null = redisServer() === null ? NO_PROGRAM : null;

/** Why a suite that needs any Redis cannot run here; `null` when it can. */
export const redisMissing: string | null = process.env['REDIS_URL'] ? null : ownRedisMissing;

const TRIES = 3;

const flush = async (url: string): Promise<void> => {
  const client = new Redis(url);
  await client.flushdb();
  await client.quit();
};

/** The process, once it takes connections; `null` when it ended before that, as when somebody took its port. */
const spawnRedis = async (folder: string, port: number): Promise<ChildProcess | null> => {
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn(redisServer()!, settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = await new Promise<boolean>((answer) => {
    // Read to the end: a server that may not write waits.
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) answer(true);
    });
    child.once('exit', () => answer(false));
  });
  return ready ? child : null;
};

/** A Redis of our own on a port and a temporary folder of its own. */
export const startOwnRedis = async (): Promise<OwnRedis> => {
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-redis-'));
  let port = 0;
  let child: ChildProcess | null = null;
  for (let nr = 1; child === null; nr += 1) {
    if (nr > TRIES) throw new Error('redis-server does not start');
    port = await freePort(0);
    child = await spawnRedis(folder, port);
  }
  const url = `redis://127.0.0.1:${port}`;
  const kill = async (): Promise<void> => {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = null;
  };
  return {
    ...{ url, kill },
    flush: () => flush(url),
    start: async () => {
      child ??= await spawnRedis(folder, port);
      if (child === null) throw new Error(`redis-server does not start again on port ${port}`);
    },
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A Redis for tests: the database that `REDIS_URL` names when given, which they empty, else a server of our own. */
export const createTestRedis = async (): Promise<TestRedis> => {
  const url = process.env['REDIS_URL'];
  if (!url) return startOwnRedis();
  await flush(url);
  return { url, flush: () => flush(url), close: () => flush(url) };
};
