import type { Key } from './cipher.js';

/** A key as an export with `--met-sleutels` writes it. */
export interface ExportedKey {
  readonly id: string;
  /** In base64; `null` when it was destroyed, so that nobody makes a second key under that id elsewhere either. */
  readonly key: string | null;
  readonly bsnClaims: readonly string[];
}

/**
 * The keys that open personal data, one per jeugdige, outside the log and its export. Destroying a key is how a
 * dossier is destroyed (Jeugdwet art. 7.3.9): the log keeps its events, nobody can read the personal fields again.
 */
export interface KeyStore {
  /**
   * The key of this id, made when there is none yet. Refuses an id whose key was destroyed (`DOSSIER_VERNIETIGD`) or
   * is elsewhere (`SLEUTEL_ONTBREEKT`).
   */
  obtain(id: string): Promise<Key>;

  /** The keys that still exist; destroyed and unknown ids are absent. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Key>>;

  /** Which of these ids have a key at this moment, as nobody remembers it from a moment ago: for `verify`. */
  living(ids: readonly string[]): Promise<readonly string[]>;

  /**
   * Claims a BSN for this id before the event that needs it is appended, and makes its key. Answers the id that holds
   * the BSN: this one, or the one that was first. Only an HMAC of the BSN is kept. One id may hold several for a moment:
   * the BSN that a correction replaces and the one that it brings. Refuses an id whose key was destroyed
   * (`DOSSIER_VERNIETIGD`).
   *
   * `version`: that of the event, in the stream of this id; 0 is a registration.
   */
  claimBsn(id: string, bsn: string, version: bigint): Promise<string>;

  /**
   * Gives up the claim of this id on a BSN that an event of `version` or an earlier one needed. One that was made again
   * for a later event stays: that event may be on its way to the log.
   */
  releaseBsn(id: string, bsn: string, version: bigint): Promise<void>;

  /** Erases the key and the BSN claims for ever; what took the key can no longer be read by anyone. */
  destroy(id: string): Promise<void>;

  /** The id of every BSN claim there is, for `verify`; an id that holds two stands there twice. */
  claimedIds(): Promise<readonly string[]>;

  /** Which id holds each of these BSNs; one that nobody holds is absent. */
  holdersOf(bsns: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /**
   * Told at an import what the log holds fields of. Ids without a key here get none until theirs is imported: a second
   * key would leave what they hold unreadable for ever.
   */
  markElsewhere(ids: readonly string[]): Promise<void>;

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
