import type pg from 'pg';

/** A follower looks for itself this often, whatever notifications do. */
const POLL_MS = 500;

/** Tells followers that the log grew: one LISTEN connection for all of them, and a poll because that one may be gone. */
export class LogWakeUp {
  private waiters = new Set<() => void>();
  /** Set while a connection listens. */
  private release: (() => void) | undefined;
  private connecting = false;
  private closed = false;

  constructor(private readonly pool: pg.Pool) {}

  /** Resolves at the next notification, after the poll interval, or when `signal` is aborted. */
  next(signal: AbortSignal): Promise<void> {
    if (this.closed || signal.aborted) return Promise.resolve();
    void this.listen();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.waiters.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, POLL_MS);
      signal.addEventListener('abort', wake, { once: true });
      this.waiters.add(wake);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wakeAll();
    this.release?.();
  }

  private wakeAll(): void {
    for (const wake of [...this.waiters]) wake();
  }

  private async listen(): Promise<void> {
    if (this.release || this.connecting || this.closed) return;
    this.connecting = true;
    // No connection now: polling goes on and the next wait tries again.
    const client = await this.pool.connect().catch(() => undefined);
    try {
      if (!client) return;
      let held = true;
      const letGo = (): void => {
        if (held) client.release(true);
        held = false;
        this.release = undefined;
      };
      client.once('error', letGo);
      client.on('notification', () => this.wakeAll());
      this.release = letGo;
      await client.query('listen regielijn_log').catch(letGo);
      if (this.closed) letGo();
    } finally {
      this.connecting = false;
    }
  }
}
