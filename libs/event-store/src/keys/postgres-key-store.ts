import { randomBytes } from 'node:crypto';
import { dossierVernietigd } from '@regielijn/kern';
import { inTransaction, isDatabaseAway } from '@regielijn/postgres';
import type pg from 'pg';
import { StoreUnavailableError } from '../errors.js';
import type { Key } from './cipher.js';
import { keyElsewhere, pepperInUse } from './key-errors.js';
import type { ExportedKey, KeyStore } from './key-store.js';
import { bsnClaim, type MasterKey, PEPPER_ID } from './master-key.js';

const SCHEMA = `
create schema if not exists sleutels;
create table if not exists sleutels.sleutel (
  id uuid primary key,
  -- null: destroyed. The row stays, so that nobody makes a second key under a destroyed id.
  wrapped text
);
-- Their keys were not imported with the log.
create table if not exists sleutels.elders (id uuid primary key);
create table if not exists sleutels.bsn_claim (
  claim text primary key,
  id uuid not null references sleutels.sleutel,
  -- Of the event that needs it, in the stream of this id.
  version bigint not null
);
create index if not exists bsn_claim_id on sleutels.bsn_claim (id);
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
    private master: MasterKey,
  ) {}

  /** Creates what is not there yet, and checks that the master key is the one this store was wrapped with. */
  static async open(pool: pg.Pool, master: MasterKey): Promise<PostgresKeyStore> {
    const store = new PostgresKeyStore(pool, master);
    // Statements sent together are one transaction.
    await store.query(`select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA}`);
    await store.query('insert into sleutels.sleutel (id, wrapped) values ($1, $2) on conflict (id) do nothing', [
      PEPPER_ID,
      master.wrap(PEPPER_ID, randomBytes(32)),
    ]);
    await store.find([PEPPER_ID]);
    return store;
  }

  async obtain(id: string): Promise<Key> {
    const found = (await this.find([id])).get(id);
    if (found) return found;
    const pepper = await this.pepper();
    // Opens only with the master key of now, and the row is held while we write: a key wrapped by an older one were lost.
    this.master.unwrap(PEPPER_ID, pepper);
    await this.query(
      `insert into sleutels.sleutel (id, wrapped)
       select $1, $2 from sleutels.sleutel p where p.id = $3 and p.wrapped = $4
         and not exists (select from sleutels.elders where id = $1)
       for share of p on conflict (id) do nothing`,
      [id, this.master.wrap(id, randomBytes(32)), PEPPER_ID, pepper],
    );
    // Ours, or the one that another process made first.
    const key = (await this.find([id])).get(id);
    if (key) return key;
    const [row] = await this.query<{ destroyed: boolean; elsewhere: boolean }>(
      `select exists (select from sleutels.sleutel where id = $1) as destroyed,
              exists (select from sleutels.elders where id = $1) as elsewhere`,
      [id],
    );
    if (row!.destroyed) throw dossierVernietigd();
    if (row!.elsewhere) throw keyElsewhere(id);
    // The pepper was replaced, or wrapped by another master key.
    return this.obtain(id);
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

  async living(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from sleutels.sleutel where id = any($1::uuid[]) and wrapped is not null',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  async claimBsn(id: string, bsn: string, version: bigint): Promise<string> {
    const pepper = await this.pepper();
    const claim = bsnClaim(this.master.unwrap(PEPPER_ID, pepper), bsn);
    await this.obtain(id);
    // Writes nothing when a rival holds the claim, when this key was destroyed, or when the pepper is a new one.
    const own = await this.query(
      `insert into sleutels.bsn_claim as c (claim, id, version)
       select $1, s.id, $3 from sleutels.sleutel s where s.id = $2 and s.wrapped is not null
         and exists (select from sleutels.sleutel where id = $4 and wrapped = $5) for share of s
       on conflict (claim) do update set version = greatest(c.version, excluded.version) where c.id = excluded.id
       returning c.id`,
      [claim, id, version, PEPPER_ID, pepper],
    );
    if (own.length > 0) return id;
    const rows = await this.query<Row>(
      `select c.id, null as wrapped from sleutels.bsn_claim c where claim = $2
       union all select id, wrapped from sleutels.sleutel where id = $1`,
      [id, claim],
    );
    const holder = rows.find((row) => row.id !== id);
    if (holder) return holder.id;
    if (!rows.some(({ wrapped }) => wrapped !== null)) throw dossierVernietigd();
    // The rival that was first gave its claim up, or the pepper was replaced.
    return this.claimBsn(id, bsn, version);
  }

  async releaseBsn(id: string, bsn: string, version: bigint): Promise<void> {
    const claim = bsnClaim(this.master.unwrap(PEPPER_ID, await this.pepper()), bsn);
    await this.query('delete from sleutels.bsn_claim where claim = $1 and id = $2 and version <= $3', [
      claim,
      id,
      version,
    ]);
  }

  async destroy(id: string): Promise<void> {
    await this.transaction(async (client) => {
      await client.query(
        'insert into sleutels.sleutel (id) values ($1) on conflict (id) do update set wrapped = null',
        [id],
      );
      // After the key, in a statement of its own: a claim that was on its way is there by now, and no other can come.
      await client.query('delete from sleutels.bsn_claim where id = $1', [id]);
    });
    this.cache.delete(id);
  }

  async claimedIds(): Promise<readonly string[]> {
    return (await this.query<{ id: string }>('select id from sleutels.bsn_claim')).map(({ id }) => id);
  }

  async holdersOf(bsns: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const pepper = this.master.unwrap(PEPPER_ID, await this.pepper());
    const bsnOf = new Map(bsns.map((bsn) => [bsnClaim(pepper, bsn), bsn]));
    const rows = await this.query<{ claim: string; id: string }>(
      'select claim, id from sleutels.bsn_claim where claim = any($1)',
      [[...bsnOf.keys()]],
    );
    return new Map(rows.map(({ claim, id }) => [bsnOf.get(claim)!, id]));
  }

  async markElsewhere(ids: readonly string[]): Promise<void> {
    await this.query('insert into sleutels.elders select unnest($1::uuid[]) on conflict do nothing', [ids]);
  }

  async *exportKeys(): AsyncIterable<ExportedKey> {
    const rows = await this.query<Row & { claims: readonly string[] }>(
      `select s.id, s.wrapped, array(select claim from sleutels.bsn_claim where id = s.id order by claim) as claims
       from sleutels.sleutel s order by s.id`,
    );
    for (const { id, wrapped, claims } of rows) {
      const key = wrapped === null ? null : this.master.unwrap(id, wrapped).toString('base64');
      yield { id, key, bsnClaims: claims };
    }
  }

  async importKeys(keys: readonly ExportedKey[]): Promise<void> {
    await this.transaction(async (client) => {
      const own = await this.holdPepper(client);
      const pepper = keys.find(({ id }) => id === PEPPER_ID)?.key;
      if (pepper && !own.equals(Buffer.from(pepper, 'base64'))) await this.takeOverPepper(client, pepper);
      for (const { id, key, bsnClaims } of keys) {
        const wrapped = key === null ? null : this.master.wrap(id, Buffer.from(key, 'base64'));
        await client.query(
          `with new as (insert into sleutels.sleutel (id, wrapped) values ($1, $2) on conflict (id) do nothing returning id)
           insert into sleutels.bsn_claim (claim, id, version) select unnest($3::text[]), id, 0 from new`,
          [id, wrapped, bsnClaims],
        );
      }
    });
    this.cache.clear();
  }

  /**
   * Wraps every living key by another master key, all or none; answers how many. The keys themselves stay. A process that
   * has the old one can add nothing to this store any more (`HOOFDSLEUTEL`), and backups from before need the old one: once
   * that is given up, a key that was destroyed since cannot come back from them.
   */
  async rotate(next: MasterKey): Promise<number> {
    let count = 0;
    await this.transaction(async (client) => {
      await this.holdPepper(client);
      // In a statement of its own: a key that was on its way is there by now, and no other can come.
      const { rows } = await client.query<{ id: string; wrapped: string }>(
        'select id, wrapped from sleutels.sleutel where wrapped is not null order by id for update',
      );
      await client.query(
        `update sleutels.sleutel s set wrapped = nieuw.wrapped
         from unnest($1::uuid[], $2::text[]) as nieuw (id, wrapped) where s.id = nieuw.id`,
        [rows.map(({ id }) => id), rows.map(({ id, wrapped }) => next.wrap(id, this.master.unwrap(id, wrapped)))],
      );
      // The pepper is one of them, and belongs to nobody.
      count = rows.length - 1;
    });
    this.master = next;
    return count;
  }

  async close(): Promise<void> {
    this.cache.clear();
  }

  /** The pepper, held against everybody who adds a key, and proof that ours is the master key of now. */
  private async holdPepper(client: pg.PoolClient): Promise<Key> {
    const { rows } = await client.query<Row>(`${PEPPER} for update`, [PEPPER_ID]);
    return this.master.unwrap(PEPPER_ID, rows[0]!.wrapped!);
  }

  /** The claims of an export were made with its pepper, so that one comes along. */
  private async takeOverPepper(client: pg.PoolClient, pepper: string): Promise<void> {
    // Claims wait here: none may be made with the old pepper while it is replaced.
    await client.query('lock table sleutels.bsn_claim in share row exclusive mode');
    const claims = await client.query('select from sleutels.bsn_claim limit 1');
    if (claims.rowCount) throw pepperInUse();
    const wrapped = this.master.wrap(PEPPER_ID, Buffer.from(pepper, 'base64'));
    await client.query('update sleutels.sleutel set wrapped = $2 where id = $1', [PEPPER_ID, wrapped]);
  }

  /** Never from the cache: an import by another process may have brought another one. */
  private async pepper(): Promise<string> {
    return (await this.query<Row>(PEPPER, [PEPPER_ID]))[0]!.wrapped!;
  }

  private query<R extends object>(text: string, values: unknown[] = [], name?: string): Promise<R[]> {
    return this.whenThere(async () => (await this.pool.query<R>({ text, values, ...(name && { name }) })).rows);
  }

  private transaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    return this.whenThere(() => inTransaction(this.pool, work));
  }

  private async whenThere<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
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
