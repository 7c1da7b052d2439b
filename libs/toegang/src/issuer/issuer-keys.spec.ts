import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTokenVerifier, demoAccounts, DIRECT_TOKEN_ISSUER, openIssuerKeys, TOKEN_AUDIENCE } from '../index.js';

describe('the keys of the built-in issuer', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regielijn-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const file = () => join(folder, 'issuer-keys.json');

  it('given an empty folder, when twenty open it at once, then all hold the same keys and no draft stays', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => openIssuerKeys(folder)));
    expect(new Set(all.map(({ signingKey }) => signingKey.d)).size).toBe(1);
    expect(new Set(all.map(({ cookieKey }) => cookieKey)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['issuer-keys.json']);
  });

  it('given new keys, when looked at, then only their owner can read the file', async () => {
    await openIssuerKeys(folder);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('given a token, when the folder is opened again, then the keys still prove it', async () => {
    const token = await (await openIssuerKeys(folder)).mintToken(demoAccounts.beheer, { ttlSeconds: 60 });
    const { jwks } = await openIssuerKeys(folder);
    const verifier = createTokenVerifier({ issuers: [DIRECT_TOKEN_ISSUER], audience: TOKEN_AUDIENCE, jwks });
    await expect(verifier.verify(token)).resolves.toEqual(demoAccounts.beheer);
  });

  it('given two folders, when a token of the one meets the keys of the other, then it proves nothing', async () => {
    const token = await (await openIssuerKeys(folder)).mintToken(demoAccounts.beheer, { ttlSeconds: 60 });
    const { jwks } = await openIssuerKeys(join(folder, 'elders'));
    const verifier = createTokenVerifier({ issuers: [DIRECT_TOKEN_ISSUER], audience: TOKEN_AUDIENCE, jwks });
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' });
  });

  it.each([
    ['cut off', () => truncate(file(), 40)],
    ['empty', () => truncate(file(), 0)],
    ['without its private half', () => writeFile(file(), JSON.stringify({ signingKey: { kty: 'EC' } }))],
  ])('given a file that is %s, when opened, then it says which file and makes no other key', async (_how, damage) => {
    await openIssuerKeys(folder);
    await damage();
    const { size } = await stat(file());
    await expect(openIssuerKeys(folder)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'INLOGSLEUTELS_ONLEESBAAR',
      data: { bestand: file(), reden: 'beschadigd' },
    });
    expect((await stat(file())).size).toBe(size);
  });

  it('given a data folder that is a file, when opened, then it gives the reason', async () => {
    await writeFile(file(), '{}');
    await expect(openIssuerKeys(file())).rejects.toMatchObject({ code: 'INLOGSLEUTELS_ONLEESBAAR' });
  });
});
