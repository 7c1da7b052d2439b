import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64url, type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { anyTeken } from '../../kern/src/tekst.kit.js';
import { bearerToken, createTokenVerifier, expiryOf, type TokenVerifier } from './token.js';

const issuer = 'https://inloggen.example/oidc';
const audience = 'regielijn';
const goedeClaims = { iss: issuer, aud: audience, sub: 'account-1', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
const actor = { subject: 'account-1', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
const nietAangemeld = {
  kind: 'unauthenticated',
  code: 'NIET_AANGEMELD',
  message: 'U bent niet aangemeld, of niet meer. Meld u opnieuw aan.',
  data: {},
};
const nu = () => Math.floor(Date.now() / 1000);

type Algorithm = 'ES256' | 'RS256' | 'PS256' | 'ES384';
const keys = new Map<Algorithm, { privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK }>();
const keyOf = (alg: Algorithm) => {
  const key = keys.get(alg);
  if (!key) throw new Error(`no key for ${alg}`);
  return key;
};
let verifier: TokenVerifier;

beforeAll(async () => {
  for (const alg of ['ES256', 'RS256', 'PS256', 'ES384'] as const) {
    const pair = await generateKeyPair(alg, { extractable: true });
    keys.set(alg, { ...pair, jwk: { ...(await exportJWK(pair.publicKey)), alg, kid: alg } });
  }
  const jwks = { keys: [...keys.values()].map(({ jwk }) => jwk) };
  verifier = createTokenVerifier({ issuers: [issuer, 'urn:tweede'], audience, jwks });
});

/** A token that is right but for what is overridden; `undefined` leaves a claim out. */
const sign = (overrides: Record<string, unknown> = {}, alg: Algorithm = 'ES256', key = keyOf(alg).privateKey) =>
  new SignJWT({ exp: nu() + 60, ...goedeClaims, ...overrides }).setProtectedHeader({ alg, kid: alg }).sign(key);

const encode = (value: unknown): string => base64url.encode(JSON.stringify(value));

describe('a token that is right', () => {
  it.each(['ES256', 'RS256', 'PS256'] as const)('given %s, when verified, then it gives the actor', async (alg) => {
    await expect(verifier.verify(await sign({}, alg))).resolves.toEqual(actor);
  });

  it('given any accepted issuer and more than one audience, when verified, then it gives the actor', async () => {
    const token = await sign({ iss: 'urn:tweede', aud: ['iets-anders', audience] });
    await expect(verifier.verify(token)).resolves.toEqual(actor);
  });

  it('given a clock that is three seconds ahead, when verified, then it still holds', async () => {
    await expect(verifier.verify(await sign({ exp: nu() - 3 }))).resolves.toEqual(actor);
  });

  it('given a token, then it says until when it is good, in milliseconds', async () => {
    expect(expiryOf(await sign({ exp: 1_900_000_000 }))).toBe(1_900_000_000_000);
  });

  it('given an organisation that names its claims differently, when configured, then those are read', async () => {
    const own = createTokenVerifier({
      issuers: [issuer],
      audience,
      jwks: { keys: [keyOf('ES256').jwk] },
      claims: { organisatie: 'org_id', rol: 'https://inloggen.example/rol' },
    });
    const claims = { org_id: 'gemeente-0599', 'https://inloggen.example/rol': 'lokaal-team' };
    await expect(own.verify(await sign(claims))).resolves.toEqual({
      subject: 'account-1',
      organisatie: 'gemeente-0599',
      rol: 'lokaal-team',
    });
    await expect(own.verify(await sign())).rejects.toMatchObject(nietAangemeld);
  });
});

describe('a token that is not right: always the same answer', () => {
  it.each([
    ['expired', { exp: 1_600_000_000 }],
    ['expired beyond the tolerance', { exp: Math.floor(Date.now() / 1000) - 10 }],
    ['not valid yet', { nbf: Math.floor(Date.now() / 1000) + 600 }],
    ['meant for another audience', { aud: 'iets-anders' }],
    ['of another issuer', { iss: 'https://elders.example' }],
    ['of an issuer that only begins alike', { iss: `${issuer}.elders.example` }],
    ['without exp', { exp: undefined }],
    ['without sub', { sub: undefined }],
    ['without aud', { aud: undefined }],
    ['without iss', { iss: undefined }],
    ['without organisatie', { organisatie: undefined }],
    ['without rol', { rol: undefined }],
    ['with an empty sub', { sub: '' }],
    ['with spaces around its sub', { sub: ' account-1' }],
    ['with a control character in its organisatie', { organisatie: 'gi\u0000jb' }],
    ['with an organisatie that is no text', { organisatie: ['gi-jb-west'] }],
    ['with an unknown rol', { rol: 'directeur' }],
    ['with a rol that every object has', { rol: 'constructor' }],
    ['with two rollen', { rol: ['jeugdbeschermer', 'beheer'] }],
  ])('given a token %s, when verified, then nobody is logged in', async (_what, overrides) => {
    await expect(verifier.verify(await sign(overrides))).rejects.toMatchObject(nietAangemeld);
  });

  it('given alg none, when verified, then nobody is logged in', async () => {
    const claims = { exp: nu() + 60, ...goedeClaims };
    for (const alg of ['none', 'None', 'NONE'])
      await expect(verifier.verify(`${encode({ alg })}.${encode(claims)}.`)).rejects.toMatchObject(nietAangemeld);
  });

  it('given HS256 with the public key as the secret, when verified, then nobody is logged in', async () => {
    const { publicKey, jwk } = keyOf('ES256');
    for (const secret of [await exportSPKI(publicKey), JSON.stringify(jwk), String(jwk.x)]) {
      const token = await new SignJWT({ exp: nu() + 60, ...goedeClaims })
        .setProtectedHeader({ alg: 'HS256', kid: 'ES256' })
        .sign(new TextEncoder().encode(secret));
      await expect(verifier.verify(token)).rejects.toMatchObject(nietAangemeld);
    }
  });

  it('given a known key with an algorithm outside the list, when verified, then nobody is logged in', async () => {
    await expect(verifier.verify(await sign({}, 'ES384'))).rejects.toMatchObject(nietAangemeld);
  });

  it('given the signature of a stranger, when verified, then nobody is logged in', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expect(verifier.verify(await sign({}, 'ES256', privateKey))).rejects.toMatchObject(nietAangemeld);
  });

  it('given a key in the token itself, when verified, then that key counts for nothing', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const token = await new SignJWT({ exp: nu() + 60, ...goedeClaims })
      .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    await expect(verifier.verify(token)).rejects.toMatchObject(nietAangemeld);
  });

  it('given a good token with its rol rewritten, when verified, then nobody is logged in', async () => {
    const [header, , signature] = (await sign()).split('.');
    const payload = encode({ exp: nu() + 60, ...goedeClaims, rol: 'beheer' });
    await expect(verifier.verify(`${header}.${payload}.${signature}`)).rejects.toMatchObject(nietAangemeld);
  });

  it('given anything that is no token, when verified, then nobody is logged in', async () => {
    const good = (await sign()).split('.');
    const part = fc.oneof(fc.string(), fc.json().map(base64url.encode), fc.constantFrom(...good));
    const notGood = fc
      .oneof(
        fc.string({ unit: anyTeken }),
        fc.array(part, { maxLength: 4 }).map((parts) => parts.join('.')),
      )
      .filter((token) => token !== good.join('.'));
    await fc.assert(
      fc.asyncProperty(notGood, async (token) => {
        await expect(verifier.verify(token)).rejects.toMatchObject(nietAangemeld);
      }),
    );
  });
});

describe('the Authorization header', () => {
  it.each(['Bearer abc.def-_~+/==', 'bearer abc.def-_~+/==', 'BEARER   abc.def-_~+/=='])(
    'given "%s", when read, then it gives the token',
    (header) => {
      expect(bearerToken(header)).toBe('abc.def-_~+/==');
    },
  );

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'abc', 'Bearer abc def', 'Bearer abc, Bearer def'])(
    'given %j, when read, then nobody is logged in',
    (header) => {
      expect(() => bearerToken(header)).toThrow(expect.objectContaining(nietAangemeld));
    },
  );
});

describe('a configuration that cannot work', () => {
  it('given no key set or no address, when created, then it stops there', () => {
    expect(() => createTokenVerifier({ issuers: [issuer], audience, jwks: {} as never })).toThrow();
    expect(() => createTokenVerifier({ issuers: [issuer], audience, jwksUri: 'geen adres' })).toThrow();
  });
});
