import type pg from 'pg';

/**
 * Runs `work` while no other process on this database does so under the same name; answers whether it ran. `lockLost`
 * tells `work` that the connection that held the lock broke, so that another process may have begun.
 */
export const whileAlone = async (
  pool: pg.Pool,
  name: string,
  work: (lockLost: () => boolean) => Promise<void>,
): Promise<boolean> => {
  const client = await pool.connect();
  let lost = false;
  // A broken connection may report more than once, and a report that nobody hears ends the process.
  client.on('error', () => (lost = true));
  try {
    // 64 bits: two names with one hash would keep each other from ever running.
    const { rows } = await client.query<{ ours: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as ours',
      [name],
    );
    if (rows[0]!.ours) await work(() => lost);
    return rows[0]!.ours;
  } finally {
    // The server notices a closed connection a moment later; the next in turn need not wait for that.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
};

/** Waits for all, also when one fails: nobody goes on while another still writes. Then throws the first failure. */
export const allDone = async (work: readonly Promise<unknown>[]): Promise<void> => {
  const failed = (await Promise.allSettled(work)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
};
