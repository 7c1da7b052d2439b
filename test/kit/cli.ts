import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import { createPool, startEmbeddedServer } from '@regielijn/postgres';
import type pg from 'pg';
import { environment, Proces, root, type Run } from './proces.js';

export { Proces, type Run, until } from './proces.js';

/** The process of the PostgreSQL on a data folder; null when none runs there, or it was killed without notice. */
export const postmasterOf = (data: string): { pid: number; port: number } | null => {
  const file = join(data, 'postgresql', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  return { pid: pid!, port: port! };
};

/** Another look at the database than the command line's own; the server stays up meanwhile. */
export const inDatabase = async <T>(data: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
  const server = await startEmbeddedServer(data);
  const pool = createPool(server.databaseUrl, 2);
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await server.close();
  }
};

export const aantalEvents = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ aantal: number }>('select count(*)::int as aantal from log.event');
  return rows[0]!.aantal;
};

/** All of stdout is one JSON document. */
export const document = ({ stdout }: Run): any => JSON.parse(stdout);

const VOORUITGANG =
  /^(Importeren|Logboek lezen|Leesmodellen opbouwen|Voorbeeldjaar laden|Dossiers van vandaag laden): \d+.*\n/gm;

/** What the command refused: exactly one line on stderr, beside how far it was, and nothing on stdout. */
export const eneRegel = ({ stdout, stderr }: Run): string => {
  expect(stdout).toBe('');
  const gezegd = stderr.replace(VOORUITGANG, '');
  expect(gezegd).toMatch(/^[A-Z_]+: [^\n]+\n$/);
  return gezegd.trim();
};

export interface Cli {
  /** What `--help` printed when it was built. */
  readonly help: Run;
  /** A path in the one folder that holds all data of a test file. */
  sub(name: string): string;
  /** Starts a command. With `null` its input stays open. */
  begin(args: readonly string[], input?: string | null): Proces;
  /** A command from beginning to end. */
  run(args: readonly string[], input?: string): Promise<Run>;
  /** The same on a machine where this package was not installed. */
  runWithout(packageName: string, args: readonly string[]): Promise<Run>;
  remove(): void;
}

/** Where the build of the sources as they are now lies. */
const buildFolder = (): string => {
  const script = "import('./tools/build.mjs').then(({ build }) => process.stdout.write(build()))";
  const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: root, env: environment(), encoding: 'utf8' });
  return dirname(stdout);
};

/** Builds the command line as a user does, by asking it for help. */
export const createCli = (): Cli => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'regielijn.mjs'), '--help'], {
    env: environment(),
    encoding: 'utf8',
  });
  // A copy: who builds more than once while the tests run takes the original away.
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const copy = mkdtempSync(join(root, '.tmp', 'cli-'));
  cpSync(buildFolder(), copy, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-cli-'));
  // PostgreSQL is another user when we are root, and must be able to come in.
  chmodSync(folder, 0o755);
  const begun: Proces[] = [];
  const begin = (args: readonly string[], input: string | null = '', build = copy): Proces => {
    const proces = new Proces(join(build, 'main.js'), args, folder, input);
    begun.push(proces);
    return proces;
  };
  return {
    help: { code: status, stdout, stderr },
    sub: (name) => join(folder, name),
    begin,
    run: (args, input = '') => begin(args, input).result(),
    runWithout: (packageName, args) => {
      const elsewhere = join(folder, `zonder-${packageName}`);
      cpSync(copy, elsewhere, { recursive: true });
      symlinkSync(join(root, 'config'), join(elsewhere, 'config'));
      mkdirSync(join(elsewhere, 'node_modules'));
      for (const name of readdirSync(join(root, 'node_modules')))
        if (name !== packageName) symlinkSync(join(root, 'node_modules', name), join(elsewhere, 'node_modules', name));
      return begin(args, '', elsewhere).result();
    },
    remove: () => {
      for (const proces of begun) proces.killGroup();
      rmSync(folder, { recursive: true, force: true });
      rmSync(copy, { recursive: true, force: true });
    },
  };
};
