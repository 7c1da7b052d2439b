import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isBsn, randomId } from '@regielijn/kern';
import type { ExportedKey, KeyStore } from './key-store.js';
import { PEPPER_ID } from './master-key.js';

export const BSN = '999900006';
const OTHER_BSN = '999990019';
/** The version of the event that a registration claims for. */
export const REGISTRATION = 0n;

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
        await expect(store.obtain(id)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD', kind: 'gone' });
        await expect(store.claimBsn(id, BSN, REGISTRATION)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
        expect(await store.claimedIds()).toEqual([]);
      });

      it('given a key that another process destroys, then it is no longer among the living, also for who still has it at hand', async () => {
        const other = await database.connect();
        const [id, here] = [randomId(), randomId()];
        for (const one of [id, here]) await store.obtain(one);
        expect([...(await store.living([id, here, randomId()]))].sort()).toEqual([id, here].sort());
        await other.destroy(id);
        expect(await store.living([id, here])).toEqual([here]);
      });

      it('given an id that never had a key, when destroyed, then it never gets one', async () => {
        const id = randomId();
        await store.destroy(id);
        await expect(store.obtain(id)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
      });
    });

    describe('BSN claims', () => {
      it('given twenty ids that claim one BSN at once over two connections, then exactly one holds it and all know which', async () => {
        const second = await database.connect();
        const ids = Array.from({ length: 20 }, randomId);
        const holders = await Promise.all(
          ids.map((id, nr) => (nr % 2 ? second : store).claimBsn(id, BSN, REGISTRATION)),
        );
        expect(new Set(holders).size).toBe(1);
        expect(ids.filter((id) => id === holders[0])).toHaveLength(1);
        expect(await store.claimedIds()).toEqual([holders[0]]);
      });

      it('given a claim, then its id has a key and the same claim again answers the same id', async () => {
        const id = randomId();
        expect(await store.claimBsn(id, BSN, REGISTRATION)).toBe(id);
        expect(await store.claimBsn(id, BSN, REGISTRATION)).toBe(id);
        expect((await store.find([id])).size).toBe(1);
      });

      it('given an id that has a key already, when it claims, then it holds the BSN and keeps its key', async () => {
        const id = randomId();
        const key = await store.obtain(id);
        expect(await store.claimBsn(id, BSN, REGISTRATION)).toBe(id);
        expect((await store.obtain(id)).equals(key)).toBe(true);
        expect(await store.claimBsn(randomId(), BSN, REGISTRATION)).toBe(id);
      });

      it('given a claim, when its id claims another BSN too, then it holds both until it gives one up', async () => {
        const [id, other] = [randomId(), randomId()];
        await store.claimBsn(id, BSN, REGISTRATION);
        expect(await store.claimBsn(id, OTHER_BSN, 1n)).toBe(id);
        expect(await store.claimedIds()).toEqual([id, id]);
        expect(await store.claimBsn(other, BSN, REGISTRATION)).toBe(id);
        await store.releaseBsn(id, BSN, 1n);
        expect(await store.claimBsn(other, BSN, REGISTRATION)).toBe(other);
        expect(await store.claimBsn(other, OTHER_BSN, 1n)).toBe(id);
      });

      it('given a claim that was given up, then the BSN is free, and the same id may claim it again', async () => {
        const [first, second] = [randomId(), randomId()];
        await store.claimBsn(first, BSN, REGISTRATION);
        await store.releaseBsn(first, BSN, REGISTRATION);
        expect(await store.claimBsn(first, BSN, REGISTRATION)).toBe(first);
        await store.releaseBsn(first, BSN, REGISTRATION);
        expect(await store.claimBsn(second, BSN, REGISTRATION)).toBe(second);
      });

      it('given a claim made again for a later event, then what gives up an earlier one leaves it', async () => {
        const id = randomId();
        await store.claimBsn(id, BSN, REGISTRATION);
        await store.claimBsn(id, BSN, 3n);
        await store.claimBsn(id, BSN, 1n);
        await store.releaseBsn(id, BSN, 2n);
        expect(await store.claimBsn(randomId(), BSN, REGISTRATION)).toBe(id);
        await store.releaseBsn(id, BSN, 3n);
        expect(await store.claimedIds()).toEqual([]);
      });

      it('given a claim, when an id that does not hold it gives it up, then it stays', async () => {
        const id = randomId();
        await store.claimBsn(id, BSN, REGISTRATION);
        await store.releaseBsn(randomId(), BSN, REGISTRATION);
        expect(await store.claimedIds()).toEqual([id]);
      });

      it('given claims, then whoever knows the BSN finds its holder, and no holder of one that nobody claimed', async () => {
        const id = randomId();
        await store.claimBsn(id, BSN, REGISTRATION);
        expect([...(await store.holdersOf([OTHER_BSN, BSN]))]).toEqual([[BSN, id]]);
      });

      it('given a destroyed key, then every BSN of its id is free again', async () => {
        const [first, second] = [randomId(), randomId()];
        await store.claimBsn(first, BSN, REGISTRATION);
        await store.claimBsn(first, OTHER_BSN, 1n);
        await store.destroy(first);
        expect(await store.claimBsn(second, BSN, REGISTRATION)).toBe(second);
        expect(await store.claimedIds()).toEqual([second]);
      });

      it('given claims that come while the key is destroyed, then none is left behind', async () => {
        const second = await database.connect();
        const ids = Array.from({ length: 20 }, randomId);
        await Promise.all(ids.map((id) => store.obtain(id)));
        const claims = ids.map((id, nr) =>
          second.claimBsn(id, nr % 2 ? BSN : OTHER_BSN, REGISTRATION).catch((error: { code: string }) => error.code),
        );
        await Promise.all(ids.map((id) => store.destroy(id)));
        for (const answer of await Promise.all(claims)) expect([...ids, 'DOSSIER_VERNIETIGD']).toContain(answer);
        expect(await store.claimedIds()).toEqual([]);
      });
    });

    describe('export and import', () => {
      const moved = async (): Promise<KeyStore> => {
        const target = await (await another()).connect();
        await target.importKeys(await exported(store));
        return target;
      };

      it('given an empty store elsewhere, then the keys are the same there and claimed BSNs stay claimed', async () => {
        const [holder, other] = [randomId(), randomId()];
        await store.claimBsn(holder, BSN, REGISTRATION);
        const key = await store.obtain(other);
        await store.claimBsn(holder, OTHER_BSN, 1n);
        const target = await moved();
        expect((await target.obtain(other)).equals(key)).toBe(true);
        expect(await target.claimedIds()).toEqual([holder, holder]);
        for (const bsn of [BSN, OTHER_BSN]) expect(await target.claimBsn(randomId(), bsn, REGISTRATION)).toBe(holder);
        await target.releaseBsn(holder, BSN, 1n);
        expect(await target.claimedIds()).toEqual([holder]);
      });

      it('given an import that runs again, as after a crash, then nothing changes', async () => {
        await store.claimBsn(randomId(), BSN, REGISTRATION);
        const target = await moved();
        const before = await exported(target);
        await target.importKeys(await exported(store));
        expect(await exported(target)).toEqual(before);
      });

      it('given another process that has the empty store open, then its next claim knows the imported ones', async () => {
        const holder = randomId();
        await store.claimBsn(holder, BSN, REGISTRATION);
        const elsewhere = await another();
        const [importer, neighbour] = [await elsewhere.connect(), await elsewhere.connect()];
        await importer.importKeys(await exported(store));
        expect(await neighbour.claimBsn(randomId(), BSN, REGISTRATION)).toBe(holder);
      });

      it('given a destroyed key, then it is destroyed elsewhere too, with nothing of it in the export', async () => {
        const id = randomId();
        await store.claimBsn(id, BSN, REGISTRATION);
        await store.destroy(id);
        expect((await exported(store)).find((key) => key.id === id)).toEqual({ id, key: null, bsnClaims: [] });
        await expect((await moved()).obtain(id)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
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
        await target.claimBsn(own, BSN, REGISTRATION);
        await expect(target.importKeys(await exported(store))).rejects.toMatchObject({
          code: 'SLEUTELOPSLAG_IN_GEBRUIK',
        });
        expect((await target.find([stranger])).size).toBe(0);
        expect(await target.claimBsn(randomId(), BSN, REGISTRATION)).toBe(own);
      });

      it('given ids whose keys stayed elsewhere, then nobody makes a second key, until theirs comes in', async () => {
        const [id, other] = [randomId(), randomId()];
        const key = await store.obtain(id);
        const target = await (await another()).connect();
        await target.markElsewhere([id, other]);
        await target.markElsewhere([id]);
        await expect(target.obtain(id)).rejects.toMatchObject({ code: 'SLEUTEL_ONTBREEKT', kind: 'conflict' });
        await expect(target.claimBsn(other, BSN, REGISTRATION)).rejects.toMatchObject({ code: 'SLEUTEL_ONTBREEKT' });
        expect((await target.find([id, other])).size).toBe(0);
        await target.importKeys(await exported(store));
        expect((await target.obtain(id)).equals(key)).toBe(true);
        await expect(target.obtain(other)).rejects.toMatchObject({ code: 'SLEUTEL_ONTBREEKT' });
      });

      it('given ids whose keys stayed elsewhere, then an export of the keys here says nothing of them', async () => {
        const before = await exported(store);
        await store.markElsewhere([randomId()]);
        expect(await exported(store)).toEqual(before);
      });

      it('given an id whose key is here, or was destroyed here, then marking it changes nothing', async () => {
        const [here, destroyed] = [randomId(), randomId()];
        const key = await store.obtain(here);
        await store.destroy(destroyed);
        await store.markElsewhere([here, destroyed]);
        expect((await store.obtain(here)).equals(key)).toBe(true);
        await expect(store.obtain(destroyed)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
      });

      it('given an id whose key stayed elsewhere, when it is destroyed here, then its key no longer comes in', async () => {
        const id = randomId();
        await store.obtain(id);
        const target = await (await another()).connect();
        await target.markElsewhere([id]);
        await target.destroy(id);
        await target.importKeys(await exported(store));
        await expect(target.obtain(id)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
      });

      it('given a claim, then the export holds the pepper but the BSN in no form that shows it', async () => {
        await store.claimBsn(randomId(), BSN, REGISTRATION);
        const keys = await exported(store);
        expect(keys.map(({ id }) => id)).toContain(PEPPER_ID);
        expect(JSON.stringify(keys)).not.toContain(BSN);
      });
    });
  });
};
