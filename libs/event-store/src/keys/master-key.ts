import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CodedError } from '@regielijn/kern';
import { decrypt, encrypt, type Key } from './cipher.js';

const masterKeyError = (reden: string): CodedError =>
  new CodedError('refused', 'HOOFDSLEUTEL', `De hoofdsleutel klopt niet: ${reden}.`, { reden });

/** Two processes may start on one folder at once: the file appears whole or not at all, and the first one's key stays. */
const createFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Wraps the keys of the key store. It lies in no backup of them: a destroyed key ends with the backups' old master. */
export class MasterKey {
  private readonly wrapping: Key;

  constructor(private readonly key: Key) {
    if (key.length !== 32) throw masterKeyError('hij moet 32 bytes zijn, in base64');
    this.wrapping = Buffer.from(hkdfSync('sha256', key, '', 'regielijn key wrapping', 32));
  }

  static fromText(text: string): MasterKey {
    return new MasterKey(Buffer.from(text.trim(), 'base64'));
  }

  /** Reads the file, or makes it when `create` allows that: a log without its key is worth nothing, so never silently. */
  static fromFile(file: string, create: boolean): MasterKey {
    if (!existsSync(file)) {
      if (!create) throw masterKeyError(`het bestand ${file} ontbreekt`);
      createFile(file);
    }
    return MasterKey.fromText(readFileSync(file, 'utf8'));
  }

  /** Puts this key where another one was: the file holds the one or the other, never half of it. */
  replaceFile(file: string): void {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${this.key.toString('base64')}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }

  wrap(id: string, key: Key): string {
    return encrypt(id, this.wrapping, `key:${id}`, key.toString('base64'));
  }

  unwrap(id: string, wrapped: string): Key {
    try {
      return Buffer.from(decrypt(this.wrapping, `key:${id}`, wrapped) as string, 'base64');
    } catch {
      throw masterKeyError('hij past niet op de sleutels in deze opslag');
    }
  }
}

/** How a BSN is compared without being kept. `pepper` is a key of its own, so that a new master key changes no claim. */
export const bsnClaim = (pepper: Key, bsn: string): string =>
  createHmac('sha256', pepper).update(bsn).digest('base64url');

/** The key-store row that holds the pepper, wrapped like every other key. */
export const PEPPER_ID = '00000000-0000-0000-0000-000000000000';
