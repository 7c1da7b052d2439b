import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes the lock of a process that a SIGKILL took away. */
const dropStale = (file: string): void => {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file is a lock whose owner has not written its pid yet.
    if (pid > 0 && !isAlive(pid)) rmSync(file, { force: true });
  } catch {
    // Gone in the meantime: the next try gets it.
  }
};

/** Runs `work` while no other process on this machine holds the same lock file. Waits at most `timeoutMs`. */
export const withFolderLock = async <T>(file: string, work: () => Promise<T>, timeoutMs = 60_000): Promise<T> => {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      dropStale(file);
      if (Date.now() > deadline)
        throw new Error(`lock ${file} is held for more than ${timeoutMs} ms`, { cause: error });
      await sleep(25);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};
