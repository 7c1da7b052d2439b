import { Module, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Engine, EngineModule, secretsFolder } from '@regielijn/engine';
import { LOG_START, type LogPosition } from '@regielijn/event-store';
import { generations } from '@regielijn/projecties';
import {
  type BuiltInIssuer,
  createBuiltInIssuer,
  createTokenVerifier,
  DIRECT_TOKEN_ISSUER,
  TOKEN_AUDIENCE,
  type TokenVerifier,
} from '@regielijn/toegang';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { holdWritesWhile, ISSUER_PATH, requireToken } from './authentication.js';
import { answerUnreadable, refuseOtherMethods } from './before-routes.js';
import { BesluitPageController } from './besluit-page.js';
import { ChangeFeed } from './change-feed.js';
import { ChangesController } from './changes.controller.js';
import { HealthController } from './health.controller.js';
import { homePage } from './home-page.js';
import { addLogin, CALLBACK_PATH } from './login.js';
import { COMMON_HEADERS, ProblemFilter, sendProblem } from './problems.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** Within this a request has come in whole: the largest document over a poor connection, not one that stands still. */
const MAX_REQUEST_MS = 120_000;

interface ApiOptions {
  /** Where the program can be reached, for the built-in issuer. */
  readonly address: string;
  readonly say: (line: string) => void;
  /** True while the demo is loaded. */
  readonly isLoadingDemo?: () => boolean;
}

@Module({ controllers: [HealthController, BesluitPageController, ChangesController] })
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

/** The feed of one process. It begins where the read models are, and ends before the server waits for its connections. */
const changeFeed = ({ store, pool }: Engine, { say }: ApiOptions, fastify: FastifyInstance): ChangeFeed => {
  const begin = async (): Promise<LogPosition> => {
    const live = (await generations(pool)).filter(({ state }) => state === 'live').map(({ position }) => position);
    return live.sort()[0] ?? LOG_START;
  };
  const feed = new ChangeFeed({ store, begin, say });
  fastify.addHook('preClose', () => feed.stop());
  return feed;
};

/** What holds for every request, whatever it asks. */
const createAdapter = (): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: MAX_REQUEST_MS,
    clientErrorHandler: answerUnreadable,
    // An address that cannot be read belongs to no route either.
    frameworkErrors: (error: Error, _: unknown, reply: FastifyReply) => void sendProblem(reply, error),
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onSend', async (_, reply) => {
    for (const [name, value] of Object.entries(COMMON_HEADERS))
      if (!reply.hasHeader(name)) void reply.header(name, value);
  });
  fastify.addHook('onRoute', (route) => {
    if (route.config?.grootsteInhoud) route.bodyLimit = route.config.grootsteInhoud.bytes;
  });
  // JSON only: any other kind of content is refused as such (415).
  fastify.removeContentTypeParser('text/plain');
  return adapter;
};

/** The HTTP side of one engine, ready to listen. */
export const createApi = async (engine: Engine, options: ApiOptions): Promise<NestFastifyApplication> => {
  const adapter = createAdapter();
  const fastify = adapter.getInstance();
  const { verifier, issuer } = await identity(engine, options);
  requireToken(fastify, verifier, issuer);
  refuseOtherMethods(fastify);
  if (options.isLoadingDemo) holdWritesWhile(fastify, options.isLoadingDemo);
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: ApiModule,
      imports: [EngineModule.on(engine)],
      providers: [{ provide: ChangeFeed, useValue: changeFeed(engine, options, fastify) }],
    },
    adapter,
    { logger: false, abortOnError: false, bodyParser: false },
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
