import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const rootAbove = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));

/** The folder of the project, also for a program that was bundled somewhere below it. */
export const root = rootAbove(import.meta.dirname);

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of somebody who just cloned the project. */
export const environment = (): NodeJS.ProcessEnv => {
  const own =
    /^(REGIELIJN_|OIDC_|HEALTH_|OTEL_)|^(DATABASE_URL|EVENTSTORE_URL|REDIS_URL|PORT|NODE_OPTIONS|SMTP_URL|SMTP_FROM|WEB_ADDRESS)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
};

/** A process of the program, and what it has printed so far. */
export class Proces {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  private readonly ended: Promise<void>;

  constructor(
    main: string,
    args: readonly string[],
    cwd: string,
    input: string | null,
    settings: Readonly<Record<string, string>> = {},
  ) {
    this.child = spawn(process.execPath, [main, ...args], {
      cwd,
      env: { ...environment(), TMPDIR: cwd, ...settings },
      // A group of its own, so that a test can end it with all that it started.
      detached: true,
    });
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
