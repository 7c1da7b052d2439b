import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from './log.js';
import type { RequestSpan, Tracing } from './tracing.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that this request was answered with. */
    problemCode?: string;
    span?: RequestSpan;
  }
}

/** What a server process sees of the requests that reach it. */
export interface RequestWatch {
  /** To be added before any other hook: what a stranger asks is seen too. */
  addTo(fastify: FastifyInstance): void;
  /** Headers for a question to another service because of the request of now. */
  outgoing(): Record<string, string>;
}

/** Asked every few seconds by whoever guards the process. */
const isProbe = ({ url }: FastifyRequest): boolean => /^\/health(\/|\?|$)/.test(url);

/** One line, and one span where traces are made, per request: by the pattern of its path, never by what stood in it. */
export const watchRequests = (log: Log, tracing: Tracing | undefined): RequestWatch => ({
  outgoing: () => tracing?.outgoing() ?? {},
  addTo: (fastify) => {
    if (tracing) traceRequests(fastify, tracing);
    fastify.addHook('onResponse', (request, reply, done) => {
      const { id: correlationId, method, problemCode: code, span } = request;
      const outcome = { correlationId, route: request.routeOptions.url ?? '(geen)', status: reply.statusCode, code };
      span?.end(outcome);
      const durationMs = Math.round(reply.elapsedTime * 10) / 10;
      if (!isProbe(request)) log.info({ method, ...outcome, durationMs }, 'verzoek');
      done();
    });
  },
});

const traceRequests = (fastify: FastifyInstance, tracing: Tracing): void => {
  fastify.addHook('onRequest', (request, _, done) => {
    if (isProbe(request)) return done();
    request.span = tracing.request(request.method, request.headers);
    request.span.within(done);
  });
  // The body came in by events of the socket, outside of the span.
  fastify.addHook('preValidation', (request, _, done) => (request.span ? request.span.within(done) : done()));
};
