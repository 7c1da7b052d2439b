import { randomBytes } from 'node:crypto';
import type { Key } from './cipher.js';
import type { ExportedKey, KeyStore } from './key-store.js';
import { keyDestroyed } from './key-errors.js';

/** Keys in memory, for fast tests. */
export class MemoryKeyStore implements KeyStore {
  private readonly keys = new Map<string, Key | null>();
  private readonly claims = new Map<string, string>();

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
    const holder = this.claims.get(bsn) ?? id;
    this.claims.set(bsn, holder);
    if (holder === id) await this.obtain(id);
    return holder;
  }

  async releaseBsn(id: string): Promise<void> {
    for (const [bsn, holder] of this.claims) if (holder === id) this.claims.delete(bsn);
  }

  async destroy(id: string): Promise<void> {
    this.keys.set(id, null);
    await this.releaseBsn(id);
  }

  async claimedIds(): Promise<readonly string[]> {
    return [...this.claims.values()];
  }

  async *exportKeys(): AsyncIterable<ExportedKey> {
    const claimOf = new Map([...this.claims].map(([bsn, id]) => [id, bsn]));
    for (const [id, key] of this.keys)
      if (key) yield { id, key: key.toString('base64'), bsnClaim: claimOf.get(id) ?? null };
  }

  async importKeys(keys: readonly ExportedKey[]): Promise<void> {
    for (const { id, key, bsnClaim } of keys) {
      if (!this.keys.has(id)) this.keys.set(id, Buffer.from(key, 'base64'));
      if (bsnClaim !== null && !this.claims.has(bsnClaim)) this.claims.set(bsnClaim, id);
    }
  }

  async close(): Promise<void> {}
}
