import type { Key } from './cipher.js';

/** A key as an export with `--met-sleutels` writes it. */
export interface ExportedKey {
  readonly id: string;
  /** In base64; `null` when it was destroyed, so that nobody makes a second key under that id elsewhere either. */
  readonly key: string | null;
  readonly bsnClaim: string | null;
}

/**
 * The keys that open personal data, one per jeugdige, outside the log and its export. Destroying a key is how a
 * dossier is destroyed (Jeugdwet art. 7.3.9): the log keeps its events, nobody can read the personal fields again.
 */
export interface KeyStore {
  /** The key of this id, made when there is none yet. Refuses an id whose key was destroyed (`SLEUTEL_VERNIETIGD`). */
  obtain(id: string): Promise<Key>;

  /** The keys that still exist; destroyed and unknown ids are absent. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Key>>;

  /**
   * Claims a BSN for this id before its stream exists, and makes its key. Answers the id that holds the BSN: this one,
   * or the one that was first. Only an HMAC of the BSN is kept, under a unique constraint. Refuses an id whose key was
   * destroyed (`SLEUTEL_VERNIETIGD`) or that holds another BSN (`ANDER_BSN_VASTGELEGD`).
   */
  claimBsn(id: string, bsn: string): Promise<string>;

  /** Gives up a claim whose stream was never written. */
  releaseBsn(id: string): Promise<void>;

  /** Erases the key and the BSN claim for ever; what took the key can no longer be read by anyone. */
  destroy(id: string): Promise<void>;

  /** Ids that hold a BSN claim, for `verify`. */
  claimedIds(): Promise<readonly string[]>;

  exportKeys(): AsyncIterable<ExportedKey>;

  /**
   * Takes in keys of an export made elsewhere, with the claims and the pepper they were made with. Existing keys stay.
   * Refuses another pepper when claims were made here (`SLEUTELOPSLAG_IN_GEBRUIK`).
   */
  importKeys(keys: readonly ExportedKey[]): Promise<void>;

  close(): Promise<void>;
}

/** Injection token of the key store. */
export const KEY_STORE = Symbol('KeyStore');
