import { type DynamicModule, Module, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Engine, EngineModule, readiness, secretsFolder } from '@regielijn/engine';
import { LOG_START, type LogPosition } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';
import type { Say } from '@regielijn/postgres';
import { generations } from '@regielijn/projecties';
import type { RequestWatch } from '@regielijn/server';
import {
  type BuiltInIssuer,
  createBuiltInIssuer,
  createTokenVerifier,
  DIRECT_TOKEN_ISSUER,
  TOKEN_AUDIENCE,
  type TokenVerifier,
} from '@regielijn/toegang';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holdWritesWhile, ISSUER_PATH, requireToken } from './authentication.js';
import { answerUnreadable, refuseOtherMethods } from './before-routes.js';
import { BesluitPageController } from './besluit-page.js';
import { ChangeFeed } from './change-feed.js';
import { ChangesController } from './changes.controller.js';
import { type Health, HEALTH, HealthController } from './health.controller.js';
import { homePage } from './home-page.js';
import { KwartaalreviewPageController } from './kwartaalreview-page.js';
import { addLogin, CALLBACK_PATH } from './login.js';
import { COMMON_HEADERS, ProblemFilter, sendProblem } from './problems.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** How long requests in flight may take when the process stops, in milliseconds. */
const FINISH_WITHIN_MS = 5_000;
/** Within this a request has come in whole: the largest document over a poor connection, not one that stands still. */
const MAX_REQUEST_MS = 120_000;
/** So long a caller whose request is too large may go on sending, to come to the answer. */
const HEAR_ANSWER_MS = 2_000;

interface ApiOptions {
  /** Where the program can be reached, for the built-in issuer. */
  readonly address: string;
  readonly say: Say;
  /** True while the demo is loaded. */
  readonly isLoadingDemo?: () => boolean;
  /** True once the process was told to stop. */
  readonly isStopping?: () => boolean;
  /** What a server process sees of its requests. */
  readonly watch?: RequestWatch | undefined;
}

@Module({})
class ApiModule {}

interface Identity {
  readonly verifier: TokenVerifier;
  readonly issuer?: BuiltInIssuer;
}

const identity = async ({ settings }: Engine, { address, say, watch }: ApiOptions): Promise<Identity> => {
  const { OIDC_ISSUER, OIDC_JWKS_URL } = settings;
  if (OIDC_ISSUER && OIDC_JWKS_URL)
    return {
      verifier: createTokenVerifier({
        issuers: [OIDC_ISSUER],
        audience: TOKEN_AUDIENCE,
        jwksUri: OIDC_JWKS_URL,
        headers: () => watch?.outgoing() ?? {},
      }),
    };
  const issuerUrl = `${address}${ISSUER_PATH}`;
  const issuer = await createBuiltInIssuer({
    folder: secretsFolder(settings),
    issuerUrl,
    redirectUris: [`${address}${CALLBACK_PATH}`],
    onError: (error) => say('inlogdienst', { error }),
  });
  const issuers = [issuerUrl, DIRECT_TOKEN_ISSUER];
  return { issuer, verifier: createTokenVerifier({ issuers, audience: TOKEN_AUDIENCE, jwks: issuer.jwks }) };
};

/** A connection that is closed on a caller who still sends takes the answer with it. Source: RFC 9112, 9.6. */
const closeLater = ({ raw }: FastifyRequest, reply: FastifyReply): void => {
  void reply.removeHeader('Connection');
  reply.raw.once('finish', () => {
    setTimeout(() => raw.complete || raw.destroy(), HEAR_ANSWER_MS).unref();
  });
};

/** What every request meets before its route does, in this order. */
const addHooks = (
  fastify: FastifyInstance,
  { watch, isStopping, isLoadingDemo }: ApiOptions,
  { verifier, issuer }: Identity,
): void => {
  watch?.addTo(fastify);
  fastify.addHook('onSend', async (request, reply) => {
    const headers = { ...COMMON_HEADERS, 'X-Correlation-Id': request.id };
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) void reply.header(name, value);
    // Else a caller keeps the connection, and the process waits for it to be idle long enough.
    if (isStopping?.()) void reply.header('Connection', 'close');
    else if (reply.statusCode === 413) closeLater(request, reply);
  });
  fastify.addHook('onRoute', (route) => {
    if (route.config?.grootsteInhoud) route.bodyLimit = route.config.grootsteInhoud.bytes;
  });
  requireToken(fastify, verifier, issuer);
  refuseOtherMethods(fastify);
  if (isLoadingDemo) holdWritesWhile(fastify, isLoadingDemo);
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
    genReqId: randomId,
    requestTimeout: MAX_REQUEST_MS,
    clientErrorHandler: answerUnreadable,
    // An address that cannot be read belongs to no route either.
    frameworkErrors: (error: Error, _: unknown, reply: FastifyReply) => void sendProblem(reply, error),
  });
  // JSON only: any other kind of content is refused as such (415).
  adapter.getInstance().removeContentTypeParser('text/plain');
  return adapter;
};

const apiModule = (engine: Engine, feed: ChangeFeed): DynamicModule => {
  const health: Health = () => readiness(engine);
  return {
    module: ApiModule,
    imports: [EngineModule.on(engine)],
    controllers: [HealthController, BesluitPageController, KwartaalreviewPageController, ChangesController],
    providers: [
      { provide: HEALTH, useValue: health },
      { provide: ChangeFeed, useValue: feed },
    ],
  };
};

/** The HTTP side of one engine, ready to listen. */
export const createApi = async (engine: Engine, options: ApiOptions): Promise<NestFastifyApplication> => {
  const adapter = createAdapter();
  const fastify = adapter.getInstance();
  const who = await identity(engine, options);
  addHooks(fastify, options, who);
  const feed = changeFeed(engine, options, fastify);
  const app = await NestFactory.create<NestFastifyApplication>(apiModule(engine, feed), adapter, {
    ...{ logger: false, abortOnError: false, bodyParser: false },
  });
  app.setGlobalPrefix('v1', {
    exclude: ['health', 'health/live', 'health/ready', { path: '/', method: RequestMethod.GET }],
  });
  app.useGlobalFilters(new ProblemFilter(options.say));
  let document: object | undefined;
  fastify.get('/v1/openapi.json', async (_, reply) => {
    document ??= (await import('./openapi.js')).createOpenApi(app);
    return reply.header('Access-Control-Allow-Origin', '*').send(document);
  });
  const { issuer, verifier } = who;
  fastify.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(homePage(issuer !== undefined)));
  if (issuer) addLogin(fastify, { ...options, verifier, issuerUrl: `${options.address}${ISSUER_PATH}` });
  await app.init();
  await fastify.ready();
  return app;
};

/** Takes no new connections, lets requests in flight finish for a while, and breaks off what is left then. */
export const closeApi = async (app: NestFastifyApplication, say: Say): Promise<void> => {
  const breakOff = setTimeout(() => {
    say('verzoeken die nog liepen zijn afgebroken', { warning: true });
    app.getHttpServer().closeAllConnections();
  }, FINISH_WITHIN_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(breakOff);
  }
};
