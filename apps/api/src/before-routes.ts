import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { problemHeaders, problemOf, sendProblem } from './problems.js';

/** An error as the framework makes them: the filter and `sendProblem` know its sentence by its status. */
const asFrameworkError = (statusCode: number): Error => Object.assign(new Error('refused'), { statusCode });

const patternOf = (url: string): RegExp => new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`);

/** An address that is there, asked with a method that it does not know: 405, with the methods it does know in `Allow`. */
export const refuseOtherMethods = (fastify: FastifyInstance): void => {
  const routes: { readonly methods: readonly string[]; readonly pattern: RegExp }[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    routes.push({ methods: [method].flat(), pattern: patternOf(url) });
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0]!;
    const allowed = new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods));
    if (allowed.size === 0) return;
    void reply.header('Allow', [...allowed].sort().join(', '));
    await sendProblem(reply, asFrameworkError(405));
  });
};

const UNREADABLE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What Node cannot read as HTTP never becomes a request; it gets the same kind of answer as any other refusal. */
export const answerUnreadable = ({ code }: { readonly code?: string }, socket: Socket): void => {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const { status, body } = problemOf(asFrameworkError(UNREADABLE[code ?? ''] ?? 400));
  const text = JSON.stringify(body);
  const headers = Object.entries({ ...problemHeaders, 'Content-Length': Buffer.byteLength(text), Connection: 'close' });
  if (socket.writable)
    socket.write(
      [`HTTP/1.1 ${status} Refused`, ...headers.map(([name, value]) => `${name}: ${value}`), '', text].join('\r\n'),
    );
  socket.destroySoon();
};
