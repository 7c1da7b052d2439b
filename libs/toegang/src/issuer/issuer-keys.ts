import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Actor, CodedError } from '@regielijn/kern';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, SignJWT } from 'jose';
import { z } from 'zod';
import { TOKEN_AUDIENCE } from '../token.js';

/** `iss` of tokens that are signed directly with the built-in key, without a login. */
export const DIRECT_TOKEN_ISSUER = 'urn:regielijn:ingebouwd';

const KeyFileSchema = z.strictObject({
  signingKey: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
    kid: z.string(),
  }),
  cookieKey: z.string().min(32),
});
type KeyFile = z.output<typeof KeyFileSchema>;

export interface IssuerKeys extends KeyFile {
  /** The public half, for `createTokenVerifier`. */
  readonly jwks: JSONWebKeySet;
  /** Signs an access token for this account with `iss` = `DIRECT_TOKEN_ISSUER`, without any server. */
  mintToken(account: Actor, options: { readonly ttlSeconds: number }): Promise<string>;
}

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const newKeyFile = async (): Promise<KeyFile> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return KeyFileSchema.parse({
    signingKey: { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) },
    cookieKey: randomBytes(32).toString('base64url'),
  });
};

/**
 * Puts new keys in place unless somebody else did. The file gets its name only when it is complete: a second process
 * that starts at the same moment, or after a crash halfway, never reads half a key.
 */
const createOnce = async (file: string): Promise<void> => {
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(await newKeyFile()));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const readOrCreate = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await createOnce(file);
    return await readFile(file, 'utf8');
  }
};

const loadKeyFile = async (folder: string): Promise<KeyFile> => {
  const file = join(folder, 'issuer-keys.json');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return KeyFileSchema.parse(JSON.parse(await readOrCreate(file)));
  } catch (error) {
    // Without a cause: the message of a JSON error quotes the file, which holds a private key.
    throw new CodedError(
      'unavailable',
      'INLOGSLEUTELS_ONLEESBAAR',
      'De inlogsleutels in de datamap zijn niet te lezen. Start met hetzelfde account van de computer als de vorige ' +
        'keer. Is het bestand beschadigd, verwijder het dan: het programma maakt een nieuw.',
      { bestand: file, reden: errorCode(error) ?? 'beschadigd' },
    );
  }
};

/**
 * The keys of the built-in issuer in `<folder>/issuer-keys.json` (readable by its owner only), made on first use. Every
 * process on the same folder gets the same keys.
 *
 * @throws CodedError `INLOGSLEUTELS_ONLEESBAAR` (unavailable) when the file is damaged or belongs to somebody else
 */
export const openIssuerKeys = async (folder: string): Promise<IssuerKeys> => {
  const keys = await loadKeyFile(folder);
  const { d: _private, ...publicKey } = keys.signingKey;
  const privateKey = await importJWK(keys.signingKey);
  return {
    ...keys,
    jwks: { keys: [publicKey] },
    mintToken: ({ subject, organisatie, rol }, { ttlSeconds }) =>
      new SignJWT({ organisatie, rol })
        .setProtectedHeader({ alg: 'ES256', kid: publicKey.kid, typ: 'at+jwt' })
        .setIssuer(DIRECT_TOKEN_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setSubject(subject)
        .setJti(randomBytes(16).toString('base64url'))
        .setIssuedAt()
        .setExpirationTime(`${ttlSeconds} seconds`)
        .sign(privateKey),
  };
};
