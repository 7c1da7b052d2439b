import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Json } from '@regielijn/kern';

/** 32 bytes for AES-256-GCM. */
export type Key = Buffer;

const VERSION = 1;
const KEY_ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER = 1 + KEY_ID_BYTES;

const idToBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
/** Sliced, since every field that is read passes here and a regular expression shows in the profile. */
const bytesToId = (bytes: Buffer): string => {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/**
 * Encrypts bytes: version, key id, nonce, ciphertext and tag. `context` says what they are and is authenticated with
 * them, so that a ciphertext moved to another place no longer opens.
 */
export const encryptBytes = (keyId: string, key: Key, context: string, plain: Uint8Array): Buffer => {
  const header = Buffer.concat([Buffer.of(VERSION), idToBytes(keyId)]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, Buffer.from(context)]));
  return Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Encrypts one field as base64url; its context is event id and field. */
export const encrypt = (keyId: string, key: Key, context: string, value: Json): string =>
  encryptBytes(keyId, key, context, Buffer.from(JSON.stringify(value))).toString('base64url');

/** Whose key a ciphertext took. */
export const keyIdOf = (ciphertext: string): string => {
  const bytes = Buffer.from(ciphertext.slice(0, 24), 'base64url');
  if (bytes[0] !== VERSION || bytes.length < HEADER) throw new Error('not a ciphertext of this program');
  return bytesToId(bytes.subarray(1, HEADER));
};

/** Opens what `encryptBytes` made; throws when the key or the context is another one or a bit was changed. */
export const decryptBytes = (key: Key, context: string, bytes: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(HEADER, HEADER + NONCE_BYTES))
    .setAAD(Buffer.concat([bytes.subarray(0, HEADER), Buffer.from(context)]))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const body = bytes.subarray(HEADER + NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
};

/** Opens what `encrypt` made, and throws as `decryptBytes` does. */
export const decrypt = (key: Key, context: string, ciphertext: string): Json =>
  JSON.parse(decryptBytes(key, context, Buffer.from(ciphertext, 'base64url')).toString('utf8')) as Json;
