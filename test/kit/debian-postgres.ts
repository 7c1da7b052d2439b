import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../../libs/postgres/src/ports.js';
import { debianPostgresPrograms } from '../../tools/test-servers.mjs';

/** Why a suite that needs Debian's PostgreSQL with its tools cannot run here; `null` when it can. */
export const debianPostgresMissing: string | null =
  debianPostgresPrograms() === null
    ? 'there is no PostgreSQL with pg_basebackup below /usr/lib/postgresql (Debian: apt-get install postgresql)'
    : null;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL does not run as root; Debian's package makes a user for it. */
const postgresUser = (): OsUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
};

/** Runs a bash script to its end; the first command that fails ends it. A server that it starts must log to a file. */
export const runBash = async (
  script: string,
  { env, cwd = '/', user }: { env: Environment; cwd?: string; user?: OsUser | undefined },
): Promise<Outcome> => {
  const child = spawn('bash', ['--norc', '-euo', 'pipefail', '-c', script], { ...user, cwd, env: { ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
};

/** A folder and a port for clusters that a test makes itself, with Debian's programs. */
export interface DebianPostgres {
  /** Of the OS user that PostgreSQL runs as; clusters lie directly in it. */
  readonly folder: string;
  readonly port: number;
  /** What finds Debian's programs before all others. */
  readonly path: string;
  /** Runs a bash script as the OS user of PostgreSQL. */
  run(script: string, env?: Environment): Promise<Outcome>;
  /** Stops every cluster in the folder, and removes all of it. */
  close(): Promise<void>;
}

export const openDebianPostgres = async (): Promise<DebianPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-debian-'));
  const user = postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const path = [debianPostgresPrograms()!, process.env['PATH'] ?? ''].join(delimiter);
  const run = (script: string, env: Environment = {}): Promise<Outcome> =>
    runBash(script, { env: { PATH: path, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env }, user });
  return {
    ...{ folder, path, run },
    port: await freePort(0),
    close: async () => {
      for (const name of readdirSync(folder)) await run(`pg_ctl stop -m immediate -D '${join(folder, name)}'`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
