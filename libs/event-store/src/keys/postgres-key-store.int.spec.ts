import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomId } from '@regielijn/kern';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/postgres.js';
import { BSN, describeKeyStoreContract, exported, REGISTRATION } from './key-store.contract.js';
import { MasterKey, PEPPER_ID } from './master-key.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { PostgresKeyStore } from './postgres-key-store.js';

const newMaster = (): MasterKey => MasterKey.fromText(randomBytes(32).toString('base64'));

/** A new database costs half a second; one that another test emptied is as good. */
const emptied: { database: TestDatabase; pool: pg.Pool }[] = [];

const newDatabase = async () => {
  const database = await createTestDatabase();
  return { database, pool: createPool(database.url) };
};

const emptyKeyStore = async () => {
  const own = emptied.pop() ?? (await newDatabase());
  const master = newMaster();
  const pools: pg.Pool[] = [];
  await own.pool.query('drop schema if exists sleutels cascade');
  return {
    connect: async () => {
      const pool = createPool(own.database.url);
      pools.push(pool);
      return PostgresKeyStore.open(pool, master);
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      emptied.push(own);
    },
  };
};

afterAll(async () => {
  for (const { database, pool } of emptied) {
    await pool.end();
    await database.close();
  }
}, 60_000);

describeKeyStoreContract('PostgreSQL', { empty: emptyKeyStore });

