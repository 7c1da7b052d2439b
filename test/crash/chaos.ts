import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.js';
import type { Part } from './servers.js';

/** That something was taken away, and when it was back. */
export interface Kill {
  readonly part: string;
  readonly from: number;
  readonly until: number;
}

/** What says that the work goes on: a number that grows. */
export type Progress = () => number;

const LONGEST_DOWN_MS = 1_500;
const LONGEST_PAUSE_MS = 2_500;
/** Without progress for so long the next comes all the same: the judgement tells what became of the work. */
const PROGRESS_WITHIN_MS = 30_000;
const POLL_MS = 50;
/** So often the next one does not wait until the work goes on: then two are away at once, or one that just begins. */
const AT_ONCE = 0.25;

const moved = async (progress: Progress): Promise<void> => {
  const before = progress();
  for (const deadline = Date.now() + PROGRESS_WITHIN_MS; progress() === before && Date.now() < deadline;)
    await sleep(POLL_MS);
};

/**
 * Takes parts away, one after the other, in rounds in which each has its turn. Between two kills work was acknowledged, so
 * that every one of them falls in the middle of something.
 */
export const rage = async (
  parts: readonly Part[],
  kills: number,
  random: Random,
  progress: Progress,
  say: (line: string) => void,
): Promise<readonly Kill[]> => {
  const done: Promise<Kill>[] = [];
  const busy = new Map<string, Promise<Kill>>();
  while (done.length < kills)
    for (const part of random.shuffle(parts).slice(0, kills - done.length)) {
      const [downMs, pauseMs, atOnce] = [
        random.between(0, LONGEST_DOWN_MS),
        random.between(0, LONGEST_PAUSE_MS),
        random.chance(AT_ONCE),
      ];
      if (!atOnce) await moved(progress);
      await sleep(pauseMs);
      await busy.get(part.name);
      const from = Date.now();
      const kill = part.kill(downMs).then((): Kill => ({ part: part.name, from, until: Date.now() }));
      // Who is not waited for yet fails the campaign at its end.
      kill.catch(() => undefined);
      busy.set(part.name, kill);
      done.push(kill);
      if (done.length % 10 === 0) say(`${done.length} van ${kills} kills, ${progress()} opdrachten bevestigd`);
      if (!atOnce) await kill;
    }
  return Promise.all(done);
};
