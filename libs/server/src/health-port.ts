import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { isReady, type Readiness } from '@regielijn/engine';

/** What a server process tells of itself, without a token. */
export interface HealthAnswers {
  /** Which parts can do their work; none before the process is open, or once it stops. */
  readiness(): Promise<Readiness>;
  readonly metrics: { readonly contentType: string; show(): Promise<string> };
}

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  // Who looks sees what is so now; whoever hears "not yet" asks again in a second.
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': '1' } : {}),
  });
  response.end(body);
};

const answer = async (path: string, response: ServerResponse, answers: HealthAnswers): Promise<void> => {
  if (path === '/health/live') return send(response, 200, 'application/json', '{"status":"ok"}');
  if (path === '/metrics') return send(response, 200, answers.metrics.contentType, await answers.metrics.show());
  if (path !== '/health/ready') return send(response, 404, 'text/plain', '');
  const onderdelen = await answers.readiness();
  const ready = isReady(onderdelen);
  send(
    response,
    ready ? 200 : 503,
    'application/json',
    JSON.stringify({ status: ready ? 'ok' : 'niet gereed', onderdelen }),
  );
};

/** A port for `/health/live`, `/health/ready` and `/metrics`; answers how to close it. */
export const openHealthPort = async (
  port: number,
  host: string,
  answers: HealthAnswers,
): Promise<() => Promise<void>> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    answer(path, response, answers).catch(() => send(response, 500, 'text/plain', ''));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
};
