import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isBsn, randomId } from '@regielijn/kern';
import type { ExportedKey, KeyStore } from './key-store.js';
import { PEPPER_ID } from './master-key.js';

export const BSN = '999900006';
const OTHER_BSN = '999990019';

/** What a key store's spec hands to the contract suite. */
export interface KeyStoreHarness {
  /** An empty key store; the connections to it are what several processes would have. */
  empty(): Promise<{ connect(): Promise<KeyStore>; close(): Promise<void> }>;
}

export const exported = async (store: KeyStore): Promise<readonly ExportedKey[]> => {
  const keys: ExportedKey[] = [];
  for await (const key of store.exportKeys()) keys.push(key);
  return keys;
};

/** One suite for all key stores: keys, BSN claims, and their way to another store. */
export const describeKeyStoreContract = (name: string, harness: KeyStoreHarness): void => {
  describe(`the key store contract: ${name}`, () => {
    type Empty = Awaited<ReturnType<KeyStoreHarness['empty']>>;
    let opened: Empty[];
    let database: Empty;
    let store: KeyStore;
    const another = async (): Promise<Empty> => {
      const empty = await harness.empty();
      opened.push(empty);
      return empty;
    };
    beforeEach(async () => {
      opened = [];
      database = await another();
      store = await database.connect();
    }, 60_000);
    afterEach(() => Promise.all(opened.map((empty) => empty.close())), 60_000);

    it('given synthetic numbers, then they pass the elfproef', () => {
      expect([BSN, OTHER_BSN].map(isBsn)).toEqual([true, true]);
    });

    describe('keys', () => {
      it('given a new id, when obtained twice at once and again later, then it is one key of 32 bytes', async () => {
        const id = randomId();
        const [first, second] = await Promise.all([store.obtain(id), store.obtain(id)]);
        expect(first).toHaveLength(32);
        expect(second.equals(first)).toBe(true);
        expect((await store.find([id])).get(id)?.equals(first)).toBe(true);
      });

      it('given two ids, then their keys differ; an unknown id has none', async () => {
        const [a, b] = [randomId(), randomId()];
        expect((await store.obtain(a)).equals(await store.obtain(b))).toBe(false);
        expect([...(await store.find([a, randomId(), b])).keys()].sort()).toEqual([a, b].sort());
      });

      it('given a destroyed key, then it is gone, and nobody makes another under its id', async () => {
        const id = randomId();
        await store.obtain(id);
        await store.destroy(id);
        expect((await store.find([id])).size).toBe(0);
        await expect(store.obtain(id)).rejects.toMatchObject({ code: 'SLEUTEL_VERNIETIGD', kind: 'refused' });
        await expect(store.claimBsn(id, BSN)).rejects.toMatchObject({ code: 'SLEUTEL_VERNIETIGD' });
        expect(await store.claimedIds()).toEqual([]);
      });

      it('given an id that never had a key, when destroyed, then it never gets one', async () => {
        const id = randomId();
        await store.destroy(id);
        await expect(store.obtain(id)).rejects.toMatchObject({ code: 'SLEUTEL_VERNIETIGD' });
      });
    });

    describe('BSN claims', () => {
      it('given twenty ids that claim one BSN at once over two connections, then exactly one holds it and all know which', async () => {
        const second = await database.connect();
        const ids = Array.from({ length: 20 }, randomId);
        const holders = await Promise.all(ids.map((id, nr) => (nr % 2 ? second : store).claimBsn(id, BSN)));
        expect(new Set(holders).size).toBe(1);
        expect(ids.filter((id) => id === holders[0])).toHaveLength(1);
        expect(await store.claimedIds()).toEqual([holders[0]]);
      });

      it('given a claim, then its id has a key and the same claim again answers the same id', async () => {
        const id = randomId();
        expect(await store.claimBsn(id, BSN)).toBe(id);
        expect(await store.claimBsn(id, BSN)).toBe(id);
        expect((await store.find([id])).size).toBe(1);
      });

      it('given an id that has a key already, when it claims, then it holds the BSN and keeps its key', async () => {
        const id = randomId();
        const key = await store.obtain(id);
        expect(await store.claimBsn(id, BSN)).toBe(id);
        expect((await store.obtain(id)).equals(key)).toBe(true);
        expect(await store.claimBsn(randomId(), BSN)).toBe(id);
      });

      it('given a claim, when its id claims another BSN, then that is refused and the first claim stays', async () => {
        const id = randomId();
        await store.claimBsn(id, BSN);
        await expect(store.claimBsn(id, OTHER_BSN)).rejects.toMatchObject({ code: 'ANDER_BSN_VASTGELEGD' });
        expect(await store.claimBsn(randomId(), BSN)).toBe(id);
        const other = randomId();
        expect(await store.claimBsn(other, OTHER_BSN)).toBe(other);
      });

      it('given a claim that was given up, then the BSN is free, and the same id may claim it again', async () => {
        const [first, second] = [randomId(), randomId()];
        await store.claimBsn(first, BSN);
        await store.releaseBsn(first);
        expect(await store.claimBsn(first, BSN)).toBe(first);
        await store.releaseBsn(first);
        expect(await store.claimBsn(second, BSN)).toBe(second);
      });

      it('given a destroyed key, then its BSN is free again', async () => {
        const [first, second] = [randomId(), randomId()];
        await store.claimBsn(first, BSN);
        await store.destroy(first);
        expect(await store.claimBsn(second, BSN)).toBe(second);
        expect(await store.claimedIds()).toEqual([second]);
      });
    });

    describe('export and import', () => {
      const moved = async (): Promise<KeyStore> => {
        const target = await (await another()).connect();
        await target.importKeys(await exported(store));
        return target;
      };

      it('given an empty store elsewhere, then the keys are the same there and a claimed BSN stays claimed', async () => {
        const [holder, other] = [randomId(), randomId()];
        await store.claimBsn(holder, BSN);
        const key = await store.obtain(other);
        const target = await moved();
        expect((await target.obtain(other)).equals(key)).toBe(true);
        expect(await target.claimedIds()).toEqual([holder]);
        expect(await target.claimBsn(randomId(), BSN)).toBe(holder);
      });

      it('given an import that runs again, as after a crash, then nothing changes', async () => {
        await store.claimBsn(randomId(), BSN);
        const target = await moved();
        const before = await exported(target);
        await target.importKeys(await exported(store));
        expect(await exported(target)).toEqual(before);
      });

      it('given another process that has the empty store open, then its next claim knows the imported ones', async () => {
        const holder = randomId();
        await store.claimBsn(holder, BSN);
        const elsewhere = await another();
        const [importer, neighbour] = [await elsewhere.connect(), await elsewhere.connect()];
        await importer.importKeys(await exported(store));
        expect(await neighbour.claimBsn(randomId(), BSN)).toBe(holder);
      });

      it('given a destroyed key, then it is destroyed elsewhere too, with nothing of it in the export', async () => {
        const id = randomId();
        await store.claimBsn(id, BSN);
        await store.destroy(id);
        expect((await exported(store)).find((key) => key.id === id)).toEqual({ id, key: null, bsnClaim: null });
        await expect((await moved()).obtain(id)).rejects.toMatchObject({ code: 'SLEUTEL_VERNIETIGD' });
      });

      it('given a key destroyed here, when an older export comes in, then it stays destroyed', async () => {
        const id = randomId();
        await store.obtain(id);
        const older = await exported(store);
        await store.destroy(id);
        await store.importKeys(older);
        expect((await store.find([id])).size).toBe(0);
      });

      it('given a store with claims of its own, when keys with another pepper come in, then they are refused whole', async () => {
        const stranger = randomId();
        await store.obtain(stranger);
        const target = await (await another()).connect();
        const own = randomId();
        await target.claimBsn(own, BSN);
        await expect(target.importKeys(await exported(store))).rejects.toMatchObject({
          code: 'SLEUTELOPSLAG_IN_GEBRUIK',
        });
        expect((await target.find([stranger])).size).toBe(0);
        expect(await target.claimBsn(randomId(), BSN)).toBe(own);
      });

      it('given a claim, then the export holds the pepper but the BSN in no form that shows it', async () => {
        await store.claimBsn(randomId(), BSN);
        const keys = await exported(store);
        expect(keys.map(({ id }) => id)).toContain(PEPPER_ID);
        expect(JSON.stringify(keys)).not.toContain(BSN);
      });
    });
  });
};
