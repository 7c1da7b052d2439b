import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handelingen } from '@regielijn/engine';
import { startTestApi, type TestApi } from '../kit/engine.js';

const FILE = join(import.meta.dirname, '../../apps/api/openapi.json');

let api: TestApi;
let document: any;

beforeAll(async () => {
  api = await startTestApi();
  document = (await api.app.inject('/v1/openapi.json')).json();
}, 60_000);
afterAll(() => api.close(), 60_000);

/** Each route as `GET /path/:name`, from the tree that fastify prints: a branch goes on where the one above it stops. */
const routesOf = (tree: string): string[] => {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^(.*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, above.length, (above[depth - 1] ?? '') + part);
    return methods
      .split(', ')
      .filter((method) => method === 'GET' || method === 'POST')
      .map((method) => `${method} ${above[depth]}`);
  });
};

describe('the OpenAPI document', () => {
  // UPDATE_OPENAPI=1 writes it anew; the diff is then part of the change.
  it('is the one that is checked in', () => {
    if (process.env['UPDATE_OPENAPI']) writeFileSync(FILE, `${JSON.stringify(document, null, 2)}\n`);
    expect(document).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });

  it('is version 3.1 and needs no token', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const response = await api.app.inject('/v1/openapi.json');
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });

  it('has a route for every command and query that a caller may give', () => {
    const operations = Object.values(document.paths).flatMap((path: any) =>
      Object.values(path).map((o: any) => o.operationId),
    );
    const berichten = ['stel-op', 'adresseer', 'leg-verzending-vast', 'herinner', 'handel-af'];
    const intern = [
      ...['normenkader.toets', 'traject.herzie', 'machtiging.herzie'],
      ...['bewaking.meld-termijn', 'bewaking.leg-gevolg-vast', 'machtiging.leg-mgj-verzoek-vast'],
      ...['jeugdige.bied-aan-volgens-regel', 'opschaling.laat-opschalen', 'normenkader.leg-bespreking-vast'],
      ...['kwartaalreview.open', 'kwartaalreview.zet-op-agenda', 'kwartaalreview.werk-agenda-bij'],
      ...['kwartaalreview.neem-over', 'terugkeer.bereid-voor', 'terugkeer.werk-bij'],
      ...['jeugdige.zet-regieoverdracht-stil', 'jeugdige.hervat-regieoverdracht'],
      ...berichten.map((naam) => `bericht.${naam}`),
    ];
    const written = ['jeugdige.besluit-afdruk', 'kwartaalreview.pakket-afdruk', 'wijzigingen'];
    expect(operations.sort()).toEqual(
      [
        ...handelingen.map(({ naam }) => naam).filter((naam) => !intern.includes(naam) && !/^wijziging\./.test(naam)),
        ...written,
      ].sort(),
    );
  });

  it('has every route that the process answers, but the document itself', () => {
    const documented = Object.entries<any>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = routesOf(api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
    const forCallers = served.filter((route) => / \/v1\//.test(route) && route !== 'GET /v1/openapi.json');
    expect(forCallers.sort()).toEqual(documented.sort());
  });

  it('says of a decision on one page that it is a page', () => {
    const { get } = document.paths['/jeugdigen/{jeugdigeId}/besluiten/{besluitId}/afdruk'];
    expect(Object.keys(get.responses['200'].content)).toEqual(['text/html']);
    expect(get.parameters.map(({ name }: any) => name)).toEqual(['jeugdigeId', 'besluitId']);
    expect(get.tags).toEqual(['jeugdigen']);
  });

  it('describes a body for every command and problem details for every refusal', () => {
    for (const [path, methods] of Object.entries<any>(document.paths))
      for (const [method, operation] of Object.entries<any>(methods)) {
        if (method === 'post')
          expect([path, operation.requestBody?.content['application/json'].schema]).not.toContain(undefined);
        expect(Object.keys(operation.responses)).toEqual(
          expect.arrayContaining(['400', '401', '403', '404', '409', '503']),
        );
      }
  });

  it('answers a stranger with 401 on every route, before looking at anything else', async () => {
    for (const [path, methods] of Object.entries<any>(document.paths))
      for (const method of Object.keys(methods)) {
        const url = `/v1${path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')}`;
        const response = await api.app.inject({ method: method.toUpperCase() as 'GET', url });
        expect([path, response.statusCode]).toEqual([path, 401]);
        expect(response.headers).toMatchObject({
          'api-version': '0.1.0',
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        });
      }
  });
});
