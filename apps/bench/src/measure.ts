/** What one run of many calls came to. Times in milliseconds. */
export interface Run {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

export const median = (values: readonly number[]): number =>
  at(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** `callers` at once, each giving calls one after the other until `total` were given. */
export const measure = async (
  callers: number,
  total: number,
  call: (caller: number, index: number) => Promise<unknown>,
): Promise<Run> => {
  const times: number[] = [];
  let given = 0;
  const begin = performance.now();
  const work = async (caller: number): Promise<void> => {
    while (given < total) {
      const index = given++;
      const start = performance.now();
      await call(caller, index);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)));
  const seconds = (performance.now() - begin) / 1_000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, median: at(times, 0.5), p99: at(times, 0.99) };
};

interface Compared {
  readonly baseline: Run;
  readonly ours: Run;
  readonly ratio: number;
  readonly p99Ratio: number;
}

/** Pairs taken in turn, so that a machine that slows down slows both. */
export const comparePairs = async (
  pairs: number,
  baseline: () => Promise<Run>,
  ours: () => Promise<Run>,
): Promise<readonly Compared[]> => {
  const compared: Compared[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [base, own] = [await baseline(), await ours()];
    compared.push({ baseline: base, ours: own, ratio: own.perSecond / base.perSecond, p99Ratio: own.p99 / base.p99 });
  }
  return compared;
};

const spread = (values: readonly number[], digits: number): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** One line of the table: medians over the pairs, with their spread. */
export const summary = (name: string, goal: string, compared: readonly Compared[]): string =>
  [
    `| ${name}`,
    goal,
    `${spread(
      compared.map(({ ratio }) => ratio),
      2,
    )}x`,
    `${Math.round(median(compared.map(({ ours }) => ours.perSecond)))}/s against ${Math.round(median(compared.map(({ baseline }) => baseline.perSecond)))}/s`,
    `p99 ${spread(
      compared.map(({ p99Ratio }) => p99Ratio),
      1,
    )}x (${median(compared.map(({ ours }) => ours.p99)).toFixed(1)} against ${median(compared.map(({ baseline }) => baseline.p99)).toFixed(1)} ms) |`,
  ].join(' | ');
