import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type BuiltInIssuer,
  createBuiltInIssuer,
  createTokenVerifier,
  DEMO_CLIENT_ID,
  demoAccounts,
  DIRECT_TOKEN_ISSUER,
  TOKEN_AUDIENCE,
  type TokenVerifier,
} from '../index.js';

const redirectUri = 'http://127.0.0.1:5173/login/callback';
const issuerErrors: unknown[] = [];
let folder: string;
let server: Server;
let base: string;
let issuerUrl: string;
let issuer: BuiltInIssuer;
let verifier: TokenVerifier;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regielijn-issuer-'));
  let listener: RequestListener = (_req, res) => void res.writeHead(503).end();
  server = createServer((req, res) => listener(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuerUrl = `${base}/oidc`;
  const onError = (error: unknown) => void issuerErrors.push(error);
  issuer = await createBuiltInIssuer({ folder, issuerUrl, redirectUris: [redirectUri], onError });
  listener = issuer.handler;
  verifier = createTokenVerifier({
    issuers: [issuerUrl, DIRECT_TOKEN_ISSUER],
    audience: TOKEN_AUDIENCE,
    jwks: issuer.jwks,
  });
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
  expect(issuerErrors).toEqual([]);
});

/** A browser as far as a login needs one: cookies, and redirects followed by hand. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(url, base), {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects inside the issuer, and submits the form it posts to itself between two accounts. */
  async follow(response: Response): Promise<string> {
    const location = response.headers.get('location');
    if (location !== null && !location.startsWith(issuerUrl) && !location.startsWith('/')) return location;
    if (location !== null) return this.follow(await this.open(location));
    const html = await response.text();
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error(`${response.status}, no way on:\n${html}`);
    const inputs = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    return this.follow(await this.open(action, Object.fromEntries(inputs)));
  }
}

const verifierCode = () => randomBytes(32).toString('base64url');

const authorizeUrl = (codeVerifier: string, overrides: Record<string, string> = {}): string =>
  `${issuerUrl}/auth?${new URLSearchParams({
    client_id: DEMO_CLIENT_ID,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'staat-1',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...overrides,
  }).toString()}`;

const openAccountPage = async (browser: Browser, url: string): Promise<string> => {
  const response = await browser.open(url);
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
};

/** Walks the login up to the redirect back to the client. */
const login = async (browser: Browser, codeVerifier: string, subject: string, overrides = {}): Promise<URL> => {
  const accountUrl = await openAccountPage(browser, authorizeUrl(codeVerifier, overrides));
  return new URL(await browser.follow(await browser.open(accountUrl, { account: subject })));
};

