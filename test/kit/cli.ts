import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of somebody who just cloned the project. */
const environment = (): NodeJS.ProcessEnv => {
  const own = /^(REGIELIJN_|OIDC_)|^(DATABASE_URL|EVENTSTORE_URL|PORT|NODE_OPTIONS)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
};

/** Builds the command line as a user does, by asking it for help. Answers what that printed, and the program to start. */
export const buildCli = (): { help: Run; main: string; remove: () => void } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'regielijn.mjs'), '--help'], {
    env: environment(),
    encoding: 'utf8',
  });
  // A copy: somebody who builds while the tests run takes the original away for a moment.
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const copy = mkdtempSync(join(root, '.tmp', 'cli-'));
  cpSync(join(root, 'dist', 'cli'), copy, { recursive: true });
  return {
    help: { code: status, stdout, stderr },
    main: join(copy, 'apps', 'cli', 'src', 'main.js'),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
};

/** A process of the command line, and what it has printed so far. */
export class Proces {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  private readonly ended: Promise<void>;

  constructor(main: string, args: readonly string[], cwd: string, input: string | Buffer | null) {
    // A group of its own, so that a test can end it with all that it started.
    this.child = spawn(process.execPath, [main, ...args], { env: environment(), cwd, detached: true });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    // Who refuses the input early closes its end.
    this.child.stdin!.on('error', () => undefined);
    if (input !== null) this.child.stdin!.end(input);
    this.ended = once(this.child, 'close').then(() => undefined);
  }

  /** Its outcome, once it has ended; a process that does not end is killed and named. */
  async result(withinMs = 60_000): Promise<Run> {
    const timer = setTimeout(() => this.killGroup(), withinMs);
    await this.ended;
    clearTimeout(timer);
    return { code: this.child.exitCode, stdout: this.stdout, stderr: this.stderr };
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.child.pid!, signal);
  }

  killGroup(): void {
    try {
      process.kill(-this.child.pid!, 'SIGKILL');
    } catch {
      // It had ended.
    }
  }
}

/** Looks until it is so; fails, saying what was waited for, when that takes longer than `withinMs`. */
export const until = async (
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 30_000,
): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`after ${withinMs} ms still not: ${what}`);
    await sleep(5);
  }
};

/** One folder for all data folders of a test file; PostgreSQL, another user when we are root, can enter it. */
export const createWorkspace = (): { folder: string; sub: (name: string) => string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'regielijn-cli-'));
  chmodSync(folder, 0o755);
  return {
    folder,
    sub: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The process of the PostgreSQL on a data folder; null when none runs there, or it was killed without notice. */
export const postmasterOf = (data: string): { pid: number; port: number } | null => {
  const file = join(data, 'postgresql', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  return { pid: pid!, port: port! };
};
