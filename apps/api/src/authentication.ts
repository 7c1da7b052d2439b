import { type Actor, CodedError } from '@regielijn/kern';
import { bearerToken, type BuiltInIssuer, type TokenVerifier } from '@regielijn/toegang';
import type { FastifyInstance } from 'fastify';
import { CALLBACK_PATH, LOGIN_PATH } from './login.js';
import { sendProblem } from './problems.js';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

/** Where the built-in issuer answers. */
export const ISSUER_PATH = '/oidc';

/** All that a stranger may ask: the API description, health, logging in, and static files. Anything else needs a token. */
const OPEN = new Set([
  ...['/', '/v1/openapi.json', '/health', '/health/live', '/health/ready', '/favicon.ico'],
  ...[LOGIN_PATH, CALLBACK_PATH],
]);

const pathOf = (url: string): string => url.split('?', 1)[0]!;

/**
 * Asks every request who it is before its body is read, so that a stranger gets the same answer whatever was sent. The
 * built-in issuer, where there is one, reads its own requests.
 */
export const requireToken = (fastify: FastifyInstance, verifier: TokenVerifier, issuer?: BuiltInIssuer): void => {
  fastify.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request.raw.url ?? '/');
    if (issuer && path.startsWith(`${ISSUER_PATH}/`)) {
      reply.hijack();
      issuer.handler(request.raw, reply.raw);
      return;
    }
    if (OPEN.has(path) && (request.method === 'GET' || request.method === 'HEAD')) return;
    try {
      request.actor = await verifier.verify(bearerToken(request.headers.authorization));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      await sendProblem(reply, error);
    }
  });
};

/** Refuses what would change something while the demo is being loaded: its clock runs through past years. */
export const holdWritesWhile = (fastify: FastifyInstance, isBusy: () => boolean): void => {
  fastify.addHook('preValidation', async (request, reply) => {
    const { method, routeOptions } = request;
    if (method !== 'GET' && method !== 'HEAD' && !routeOptions.config?.leest && isBusy())
      await sendProblem(
        reply,
        new CodedError(
          'unavailable',
          'VOORBEELD_WORDT_GELADEN',
          'Het voorbeeldjaar wordt nog geladen. Lezen kan al; probeer dit zo opnieuw.',
        ),
      );
  });
};
