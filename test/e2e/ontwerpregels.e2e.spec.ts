import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { randomId } from '@regielijn/kern';
import { startTestApi, type TestApi } from '../kit/engine.js';

/**
 * The rules of the NL API Design Rules (Logius, 2.1 and 2.2) that a program can check, under their own names. The rules
 * that ask for judgement, such as nouns, stand in docs/decisions/0016.
 */
let api: TestApi;
let document: any;
let address: string;

beforeAll(async () => {
  api = await startTestApi();
  document = (await api.app.inject('/v1/openapi.json')).json();
  address = await api.app.listen(0, '127.0.0.1').then(() => api.app.getUrl());
}, 60_000);
afterAll(() => api.close(), 60_000);

const paths = (): readonly string[] => Object.keys(document.paths);
const operations = (): readonly (readonly [string, any])[] =>
  Object.entries<any>(document.paths).flatMap(([path, methods]) =>
    Object.entries<any>(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
const parameters = (place: string): readonly any[] =>
  operations().flatMap(([, operation]) => (operation.parameters ?? []).filter((given: any) => given.in === place));
/** Which of these break the rule: empty when all is well, and readable when it is not. */
const breaking = <T>(all: readonly T[], holds: (one: T) => boolean): readonly T[] => {
  expect(all.length).toBeGreaterThan(0);
  return all.filter((one) => !holds(one));
};

const lint = (described: object): Promise<spectral.ISpectralDiagnostic[]> => {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'all']] });
  return linter.run(described as Record<string, unknown>);
};

