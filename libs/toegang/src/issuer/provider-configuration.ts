import type { Configuration } from 'oidc-provider';
import { findDemoAccount } from '../demo-accounts.js';
import { TOKEN_AUDIENCE } from '../token.js';
import type { IssuerKeys } from './issuer-keys.js';
import { createMemoryAdapterFactory } from './memory-adapter.js';
import { errorPage, type PageHeaders } from './pages.js';

/** The public client of the demo: no secret, PKCE required. */
export const DEMO_CLIENT_ID = 'regielijn-demo';

const WORKING_DAY_SECONDS = 8 * 60 * 60;

const claimsOf = (subject: string | undefined): { organisatie: string; rol: string } | undefined => {
  const account = findDemoAccount(subject ?? null);
  return account && { organisatie: account.organisatie, rol: account.rol };
};

/** An access token is a JWT for the one API there is, also when the client names no resource. */
const resourceIndicators: NonNullable<Configuration['features']>['resourceIndicators'] = {
  enabled: true,
  defaultResource: () => 'urn:regielijn:api',
  getResourceServerInfo: () => ({
    scope: '',
    audience: TOKEN_AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: WORKING_DAY_SECONDS,
    jwt: { sign: { alg: 'ES256' } },
  }),
};

/** Who logs in, what a token says about them, and for how long. */
const accounts: Configuration = {
  scopes: ['openid'],
  claims: { openid: ['sub', 'organisatie', 'rol'] },
  findAccount: (_ctx, subject) => {
    const claims = claimsOf(subject);
    return claims && { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
  },
  extraTokenClaims: (_ctx, token) => ('accountId' in token ? claimsOf(token.accountId) : undefined),
  // Picking the account is the consent: the only client is the demo itself.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
  ttl: {
    AccessToken: WORKING_DAY_SECONDS,
    AuthorizationCode: 60,
    Grant: WORKING_DAY_SECONDS,
    IdToken: WORKING_DAY_SECONDS,
    Interaction: 60 * 60,
    Session: WORKING_DAY_SECONDS,
  },
};

export interface ProviderConfigurationInput {
  readonly redirectUris: readonly string[];
  readonly keys: IssuerKeys;
  readonly headers: PageHeaders;
  /** Path of the page where the login with this uid picks its account. */
  readonly accountUrl: (uid: string) => string;
}

/** The built-in issuer in the terms of oidc-provider. Everything it warns about by default is decided here. */
export const providerConfiguration = (input: ProviderConfigurationInput): Configuration => ({
  ...accounts,
  adapter: createMemoryAdapterFactory(),
  jwks: { keys: [input.keys.signingKey] },
  cookies: { keys: [input.keys.cookieKey] },
  clients: [
    {
      client_id: DEMO_CLIENT_ID,
      redirect_uris: [...input.redirectUris],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    },
  ],
  responseTypes: ['code'],
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators,
  },
  clientBasedCORS: (_ctx, origin) => input.redirectUris.some((uri) => new URL(uri).origin === origin),
  interactions: { url: (_ctx, interaction) => input.accountUrl(interaction.uid) },
  renderError: (ctx, out) => {
    ctx.set(input.headers);
    ctx.body = errorPage(out.error);
  },
});