const exchange = async (code: string, codeVerifier: string, overrides: Record<string, string> = {}) => {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: DEMO_CLIENT_ID,
      redirect_uri: redirectUri,
      code,
      code_verifier: codeVerifier,
      ...overrides,
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

const codeIn = (url: URL): string => url.searchParams.get('code') ?? '';

describe('the built-in issuer', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
  });

  it('given its address, when discovered, then it names its endpoints and publishes only the public key', async () => {
    const discovery = (await (await fetch(`${issuerUrl}/.well-known/openid-configuration`)).json()) as Record<
      string,
      unknown
    >;
    expect(discovery).toMatchObject({
      issuer: issuerUrl,
      authorization_endpoint: `${issuerUrl}/auth`,
      token_endpoint: `${issuerUrl}/token`,
      jwks_uri: `${issuerUrl}/jwks`,
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
    });
    const published = (await (await fetch(String(discovery['jwks_uri']))).json()) as object;
    expect(published).toEqual(issuer.jwks);
    expect(Object.keys(issuer.jwks.keys[0] ?? {})).not.toContain('d');
  });

  it('given a login with PKCE, when an account is picked, then the token gives exactly that actor', async () => {
    const codeVerifier = verifierCode();
    const back = await login(browser, codeVerifier, 'demo-jeugdbeschermer');
    expect(back.href.startsWith(`${redirectUri}?`)).toBe(true);
    expect(back.searchParams.get('state')).toBe('staat-1');
    const { status, body } = await exchange(codeIn(back), codeVerifier);
    expect(status).toBe(200);
    await expect(verifier.verify(body['access_token'] ?? '')).resolves.toEqual(demoAccounts.jeugdbeschermer);
  });

  it('given an ID token of the same login, when used as an access token, then it is refused', async () => {
    const codeVerifier = verifierCode();
    const { body } = await exchange(codeIn(await login(browser, codeVerifier, 'demo-beheer')), codeVerifier);
    await expect(verifier.verify(body['id_token'] ?? '')).rejects.toMatchObject({ code: 'NIET_AANGEMELD' });
  });

  it('given somebody who is logged in, when another account is picked, then the token is for that one', async () => {
    await login(browser, verifierCode(), 'demo-behandelaar');
    const codeVerifier = verifierCode();
    const back = await login(browser, codeVerifier, 'demo-reviewer', { prompt: 'login' });
    const { body } = await exchange(codeIn(back), codeVerifier);
    await expect(verifier.verify(body['access_token'] ?? '')).resolves.toEqual(demoAccounts.reviewer);
  });

  it('given a code that was used, when sent again, then it is refused', async () => {
    const codeVerifier = verifierCode();
    const code = codeIn(await login(browser, codeVerifier, 'demo-teamleider'));
    expect((await exchange(code, codeVerifier)).status).toBe(200);
    expect(await exchange(code, codeVerifier)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('given a code, when sent with another verifier or none, then it is refused', async () => {
    const codeVerifier = verifierCode();
    const code = codeIn(await login(browser, codeVerifier, 'demo-teamleider'));
    expect(await exchange(code, verifierCode())).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const second = codeIn(await login(new Browser(), codeVerifier, 'demo-teamleider'));
    expect((await exchange(second, '')).status).toBe(400);
  });

  it('given a page of the client, when it asks for a token, then its browser may read it, others not', async () => {
    const ask = (origin: string) =>
      fetch(`${issuerUrl}/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ grant_type: 'authorization_code', client_id: DEMO_CLIENT_ID, code: 'x' }),
      });
    const own = await ask('http://127.0.0.1:5173');
    expect(own.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:5173');
    const foreign = await ask('https://elders.example');
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['another port', 'http://127.0.0.1:5174/login/callback'],
    ['another path', 'http://127.0.0.1:5173/login/callback/verder'],
    ['another host', 'https://elders.example/login/callback'],
  ])('given a redirect to %s, when asked for, then nobody is sent there', async (_what, elsewhere) => {
    const response = await browser.open(authorizeUrl(verifierCode(), { redirect_uri: elsewhere }));
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    await expect(response.text()).resolves.toContain('invalid_redirect_uri');
  });

  it.each([
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['PKCE in plain text', { code_challenge_method: 'plain' }],
    ['the implicit grant', { response_type: 'id_token' }],
  ])('given a login with %s, when asked for, then no code is given', async (_what, overrides) => {
    const response = await browser.open(authorizeUrl(verifierCode(), overrides));
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin).toBe('http://127.0.0.1:5173');
    expect(location.href).toMatch(/error=(invalid_request|unsupported_response_type)/);
    expect(location.href).not.toContain('code=');
  });
});

describe('the page that lets somebody pick a demo account', () => {
  it('given a login, when opened, then it offers each account and says there is no password', async () => {
    const browser = new Browser();
    const response = await browser.open(await openAccountPage(browser, authorizeUrl(verifierCode())));
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('geen wachtwoord');
    for (const { subject } of Object.values(demoAccounts)) {
      expect(html).toContain(`value="${subject}" aria-describedby="over-${subject}"`);
      expect(html).toContain(`id="over-${subject}"`);
    }
    expect(html).not.toContain('dienst-');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("form-action 'self' http://127.0.0.1:5173");
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it.each(['demo-directeur', 'dienst-demo', '', 'x'.repeat(500_000)])(
    'given a login, when an account is posted that is not on it, then it asks again (%#)',
    async (account) => {
      const browser = new Browser();
      const accountUrl = await openAccountPage(browser, authorizeUrl(verifierCode()));
      const response = await browser.open(accountUrl, { account });
      expect(response.status).toBe(400);
      await expect(response.text()).resolves.toContain('role="alert"');
    },
  );

  it('given a browser without a login under way, when it opens the page, then it is told to start again', async () => {
    const accountUrl = await openAccountPage(new Browser(), authorizeUrl(verifierCode()));
    const response = await new Browser().open(accountUrl, { account: 'demo-beheer' });
    expect(response.status).toBe(400);
    await expect(response.text()).resolves.toContain('aanmelding_verlopen');
  });

  it('given a host name that is not this computer, when anything is asked, then it is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      request(`${issuerUrl}/.well-known/openid-configuration`, { headers: { host: 'elders.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});

describe('where the built-in issuer may live', () => {
  it.each([
    ['an issuer', { issuerUrl: 'https://regielijn.example/oidc', redirectUris: [redirectUri] }],
    ['a redirect', { issuerUrl: 'http://127.0.0.1:3000/oidc', redirectUris: ['https://regielijn.example/'] }],
    ['a look-alike', { issuerUrl: 'http://127.0.0.1.example/oidc', redirectUris: [] }],
  ])('given %s that others can reach, when created, then it refuses', async (_what, where) => {
    await expect(createBuiltInIssuer({ folder, ...where })).rejects.toMatchObject({
      code: 'DEMO_ACCOUNTS_ALLEEN_LOKAAL',
    });
  });
});

describe('a token printed without a server', () => {
  it('given any account, when minted, then the verifier knows the actor until it expires', async () => {
    const token = await issuer.mintToken(demoAccounts.regiosturing, { ttlSeconds: 60 });
    await expect(verifier.verify(token)).resolves.toEqual(demoAccounts.regiosturing);
    const expired = await issuer.mintToken(demoAccounts.regiosturing, { ttlSeconds: -60 });
    await expect(verifier.verify(expired)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' });
  });
});
