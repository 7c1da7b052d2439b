import { Module, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Engine, EngineModule, secretsFolder } from '@regielijn/engine';
import {
  type BuiltInIssuer,
  createBuiltInIssuer,
  createTokenVerifier,
  DIRECT_TOKEN_ISSUER,
  TOKEN_AUDIENCE,
  type TokenVerifier,
} from '@regielijn/toegang';
import { holdWritesWhile, ISSUER_PATH, requireToken } from './authentication.js';
import { BesluitPageController } from './besluit-page.js';
import { HealthController } from './health.controller.js';
import { homePage } from './home-page.js';
import { KwartaalreviewPageController } from './kwartaalreview-page.js';
import { addLogin, CALLBACK_PATH } from './login.js';
import { COMMON_HEADERS, ProblemFilter } from './problems.js';

const MAX_BODY_BYTES = 1024 * 1024;

interface ApiOptions {
  /** Where the program can be reached, for the built-in issuer. */
  readonly address: string;
  readonly say: (line: string) => void;
  /** True while the demo is loaded. */
  readonly isLoadingDemo?: () => boolean;
}

@Module({ controllers: [HealthController, BesluitPageController, KwartaalreviewPageController] })
class ApiModule {}

const identity = async (
  { settings }: Engine,
  { address, say }: ApiOptions,
): Promise<{ verifier: TokenVerifier; issuer?: BuiltInIssuer }> => {
  const { OIDC_ISSUER, OIDC_JWKS_URL } = settings;
  if (OIDC_ISSUER && OIDC_JWKS_URL)
    return {
      verifier: createTokenVerifier({ issuers: [OIDC_ISSUER], audience: TOKEN_AUDIENCE, jwksUri: OIDC_JWKS_URL }),
    };
  const issuerUrl = `${address}${ISSUER_PATH}`;
  const issuer = await createBuiltInIssuer({
    folder: secretsFolder(settings),
    issuerUrl,
    redirectUris: [`${address}${CALLBACK_PATH}`],
    onError: (error) => say(`inlogdienst: ${error instanceof Error ? error.name : 'fout'}`),
  });
  const issuers = [issuerUrl, DIRECT_TOKEN_ISSUER];
  return { issuer, verifier: createTokenVerifier({ issuers, audience: TOKEN_AUDIENCE, jwks: issuer.jwks }) };
};

/** The HTTP side of one engine, ready to listen. */
export const createApi = async (engine: Engine, options: ApiOptions): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit: MAX_BODY_BYTES });
  const fastify = adapter.getInstance();
  const { verifier, issuer } = await identity(engine, options);
  fastify.addHook('onSend', async (_, reply) => {
    for (const [name, value] of Object.entries(COMMON_HEADERS))
      if (!reply.hasHeader(name)) void reply.header(name, value);
  });
  fastify.addHook('onRoute', (route) => {
    if (route.config?.grootsteInhoud) route.bodyLimit = route.config.grootsteInhoud.bytes;
  });
  requireToken(fastify, verifier, issuer);
  if (options.isLoadingDemo) holdWritesWhile(fastify, options.isLoadingDemo);
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: ApiModule, imports: [EngineModule.on(engine)] },
    adapter,
    { logger: false, abortOnError: false },
  );
  app.setGlobalPrefix('v1', {
    exclude: ['health', 'health/live', 'health/ready', { path: '/', method: RequestMethod.GET }],
  });
  app.useGlobalFilters(new ProblemFilter(options.say));
  let document: object | undefined;
  fastify.get('/v1/openapi.json', async (_, reply) => {
    document ??= (await import('./openapi.js')).createOpenApi(app);
    return reply.header('Access-Control-Allow-Origin', '*').send(document);
  });
  fastify.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(homePage(issuer !== undefined)));
  if (issuer) addLogin(fastify, { ...options, verifier, issuerUrl: `${options.address}${ISSUER_PATH}` });
  await app.init();
  await fastify.ready();
  return app;
};
