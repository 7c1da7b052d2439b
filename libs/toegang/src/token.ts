import { type Actor, CodedError } from '@regielijn/kern';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  type JSONWebKeySet,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { rollen } from './rollen.js';

/** The audience that every access token for this engine carries. */
export const TOKEN_AUDIENCE = 'regielijn';

const CLOCK_TOLERANCE_SECONDS = 5;

export type TokenVerifierOptions = {
  /** Accepted values of `iss`. */
  readonly issuers: readonly string[];
  readonly audience: string;
  /** Where the issuer puts the organisation and the role; default `organisatie` and `rol`. */
  readonly claims?: { readonly organisatie?: string; readonly rol?: string };
} & (
  | { readonly jwks: JSONWebKeySet }
  | {
      readonly jwksUri: string;
      /** What goes along when the keys are fetched, beside what that needs. */
      readonly headers?: () => Readonly<Record<string, string>>;
    }
);

export interface TokenVerifier {
  /**
   * Who carries this token.
   *
   * @throws CodedError `NIET_AANGEMELD` (unauthenticated), whatever is wrong with the token
   * @throws CodedError `INLOGDIENST_NIET_BEREIKBAAR` (unavailable) when the issuer's keys cannot be fetched
   */
  verify(token: string): Promise<Actor>;
}

// One sentence for every cause: the reason would help only somebody who forges tokens.
const nietAangemeld = (): CodedError =>
  new CodedError('unauthenticated', 'NIET_AANGEMELD', 'U bent niet aangemeld, of niet meer. Meld u opnieuw aan.');

/** The token in an `Authorization` header (RFC 6750). Throws `NIET_AANGEMELD` when there is none. */
export const bearerToken = (authorization: string | undefined): string => {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw nietAangemeld();
  return token;
};

/** Until when a token that was verified is good, in milliseconds since 1970: what goes on after an answer ends then. */
export const expiryOf = (token: string): number => decodeJwt(token).exp! * 1000;

/** Fetched once, kept by jose for ten minutes, fetched again for an unknown key at most every thirty seconds. */
const remoteKeys = (jwksUri: string, more: () => Readonly<Record<string, string>> = () => ({})): JWTVerifyGetKey => {
  const getKey = createRemoteJWKSet(new URL(jwksUri), {
    [customFetch]: (url, { headers, ...options }) =>
      fetch(url, { ...options, headers: { ...Object.fromEntries(headers), ...more() } }),
  });
  return async (header, token) => {
    try {
      return await getKey(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      const unavailable = new CodedError(
        'unavailable',
        'INLOGDIENST_NIET_BEREIKBAAR',
        'De inlogdienst is even niet bereikbaar. Probeer het zo opnieuw.',
      );
      unavailable.cause = error;
      throw unavailable;
    }
  };
};

// Printable ASCII, as OpenID Connect Core 1.0 section 2 wants of `sub`. Not trimmed: another spelling, another account.
const AccountTextSchema = z.string().regex(/^[!-~]([ -~]{0,253}[!-~])?$/);

const actorSchema = (organisatie: string, rol: string) =>
  z
    .object({
      sub: AccountTextSchema,
      [organisatie]: AccountTextSchema,
      [rol]: z.enum(Object.keys(rollen)),
    })
    .transform((payload): Actor => ({
      subject: String(payload['sub']),
      organisatie: String(payload[organisatie]),
      rol: String(payload[rol]),
    }));

/**
 * Checks access tokens: signed JWTs (OAuth NL profile) with asymmetric algorithms only, so that neither `none` nor a
 * public key used as a shared secret passes.
 *
 * @throws when `jwks` is no key set or `jwksUri` no address: a configuration that cannot work
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const getKey = 'jwks' in options ? createLocalJWKSet(options.jwks) : remoteKeys(options.jwksUri, options.headers);
  const schema = actorSchema(options.claims?.organisatie ?? 'organisatie', options.claims?.rol ?? 'rol');
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, getKey, {
          issuer: [...options.issuers],
          audience: options.audience,
          algorithms: ['ES256', 'RS256', 'PS256'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['exp', 'sub', 'aud', 'iss'],
        });
        return schema.parse(payload);
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw nietAangemeld();
        throw error;
      }
    },
  };
};
