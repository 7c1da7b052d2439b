import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '../../libs/postgres/src/ports.js';
import { type Cli, createCli, document, eneRegel, until } from '../kit/cli.js';
import { leesbaar } from '../kit/mailserver.js';

jest.setTimeout(120_000);

const GI = 'gi-jb-west';
let cli: Cli;

beforeAll(() => {
  cli = createCli();
}, 180_000);
afterAll(() => cli.remove());

const berichten = async (...args: string[]): Promise<any[]> =>
  document(await cli.run(['berichten', '--data', 'thuis', '--json', ...args])).berichten;

/** Offers casusregie of somebody new to the GI, as a caseworker does. */
const bied = async (adres: string): Promise<string> => {
  const token = (await cli.run(['token', '--als', 'lokaal-team', '--data', 'thuis'])).stdout.trim();
  const post = async (pad: string, body: object): Promise<string> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const antwoord = await fetch(`${adres}${pad}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(antwoord.status).toBe(201);
    return ((await antwoord.json()) as { id: string }).id;
  };
  const wie = { bsn: '999990019', naam: 'Yara Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' };
  const id = await post('/v1/jeugdigen', { ...wie, gemeente: { code: '0599' } });
  await post(`/v1/jeugdigen/${id}/regieoverdrachten`, { aan: { soort: 'GI', organisatie: GI } });
  return id;
};

describe('messages on a machine without a mail server', () => {
  it('given an organisation without an address, then its message is listed so; given a mailbox, then the mail is a file', async () => {
    const poort = await freePort(0);
    const adres = `http://127.0.0.1:${poort}`;
    const proces = cli.begin(['start', '--geen-demo', '--data', 'thuis', '--port', String(poort)]);
    await until('it answers', () =>
      fetch(`${adres}/health/live`).then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    const jeugdigeId = await bied(adres);
    await until('the message', async () => (await berichten('--stand', 'geen_adres')).length === 1);
    const { stdout } = await cli.run(['berichten', '--data', 'thuis']);
    expect(stdout).toContain(`Zonder adres: ${GI}. Stel een postbus in met: regielijn ontvanger`);
    const instellen = ['ontvanger', '--data', 'thuis', '--organisatie', GI, '--wijze', 'direct'];
    expect(eneRegel(await cli.run(instellen))).toMatch(/^ADRES_NODIG: /);
    expect(await cli.run([...instellen, '--adres', 'postbus@gi.voorbeeld.nl'])).toMatchObject({
      ...{ code: 0, stdout: `Ingesteld voor de postbus van ${GI}: direct.\n` },
    });
    await until('the mail', async () => (await berichten('--stand', 'verzonden')).length === 1);
    const map = join('thuis', 'postbus');
    const [bestand, ...meer] = readdirSync(cli.sub(map));
    expect(meer).toEqual([]);
    const mail = leesbaar(readFileSync(join(cli.sub(map), bestand!), 'utf8'));
    expect(mail).toContain(`${adres}/jeugdigen/${jeugdigeId}`);
    expect(mail).not.toMatch(/Yara|999990019/);
    expect((await cli.run(['berichten', '--data', 'thuis', '--organisatie', GI])).stdout).toContain(map);
    proces.signal('SIGTERM');
    expect((await proces.result()).code).toBe(0);
  });

  it.each([
    [['--wijze', 'soms'], /^ONGELDIGE_INVOER: .*wijze/],
    [['--wijze', 'dagelijks', '--adres', 'a@voorbeeld.nl', '--uur', '24'], /^ONGELDIGE_INVOER: .*uur/],
    [['--wijze', 'dagelijks', '--adres', 'a@voorbeeld.nl', '--uur', 'acht'], /^ONGELDIG_UUR: /],
  ])('given %j, then it is refused in one line', async (args, regel) => {
    const run = await cli.run(['ontvanger', '--data', 'thuis', '--organisatie', GI, ...args]);
    expect(run.code).toBe(1);
    expect(eneRegel(run)).toMatch(regel);
  });
});
