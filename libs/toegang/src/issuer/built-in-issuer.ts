import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Actor, ongeldig } from '@regielijn/kern';
import type { JSONWebKeySet } from 'jose';
import type * as oidc from 'oidc-provider';
import { demoAccounts, findDemoAccount } from '../demo-accounts.js';
import { type IssuerKeys, openIssuerKeys } from './issuer-keys.js';
import { accountPage, errorPage, type PageHeaders, pageHeaders, sendPage } from './pages.js';
import { providerConfiguration } from './provider-configuration.js';

const MAX_FORM_BYTES = 1024;

export interface BuiltInIssuerOptions {
  /** The data folder; the keys stand in it. */
  readonly folder: string;
  /** Where the handler is mounted, such as `http://127.0.0.1:3000/oidc`. Loopback only. */
  readonly issuerUrl: string;
  /** Where a login may end, compared character by character. Loopback only. */
  readonly redirectUris: readonly string[];
  /** Gets what goes wrong inside the issuer itself. */
  readonly onError?: (error: unknown) => void;
}

export interface BuiltInIssuer {
  /** Answers every request below the issuer's path. Must get the body unread. */
  readonly handler: (req: IncomingMessage, res: ServerResponse) => void;
  /** Public keys of the tokens from a login (`iss` = `issuerUrl`) and from `mintToken`. */
  readonly jwks: JSONWebKeySet;
  readonly mintToken: IssuerKeys['mintToken'];
}

const isLoopback = (url: string): boolean =>
  URL.canParse(url) && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);

const checkLoopback = (urls: readonly string[]): void => {
  const reachable = urls.filter((url) => !isLoopback(url));
  if (reachable.length > 0)
    throw ongeldig(
      'DEMO_ACCOUNTS_ALLEEN_LOKAAL',
      'Demo-accounts hebben geen wachtwoord. Ze werken alleen op deze computer zelf (localhost of 127.0.0.1).',
      { adressen: reachable },
    );
};

/**
 * The package's index prints an "unsupported runtime" warning at every start on Node 20, on which this suite passes;
 * the module behind it is the same class and has no types of its own.
 */
const importProvider = async (): Promise<typeof oidc.Provider> => {
  // @ts-expect-error the package's types describe its index only
  const module = (await import('oidc-provider/lib/provider.js')) as typeof oidc;
  return module.Provider;
};

const readChosenAccount = async (req: IncomingMessage): Promise<Actor | undefined> => {
  let body = '';
  // Read to the end whatever its size: the rest of an unread body blocks the connection for the next request.
  for await (const chunk of req) if (body.length <= MAX_FORM_BYTES) body += String(chunk);
  return findDemoAccount(new URLSearchParams(body).get('account'));
};

const answerChoice = async (
  provider: oidc.Provider,
  headers: PageHeaders,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const accounts = Object.values(demoAccounts);
  // Throws when this browser has no login under way.
  await provider.interactionDetails(req, res);
  if (req.method !== 'POST') return sendPage(res, 200, headers, accountPage(accounts));
  const account = await readChosenAccount(req);
  if (!account) return sendPage(res, 400, headers, accountPage(accounts, 'Kies een van deze accounts.'));
  await provider.interactionFinished(req, res, { login: { accountId: account.subject } });
};

/**
 * An OIDC provider for embedded mode, with a demo account per role and no passwords: authorization code with PKCE for
 * one public client, JWT access tokens with `organisatie` and `rol`. It works on loopback addresses only. Sessions
 * live in this process and end with it.
 *
 * @throws CodedError `DEMO_ACCOUNTS_ALLEEN_LOKAAL` (invalid) for an address that others can reach
 * @throws CodedError `INLOGSLEUTELS_ONLEESBAAR` (unavailable), see `openIssuerKeys`
 */
export const createBuiltInIssuer = async (options: BuiltInIssuerOptions): Promise<BuiltInIssuer> => {
  const { folder, issuerUrl, redirectUris, onError = () => undefined } = options;
  checkLoopback([issuerUrl, ...redirectUris]);
  const keys = await openIssuerKeys(folder);
  const headers = pageHeaders([...new Set(redirectUris.map((uri) => new URL(uri).origin))]);
  const mount = new URL(issuerUrl).pathname.replace(/\/$/, '');
  const OidcProvider = await importProvider();
  const provider = new OidcProvider(
    issuerUrl,
    providerConfiguration({ redirectUris, keys, headers, accountUrl: (uid) => `${mount}/account/${uid}` }),
  );
  provider.on('server_error', (_ctx, error) => onError(error));
  const answerProtocol = provider.callback();

  const handler: BuiltInIssuer['handler'] = (req, res) => {
    // A page elsewhere whose host name was pointed at this computer must not walk the login: it would pick an account.
    if (!isLoopback(`http://${req.headers.host}`)) return sendPage(res, 421, headers, errorPage('vreemd_adres'));
    const url = req.url ?? '/';
    const local = url.startsWith(`${mount}/`) ? url.slice(mount.length) : url;
    if (!local.startsWith('/account/')) {
      // The provider finds its own mount path by comparing these two.
      Object.assign(req, { originalUrl: mount + local, url: local });
      return void answerProtocol(req, res);
    }
    answerChoice(provider, headers, req, res).catch((error: unknown) => {
      const expired = error instanceof Error && error.name === 'SessionNotFound';
      if (!expired) onError(error);
      sendPage(res, expired ? 400 : 500, headers, errorPage(expired ? 'aanmelding_verlopen' : 'server_error'));
    });
  };
  return { handler, jwks: keys.jwks, mintToken: (account, options) => keys.mintToken(account, options) };
};
