import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Engine, openEngine, Settings } from '@regielijn/engine';
import { demoAccounts } from '@regielijn/toegang';
import { createApi } from '../../apps/api/src/api.js';
import { freePort } from '../../libs/postgres/src/ports.js';
import { createTestDatabase } from '../kit/postgres.js';

type Database = Awaited<ReturnType<typeof createTestDatabase>>;

let database: Database;
let folder: string;
let engine: Engine;
let app: Awaited<ReturnType<typeof createApi>>;
let address: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'regielijn-login-'));
  engine = await openEngine(Object.assign(new Settings(), { REGIELIJN_DATA: folder, DATABASE_URL: database.url }));
  const port = await freePort(0);
  address = `http://127.0.0.1:${port}`;
  app = await createApi(engine, { address, say: () => undefined });
  await app.listen(port, '127.0.0.1');
}, 60_000);
afterAll(async () => {
  await app.close();
  await engine.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A browser as far as a login needs one: cookies, and redirects followed by hand. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(new URL(url, address), {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until a page comes that asks or tells something. */
  async visit(url: string, form?: Record<string, string>): Promise<{ url: string; html: string; status: number }> {
    const response = await this.open(url, form);
    const to = response.headers.get('location');
    if (to !== null) return this.visit(to);
    const html = await response.text();
    // Between two accounts the issuer has the browser send a form by itself.
    const [, action] = /<form method="post" action="([^"]+)"/.exec(html) ?? [];
    if (action === undefined) return { url, html, status: response.status };
    const fields = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    return this.visit(action, Object.fromEntries(fields) as Record<string, string>);
  }

  /** Walks the login with this account; answers the page at its end. */
  async login(subject: string) {
    const { url } = await this.visit('/login');
    return this.visit(url, { account: subject });
  }
}

describe('logging in with a browser', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
  });

  it('given a demo account, when chosen, then the page says who it is and shows a token that the API takes', async () => {
    const { html, status } = await browser.login(demoAccounts.jeugdbeschermer.subject);
    expect(status).toBe(200);
    expect(html).toContain('<strong>jeugdbeschermer</strong>');
    const token = /<pre>(ey[\w.-]+)<\/pre>/.exec(html)![1]!;
    const authorization = `Bearer ${token}`;
    const mag = await fetch(`${address}/v1/voorzieningen`, { headers: { authorization } });
    const magNiet = await fetch(`${address}/v1/monitor/plaatsingen?jaar=2019`, { headers: { authorization } });
    expect([mag.status, magNiet.status]).toEqual([200, 403]);
  });

  it('given somebody who logged in before, then another account can be chosen', async () => {
    await browser.login(demoAccounts.jeugdbeschermer.subject);
    const { html } = await browser.login(demoAccounts.regiosturing.subject);
    expect(html).toContain('<strong>regiosturing</strong>');
  });

  it('given a way back that this browser did not begin, or begun twice, then it gets no token', async () => {
    const { url } = await browser.visit('/login');
    let back = (await browser.open(url, { account: demoAccounts.beheer.subject })).headers.get('location')!;
    while (!back.startsWith(`${address}/login/callback`)) back = (await browser.open(back)).headers.get('location')!;
    const stranger = await new Browser().visit(back);
    expect([stranger.status, JSON.parse(stranger.html).code]).toEqual([400, 'AANMELDING_VERLOPEN']);
    expect((await browser.visit(back)).status).toBe(200);
    expect((await browser.visit(back)).status).toBe(400);
    expect((await browser.visit('/login/callback?code=x&state=y')).status).toBe(400);
  });

  it('given another name of this computer, then the login begins at the address that the issuer knows', async () => {
    const head = await app.inject({ url: '/login', headers: { host: 'localhost:1' } });
    expect([head.statusCode, head.headers.location]).toEqual([302, `${address}/login`]);
  });
});
