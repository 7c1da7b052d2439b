import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withFolderLock } from './folder-lock.js';

describe('the lock on a data folder', () => {
  let folder: string;
  let lock: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regielijn-lock-'));
    lock = join(folder, 'postgresql.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const goneProcess = async (): Promise<string> => {
    const child = spawn('true');
    await once(child, 'exit');
    return String(child.pid);
  };

  it('given two who want it, then one works after the other, also when the first fails', async () => {
    const seen: string[] = [];
    const work = (name: string, fails: boolean) =>
      withFolderLock(lock, async () => {
        seen.push(`${name} in`);
        await new Promise((turn) => setTimeout(turn, 20));
        seen.push(`${name} uit`);
        if (fails) throw new Error(name);
      });
    const [first, second] = await Promise.allSettled([work('a', true), work('b', false)]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(seen).toEqual(['a in', 'a uit', 'b in', 'b uit']);
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ['of a process that is gone', goneProcess],
    ['of a process that had our pid before us, as in a container', async () => String(process.pid)],
    ['that a full disk left empty, long ago', async () => ''],
    ['with something else in it', async () => 'geen nummer'],
  ])('given a lock file %s, then nobody waits for it', async (_, content) => {
    writeFileSync(lock, await content());
    utimesSync(lock, new Date(0), new Date(0));
    await expect(withFolderLock(lock, async () => readFileSync(lock, 'utf8'), 1_000)).resolves.toBe(
      String(process.pid),
    );
  });

  it.each([
    ['of a process that lives', String(process.ppid)],
    ['that its owner has made only just now', ''],
  ])('given a lock file %s, then it stays and one line says which file it is', async (_, content) => {
    writeFileSync(lock, content);
    const refused = withFolderLock(lock, async () => undefined, 50);
    await expect(refused).rejects.toMatchObject({ code: 'MAP_BEZET', data: { bestand: lock } });
    expect(readFileSync(lock, 'utf8')).toBe(content);
  });
});
