import { randomBytes } from 'node:crypto';
import { inTransaction, isDatabaseAway } from '@regielijn/postgres';
import type pg from 'pg';
import { StoreUnavailableError } from '../errors.js';
import type { Key } from './cipher.js';
import { keyDestroyed, otherBsnClaimed, pepperInUse } from './key-errors.js';
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
const PEPPER = 'select id, wrapped from sleutels.sleutel where id = $1';
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

  private constructor(
    private readonly pool: pg.Pool,
    private readonly master: MasterKey,
  ) {}

  /** Creates what is not there yet, and checks that the master key is the one this store was wrapped with. */
  static async open(pool: pg.Pool, master: MasterKey): Promise<PostgresKeyStore> {
    const store = new PostgresKeyStore(pool, master);
    // Statements sent together are one transaction.
    await store.query(`select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA}`);
    await store.obtain(PEPPER_ID);
    return store;
  }

  async obtain(id: string): Promise<Key> {
    const found = (await this.find([id])).get(id);
    if (found) return found;
    await this.query('insert into sleutels.sleutel (id, wrapped) values ($1, $2) on conflict (id) do nothing', [
      id,
      this.master.wrap(id, randomBytes(32)),
    ]);
    // Ours, or the one that another process made first.
    const key = (await this.find([id])).get(id);
    if (!key) throw keyDestroyed(id);
    return key;
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
    const rows = await this.query<Row>(
      'select id, wrapped from sleutels.sleutel where id = any($1::uuid[]) and wrapped is not null',
      [missing],
      'find-keys',
    );
    for (const { id, wrapped } of rows) found.set(id, this.remember(id, wrapped!));
    return found;
  }

  async claimBsn(id: string, bsn: string): Promise<string> {
    // Never from the cache: an import by another process may have brought another pepper.
    const [pepper] = await this.query<Row>(PEPPER, [PEPPER_ID]);
    const claim = bsnClaim(this.master.unwrap(PEPPER_ID, pepper!.wrapped!), bsn);
    await this.writeClaim(id, claim, pepper!.wrapped!);
    const rows = await this.query<Row & { bsn_claim: string | null }>(
      'select id, wrapped, bsn_claim from sleutels.sleutel where bsn_claim = $2 or id = $1',
      [id, claim],
    );
    const holder = rows.find(({ bsn_claim }) => bsn_claim === claim);
    if (holder) return holder.id;
    const own = rows[0];
    if (own?.wrapped === null) throw keyDestroyed(id);
    if (own?.bsn_claim) throw otherBsnClaimed(id);
    // The rival that was first gave its claim up, or the pepper was replaced.
    return this.claimBsn(id, bsn);
  }

  async releaseBsn(id: string): Promise<void> {
    await this.query('update sleutels.sleutel set bsn_claim = null where id = $1', [id]);
  }

  async destroy(id: string): Promise<void> {
    await this.query(
      `insert into sleutels.sleutel (id, wrapped) values ($1, null)
       on conflict (id) do update set wrapped = null, bsn_claim = null`,
      [id],
    );
    this.cache.delete(id);
  }

  async claimedIds(): Promise<readonly string[]> {
    const rows = await this.query<{ id: string }>('select id from sleutels.sleutel where bsn_claim is not null');
    return rows.map(({ id }) => id);
  }

  async *exportKeys(): AsyncIterable<ExportedKey> {
    const rows = await this.query<Row & { bsn_claim: string | null }>(
      'select id, wrapped, bsn_claim from sleutels.sleutel order by id',
    );
    for (const { id, wrapped, bsn_claim } of rows) {
      const key = wrapped === null ? null : this.master.unwrap(id, wrapped).toString('base64');
      yield { id, key, bsnClaim: bsn_claim };
    }
  }

  async importKeys(keys: readonly ExportedKey[]): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const pepper = keys.find(({ id }) => id === PEPPER_ID)?.key;
      if (pepper) await this.takeOverPepper(client, pepper);
      for (const { id, key, bsnClaim: claim } of keys) {
        const wrapped = key === null ? null : this.master.wrap(id, Buffer.from(key, 'base64'));
        await client.query(
          'insert into sleutels.sleutel (id, wrapped, bsn_claim) values ($1, $2, $3) on conflict (id) do nothing',
          [id, wrapped, claim],
        );
      }
    });
    this.cache.clear();
  }

  async close(): Promise<void> {
    this.cache.clear();
  }

  /** The claims of an export were made with its pepper, so that one comes along. */
  private async takeOverPepper(client: pg.PoolClient, pepper: string): Promise<void> {
    // Claims wait here: none may be made with the old pepper while it is replaced.
    await client.query('lock table sleutels.sleutel in share row exclusive mode');
    const { rows } = await client.query<Row>(PEPPER, [PEPPER_ID]);
    if (this.master.unwrap(PEPPER_ID, rows[0]!.wrapped!).equals(Buffer.from(pepper, 'base64'))) return;
    const claims = await client.query('select from sleutels.sleutel where bsn_claim is not null limit 1');
    if (claims.rowCount) throw pepperInUse();
    const wrapped = this.master.wrap(PEPPER_ID, Buffer.from(pepper, 'base64'));
    await client.query('update sleutels.sleutel set wrapped = $2 where id = $1', [PEPPER_ID, wrapped]);
  }

  /** Writes nothing when a rival holds the claim, when the id holds another one, or when the pepper is a new one. */
  private async writeClaim(id: string, claim: string, pepper: string): Promise<void> {
    try {
      await this.query(
        `insert into sleutels.sleutel as s (id, wrapped, bsn_claim)
         select $1, $2, $3 where exists (select from sleutels.sleutel where id = $4 and wrapped = $5)
         on conflict (id) do update set bsn_claim = excluded.bsn_claim where s.wrapped is not null and s.bsn_claim is null`,
        [id, this.master.wrap(id, randomBytes(32)), claim, PEPPER_ID, pepper],
      );
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'bsn_claim') throw error;
    }
  }

  private async query<R extends object>(text: string, values: unknown[] = [], name?: string): Promise<R[]> {
    try {
      return (await this.pool.query<R>({ text, values, ...(name && { name }) })).rows;
    } catch (error) {
      if (isDatabaseAway(error)) throw new StoreUnavailableError('sleutels', { cause: error });
      throw error;
    }
  }

  private remember(id: string, wrapped: string): Key {
    const key = this.master.unwrap(id, wrapped);
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(id, { key, until: Date.now() + CACHE_MS });
    return key;
  }
}
