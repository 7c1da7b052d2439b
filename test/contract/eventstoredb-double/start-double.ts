import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../kit/proces.js';

const READY_WITHIN_MS = 20_000;

/** A double of an EventStoreDB node in a process of its own, with its log in a folder that `stop` removes. */
export interface EventStoreDbDouble {
  readonly connectionString: string;
  /** Ends the process at once (SIGKILL), as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with the same log. */
  start(): Promise<void>;
  /** Ends it for good and removes its log. */
  stop(): Promise<void>;
}

/** @param options of the program, such as `--forgetful` */
export const startDouble = async (...options: string[]): Promise<EventStoreDbDouble> => {
  const folder = await mkdtemp(join(tmpdir(), 'eventstoredb-double-'));
  let { child, port } = await spawnDouble(0, folder, options);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    kill,
    start: async () => {
      ({ child, port } = await spawnDouble(port, folder, options));
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const spawnDouble = async (
  port: number,
  folder: string,
  options: readonly string[],
): Promise<{ child: ChildProcess; port: number }> => {
  const program = join(root, 'test', 'contract', 'eventstoredb-double', 'main.mjs');
  const data = join(folder, 'log.jsonl');
  const child = spawn(process.execPath, [program, `--port=${port}`, `--data=${data}`, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line', { signal: AbortSignal.timeout(READY_WITHIN_MS) })) as [string];
  const [, readyPort] = /^READY (\d+)$/.exec(line) ?? [];
  if (readyPort === undefined) throw new Error(`the double said: ${line}`);
  return { child, port: Number(readyPort) };
};
