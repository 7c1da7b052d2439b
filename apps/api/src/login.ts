import { createHash, randomBytes } from 'node:crypto';
import { type Actor, CodedError } from '@regielijn/kern';
import { DEMO_CLIENT_ID, type TokenVerifier } from '@regielijn/toegang';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { page } from './page.js';
import { sendProblem } from './problems.js';

export const LOGIN_PATH = '/login';
export const CALLBACK_PATH = `${LOGIN_PATH}/callback`;

const COOKIE = 'regielijn_aanmelden';
const LOGIN_WITHIN_SECONDS = 600;

interface LoginOptions {
  /** Where browsers reach this program. The issuer compares the way back character by character. */
  readonly address: string;
  readonly issuerUrl: string;
  readonly verifier: TokenVerifier;
}

const random = (): string => randomBytes(32).toString('base64url');

const aanmeldingVerlopen = (): CodedError =>
  new CodedError(
    'invalid',
    'AANMELDING_VERLOPEN',
    'Deze aanmelding is verlopen of al gebruikt. Begin opnieuw bij /login.',
  );

/** What this browser began, from its cookie; state and verifier are of its own login only (RFC 7636). */
const begun = ({ headers }: FastifyRequest): { state: string; verifier: string } | null => {
  const [, state, verifier] = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)\\.([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
  return state !== undefined && verifier !== undefined ? { state, verifier } : null;
};

const exchange = async ({ issuerUrl, address }: LoginOptions, code: string, verifier: string): Promise<string> => {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: DEMO_CLIENT_ID,
      redirect_uri: `${address}${CALLBACK_PATH}`,
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw aanmeldingVerlopen();
  return ((await response.json()) as { access_token: string }).access_token;
};

const welcome = ({ subject, organisatie, rol }: Actor, token: string, address: string): string =>
  page(
    'U bent aangemeld',
    `<p>Als <strong>${rol}</strong> (${subject}) van ${organisatie}. Schermen zijn er nog niet. Met dit token kunt u de API
gebruiken, acht uur lang:</p>
<pre>${token}</pre>
<p>Bijvoorbeeld, in een venster met opdrachten:</p>
<pre>curl -H "Authorization: Bearer ${token}" "${address}/v1/voorzieningen"</pre>
<p><a href="${LOGIN_PATH}">Aanmelden met een ander account</a></p>`,
  );

const finish = async (options: LoginOptions, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const { code, state } = request.query as { code?: unknown; state?: unknown };
  const mine = begun(request);
  void reply.header('Set-Cookie', `${COOKIE}=; Path=${LOGIN_PATH}; HttpOnly; SameSite=Lax; Max-Age=0`);
  try {
    if (mine === null || mine.state !== state || typeof code !== 'string') throw aanmeldingVerlopen();
    const token = await exchange(options, code, mine.verifier);
    const actor = await options.verifier.verify(token);
    await reply.type('text/html; charset=utf-8').send(welcome(actor, token, options.address));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    await sendProblem(reply, error);
  }
};

/** The way in for a browser, with the built-in issuer: authorization code with PKCE, and at its end a token to use. */
export const addLogin = (fastify: FastifyInstance, options: LoginOptions): void => {
  const { address, issuerUrl } = options;
  fastify.get(LOGIN_PATH, async (request, reply) => {
    // By another name of this computer, the cookie would not come back.
    if (request.headers.host !== new URL(address).host) return reply.redirect(`${address}${LOGIN_PATH}`);
    const [state, verifier] = [random(), random()];
    const cookie = `${COOKIE}=${state}.${verifier}; Path=${LOGIN_PATH}; HttpOnly; SameSite=Lax; Max-Age=${LOGIN_WITHIN_SECONDS}`;
    const question = new URLSearchParams({
      client_id: DEMO_CLIENT_ID,
      response_type: 'code',
      redirect_uri: `${address}${CALLBACK_PATH}`,
      scope: 'openid',
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      // Whoever comes here wants to choose, also when a login of before still stands.
      prompt: 'login',
    });
    return reply.header('Set-Cookie', cookie).redirect(`${issuerUrl}/auth?${question.toString()}`);
  });
  fastify.get(CALLBACK_PATH, (request, reply) => finish(options, request, reply));
};
