import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deriveId, type Json } from '@regielijn/kern';
import fc from 'fast-check';
import { anyTeken } from '../../../kern/src/tekst.kit.js';
import { decrypt, encrypt, keyIdOf } from './cipher.js';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const keyId = fc.uuid();
const context = fc.string();
/** -0 is the one value that JSON itself does not keep. */
const value = fc.jsonValue({ stringUnit: anyTeken }).map((json) => JSON.parse(JSON.stringify(json)) as Json);

describe('a personal field in the log', () => {
  it('given its key and its context, then it opens to exactly what was encrypted', () => {
    fc.assert(
      fc.property(keyId, key, context, value, (id, k, c, v) => {
        expect(decrypt(k, c, encrypt(id, k, c, v))).toEqual(v);
      }),
    );
  });

  it('given no key, then it still tells whose key it took', () => {
    fc.assert(
      fc.property(keyId, key, context, value, (id, k, c, v) => {
        expect(keyIdOf(encrypt(id, k, c, v))).toBe(id);
      }),
    );
  });

  it('given another key, then it does not open', () => {
    fc.assert(
      fc.property(keyId, key, key, context, value, (id, k, other, c, v) => {
        fc.pre(!k.equals(other));
        expect(() => decrypt(other, c, encrypt(id, k, c, v))).toThrow();
      }),
    );
  });

  it('given another context, as when it was moved to another event or field, then it does not open', () => {
    fc.assert(
      fc.property(keyId, key, context, context, value, (id, k, c, other, v) => {
        fc.pre(Buffer.compare(Buffer.from(c), Buffer.from(other)) !== 0);
        expect(() => decrypt(k, other, encrypt(id, k, c, v))).toThrow();
      }),
    );
  });

  it('given one bit changed anywhere, then it does not open', () => {
    fc.assert(
      fc.property(keyId, key, value, fc.nat(), fc.nat({ max: 7 }), (id, k, v, where, bit) => {
        const bytes = Buffer.from(encrypt(id, k, 'c', v), 'base64url');
        const at = where % bytes.length;
        bytes[at] = bytes[at]! ^ (1 << bit);
        expect(() => decrypt(k, 'c', bytes.toString('base64url'))).toThrow();
      }),
    );
  });

  it('given one value twice, then the two ciphertexts differ and neither holds it', () => {
    const k = randomBytes(32);
    const texts = [1, 2].map(() => encrypt(deriveId('id'), k, 'c', 'Sanne de Vries'));
    expect(texts[0]).not.toBe(texts[1]);
    expect(Buffer.from(texts[0]!, 'base64url').toString('latin1')).not.toContain('Sanne');
  });

  it('given something that is no ciphertext, then that is said', () => {
    for (const text of ['', 'Sanne', 'x'.repeat(80)]) expect(() => keyIdOf(text)).toThrow('not a ciphertext');
  });
});
