import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { MasterKey } from './master-key.js';

describe('the master key', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regielijn-hoofdsleutel-'));
    file = join(folder, 'geheim', 'hoofdsleutel');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const oneLine = (part: string) =>
    expect.objectContaining({
      code: 'HOOFDSLEUTEL',
      message: expect.stringMatching(new RegExp(`^[^\\n]*${part}[^\\n]*$`)),
    });

  it('given no file and no leave to make one, then one line says which file is missing, and none is made', () => {
    expect(() => MasterKey.fromFile(file, false)).toThrow(oneLine('ontbreekt'));
    expect(() => MasterKey.fromFile(file, false)).toThrow(oneLine(file));
    expect(existsSync(dirname(file))).toBe(false);
  });

  it('given no file and leave to make one, then it is made once, readable by its owner only, and nothing lies beside it', () => {
    const made = MasterKey.fromFile(file, true);
    const again = MasterKey.fromFile(file, true);
    const key = randomBytes(32);
    expect(again.unwrap(deriveId('id'), made.wrap(deriveId('id'), key)).equals(key)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file))).toEqual(['hoofdsleutel']);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
  });

  it.each(['', 'kort', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
    'given a file that holds no 32 bytes (%j), then one line says so and the file stays as it is',
    (text) => {
      MasterKey.fromFile(file, true);
      writeFileSync(file, text);
      expect(() => MasterKey.fromFile(file, true)).toThrow(oneLine('32 bytes'));
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('given another one in its place, then the file holds that one, for its owner only, and nothing lies beside it', () => {
    MasterKey.fromFile(file, true);
    const next = MasterKey.fromText(randomBytes(32).toString('base64'));
    next.replaceFile(file);
    const key = randomBytes(32);
    expect(
      MasterKey.fromFile(file, false)
        .unwrap(deriveId('id'), next.wrap(deriveId('id'), key))
        .equals(key),
    ).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file))).toEqual(['hoofdsleutel']);
  });

  it('given a key wrapped by another master key, or under another id, then one line says that it does not fit', () => {
    const [one, other] = [1, 2].map(() => MasterKey.fromText(randomBytes(32).toString('base64')));
    const wrapped = one!.wrap(deriveId('a'), randomBytes(32));
    expect(() => other!.unwrap(deriveId('a'), wrapped)).toThrow(oneLine('past niet'));
    expect(() => one!.unwrap(deriveId('b'), wrapped)).toThrow(oneLine('past niet'));
  });
});
