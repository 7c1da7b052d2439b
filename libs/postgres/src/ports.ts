import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The preferred port, or any other that is free. */
export const freePort = (preferred: number): Promise<number> =>
  new Promise((answer, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred === 0 ? fail(error) : answer(freePort(0))));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => answer(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The port of the last server on this folder, from the options it was started with; 0 when there was none. */
export const lastPort = (cluster: string): number => {
  try {
    return Number(/"-p" "(\d+)"/.exec(readFileSync(join(cluster, 'postmaster.opts'), 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

/** Line 4 of postmaster.pid is the port of the server that runs, or that was killed, on this folder. */
export const recordedPort = (cluster: string): number | null => {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]) || null;
  } catch {
    return null;
  }
};
