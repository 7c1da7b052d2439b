import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { until } from '../kit/cli.js';
import { startTestApi, type TestApi } from '../kit/engine.js';

jest.setTimeout(30_000);

/** One request of a `.http` file: what its comments say of it, and the request itself. */
interface Example {
  readonly title: string;
  readonly name: string | undefined;
  readonly status: number;
  /** Of a refusal. */
  readonly code: string | undefined;
  /** What stands in the answer. */
  readonly bevat: string;
  /** What it changes lies outside the log, so no event answers. */
  readonly buitenLogboek: boolean;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** The answers to the requests of one file that have a name. */
type Answers = Map<string, unknown>;

const folder = join(import.meta.dirname, '../../docs/voorbeelden');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

const parse = (part: string): Example => {
  const [title = '', ...lines] = part.trim().split('\n');
  const mark = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`# @${name} `))?.slice(name.length + 4);
  const text = lines.filter((line) => !line.startsWith('#')).join('\n');
  const [request = '', body] = text.split('\n\n');
  const [line = '', ...headers] = request.split('\n');
  const [method, url = ''] = line.split(' ');
  const [status, code] = (mark('verwacht') ?? '').split(' ');
  return {
    ...{ title, name: mark('name'), status: Number(status), code, bevat: mark('bevat') ?? '', body },
    buitenLogboek: mark('buiten') === 'het logboek',
    method: method as Example['method'],
    url: url.replace('{{adres}}', ''),
    headers: Object.fromEntries(headers.map((header) => header.split(': ') as [string, string])),
  };
};

const stories = readdirSync(folder)
  .filter((file) => file.endsWith('.http'))
  .map((file) => ({ file, examples: read(file).split(/^### /m).slice(1).map(parse) }));

let api: TestApi;
const tokens = new Map<string, string>();

/** What a REST client fills in: a token from `.env`, or a part of the answer to an earlier request of the same file. */
const fillIn = (text: string, answers: Answers): string =>
  text.replaceAll(
    /\{\{(?:\$dotenv ([\w-]+)|(\w+)\.response\.body\.\$([\w.[\]]+))\}\}/g,
    (all, rol: string | undefined, name: string, path: string) => {
      const steps = rol === undefined ? path.match(/\w+/g)! : [];
      const value =
        rol === undefined ? steps.reduce<any>((found, step) => found?.[step], answers.get(name)) : tokens.get(rol);
      if (typeof value !== 'string') throw new Error(`${all} is not known here`);
      return value;
    },
  );

const send = ({ method, url, headers, body }: Example, answers: Answers) => {
  const filled = Object.entries(headers).map(([header, value]) => [header, fillIn(value, answers)]);
  const request = {
    ...{ method, url: fillIn(url, answers), headers: Object.fromEntries(filled) as Record<string, string> },
    ...(body === undefined ? {} : { payload: fillIn(body, answers) }),
  };
  return headers['Accept'] === 'text/event-stream' ? beginOf(request) : api.app.inject(request);
};

/** Of an answer that may not end: what comes first. */
const beginOf = async (request: { method: Example['method']; url: string; headers: Record<string, string> }) => {
  const response = await api.app.inject({ ...request, payloadAsStream: true });
  const [first] = (await once(response.stream(), 'data')) as [Buffer];
  response.stream().destroy();
  const { statusCode, headers } = response;
  return { statusCode, headers, body: String(first), json: (): any => JSON.parse(String(first)) };
};

beforeAll(async () => {
  api = await startTestApi();
  const keys = await openIssuerKeys(join(api.engine.settings.REGIELIJN_DATA, 'geheim'));
  // Only the tokens that the README says how to get, and under the names that it gives them.
  const [, rollen = ''] = /^for rol in (.*); do$/m.exec(read('README.md')) ?? [];
  for (const rol of rollen.split(' '))
    tokens.set(rol, await keys.mintToken(demoAccounts[rol as keyof typeof demoAccounts], { ttlSeconds: 300 }));
}, 60_000);
afterAll(() => api.close(), 60_000);

describe.each(stories)('docs/voorbeelden/$file', ({ examples }) => {
  const answers: Answers = new Map();

  it.each(examples)('$title -> $status', async (example) => {
    const { name, status, code, bevat, buitenLogboek } = example;
    let response = await send(example, answers);
    const problem = response.statusCode >= 400 ? response.json() : { code: undefined };
    expect([response.statusCode, problem.code, problem.detail]).toEqual([status, code, code && expect.any(String)]);
    if (code) expect(response.headers['content-type']).toContain('application/problem+json');
    // What followers write comes a moment after what they react to.
    await until(
      `${bevat} in the answer`,
      async () => {
        if (response.body.includes(bevat)) return true;
        response = await send(example, answers);
        return false;
      },
      10_000,
    );
    // What was known already is answered too; an example of that shows nothing.
    expect(response.body.includes('"gebeurtenissen":[]')).toBe(buitenLogboek);
    if (name) answers.set(name, response.json());
  });
});

describe('docs/voorbeelden', () => {
  it('shows every route that the API describes', async () => {
    const { paths } = (await api.app.inject('/v1/openapi.json')).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /v1${path}`),
    );
    const shown = stories.flatMap(({ examples }) =>
      examples.map(({ method, url }) => `${method} ${url.split('?')[0]!}`),
    );
    const asPattern = (route: string): RegExp => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    expect(routes.filter((route) => !shown.some((request) => asPattern(route).test(request)))).toEqual([]);
  });

  it('names every story in its README', () => {
    expect(stories.filter(({ file }) => !read('README.md').includes(`(${file})`))).toEqual([]);
  });

  it('leaves nothing wrong behind the requests', () => expect(api.lines).toEqual([]));
});
