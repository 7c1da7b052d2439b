import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CodedError } from '@regielijn/kern';
import pg from 'pg';
import { findBinaries, type PostgresBinaries, REACHABLE_FOLDER } from './binaries.js';
import { withFolderLock } from './folder-lock.js';
import { APPLICATION_NAME, connectionSettings } from './pool.js';
import { freePort, lastPort, recordedPort } from './ports.js';

const run = promisify(execFile);

export interface EmbeddedServer {
  readonly databaseUrl: string;
  /** Stops the server when no other Regielijn process uses it; otherwise leaves it to them. */
  close(): Promise<void>;
}

interface EmbeddedServerOptions {
  /** Extra settings of the server, each `-c name=value`. */
  readonly settings?: readonly string[];
  /** A fixed port; default the one it had before when that is free, so that who still knows that one finds it again. */
  readonly port?: number;
  /** Starts the server again when it stops while we use it, as after a full disk. */
  readonly keepRunning?: boolean;
  /** Where a line goes about an unusual place of the data, or about a server that had stopped. */
  readonly say?: (line: string) => void;
}

const DATABASE = 'regielijn';
/** Also the time that a server which was killed at work may take to recover. */
const STARTS_WITHIN_MS = 60_000;
/** The name of the one connection by which a process is known to use the server. */
const PRESENT = `${APPLICATION_NAME} aanwezig`;
const RESTART_EVERY_MS = 1_000;

const connects = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

/** One folder's PostgreSQL: its own cluster, password and port, on loopback only. */
class EmbeddedCluster {
  private readonly cluster: string;
  private readonly secrets: string;
  private readonly binaries: PostgresBinaries;

  constructor(
    folder: string,
    private readonly options: EmbeddedServerOptions,
  ) {
    const say = options.say ?? (() => undefined);
    this.binaries = findBinaries(say);
    this.secrets = join(folder, 'geheim');
    mkdirSync(this.secrets, { recursive: true, mode: 0o700 });
    this.cluster = this.reachableCluster(folder, say);
  }

  /** As root, a data folder below a closed home cannot be entered by the user `postgres`. */
  private reachableCluster(folder: string, say: (line: string) => void): string {
    const own = join(folder, 'postgresql');
    const { user } = this.binaries;
    if (!user) return own;
    const note = join(folder, 'postgresql.elders');
    if (existsSync(note)) return readFileSync(note, 'utf8').trim();
    if (!existsSync(own)) mkdirSync(own, { recursive: true, mode: 0o700 });
    chownSync(own, user.uid, user.gid);
    const reaches = spawnSync('test', ['-w', own], { ...user, cwd: '/' }).status === 0;
    if (reaches) return own;
    // A folder that was moved or copied here, or closed since: its data may not make way for an empty one.
    if (existsSync(join(own, 'PG_VERSION'))) throw unreachable(folder);
    const elsewhere = join(REACHABLE_FOLDER, `${basename(folder)}-${randomBytes(4).toString('hex')}`);
    // By itself: with the rights of what lies in it, nobody but root could enter.
    mkdirSync(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
    mkdirSync(elsewhere, { mode: 0o700 });
    chownSync(elsewhere, user.uid, user.gid);
    rmSync(own, { recursive: true });
    writeFileSync(note, elsewhere);
    say(`PostgreSQL draait als gebruiker "postgres" en kan ${folder} niet in; de gegevens staan in ${elsewhere}`);
    return elsewhere;
  }

  private password(): string {
    const file = join(this.secrets, 'postgresql-wachtwoord');
    if (!existsSync(file)) {
      // Under its name only when it is whole: a full disk would leave an empty one.
      writeFileSync(`${file}.nieuw`, randomBytes(24).toString('base64url'), { mode: 0o600 });
      renameSync(`${file}.nieuw`, file);
    }
    return readFileSync(file, 'utf8').trim();
  }

  private url(port: number, database = DATABASE): string {
    return `postgres://regielijn:${this.password()}@127.0.0.1:${port}/${database}`;
  }

  private async program(file: string, args: readonly string[]): Promise<void> {
    const { user } = this.binaries;
    await run(file, [...args], { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } });
  }

