import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Actor, randomId } from '@regielijn/kern';
import { TOKEN_AUDIENCE } from '@regielijn/toegang';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { freePort } from '../../libs/postgres/src/ports.js';
import type { Answer } from './engine.js';
import { Proces, root, until } from './proces.js';

/** An identity provider that publishes its keys and signs whatever token a test wants. */
export const startIdentityProvider = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'proef', alg: 'ES256', use: 'sig' };
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [key] }));
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** The headers of each time that its keys were fetched. */
    asked,
    sign: ({ subject, ...claims }: Actor): Promise<string> =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'proef' })
        .setIssuer(issuer)
        .setAudience(TOKEN_AUDIENCE)
        .setSubject(subject)
        .setExpirationTime('1 hour')
        .sign(privateKey),
    close: () => void server.close(),
  };
};

/** One api or worker that runs. */
export interface Draaiend {
  readonly proces: Proces;
  /** Where requests go; of a worker nowhere. */
  readonly adres: string;
  /** Where health and figures are. */
  readonly beheer: string;
  /** What it wrote to its log so far. */
  log(): readonly Record<string, unknown>[];
  /** The status of `/health/ready`; 0 when nothing answers. */
  ready(): Promise<number>;
}

/** Api and worker as server processes, beside the services that a test gives them. */
export interface ServerMode {
  readonly asked: readonly IncomingHttpHeaders[];
  start(name: 'api' | 'worker', settings?: Readonly<Record<string, string>>): Promise<Draaiend>;
  /** One request, over a connection of its own. */
  call(api: Draaiend, actor: Actor, method: string, path: string, body?: object, headers?: object): Promise<Answer>;
  remove(): void;
}

/** A program of the sources as they are now. By itself: shared files of two programs come in another order than Node's. */
export const buildIn = (folder: string, name: string): void => {
  const script = "import('./tools/build.mjs').then(({ bundle }) => bundle([process.argv[1]], process.argv[2]))";
  const args = ['-e', script, `apps/${name}/src/main.ts`, join(folder, name)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

/** @param services the settings by which the processes find the services of the test */
export const createServerMode = async (services: Readonly<Record<string, string>>): Promise<ServerMode> => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, '.tmp', 'server-'));
  for (const name of ['api', 'worker']) buildIn(folder, name);
  const provider = await startIdentityProvider();
  const begun: Proces[] = [];
  const common = {
    REGIELIJN_MASTER_KEY: randomBytes(32).toString('base64'),
    OIDC_ISSUER: provider.issuer,
    OIDC_JWKS_URL: `${provider.issuer}/jwks`,
    ...services,
  };
  return {
    asked: provider.asked,
    start: async (name, settings = {}) => {
      const [port, health] = [await freePort(0), await freePort(0)];
      const all = { ...common, PORT: String(port), HEALTH_PORT: String(health), ...settings };
      const proces = new Proces(join(folder, name, 'main.js'), [], folder, null, all);
      begun.push(proces);
      const beheer = `http://127.0.0.1:${health}`;
      const ready = (): Promise<number> => statusOf(`${beheer}/health/ready`);
      await until(`${name} is ready`, async () => {
        if (proces.child.exitCode !== null) throw new Error(proces.stdout + proces.stderr);
        return (await ready()) === 200;
      });
      const log = () =>
        proces.stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Record<string, unknown>);
      return { proces, adres: `http://127.0.0.1:${port}`, beheer, log, ready };
    },
    call: async ({ adres }, actor, method, path, body, headers = {}) => {
      const response = await fetch(`${adres}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await provider.sign(actor)}`,
          connection: 'close',
          ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomId() } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    remove: () => {
      for (const proces of begun) proces.killGroup();
      provider.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
