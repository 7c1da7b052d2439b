import { type Engine, readiness, type Readiness } from '@regielijn/engine';
import type { Observe, Observed } from '@regielijn/kern';
import { explainError } from '@regielijn/postgres';
import { type Lag, lags, type ParkedStream, parkedStreams } from '@regielijn/projecties';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: an append takes a millisecond, a command that waits for a store that is away two seconds and more. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const DURATIONS: Readonly<Record<Observed['soort'], { readonly name: string; readonly help: string }>> = {
  opdracht: { name: 'regielijn_command_duration_seconds', help: 'Commands by name and outcome' },
  vraag: { name: 'regielijn_query_duration_seconds', help: 'Queries by name and outcome' },
  append: { name: 'regielijn_append_duration_seconds', help: 'Appends to the log by kind of stream and outcome' },
};

/** The figures of one process, in the form that Prometheus reads. Labels are names of code, never ids. */
export interface Metrics {
  readonly contentType: string;
  readonly observe: Observe;
  /** What is asked of the engine whenever the figures are read. */
  show(): Promise<string>;
}

const durations = (registry: Registry): Observe => {
  const histogramOf = (soort: Observed['soort']): Histogram =>
    new Histogram({
      ...DURATIONS[soort],
      labelNames: ['name', 'outcome'],
      buckets: BUCKETS,
      registers: [registry],
    });
  const histograms = { opdracht: histogramOf('opdracht'), vraag: histogramOf('vraag'), append: histogramOf('append') };
  return async ({ soort, naam }, work) => {
    const end = histograms[soort].startTimer({ name: naam });
    try {
      const result = await work();
      end({ outcome: 'ok' });
      return result;
    } catch (error) {
      end({ outcome: explainError(error).code });
      throw error;
    }
  };
};

const gaugesOf = (registry: Registry) => {
  const gauge = (name: string, help: string, labelNames: string[]): Gauge =>
    new Gauge({ name: `regielijn_${name}`, help, labelNames, registers: [registry] });
  return {
    ready: gauge('ready', 'Whether a part that requests need can do its work', ['part']),
    lag: gauge('lag_seconds', 'Since when the oldest event waits that was not taken in yet', ['kind', 'name']),
    parked: gauge('parked_streams', 'Streams set apart because an event keeps failing', ['kind', 'name']),
    pool: gauge('pool_connections', 'Connections for read models and keys', ['state']),
  };
};

type Gauges = ReturnType<typeof gaugesOf>;

/** How a follower is called among the streams that were set apart. */
const FOLLOWER = 'volger:';

/** All at once, after all was read: two who look at the same moment must not count anything twice. */
const showFollowing = (gauges: Gauges, following: readonly Lag[], parked: readonly ParkedStream[]): void => {
  gauges.lag.reset();
  gauges.parked.reset();
  for (const { soort: kind, naam: name, seconds } of following) {
    gauges.lag.set({ kind, name }, seconds);
    gauges.parked.set({ kind, name }, 0);
  }
  for (const { projectie } of parked)
    if (projectie.startsWith(FOLLOWER)) gauges.parked.inc({ kind: 'volger', name: projectie.slice(FOLLOWER.length) });
    else gauges.parked.inc({ kind: 'leesmodel', name: projectie });
};

/** Reads everything anew; what cannot be read now is not waited for and not shown, and `ready` tells why. */
const showEngine = async (gauges: Gauges, { pool, store }: Engine, parts: Readiness): Promise<void> => {
  for (const [part, ready] of Object.entries(parts)) gauges.ready.set({ part }, ready ? 1 : 0);
  gauges.pool.set({ state: 'total' }, pool.totalCount);
  gauges.pool.set({ state: 'idle' }, pool.idleCount);
  gauges.pool.set({ state: 'waiting' }, pool.waitingCount);
  if (!parts['database'] || !parts['logboek']) return showFollowing(gauges, [], []);
  const [following, parked] = await Promise.all([lags(pool, store), parkedStreams(pool)]);
  showFollowing(gauges, following, parked);
};

/** @param current the engine while it is open; else only the figures of the process itself are shown */
export const createMetrics = (current: () => Engine | undefined): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const observe = durations(registry);
  const gauges = gaugesOf(registry);
  return {
    contentType: registry.contentType,
    observe,
    show: async () => {
      const engine = current();
      // A store that went away just now is seen at the next look.
      if (engine) await showEngine(gauges, engine, await readiness(engine)).catch(() => undefined);
      return registry.metrics();
    },
  };
};
