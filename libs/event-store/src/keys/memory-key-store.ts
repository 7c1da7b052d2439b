import { randomBytes } from 'node:crypto';
import { dossierVernietigd } from '@regielijn/kern';
import type { Key } from './cipher.js';
import { keyElsewhere, pepperInUse } from './key-errors.js';
import type { ExportedKey, KeyStore } from './key-store.js';
import { bsnClaim, PEPPER_ID } from './master-key.js';

/** Keys in memory, for fast tests. */
export class MemoryKeyStore implements KeyStore {
  /** `null`: destroyed. */
  private readonly keys = new Map<string, Key | null>([[PEPPER_ID, randomBytes(32)]]);
  private readonly claims = new Map<string, { readonly id: string; version: bigint }>();

  private readonly elsewhere = new Set<string>();

  async obtain(id: string): Promise<Key> {
    const known = this.keys.get(id);
    if (known === null) throw dossierVernietigd();
    if (!known && this.elsewhere.has(id)) throw keyElsewhere(id);
    const key = known ?? randomBytes(32);
    this.keys.set(id, key);
    return key;
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Key>> {
    return new Map(ids.flatMap((id) => (this.keys.get(id) ? [[id, this.keys.get(id)!] as const] : [])));
  }

  async living(ids: readonly string[]): Promise<readonly string[]> {
    return ids.filter((id) => this.keys.get(id));
  }

  async claimBsn(id: string, bsn: string, version: bigint): Promise<string> {
    const claim = await this.claimOn(bsn);
    await this.obtain(id);
    // No `await` from here on: nobody comes in between.
    const held = this.claims.get(claim);
    if (held && held.id !== id) return held.id;
    this.claims.set(claim, { id, version: held && held.version > version ? held.version : version });
    return id;
  }

  async releaseBsn(id: string, bsn: string, version: bigint): Promise<void> {
    const claim = await this.claimOn(bsn);
    const held = this.claims.get(claim);
    if (held?.id === id && held.version <= version) this.claims.delete(claim);
  }

  async destroy(id: string): Promise<void> {
    this.keys.set(id, null);
    for (const claim of this.claimsOf(id)) this.claims.delete(claim);
  }

  async claimedIds(): Promise<readonly string[]> {
    return [...this.claims.values()].map(({ id }) => id);
  }

  async holdersOf(bsns: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const holders = new Map<string, string>();
    for (const bsn of bsns) {
      const held = this.claims.get(await this.claimOn(bsn));
      if (held) holders.set(bsn, held.id);
    }
    return holders;
  }

  async markElsewhere(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.elsewhere.add(id);
  }

  async *exportKeys(): AsyncIterable<ExportedKey> {
    for (const [id, key] of this.keys) yield { id, key: key?.toString('base64') ?? null, bsnClaims: this.claimsOf(id) };
  }

  async importKeys(keys: readonly ExportedKey[]): Promise<void> {
    const pepper = keys.find(({ id }) => id === PEPPER_ID)?.key;
    if (pepper && this.claims.size > 0 && pepper !== this.keys.get(PEPPER_ID)?.toString('base64')) throw pepperInUse();
    if (pepper) this.keys.set(PEPPER_ID, Buffer.from(pepper, 'base64'));
    for (const { id, key, bsnClaims } of keys) {
      if (this.keys.has(id)) continue;
      this.keys.set(id, key === null ? null : Buffer.from(key, 'base64'));
      for (const claim of bsnClaims) this.claims.set(claim, { id, version: 0n });
    }
  }

  async close(): Promise<void> {}

  private async claimOn(bsn: string): Promise<string> {
    return bsnClaim(await this.obtain(PEPPER_ID), bsn);
  }

  private claimsOf(id: string): string[] {
    return [...this.claims].flatMap(([claim, held]) => (held.id === id ? [claim] : [])).sort();
  }
}
