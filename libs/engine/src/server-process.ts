import { describeError } from '@regielijn/postgres';
import { readSettings, type Settings } from './settings.js';

type Say = (line: string) => void;

const say: Say = (line) => void process.stderr.write(`${line}\n`);

const fail = (error: unknown): void => {
  say(describeError(error));
  process.exitCode = 1;
};

/**
 * Runs a server process by the settings of its environment: opens with `open`, and stops with what that answered when it
 * gets a signal. What goes wrong is said on stderr, and makes the exit code 1.
 */
export const runServer = async (
  open: (settings: Settings, say: Say) => Promise<() => Promise<void>>,
): Promise<void> => {
  try {
    const stop = await open(readSettings(process.env), say);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().catch(fail));
  } catch (error) {
    fail(error);
  }
};
