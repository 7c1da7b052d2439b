import { randomBytes } from 'node:crypto';
import { inTransaction } from '@regielijn/postgres';
import type pg from 'pg';
import type { Key } from './cipher.js';
import { keyDestroyed } from './key-errors.js';
import type { ExportedKey, KeyStore } from './key-store.js';
import { bsnClaim, type MasterKey, PEPPER_ID } from './master-key.js';

const SCHEMA = `
create schema if not exists sleutels;
create table if not exists sleutels.sleutel (
  id uuid primary key,
  -- null: destroyed. The row stays, so that nobody makes a second key under a destroyed id.
  wrapped text,
  bsn_claim text constraint bsn_claim unique
);
`;
const SCHEMA_LOCK = 7_201_902;
/** How long a process may go on using a key that another process destroyed. */
const CACHE_MS = 30_000;
const CACHE_MAX = 10_000;

interface Row {
  readonly id: string;
  readonly wrapped: string | null;
}

/** Keys in PostgreSQL, each wrapped by the master key. Its schema belongs to no export of the log. */
export class PostgresKeyStore implements KeyStore {
  private readonly cache = new Map<string, { key: Key; until: number }>();
  private pepper!: Key;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly master: MasterKey,
  ) {}

  /** Creates what is not there yet, and checks that the master key is the one this store was wrapped with. */
  static async open(pool: pg.Pool, master: MasterKey): Promise<PostgresKeyStore> {
    await pool.query(`begin; select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA} commit`);
    const store = new PostgresKeyStore(pool, master);
    store.pepper = await store.obtain(PEPPER_ID);
    return store;
  }

  async obtain(id: string): Promise<Key> {
    const found = (await this.find([id])).get(id);
    if (found) return found;
    const wrapped = this.master.wrap(id, randomBytes(32));
    const { rows } = await this.pool.query<Row>(
      `with made as (insert into sleutels.sleutel (id, wrapped) values ($1, $2) on conflict (id) do nothing returning id, wrapped)
       select id, wrapped from made union all select id, wrapped from sleutels.sleutel where id = $1`,
      [id, wrapped],
    );
    const row =
      rows[0] ?? (await this.pool.query<Row>('select id, wrapped from sleutels.sleutel where id = $1', [id])).rows[0];
    if (!row?.wrapped) throw keyDestroyed(id);
    return this.remember(row.id, row.wrapped);
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Key>> {
    const found = new Map<string, Key>();
    const missing: string[] = [];
    for (const id of ids) {
      const cached = this.cache.get(id);
      if (cached && cached.until > Date.now()) found.set(id, cached.key);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    const { rows } = await this.pool.query<Row>({
      name: 'find-keys',
      text: 'select id, wrapped from sleutels.sleutel where id = any($1::uuid[]) and wrapped is not null',
      values: [missing],
    });
    for (const row of rows) found.set(row.id, this.remember(row.id, row.wrapped!));
    return found;
  }

  async claimBsn(id: string, bsn: string): Promise<string> {
    const claim = bsnClaim(this.pepper, bsn);
    const wrapped = this.master.wrap(id, randomBytes(32));
    // The first statement waits for a rival's transaction, the second then sees who won.
    await this.pool.query(
      `insert into sleutels.sleutel (id, wrapped, bsn_claim) values ($1, $2, $3) on conflict do nothing`,
      [id, wrapped, claim],
    );
    const { rows } = await this.pool.query<{ id: string }>('select id from sleutels.sleutel where bsn_claim = $1', [
      claim,
    ]);
    if (rows[0]) return rows[0].id;
    throw keyDestroyed(id);
  }

  async releaseBsn(id: string): Promise<void> {
    await this.pool.query('update sleutels.sleutel set bsn_claim = null where id = $1', [id]);
  }

  async destroy(id: string): Promise<void> {
    await this.pool.query(
      `insert into sleutels.sleutel (id, wrapped) values ($1, null)
       on conflict (id) do update set wrapped = null, bsn_claim = null`,
      [id],
    );
    this.cache.delete(id);
  }

  async claimedIds(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      'select id from sleutels.sleutel where bsn_claim is not null',
    );
    return rows.map((row) => row.id);
  }

  async *exportKeys(): AsyncIterable<ExportedKey> {
    const { rows } = await this.pool.query<Row & { bsn_claim: string | null }>(
      'select id, wrapped, bsn_claim from sleutels.sleutel where wrapped is not null order by id',
    );
    for (const { id, wrapped, bsn_claim } of rows)
      yield { id, key: this.master.unwrap(id, wrapped!).toString('base64'), bsnClaim: bsn_claim };
  }

  async importKeys(keys: readonly ExportedKey[]): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      for (const { id, key, bsnClaim: claim } of keys) {
        const values = [id, this.master.wrap(id, Buffer.from(key, 'base64')), claim];
        // The pepper comes along: the claims were made with it. It may replace ours only while no claim was made here.
        const conflict = id === PEPPER_ID ? 'do update set wrapped = excluded.wrapped' : 'do nothing';
        await client.query(
          `insert into sleutels.sleutel (id, wrapped, bsn_claim) values ($1, $2, $3) on conflict (id) ${conflict}`,
          values,
        );
      }
    });
    this.cache.clear();
    this.pepper = await this.obtain(PEPPER_ID);
  }

  async close(): Promise<void> {
    this.cache.clear();
  }

  private remember(id: string, wrapped: string): Key {
    const key = this.master.unwrap(id, wrapped);
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(id, { key, until: Date.now() + CACHE_MS });
    return key;
  }
}
