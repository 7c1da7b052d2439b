import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from './cli.js';
import { freePort } from './server.js';

/** Whether a Redis can be started here; a test that needs one says that it did not run where it cannot. */
export const redisIsThere = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of its own on the loopback, that a test may take away. */
export interface OwnRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const startOwnRedis = async (): Promise<OwnRedis> => {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const launch = () => spawn('redis-server', args, { stdio: 'ignore' });
  let child = launch();
  const listens = (): Promise<boolean> =>
    new Promise((answer) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => socket.destroy() && answer(true));
      socket.once('error', () => answer(false));
    });
  await until('redis listens', listens);
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      child = launch();
      await until('redis listens', listens);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};