describe('PostgresKeyStore', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool(database.url);
  }, 60_000);
  beforeEach(() => pool.query('drop schema if exists sleutels cascade'));
  afterAll(async () => {
    await pool.end();
    await database.close();
  }, 60_000);

  it('given three processes that open an empty database at once, then all have the same pepper and keys', async () => {
    const master = newMaster();
    const stores = await Promise.all([1, 2, 3].map(() => PostgresKeyStore.open(pool, master)));
    const id = randomId();
    const keys = await Promise.all(stores.map((store) => store.obtain(id)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    await stores[0]!.claimBsn(id, BSN, REGISTRATION);
    expect(await stores[2]!.claimBsn(randomId(), BSN, REGISTRATION)).toBe(id);
  });

  it('given a store wrapped by one master key, when opened with another, then one clear line and nothing changed', async () => {
    const store = await PostgresKeyStore.open(pool, newMaster());
    await store.obtain(randomId());
    const rows = 'select * from sleutels.sleutel order by id';
    const before = (await pool.query(rows)).rows;
    await expect(PostgresKeyStore.open(pool, newMaster())).rejects.toMatchObject({
      code: 'HOOFDSLEUTEL',
      message: 'De hoofdsleutel klopt niet: hij past niet op de sleutels in deze opslag.',
    });
    expect((await pool.query(rows)).rows).toEqual(before);
  });

  it('given keys and a claim, then no row shows a key or the BSN; after destruction no row holds a trace of them', async () => {
    const store = await PostgresKeyStore.open(pool, newMaster());
    const id = randomId();
    const key = await store.obtain(id);
    await store.claimBsn(id, BSN, REGISTRATION);
    const tables = 'select s::text as row from sleutels.sleutel s union all select c::text from sleutels.bsn_claim c';
    const asText = async (): Promise<string> =>
      (await pool.query<{ row: string }>(tables)).rows.map(({ row }) => row).join('\n');
    const text = await asText();
    for (const form of [BSN, ...(['hex', 'base64', 'base64url'] as const).map((form) => key.toString(form))])
      expect(text).not.toContain(form);
    const { rows } = await pool.query<{ wrapped: string; claim: string }>(
      'select wrapped, claim from sleutels.sleutel join sleutels.bsn_claim using (id) where id = $1',
      [id],
    );
    for (const trace of [rows[0]!.wrapped, rows[0]!.claim]) expect(text).toContain(trace);
    await store.destroy(id);
    const after = await asText();
    expect(after).toContain(id);
    for (const trace of [rows[0]!.wrapped, rows[0]!.claim]) expect(after).not.toContain(trace);
  });

  it('given a key destroyed in one process, then a process that never used it cannot have it', async () => {
    const master = newMaster();
    const [one, two] = [await PostgresKeyStore.open(pool, master), await PostgresKeyStore.open(pool, master)];
    const id = randomId();
    await one.obtain(id);
    await one.destroy(id);
    await expect(two.obtain(id)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
  });

  it('given a key destroyed while a claim of its id waits for a rival, then no claim is left behind', async () => {
    const store = await PostgresKeyStore.open(pool, newMaster());
    const [id, other] = [randomId(), randomId()];
    await store.obtain(id);
    await store.claimBsn(other, BSN, REGISTRATION);
    const { rows } = await pool.query<{ claim: string }>('delete from sleutels.bsn_claim returning claim');
    const waiting = async (): Promise<number> =>
      (
        await pool.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).rows[0]!.n;
    const until = async (there: () => Promise<boolean>): Promise<void> => {
      for (const deadline = Date.now() + 10_000; !(await there());) {
        if (Date.now() > deadline) throw new Error('it did not come so far');
        await sleep(10);
      }
    };
    const rival = await pool.connect();
    await rival.query('begin');
    await rival.query('insert into sleutels.bsn_claim (claim, id, version) values ($1, $2, 0)', [
      rows[0]!.claim,
      other,
    ]);
    const claim = store.claimBsn(id, BSN, REGISTRATION).catch((error: { code: string }) => error.code);
    await until(async () => (await waiting()) === 1);
    let destroyed = false;
    const destroy = store.destroy(id).then(() => (destroyed = true));
    await until(async () => destroyed || (await waiting()) === 2);
    await rival.query('rollback');
    rival.release();
    expect([id, 'DOSSIER_VERNIETIGD']).toContain(await claim);
    await destroy;
    expect(await store.claimedIds()).toEqual([]);
  });

  it('given an import that replaces the pepper while a claim is on its way, then the claim is made with the new one', async () => {
    const elsewhere = new MemoryKeyStore();
    const holder = randomId();
    await elsewhere.claimBsn(holder, BSN, REGISTRATION);
    const master = newMaster();
    const importer = await PostgresKeyStore.open(pool, master);
    const slow = createPool(database.url);
    const claimer = await PostgresKeyStore.open(slow, master);
    const query = slow.query.bind(slow) as (config: unknown) => Promise<pg.QueryResult>;
    let imported = false;
    // What a claim asks first is the pepper; the import comes before it goes on.
    slow.query = (async (config: unknown) => {
      const answer = await query(config);
      if (!imported) {
        imported = true;
        await importer.importKeys(await exported(elsewhere));
      }
      return answer;
    }) as never;
    expect(await claimer.claimBsn(randomId(), BSN, REGISTRATION)).toBe(holder);
    await slow.end();
  });

  describe('another master key', () => {
    const HOOFDSLEUTEL = { code: 'HOOFDSLEUTEL' };
    const [old, next] = [newMaster(), newMaster()];

    it('given keys, a claim and a destroyed key, when rotated, then all is as it was under the new one, and the old one opens nothing', async () => {
      const store = await PostgresKeyStore.open(pool, old);
      const [holder, other, destroyed] = [randomId(), randomId(), randomId()];
      await store.claimBsn(holder, BSN, REGISTRATION);
      for (const id of [other, destroyed]) await store.obtain(id);
      await store.destroy(destroyed);
      const before = await exported(store);
      expect(await store.rotate(next)).toBe(2);
      expect(await exported(store)).toEqual(before);
      const reopened = await PostgresKeyStore.open(pool, next);
      expect(await exported(reopened)).toEqual(before);
      expect(await reopened.claimBsn(randomId(), BSN, REGISTRATION)).toBe(holder);
      await expect(reopened.obtain(destroyed)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
      await expect(PostgresKeyStore.open(pool, old)).rejects.toMatchObject(HOOFDSLEUTEL);
    });

    it('given a process that still has the old one, then it adds no key that would be lost, by hand or by import', async () => {
      const store = await PostgresKeyStore.open(pool, old);
      const late = await PostgresKeyStore.open(pool, old);
      const [id, imported] = [randomId(), randomId()];
      await store.rotate(next);
      await expect(late.obtain(id)).rejects.toMatchObject(HOOFDSLEUTEL);
      await expect(
        late.importKeys([{ id: imported, key: randomBytes(32).toString('base64'), bsnClaims: [] }]),
      ).rejects.toMatchObject(HOOFDSLEUTEL);
      await expect(late.rotate(newMaster())).rejects.toMatchObject(HOOFDSLEUTEL);
      expect((await exported(store)).map((key) => key.id)).toEqual([PEPPER_ID]);
    });

    it('given that it is rotated while a key is made, then that key is refused, and not wrapped by the old one', async () => {
      const store = await PostgresKeyStore.open(pool, old);
      const slow = createPool(database.url);
      const busy = await PostgresKeyStore.open(slow, old);
      const query = slow.query.bind(slow) as (config: { text: string }) => Promise<pg.QueryResult>;
      let rotated = 0;
      // The last thing that is asked before a key is written is the pepper; the other master key comes before it goes on.
      slow.query = (async (config: { text: string }) => {
        const answer = await query(config);
        if (config.text.startsWith('select id, wrapped') && answer.rows[0]?.id === PEPPER_ID && rotated++ === 0)
          await store.rotate(next);
        return answer;
      }) as never;
      await expect(busy.obtain(randomId())).rejects.toMatchObject(HOOFDSLEUTEL);
      expect(rotated).toBe(2);
      expect((await exported(store)).map(({ id }) => id)).toEqual([PEPPER_ID]);
      await slow.end();
    });

    it('given a backup of the keys from before, then it opens with the old one only, also a key that was destroyed since', async () => {
      const store = await PostgresKeyStore.open(pool, old);
      const id = randomId();
      const key = await store.obtain(id);
      await pool.query('create table public.backup as select * from sleutels.sleutel');
      await store.destroy(id);
      await store.rotate(next);
      await pool.query('truncate sleutels.sleutel cascade; insert into sleutels.sleutel select * from public.backup');
      await pool.query('drop table public.backup');
      await expect(PostgresKeyStore.open(pool, next)).rejects.toMatchObject(HOOFDSLEUTEL);
      expect((await (await PostgresKeyStore.open(pool, old)).obtain(id)).equals(key)).toBe(true);
    });
  });

  it('given no database, then a claim says that the store is away, so that the caller may try again', async () => {
    const away = createPool('postgres://regielijn:x@127.0.0.1:1/regielijn');
    await expect(PostgresKeyStore.open(away, newMaster())).rejects.toMatchObject({
      code: 'OPSLAG_NIET_BEREIKBAAR',
      kind: 'unavailable',
    });
    await away.end();
  });
});
