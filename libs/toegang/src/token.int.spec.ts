import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createTokenVerifier, type TokenVerifier } from './token.js';

const issuer = 'https://inloggen.example/oidc';
const inlogdienstWeg = { kind: 'unavailable', code: 'INLOGDIENST_NIET_BEREIKBAAR' };

describe('keys that an identity provider publishes', () => {
  let privateKey: CryptoKey;
  let jwk: JWK;
  let server: Server;
  let requests: number;
  let answer: RequestListener;
  let jwksUri: string;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    jwk = { ...(await exportJWK(pair.publicKey)), kid: 'sleutel-1', alg: 'RS256', use: 'sig' };
  });

  beforeEach(async () => {
    requests = 0;
    answer = (_req, res) => void res.end(JSON.stringify({ keys: [jwk] }));
    server = createServer((req, res) => {
      requests += 1;
      answer(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    verifier = createTokenVerifier({ issuers: [issuer], audience: 'regielijn', jwksUri });
  });

  afterEach(async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  });

  const sign = (kid = 'sleutel-1') =>
    new SignJWT({ organisatie: 'gemeente-0599', rol: 'lokaal-team' })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer)
      .setAudience('regielijn')
      .setSubject('account-1')
      .setExpirationTime('1 minute')
      .sign(privateKey);

  it('given many tokens, when verified, then the keys were fetched once', async () => {
    const token = await sign();
    const actors = await Promise.all(Array.from({ length: 20 }, () => verifier.verify(token)));
    expect(actors[19]).toEqual({ subject: 'account-1', organisatie: 'gemeente-0599', rol: 'lokaal-team' });
    await verifier.verify(token);
    expect(requests).toBe(1);
  });

  it('given an unknown key, when verified again and again, then the provider is not asked each time', async () => {
    const token = await sign('sleutel-2');
    for (let i = 0; i < 5; i += 1)
      await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' });
    expect(requests).toBe(1);
  });

  it('given a provider that is away, when verified, then unavailable, not unauthenticated', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(verifier.verify(await sign())).rejects.toMatchObject(inlogdienstWeg);
  });

  it('given a provider that was away, when it is back, then the same verifier works', async () => {
    const ready = answer;
    answer = (_req, res) => void res.writeHead(500).end();
    await expect(verifier.verify(await sign())).rejects.toMatchObject(inlogdienstWeg);
    answer = ready;
    await expect(verifier.verify(await sign())).resolves.toMatchObject({ subject: 'account-1' });
  });

  it.each(['geen json', '{"keys":"geen lijst"}', '[]'])(
    'given a provider that answers %j, when a token is verified, then the answer is unavailable',
    async (body) => {
      answer = (_req, res) => void res.end(body);
      await expect(verifier.verify(await sign())).rejects.toMatchObject(inlogdienstWeg);
    },
  );

  it('given a provider that is away, when there is no token at all, then nobody asks it', async () => {
    await expect(verifier.verify('geen.token')).rejects.toMatchObject({ code: 'NIET_AANGEMELD' });
    expect(requests).toBe(0);
  });
});
