import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { startTestApi, type TestApi } from '../kit/engine.js';

/** One request of a `.http` file: what its comments say of it, and the request itself. */
interface Example {
  readonly title: string;
  readonly name: string | undefined;
  readonly status: number;
  readonly text: string;
}

const file = readFileSync(join(import.meta.dirname, '../../docs/voorbeelden.http'), 'utf8');
const [head = '', ...parts] = file.split(/^### /m);

const examples = parts.map((part): Example => {
  const [title = '', ...lines] = part.split('\n');
  const mark = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`# @${name} `))?.split(' ')[2];
  return {
    title,
    name: mark('name'),
    status: Number(mark('verwacht')),
    text: lines.filter((line) => !line.startsWith('#')).join('\n'),
  };
});

let api: TestApi;
const known = new Map<string, any>();

/** What a REST client fills in: a variable of the head, or a field of the answer to a request that has a name. */
const resolve = (text: string): string =>
  text.replaceAll(
    /\{\{([\w-]+)(?:\.response\.body\.\$\.(\w+))?\}\}/g,
    (all, name: string, field: string | undefined) => {
      const value = field === undefined ? known.get(name) : known.get(name)?.[field];
      if (value === undefined) throw new Error(`${all} is not known here`);
      return String(value);
    },
  );

beforeAll(async () => {
  api = await startTestApi();
  known.set('adres', '');
  const keys = await openIssuerKeys(join(api.engine.settings.REGIELIJN_DATA, 'geheim'));
  // Only what the head says how to get, and under the name that it says.
  for (const [, rol] of head.matchAll(/^# npm run -s regielijn -- token --als ([\w-]+)\n@token_\1 = plak-hier$/gm)) {
    const account = demoAccounts[rol as keyof typeof demoAccounts];
    known.set(`token_${rol}`, await keys.mintToken(account, { ttlSeconds: 300 }));
  }
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('docs/voorbeelden.http', () => {
  it.each(examples)('$title -> $status', async ({ name, status, text }) => {
    const [request = '', body = ''] = resolve(text.trim()).split(/\n\n/);
    const [line = '', ...headerLines] = request.split('\n');
    const [method, url] = line.split(' ');
    const headers = Object.fromEntries(headerLines.map((header) => header.split(': ') as [string, string]));
    const response = await api.app.inject({
      method: method as 'GET',
      url: url!,
      headers,
      ...(body === '' ? {} : { payload: body }),
    });
    expect([response.statusCode, response.statusCode === status ? '' : response.body]).toEqual([status, '']);
    if (status >= 400) expect(response.headers['content-type']).toContain('application/problem+json');
    if (name) known.set(name, response.json());
  });

  it('covers every route of one traject that the API describes', async () => {
    const document = (await api.app.inject('/v1/openapi.json')).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    const nietInDeDunneLijn =
      /monitor|correcties|intrekkingen|sluitingen|vrijgave|weiging|intrekking|weigering|sluiting$|heropening|vernietiging|einde|overplaatsingen|onttrekkingen|terugkeer/;
    const routes = Object.keys(document.paths).filter((path) => !nietInDeDunneLijn.test(path));
    const shown = examples.map(
      ({ text }) => text.trim().split('\n')[0]!.replace('{{adres}}', '').split(' ')[1]!.split('?')[0]!,
    );
    const asPattern = (route: string): RegExp => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    expect(routes.filter((route) => !shown.some((path) => asPattern(route).test(path)))).toEqual([]);
  });
});
