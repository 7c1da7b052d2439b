import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { secretsFolder } from './secrets-folder.js';
import { Settings } from './settings.js';

describe('the folder with secrets', () => {
  let parent: string;
  let settings: Settings;
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'regielijn-geheim-'));
    settings = Object.assign(new Settings(), { REGIELIJN_DATA: join(parent, 'data') });
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('given no data folder, then only its owner can enter, and PostgreSQL can still enter the data folder', () => {
    expect(mode(secretsFolder(settings))).toBe('700');
    expect(mode(settings.REGIELIJN_DATA)).toBe((0o777 & ~process.umask()).toString(8));
  });

  it('given one that others can enter, then they no longer can', () => {
    chmodSync(secretsFolder(settings), 0o755);
    expect(mode(secretsFolder(settings))).toBe('700');
  });
});
