import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine, Settings } from '@regielijn/engine';
import { randomId } from '@regielijn/kern';
import { trajectStream } from '@regielijn/traject';
import { Baseline } from './baseline.js';
import { Commands } from './commands.js';
import { growTo, rawRead, rebuild } from './growth.js';
import { comparePairs, measure, median, type Run, summary } from './measure.js';
import { sampleEvent } from './sample.js';

const CALLERS = 64;
const PAIRS = 5;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run bench`, or `npm run bench -- 100000` for a smaller log. */
const largest = Number(process.argv[2] ?? 1_000_000);

const appends = ({ store }: Engine, total: number): Promise<Run> =>
  measure(CALLERS, total, () => store.append(trajectStream(randomId()), 'no-stream', [sampleEvent()]));

const throughput = async (engine: Engine): Promise<void> => {
  const baseline = await Baseline.open(engine.databaseUrl);
  const commands = new Commands(engine.store, engine.keys);
  await Promise.all([baseline.run(2_000), appends(engine, 5_000), commands.run(CALLERS, 2_000)]);
  const perAppend = await comparePairs(
    PAIRS,
    () => baseline.run(10_000),
    () => appends(engine, 30_000),
  );
  say(summary('append, 64 callers, separate streams', 'at least 1.3x, p99 at most 5x', perAppend));
  const perCommand = await comparePairs(
    PAIRS,
    () => baseline.run(10_000),
    () => commands.run(CALLERS, 10_000),
  );
  say(summary('full command, streams up to 16 events, 64 callers', 'at least 0.4x', perCommand));
  await baseline.close();
};

const oneByOne = (engine: Engine): Promise<Run> =>
  measure(1, 2_000, () => engine.store.append(trajectStream(randomId()), 'no-stream', [sampleEvent()]));

const growth = async (engine: Engine): Promise<void> => {
  await engine.pool.query('truncate log.event');
  await growTo(engine.store, 0, 10_000);
  const small = median((await runs(() => oneByOne(engine))).map((run) => run.median));
  await growTo(engine.store, 20_000, largest);
  const large = median((await runs(() => oneByOne(engine))).map((run) => run.median));
  say(
    `| append median at ${largest} events | at most 1.2x that at 10000 | ${(large / small).toFixed(2)}x | ${large.toFixed(2)} against ${small.toFixed(2)} ms | |`,
  );
  const total = Number((await engine.pool.query<{ n: bigint }>('select position as n from log.counter')).rows[0]!.n);
  const [reads, builds] = [[], []] as [number[], Awaited<ReturnType<typeof rebuild>>[]];
  for (let pair = 0; pair < 3; pair += 1) {
    reads.push(await rawRead(engine.store));
    builds.push(await rebuild(engine, total));
  }
  const ratios = builds.map(({ perSecond }, index) => perSecond / reads[index]!);
  say(
    `| rebuild of all read models, ${total} events | at least 0.25x the raw page read, flat memory | ${median(ratios).toFixed(2)}x (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}) | ` +
      `${Math.round(median(builds.map(({ perSecond }) => perSecond)))}/s against ${Math.round(median(reads))}/s | memory ${Math.round(builds[0]!.early)} MB early, ${Math.round(builds[0]!.late)} MB late |`,
  );
};

const runs = async (run: () => Promise<Run>): Promise<Run[]> => [
  await run(),
  await run(),
  await run(),
  await run(),
  await run(),
];

const folder = mkdtempSync(join(tmpdir(), 'regielijn-bench-'));
chmodSync(folder, 0o755);
const engine = await openEngine(Object.assign(new Settings(), { REGIELIJN_DATA: folder }));
try {
  say(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]!.model}), embedded PostgreSQL with fsync on\n`);
  say('| what | goal | measured | figures | |\n|---|---|---|---|---|');
  await throughput(engine);
  await growth(engine);
} finally {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}
