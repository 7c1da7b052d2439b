import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '@regielijn/kern';

/** Longer than an owner needs to write its pid; an empty file of this age was left on a full disk. */
const EMPTY_IS_STALE_AFTER_MS = 10_000;

/** The locks of this process: a file with our pid that is not among them is of an earlier process, as in a container. */
const held = new Set<string>();

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const wasLeftBehind = (file: string, pid: number): boolean => {
  if (pid === 0) return Date.now() - statSync(file).mtimeMs > EMPTY_IS_STALE_AFTER_MS;
  return pid === process.pid ? !held.has(file) : !isAlive(pid);
};

/** Removes the lock of a process that a SIGKILL took away. */
const dropStale = (file: string): void => {
  try {
    if (wasLeftBehind(file, Number(readFileSync(file, 'utf8')))) rmSync(file, { force: true });
  } catch {
    // Gone in the meantime: the next try gets it.
  }
};

/** Answers whether the lock is ours now. */
const take = (file: string): boolean => {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  held.add(file);
  try {
    writeSync(descriptor, String(process.pid));
  } catch {
    // On a full disk the file stays empty. It locks all the same, and a server must be stoppable without room.
  } finally {
    closeSync(descriptor);
  }
  return true;
};

const lockHeld = (file: string): CodedError =>
  new CodedError(
    'unavailable',
    'MAP_BEZET',
    `Een ander proces van Regielijn houdt de gegevensmap te lang bezet. Loopt er geen ander, verwijder dan ${file}.`,
    { bestand: file },
  );

/** Runs `work` while no other process on this machine holds the same lock file. Waits at most `timeoutMs`. */
export const withFolderLock = async <T>(file: string, work: () => Promise<T>, timeoutMs = 60_000): Promise<T> => {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + timeoutMs;
  while (!take(file)) {
    dropStale(file);
    if (Date.now() > deadline) throw lockHeld(file);
    await sleep(25);
  }
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
};
