import { StoreUnavailableError } from '../../errors.js';
import { backoffMs } from './backoff.js';
import { isAnswer, unavailable } from './client-errors.js';

/** With sixteen unsent appends the client's stream is full, and an error then ends the process: unhandled rejections. */
const MOST_UNDER_WAY = 15;
/** A node drops the repeat of an append that is still on its way, and says so only after two seconds. Ask again sooner. */
const ANSWER_WITHIN_MS = 500;
/** Longer than the client needs to notice a dead connection; an append without an answer after this will get none. */
const LOST_AFTER_MS = 30_000;
const LONGEST_PAUSE_MS = 250;

interface Departure {
  readonly nr: number;
  readonly attempt: () => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly patience: NodeJS.Timeout;
  lastError?: unknown;
}

/**
 * Lets the appends of one connection leave in the order in which they were started, also when they have to leave again
 * because the node went away. The first one on a quiet connection travels alone: the client would let the second one
 * overtake it while it opens the call.
 */
export class AppendQueue {
  private started = 0;
  private readonly waiting: Departure[] = [];
  private readonly unanswered = new Set<Departure>();
  private underWay = 0;
  private open = false;
  private failures = 0;
  private pausing: NodeJS.Timeout | undefined;

  /**
   * Sends what `attempt` sends, and the same again for as long as nobody knows the outcome.
   * @throws StoreUnavailableError when that is still so after `patienceMs`, queueing included; else what the node answered
   */
  send<T>(attempt: () => Promise<T>, patienceMs: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const departure: Departure = {
        nr: this.started++,
        attempt,
        resolve,
        reject,
        patience: setTimeout(() => this.giveUp(departure), patienceMs),
      };
      this.waiting.push(departure);
      this.letGo();
    });
  }

  /** Nobody gets an answer any more. */
  close(): void {
    clearTimeout(this.pausing);
    for (const departure of [...this.unanswered, ...this.waiting.splice(0)]) {
      this.finish(departure, () => departure.reject(new StoreUnavailableError('gesloten')));
    }
  }

  private letGo(): void {
    while (this.mayLeave()) void this.depart(this.waiting.shift()!);
  }

  private mayLeave(): boolean {
    if (this.pausing || this.waiting.length === 0 || this.underWay >= MOST_UNDER_WAY) return false;
    return this.open || this.unanswered.size === 0;
  }

  private async depart(departure: Departure): Promise<void> {
    this.underWay += 1;
    this.unanswered.add(departure);
    const answer = departure.attempt();
    const settled = answer.then(
      () => true,
      () => true,
    );
    if (await within(ANSWER_WITHIN_MS, settled)) {
      await this.answered(departure, answer);
    } else {
      this.tryAgain(departure, new Error(`no answer within ${ANSWER_WITHIN_MS} ms`));
      this.letGo();
      await within(LOST_AFTER_MS, settled);
    }
    this.underWay -= 1;
    if (this.unanswered.size === 0 && this.waiting.length === 0) this.open = false;
    this.letGo();
  }

  private async answered(departure: Departure, answer: Promise<unknown>): Promise<void> {
    try {
      const value = await answer;
      this.finish(departure, () => departure.resolve(value as never));
    } catch (error) {
      if (!isAnswer(error)) return this.connectionFailed(departure, error);
      this.finish(departure, () => departure.reject(error));
    }
    this.open = true;
    this.failures = 0;
  }

  private connectionFailed(departure: Departure, error: unknown): void {
    this.open = false;
    this.tryAgain(departure, error);
    if (this.pausing) return;
    this.failures += 1;
    this.pausing = setTimeout(
      () => {
        this.pausing = undefined;
        this.letGo();
      },
      backoffMs(this.failures, LONGEST_PAUSE_MS),
    );
  }

  /** Back in the queue, at the place it had. */
  private tryAgain(departure: Departure, error: unknown): void {
    departure.lastError = error;
    if (!this.unanswered.delete(departure)) return;
    const behind = this.waiting.findIndex((other) => other.nr > departure.nr);
    this.waiting.splice(behind === -1 ? this.waiting.length : behind, 0, departure);
  }

  private giveUp(departure: Departure): void {
    const place = this.waiting.indexOf(departure);
    if (place !== -1) this.waiting.splice(place, 1);
    this.finish(departure, () => departure.reject(unavailable(departure.lastError)));
  }

  private finish(departure: Departure, tell: () => void): void {
    clearTimeout(departure.patience);
    this.unanswered.delete(departure);
    tell();
  }
}

/** Whether it was settled within so many milliseconds. */
const within = async (ms: number, settled: Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const outcome = await Promise.race([settled, late]);
  clearTimeout(timer);
  return outcome;
};