  private async initialise(): Promise<void> {
    if (existsSync(join(this.cluster, 'PG_VERSION'))) return;
    // Elsewhere until it is whole: a first start that is killed halfway leaves nothing that looks like a cluster.
    const draft = `${this.cluster}.nieuw`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const passwordFile = join(tmpdir(), `regielijn-${randomBytes(8).toString('hex')}`);
    writeFileSync(passwordFile, `${this.password()}\n`, { mode: 0o600 });
    const { user } = this.binaries;
    if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
    try {
      await this.program(this.binaries.initdb, [
        ...['-D', draft, '-U', 'regielijn', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
        ...['--encoding=UTF8', '--locale=C', '--data-checksums'],
      ]);
      renameSync(draft, this.cluster);
    } catch (error) {
      throw startFailed((error as { stderr?: string }).stderr ?? '', error);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  async start(): Promise<string> {
    const deadline = Date.now() + STARTS_WITHIN_MS;
    for (;;) {
      const port = recordedPort(this.cluster);
      if (port !== null && (await connects(this.url(port)))) return this.url(port);
      await this.initialise();
      try {
        return await this.startServer(this.options.port ?? (await freePort(lastPort(this.cluster))));
      } catch (error) {
        // The old server still holds its lock file: a moment after a SIGKILL, or for as long as it starts or recovers.
        const isHeld = /lock file .* already exists|pre-existing shared memory/.test((error as Error).message);
        if (!isHeld || Date.now() > deadline) throw error;
        await sleep(200);
      }
    }
  }

  private async startServer(port: number): Promise<string> {
    const log = join(this.cluster, 'server.log');
    const options = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      ...(this.options.settings ?? []),
    ];
    const loggedBefore = existsSync(log) ? statSync(log).size : 0;
    try {
      await this.program(this.binaries.pgCtl, [
        ...['start', '-w', '-t', String(STARTS_WITHIN_MS / 1_000), '-s'],
        ...['-D', this.cluster, '-l', log, '-o', options.join(' ')],
      ]);
    } catch (error) {
      // Only what this start wrote: earlier troubles stand in the same log.
      throw startFailed(existsSync(log) ? readFileSync(log).subarray(loggedBefore).toString() : '', error);
    }
    await this.createDatabase(port);
    return this.url(port);
  }

  private async createDatabase(port: number): Promise<void> {
    const client = new pg.Client({ connectionString: this.url(port, 'postgres') });
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
    await client.end();
  }

  async stop(): Promise<void> {
    await this.program(this.binaries.pgCtl, ['stop', '-m', 'fast', '-s', '-w', '-D', this.cluster]);
  }
}

/** Whether any other process uses the server; from then on we do not count any more, however long our connection lingers. */
const signOff = async (presence: pg.Client): Promise<boolean> => {
  const { rows } = await presence.query<{ others: number }>(
    'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [PRESENT],
  );
  await presence.query(`set application_name = '${APPLICATION_NAME}'`);
  return rows[0]!.others > 0;
};

const unreachable = (map: string): CodedError =>
  new CodedError(
    'unavailable',
    'GEGEVENSMAP_ONBEREIKBAAR',
    `PostgreSQL draait als gebruiker "postgres" en kan ${map} niet in. Zet de map waar die gebruiker wel in kan.`,
    { map },
  );

const startFailed = (output: string, cause: unknown): CodedError => {
  const reden = output.split('\n').findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? String(cause);
  const error = new CodedError('unavailable', 'POSTGRESQL_START_NIET', `PostgreSQL start niet: ${reden}`);
  error.cause = cause;
  return error;
};

/**
 * PostgreSQL on a data folder, started by the program itself (loopback, own port, own password). A server that
 * already runs on the folder, started by another process or left behind by a SIGKILL, is adopted.
 */
export const startEmbeddedServer = async (
  dataFolder: string,
  options: EmbeddedServerOptions = {},
): Promise<EmbeddedServer> => {
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'postgresql.lock');
  return withFolderLock(lock, async () => {
    const cluster = new EmbeddedCluster(folder, options);
    const server = new ServerInUse(cluster, lock, options);
    const databaseUrl = await server.join();
    return { databaseUrl, close: () => server.leave() };
  });
};

/** Our use of a server that others may use too. */
class ServerInUse {
  private readonly leaving = new AbortController();
  private presence: pg.Client | undefined;

  constructor(
    private readonly cluster: EmbeddedCluster,
    private readonly lock: string,
    private readonly options: EmbeddedServerOptions,
  ) {}

  /** Under the lock: who stops the server holds it too. */
  async join(): Promise<string> {
    const databaseUrl = await this.cluster.start();
    this.presence = await announce(databaseUrl);
    if (this.options.keepRunning) this.presence.once('end', () => void this.rejoin());
    return databaseUrl;
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await withFolderLock(this.lock, async () => {
      try {
        const isUsed = await signOff(this.presence!);
        await this.presence!.end();
        if (!isUsed) await this.cluster.stop();
      } catch {
        // Already gone: there is nothing left to stop.
      }
    });
  }

  /** Tries until there is a server again: on a full disk it cannot start before there is room. */
  private async rejoin(): Promise<void> {
    const { signal } = this.leaving;
    const tryOnce = async (): Promise<void> => void (signal.aborted || (await this.join()));
    while (!signal.aborted) {
      try {
        await withFolderLock(this.lock, tryOnce);
        if (!signal.aborted) this.options.say?.('PostgreSQL was gestopt en draait weer.');
        return;
      } catch {
        await sleep(RESTART_EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

/** One connection for as long as we use the server: a process that leaves must not stop it while our pool is still empty. */
const announce = async (databaseUrl: string): Promise<pg.Client> => {
  const presence = new pg.Client({ ...connectionSettings(databaseUrl), application_name: PRESENT });
  // The server went away; whoever queries will notice.
  presence.on('error', () => undefined);
  await presence.connect();
  return presence;
};
