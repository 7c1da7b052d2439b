import { constants } from 'node:os';
import { type Engine, readiness, readSettings, type Settings } from '@regielijn/engine';
import { type Observe, unobserved } from '@regielijn/kern';
import { plainLine, type Say } from '@regielijn/postgres';
import { openHealthPort } from './health-port.js';
import { openLog, sayTo } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import { type RequestWatch, watchRequests } from './requests.js';
import type { Tracing } from './tracing.js';

/** How long a process may take to stop, in milliseconds: whoever started it kills it after ten seconds. */
const STOPS_WITHIN_MS = 9_000;

/** What a server process has around its engine. */
export interface Surroundings {
  readonly settings: Settings;
  readonly say: Say;
  readonly observe: Observe;
  /** Embedded mode tells its user plain lines only, and nothing of each request. */
  readonly watch: RequestWatch | undefined;
  /** From the first signal on: nothing new is taken in. */
  readonly isStopping: () => boolean;
  /** What was opened last is put away first, when the process stops and also when it could not open all of it. */
  readonly onStop: (close: () => Promise<unknown>) => void;
}

interface Around extends Pick<Surroundings, 'say' | 'observe' | 'watch'> {
  close(): Promise<void>;
}

const toStderr: Say = (line, about) => void process.stderr.write(`${plainLine(line, about)}\n`);

const both =
  ({ observe }: Metrics, tracing: Tracing | undefined): Observe =>
  (observed, work) =>
    observe(observed, tracing ? () => tracing.observe(observed, work) : work);

/** The packages come with it only where there is a collector, which most deployments do not have. */
const startTracing = async (collector: string, name: string): Promise<Tracing> =>
  (await import('./tracing.js')).openTracing(collector, name);

/** Opens what is around an engine that is not there yet: `current` answers it once it is, and no more once it stops. */
const surround = async (name: string, settings: Settings, current: () => Engine | undefined): Promise<Around> => {
  if (settings.embedded) return { say: toStderr, observe: unobserved, watch: undefined, close: async () => undefined };
  const log = openLog(name);
  const metrics = createMetrics(current);
  const { HEALTH_PORT, HEALTH_HOST, OTEL_EXPORTER_OTLP_ENDPOINT: collector } = settings;
  const tracing = collector === undefined ? undefined : await startTracing(collector, name);
  const ready = async () => {
    const engine = current();
    return engine ? readiness(engine) : {};
  };
  const closePort =
    HEALTH_PORT === undefined
      ? undefined
      : await openHealthPort(HEALTH_PORT, HEALTH_HOST, { readiness: ready, metrics });
  return {
    say: sayTo(log),
    observe: both(metrics, tracing),
    watch: watchRequests(log, tracing),
    close: async () => {
      await tracing?.close();
      await closePort?.();
    },
  };
};

/**
 * Runs a server process by the settings of its environment: opens it with `open`, which answers its engine, and stops it
 * at a signal: within ten seconds, with exit code 0 when everything was put away. A second signal ends it at once. What
 * goes wrong is said, and makes the exit code 1.
 */
export const runServer = async (name: string, open: (surroundings: Surroundings) => Promise<Engine>): Promise<void> => {
  let say = toStderr;
  let engine: Engine | undefined;
  let stopping = false;
  const closers: (() => Promise<unknown>)[] = [];
  const onStop = (close: () => Promise<unknown>): void => void closers.push(close);
  const stop = async (): Promise<void> => {
    stopping = true;
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const settings = readSettings(process.env);
    const around = await surround(name, settings, () => (stopping ? undefined : engine));
    onStop(() => around.close());
    ({ say } = around);
    endAtUnexpected(say);
    atSignal(() => {
      say(`${name} stopt`);
      return inTime(say, stop);
    });
    engine = await open({ settings, ...around, isStopping: () => stopping, onStop });
  } catch (error) {
    // What was still opening when a signal came fails: that process stops already.
    if (stopping) return;
    say(`${name} start niet`, { error });
    await inTime(say, stop);
    process.exit(1);
  }
};

/** Node would print the text of the error, which may quote a person. */
const endAtUnexpected = (say: Say): void => {
  process.on('uncaughtException', (error) => {
    say('onverwacht gestopt', { error });
    process.exit(1);
  });
};

const atSignal = (stop: () => Promise<number>): void => {
  let ending: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (ending) process.exit(128 + constants.signals[signal]);
      ending = stop().then((code) => process.exit(code));
    });
};

/** Answers the exit code. */
const inTime = async (say: Say, stop: () => Promise<void>): Promise<number> => {
  const tooLate = new Promise<'too late'>((ring) => void setTimeout(ring, STOPS_WITHIN_MS, 'too late').unref());
  try {
    if ((await Promise.race([stop(), tooLate])) !== 'too late') return 0;
    say('stoppen duurde te lang; wat nog liep is afgebroken', { warning: true });
  } catch (error) {
    say('stoppen ging niet goed', { error });
  }
  return 1;
};
