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
 * Encrypts one field: base64url of version, key id, nonce, ciphertext and tag. `context` (event id and field) is
 * authenticated with it, so that a ciphertext moved to another field or event no longer opens.
 */
export const encrypt = (keyId: string, key: Key, context: string, value: Json): string => {
  const header = Buffer.concat([Buffer.of(VERSION), idToBytes(keyId)]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, Buffer.from(context)]));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([header, nonce, body, cipher.getAuthTag()]).toString('base64url');
};

/** Whose key a ciphertext took. */
export const keyIdOf = (ciphertext: string): string => {
  const bytes = Buffer.from(ciphertext.slice(0, 24), 'base64url');
  if (bytes[0] !== VERSION || bytes.length < HEADER) throw new Error('not a ciphertext of this program');
  return bytesToId(bytes.subarray(1, HEADER));
};

/** Opens what `encrypt` made; throws when the key or the context is another one or a bit was changed. */
export const decrypt = (key: Key, context: string, ciphertext: string): Json => {
  const bytes = Buffer.from(ciphertext, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(HEADER, HEADER + NONCE_BYTES))
    .setAAD(Buffer.concat([bytes.subarray(0, HEADER), Buffer.from(context)]))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const body = bytes.subarray(HEADER + NONCE_BYTES, -TAG_BYTES);
  return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')) as Json;
};
