import { StoreUnavailableError } from '../../errors.js';
import { backoffMs } from './backoff.js';
import { isAnswer, unavailable } from './client-errors.js';

/** With sixteen unsent appends the client's stream is full, and an error then ends the process: unhandled rejections. */
const MOST_UNDER_WAY = 15;
/** A node drops the repeat of an append that is still on its way, and says so only after two seconds. Ask again sooner. */
const ASK_AGAIN_AFTER_MS = 500;
/** Longer than the client needs to notice a dead connection: an append without an answer by now will get none. */
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
  private waiting: Departure[] = [];
  private readonly unanswered = new Set<Departure>();
  /** Attempts whose outcome the client still owes, also those that were given up or sent again. */
  private underWay = 0;
  private open = false;
  private failures = 0;
  private pausing: NodeJS.Timeout | undefined;

  /**
   * Sends what `attempt` sends, and the same again for as long as nobody knows the outcome. The first answer counts.
   * @throws StoreUnavailableError without an answer in `patienceMs`, queueing included; else what the node answered
   */
  send<T>(attempt: () => Promise<T>, patienceMs: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = (): void => this.finish(departure, () => reject(unavailable(departure.lastError)));
      const patience = setTimeout(giveUp, patienceMs);
      const departure: Departure = { nr: this.started++, attempt, resolve, reject, patience };
      this.waiting.push(departure);
      this.letGo();
    });
  }

  /** Nobody gets an answer any more. */
  close(): void {
    clearTimeout(this.pausing);
    for (const departure of [...this.unanswered, ...this.waiting]) {
      this.finish(departure, () => departure.reject(new StoreUnavailableError('gesloten')));
    }
  }

  private letGo(): void {
    while (this.mayLeave()) this.depart(this.waiting.shift()!);
  }

  private mayLeave(): boolean {
    if (this.pausing || this.waiting.length === 0 || this.underWay >= MOST_UNDER_WAY) return false;
    return this.open || this.unanswered.size === 0;
  }

  private depart(departure: Departure): void {
    this.underWay += 1;
    this.unanswered.add(departure);
    const askAgain = setTimeout(() => this.queueAgain(departure, new Error('no answer yet')), ASK_AGAIN_AFTER_MS);
    void orLost(departure.attempt())
      .then(
        (value) => this.answered(departure, () => departure.resolve(value as never)),
        (error: unknown) =>
          isAnswer(error)
            ? this.answered(departure, () => departure.reject(error))
            : this.connectionFailed(departure, error),
      )
      .finally(() => {
        clearTimeout(askAgain);
        this.underWay -= 1;
        if (this.unanswered.size === 0 && this.waiting.length === 0) this.open = false;
        this.letGo();
      });
  }

  private answered(departure: Departure, tell: () => void): void {
    this.open = true;
    this.failures = 0;
    this.finish(departure, tell);
  }

  private connectionFailed(departure: Departure, error: unknown): void {
    this.open = false;
    this.pausing ??= setTimeout(
      () => {
        this.pausing = undefined;
        this.letGo();
      },
      backoffMs((this.failures += 1), LONGEST_PAUSE_MS),
    );
    this.queueAgain(departure, error);
  }

  /** Back in the queue, at the place it had. */
  private queueAgain(departure: Departure, error: unknown): void {
    departure.lastError = error;
    if (!this.unanswered.delete(departure)) return;
    const behind = this.waiting.findIndex((other) => other.nr > departure.nr);
    this.waiting.splice(behind === -1 ? this.waiting.length : behind, 0, departure);
    this.letGo();
  }

  private finish(departure: Departure, tell: () => void): void {
    clearTimeout(departure.patience);
    this.unanswered.delete(departure);
    this.waiting = this.waiting.filter((other) => other !== departure);
    tell();
  }
}

const orLost = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the answer was lost')), LOST_AFTER_MS);
  });
  return Promise.race([answer, lost]).finally(() => clearTimeout(timer));
};
