import { randomBytes } from 'node:crypto';
import type { Key } from './cipher.js';
import { keyDestroyed, otherBsnClaimed, pepperInUse } from './key-errors.js';
import type { ExportedKey, KeyStore } from './key-store.js';
import { bsnClaim, PEPPER_ID } from './master-key.js';

/** Keys in memory, for fast tests. */
export class MemoryKeyStore implements KeyStore {
  /** `null`: destroyed. */
  private readonly keys = new Map<string, Key | null>([[PEPPER_ID, randomBytes(32)]]);
  private readonly holders = new Map<string, string>();

  async obtain(id: string): Promise<Key> {
    const known = this.keys.get(id);
    if (known === null) throw keyDestroyed(id);
    const key = known ?? randomBytes(32);
    this.keys.set(id, key);
    return key;
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Key>> {
    return new Map(ids.flatMap((id) => (this.keys.get(id) ? [[id, this.keys.get(id)!] as const] : [])));
  }

  async claimBsn(id: string, bsn: string): Promise<string> {
    const claim = bsnClaim(await this.obtain(PEPPER_ID), bsn);
    const holder = this.holders.get(claim);
    if (holder !== undefined) return holder;
    if (this.claimOf(id) !== null) throw otherBsnClaimed(id);
    await this.obtain(id);
    // Nothing above waits for I/O, but `await` lets others go first all the same.
    if (this.holders.has(claim)) return this.holders.get(claim)!;
    this.holders.set(claim, id);
    return id;
  }

  async releaseBsn(id: string): Promise<void> {
    const claim = this.claimOf(id);
    if (claim !== null) this.holders.delete(claim);
  }

  async destroy(id: string): Promise<void> {
    this.keys.set(id, null);
    await this.releaseBsn(id);
  }

  async claimedIds(): Promise<readonly string[]> {
    return [...this.holders.values()];
  }

  async *exportKeys(): AsyncIterable<ExportedKey> {
    for (const [id, key] of this.keys) yield { id, key: key?.toString('base64') ?? null, bsnClaim: this.claimOf(id) };
  }

  async importKeys(keys: readonly ExportedKey[]): Promise<void> {
    const pepper = keys.find(({ id }) => id === PEPPER_ID)?.key;
    if (pepper && this.holders.size > 0 && pepper !== this.keys.get(PEPPER_ID)?.toString('base64')) throw pepperInUse();
    if (pepper) this.keys.set(PEPPER_ID, Buffer.from(pepper, 'base64'));
    for (const { id, key, bsnClaim: claim } of keys) {
      if (this.keys.has(id)) continue;
      this.keys.set(id, key === null ? null : Buffer.from(key, 'base64'));
      if (claim !== null) this.holders.set(claim, id);
    }
  }

  async close(): Promise<void> {}

  private claimOf(id: string): string | null {
    for (const [claim, holder] of this.holders) if (holder === id) return claim;
    return null;
  }
}
