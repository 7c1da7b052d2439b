import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../libs/postgres/src/ports.js';
import { Proces } from '../kit/proces.js';

/** How soon a process that ended by itself is started again, as docker-compose does: a store may be away. */
const AGAIN_AFTER_MS = 300;
const STOPS_WITHIN_MS = 15_000;

const parsed = (line: string): object[] => {
  try {
    return [JSON.parse(line) as object];
  } catch {
    // Cut off by a SIGKILL.
    return [];
  }
};

/** An api or worker on ports of its own, started again whenever it ends, until it is stopped. */
export class Guarded {
  private readonly runs: Proces[] = [];
  private downUntil: Promise<unknown> = Promise.resolve();
  private stopping = false;
  private guarding: Promise<void> | undefined;

  private constructor(
    readonly name: string,
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async create(name: string, folder: string, settings: Readonly<Record<string, string>>): Promise<Guarded> {
    const [port, health] = [await freePort(0), await freePort(0)];
    return new Guarded(name, folder, { ...settings, PORT: String(port), HEALTH_PORT: String(health) });
  }

  get address(): string {
    return `http://127.0.0.1:${this.settings['PORT']}`;
  }

  get health(): string {
    return `http://127.0.0.1:${this.settings['HEALTH_PORT']}`;
  }

  start(): void {
    this.guarding ??= this.guard();
  }

  /** SIGKILL, and away for so long at least. */
  async kill(downMs: number): Promise<void> {
    const { child } = this.runs.at(-1)!;
    this.downUntil = sleep(downMs);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await this.downUntil;
  }

  async ready(): Promise<boolean> {
    return fetch(`${this.health}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** The lines of these figures, each with its labels and value. @throws when there are none of one of them */
  async figures(names: readonly string[]): Promise<readonly string[]> {
    const lines = (await (await fetch(`${this.health}/metrics`)).text()).split('\n');
    return names.flatMap((name) => {
      const found = lines.filter((line) => line.startsWith(name));
      if (found.length === 0) throw new Error(`no ${name}`);
      return found;
    });
  }

  /** An orderly stop. Answers the exit code. */
  async stop(): Promise<number | null> {
    this.stopping = true;
    const last = this.runs.at(-1);
    if (last?.child.exitCode === null) last.signal('SIGTERM');
    const code = last ? (await last.result(STOPS_WITHIN_MS)).code : null;
    await this.guarding;
    return code;
  }

  /** What no process may say: a failure that nobody expected, or words on stderr. */
  unexpected(): readonly string[] {
    return this.runs.flatMap(({ stdout, stderr }) => [
      ...stdout
        .split('\n')
        .flatMap(parsed)
        .filter((line) => 'level' in line && line.level === 'error')
        .map((line) => JSON.stringify(line)),
      ...stderr.split('\n').filter(Boolean),
    ]);
  }

  private async guard(): Promise<void> {
    while (!this.stopping) {
      const proces = new Proces(join(this.folder, this.name, 'main.js'), [], this.folder, null, this.settings);
      this.runs.push(proces);
      await once(proces.child, 'close');
      await Promise.all([sleep(AGAIN_AFTER_MS), this.downUntil]);
    }
  }
}