describe('the description of the API', () => {
  it('has nothing that the public Spectral rules for OpenAPI would say something about', async () => {
    const remarks = await lint(document);
    expect(remarks.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`)).toEqual([]);
  });

  it('given a description with a mistake, then those rules do say so', async () => {
    const { contact: _, ...info } = document.info;
    expect((await lint({ ...document, info })).map(({ code }) => code)).toEqual(['info-contact']);
  });

  it('doc-openapi-contact, semver, uri-version: who to ask, a semantic version, and its first number in the address', () => {
    expect(document.info.contact).toMatchObject({
      name: expect.stringMatching(/./),
      url: expect.stringMatching(/^https:/),
      email: expect.stringMatching(/@/),
    });
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(document.servers).toEqual([{ url: '/v1' }]);
  });

  it('no-trailing-slash, path-segments-kebab-case: every path', () => {
    expect(breaking(paths(), (path) => /^(\/([a-z0-9]+(-[a-z0-9]+)*|\{\w+\}))+$/.test(path))).toEqual([]);
  });

  it('query-keys-camel-case: every query key, path variable and field of an answer', () => {
    const names = [...parameters('query'), ...parameters('path')].map(({ name }) => name as string);
    const fields = Object.values<any>(document.components.schemas).flatMap(({ properties = {} }) =>
      Object.keys(properties),
    );
    expect(breaking([...names, ...fields], (name) => /^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([]);
  });

  it('naming-collections: what an id chooses from is a plural', () => {
    const collections = paths().flatMap((path) => [...path.matchAll(/([\w-]+)\/\{/g)].map(([, name]) => name!));
    expect(breaking([...new Set(collections)], (name) => /(en|s)$/.test(name))).toEqual([]);
  });

  it('no-sensitive-uris: no path or query key asks for a BSN, a name or a birth date', () => {
    const names = [...parameters('query'), ...parameters('path')].map(({ name }) => name as string);
    expect(breaking(names, (name) => !/bsn|naam|geboorte/i.test(name))).toEqual([]);
  });

  it('http-methods: only GET, which changes nothing and takes no body, and POST', () => {
    expect(breaking(operations(), ([name]) => /^(get|post) /.test(name))).toEqual([]);
    const reads = operations().filter(([name]) => name.startsWith('get '));
    expect(breaking(reads, ([, { requestBody }]) => requestBody === undefined)).toEqual([]);
  });

  it('problem-details: every refusal is application/problem+json with at least status, title and detail', () => {
    const refusals = operations().flatMap(([name, { responses }]) =>
      Object.entries<any>(responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([status, { content }]) => [name, status, Object.keys(content ?? {})] as const),
    );
    expect(breaking(refusals, ([, , types]) => types.join() === 'application/problem+json')).toEqual([]);
    const { required } = document.components.schemas.Probleem;
    expect(required).toEqual(expect.arrayContaining(['status', 'title', 'detail', 'code']));
  });

  it('invalid-input: what is wrong with the input is 400, never 422', () => {
    expect(breaking(operations(), ([, { responses }]) => '400' in responses && !('422' in responses))).toEqual([]);
  });

  it('version-header: every answer that is described carries API-Version', () => {
    const answers = operations().flatMap(([, { responses }]) => Object.values<any>(responses));
    expect(breaking(answers, ({ headers }) => headers?.['API-Version'] !== undefined)).toEqual([]);
  });
});

/** Kinds of requests, each with what it must answer; all of them as a jeugdbeschermer or as a stranger. */
const kinds: readonly (readonly [string, () => Promise<Response>, number])[] = [
  ['a list', () => ask('/v1/jeugdigen'), 200],
  ['the description, asked by anybody', () => fetch(`${address}/v1/openapi.json`), 200],
  ['a stranger', () => fetch(`${address}/v1/jeugdigen`), 401],
  ['what this role may not', () => ask('/v1/monitor/plaatsingen?jaar=2019'), 403],
  ['a dossier that is not there', () => ask(`/v1/jeugdigen/${randomId()}`), 404],
  ['an address that is not there', () => ask('/v1/bestaat-niet'), 404],
  ['a slash at the end', () => ask('/v1/jeugdigen/'), 404],
  ['an address that is not in kebab-case', () => ask('/v1/Jeugdigen'), 404],
  ['a query key that is not known', () => ask('/v1/jeugdigen?Status=open'), 400],
  ['an address that cannot be read', () => ask('/v1/jeugdigen/%zz'), 400],
  ['another method than there is', () => ask('/v1/jeugdigen', { method: 'DELETE' }), 405],
  ['content of another kind', () => ask('/v1/jeugdigen', { method: 'POST', body: 'a=b', type: 'text/plain' }), 415],
  ['content that is not JSON', () => ask('/v1/jeugdigen', { method: 'POST', body: '{"bsn":' }), 400],
  ['content that is too large', () => ask('/v1/jeugdigen', { method: 'POST', body: `"${'x'.repeat(2e6)}"` }), 413],
];
const token = (): Promise<string> => api.token('jeugdbeschermer');
const ask = async (
  path: string,
  { method = 'GET', body, type = 'application/json' }: { method?: string; body?: string; type?: string } = {},
): Promise<Response> =>
  fetch(address + path, {
    method,
    headers: { authorization: `Bearer ${await token()}`, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body }),
  });

describe('every answer', () => {
  it.each(kinds)('to %s has the version, the security headers and its own kind of content', async (_, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...{ 'api-version': document.info.version, 'cache-control': 'no-store', 'x-frame-options': 'DENY' },
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'strict-transport-security': expect.stringMatching(/^max-age=\d{7,}/),
      'x-content-type-options': 'nosniff',
      'content-type': expect.stringContaining(status < 400 ? 'application/json' : 'application/problem+json'),
    });
    if (status < 400) return void (await response.body!.cancel());
    expect(await response.json()).toMatchObject({
      ...{ type: 'about:blank', status, title: expect.stringMatching(/./), detail: expect.stringMatching(/\.$/) },
      code: expect.stringMatching(/^[A-Z][A-Z_]+$/),
    });
  });

  it('to another method names those that there are', async () => {
    expect((await ask('/v1/jeugdigen', { method: 'PUT', body: '{}' })).headers.get('allow')).toBe('GET, HEAD, POST');
    const zaak = `/v1/jeugdigen/${randomId()}/sluiting`;
    expect((await ask(zaak)).headers.get('allow')).toBe('POST');
  });

  it('to a stranger with another method is that of any stranger: not which methods there are', async () => {
    const response = await fetch(`${address}/v1/jeugdigen`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([401, null]);
  });

  it.each([
    ['no HTTP at all', 'hallo\r\n\r\n', 400, 'ONGELDIGE_INVOER'],
    ['headers of 64 KB', `GET /v1/jeugdigen HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(65_536)}\r\n\r\n`, 431, 'TE_GROOT'],
  ])('to %s is a problem too, and ends the connection', async (_, sent, status, code) => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toMatch(/^API-Version: \d/m);
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it('publish-openapi, cors: the description may be read from anywhere, the rest of the API may not', async () => {
    const open = await fetch(`${address}/v1/openapi.json`, { headers: { origin: 'https://elders.example' } });
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/v1/jeugdigen')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('date-time, timezone: any offset is taken, and answered in UTC', async () => {
    const persoon = { naam: 'Jesse Voorbeeld', bsn: '999990007', geboortedatum: '2011-03-09', geslacht: 'man' };
    const gemeente = { code: '0599' };
    const geldigOp = '2026-03-02T01:30:00+05:30';
    const { body } = await api.as('lokaal-team').post('/v1/jeugdigen', { ...persoon, gemeente, geldigOp });
    await api.settle();
    const tijdlijn = await api.as('lokaal-team').get(`/v1/jeugdigen/${body.id}/tijdlijn`);
    expect(JSON.stringify(tijdlijn.body)).toContain('"geldigOp":"2026-03-01T20:00:00.000Z"');
  });
});
