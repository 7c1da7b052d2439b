import type pg from 'pg';

/**
 * The connection by which a process holds all names under which it works: with one each, a process took fifteen before it
 * did anything, and on a busy machine waited in vain for the last of them.
 */
class Holder {
  private readonly names = new Set<string>();
  private readonly client: Promise<pg.PoolClient>;
  private asked: Promise<unknown> = Promise.resolve();
  private users = 0;
  lost = false;

  constructor(
    pool: pg.Pool,
    /** It broke, or nobody needs it any more. */
    private readonly over: () => void,
  ) {
    this.client = pool.connect();
    this.client.then((client) => client.on('error', () => this.lose())).catch(() => this.lose());
  }

  async whileHeld(name: string, work: (lockLost: () => boolean) => Promise<void>): Promise<boolean> {
    this.users += 1;
    try {
      if (!(await this.take(name))) return false;
      try {
        await work(() => this.lost);
      } finally {
        await this.leave(name);
      }
      return true;
    } finally {
      this.users -= 1;
      if (this.users === 0) await this.close();
    }
  }

  private async take(name: string): Promise<boolean> {
    // The server would give it to one connection twice.
    if (this.names.has(name)) return false;
    this.names.add(name);
    const ours = await this.ask('pg_try_advisory_lock', name).catch((error: unknown) => {
      this.names.delete(name);
      throw error;
    });
    if (!ours) this.names.delete(name);
    return ours;
  }

  private async leave(name: string): Promise<void> {
    // Who knows whether the server still holds it: then the connection has had its time.
    await this.ask('pg_advisory_unlock', name).catch(() => this.lose());
    this.names.delete(name);
  }

  /** One question at a time. 64 bits: two names with one hash would keep each other from ever running. */
  private ask(what: 'pg_try_advisory_lock' | 'pg_advisory_unlock', name: string): Promise<boolean> {
    const answer = this.asked.then(async () => {
      const { rows } = await (
        await this.client
      ).query<{ ok: boolean }>(`select ${what}(hashtextextended($1, 0)) as ok`, [name]);
      return rows[0]!.ok;
    });
    this.asked = answer.catch(() => undefined);
    return answer;
  }

  private lose(): void {
    this.lost = true;
    this.over();
  }

  private async close(): Promise<void> {
    this.over();
    const client = await this.client.catch(() => null);
    client?.release(true);
  }
}

const holders = new WeakMap<pg.Pool, Holder>();

const holderOf = (pool: pg.Pool): Holder => {
  const known = holders.get(pool);
  if (known) return known;
  const opened: Holder = new Holder(pool, () => {
    if (holders.get(pool) === opened) holders.delete(pool);
  });
  holders.set(pool, opened);
  return opened;
};

/**
 * Runs `work` while nobody else on this database does so under the same name; answers whether it ran. `lockLost` tells
 * `work` that the connection that held the lock broke, so that another process may have begun.
 */
export const whileAlone = (
  pool: pg.Pool,
  name: string,
  work: (lockLost: () => boolean) => Promise<void>,
): Promise<boolean> => holderOf(pool).whileHeld(name, work);

/** Waits for all, also when one fails: nobody goes on while another still writes. Then throws the first failure. */
export const allDone = async (work: readonly Promise<unknown>[]): Promise<void> => {
  const failed = (await Promise.allSettled(work)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
};
