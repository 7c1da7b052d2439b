// Builds the command line (and with it api, worker and libs) only when a source changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'dist', 'stamp');
const lockFile = join(root, 'node_modules', '.regielijn-build.lock');
const EMPTY_IS_STALE_AFTER_MS = 10_000;
const entry = join(root, 'dist', 'cli', 'apps', 'cli', 'src', 'main.js');

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    return item.isDirectory() ? filesBelow(path) : /(?<!\.spec|\.kit|\.contract)\.ts$/.test(item.name) ? [path] : [];
  });

const fingerprint = () => {
  const files = ['apps', 'libs'].flatMap((folder) => filesBelow(join(root, folder))).sort();
  const settings = ['package-lock.json', 'tsconfig.json', 'nest-cli.json', 'apps/cli/tsconfig.app.json'].map((name) =>
    join(root, name),
  );
  const hash = createHash('sha256');
  for (const file of [...files, ...settings]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
};

const isCurrent = (wanted) => existsSync(entry) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Removes the lock of a build that was killed. An empty one has an owner that is about to write its pid, or had. */
const dropStale = () => {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    const isOld = Date.now() - statSync(lockFile).mtimeMs > EMPTY_IS_STALE_AFTER_MS;
    if (owner === 0 ? isOld : owner === process.pid || !isAlive(owner)) rmSync(lockFile, { force: true });
  } catch {
    // Gone in the meantime: the next try gets it.
  }
};

/** One build at a time: a second process waits and then finds it done. */
const lock = () => {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      dropStale();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
};

/** Answers the program to start. Everything a build prints goes to stderr. */
export const build = () => {
  const wanted = fingerprint();
  if (isCurrent(wanted)) return entry;
  lock();
  try {
    if (isCurrent(wanted)) return entry;
    process.stderr.write('Regielijn wordt gebouwd...\n');
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
    const { status } = spawnSync(process.execPath, [nest, 'build', 'cli'], { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error('de bouw is mislukt');
    writeFileSync(stampFile, wanted);
    return entry;
  } finally {
    rmSync(lockFile, { force: true });
  }
};
