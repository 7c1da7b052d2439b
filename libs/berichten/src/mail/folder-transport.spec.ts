import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { FolderTransport } from './folder-transport.js';
import type { Mail } from './mail-transport.js';

const mail: Mail = {
  ...{ kenmerk: deriveId('mail'), aan: 'jb-017@voorbeeld.nl', op: '2026-03-02T09:00:00.000Z' },
  ...{ onderwerp: 'Casusregie aangeboden', tekst: 'Ga naar het dossier.\n' },
};

let map: string;
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'regielijn-postbus-'));
});
afterEach(() => rmSync(map, { recursive: true, force: true }));

describe('mails as files', () => {
  it('given a mail, then there is one file that a mail program opens, for its owner alone', async () => {
    const folder = join(map, 'postbus');
    await new FolderTransport(folder, 'regielijn@localhost').send(mail);
    expect(readdirSync(folder)).toEqual([`${mail.kenmerk}.eml`]);
    const file = join(folder, `${mail.kenmerk}.eml`);
    expect(readFileSync(file, 'utf8')).toMatch(/^Subject: Casusregie aangeboden\r?$/m);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('given the same mail once more, then it takes the place of the first', async () => {
    const transport = new FolderTransport(map, 'regielijn@localhost');
    await transport.send(mail);
    await transport.send(mail);
    expect(readdirSync(map)).toHaveLength(1);
  });

  it('given a folder that cannot be written, then it is tried again later', async () => {
    const geenMap = join(map, 'bestand');
    writeFileSync(geenMap, '');
    await expect(new FolderTransport(geenMap, 'regielijn@localhost').send(mail)).rejects.toMatchObject({
      ...{ name: 'MailError', code: 'POSTBUS_VOL', definitief: false },
    });
  });
});
