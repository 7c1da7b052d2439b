import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../kit/cli.js';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';
import { kopVan, leesbaar, TestMailserver } from '../kit/mailserver.js';

jest.setTimeout(60_000);

const GI = 'gi-jb-west';
const ADRES = 'jeugdbeschermer@voorbeeld.nl';

const mailserver = new TestMailserver();
let api: TestApi;
let gemeente: Client;
let gi: Client;
let beheer: Client;
let jeugdige: string;

beforeAll(async () => {
  await mailserver.start();
  api = await startTestApi({
    ...{ SMTP_URL: mailserver.url, SMTP_FROM: 'regielijn@voorbeeld.nl' },
    WEB_ADDRESS: 'https://regielijn.voorbeeld.nl/',
  });
  [gemeente, gi, beheer] = [api.as('lokaal-team'), api.as('jeugdbeschermer'), api.as('beheer')];
  const gegevens = { bsn: '999990019', naam: 'Noa Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' };
  const { id } = await gelukt(gemeente.post('/v1/jeugdigen', { ...gegevens, gemeente: { code: '0599' } }));
  jeugdige = `/v1/jeugdigen/${id}`;
}, 60_000);
afterAll(async () => {
  await api.close();
  await mailserver.stop();
}, 60_000);

const bied = (organisatie: string) =>
  gelukt(gemeente.post(`${jeugdige}/regieoverdrachten`, { aan: { soort: 'GI', organisatie } }));
const stelIn = (client: Client, voorkeur: object, headers: Record<string, string> = {}) =>
  client.post('/v1/mijn-berichten/voorkeur', voorkeur, headers);
const lijst = async (vraag: string) => (await gelukt(beheer.get(`/v1/berichten?${vraag}`))).berichten;

describe('who gets messages', () => {
  it('given nothing set, then that is what is answered', async () =>
    expect((await gi.get('/v1/mijn-berichten')).body).toEqual({ voorkeur: null, berichten: [], volgende: null }));

  it('given a preference, then it is mine alone, whatever account the body names', async () => {
    const voorkeur = { wijze: 'direct', adres: ADRES };
    expect(await stelIn(gi, { ...voorkeur, account: 'demo-lokaal-team', organisatie: 'gemeente-0599' })).toMatchObject({
      ...{ status: 200, headers: { etag: '"0"' } },
    });
    expect((await gi.get('/v1/mijn-berichten')).body.voorkeur).toEqual({ ...voorkeur, uur: 8 });
    expect((await gemeente.get('/v1/mijn-berichten')).body.voorkeur).toBeNull();
  });

  it('given a version that is not the last, then it is not overwritten', async () => {
    const oud = await stelIn(gi, { wijze: 'uit' }, { 'if-match': '"7"' });
    expect(oud).toMatchObject({ status: 412, body: { code: 'VERSIE_VEROUDERD', werkelijk: '0' } });
    expect(await stelIn(gi, { wijze: 'direct', adres: ADRES }, { 'if-match': '"0"' })).toMatchObject({ status: 200 });
  });

  it('given the same call once more, then it changes nothing; given its key with another body, then it is refused', async () => {
    const key = idempotencyKey();
    const eerste = await stelIn(gi, { wijze: 'direct', adres: ADRES }, key);
    expect((await stelIn(gi, { wijze: 'direct', adres: ADRES }, key)).headers['etag']).toBe(eerste.headers['etag']);
    const anders = await stelIn(gi, { wijze: 'dagelijks', adres: ADRES }, key);
    expect(anders).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT' } });
    expect((await gi.get('/v1/mijn-berichten')).body.voorkeur).toMatchObject({ wijze: 'direct' });
  });

  it.each([
    ['two addresses', 'a@voorbeeld.nl, b@elders.nl'],
    ['a header', 'a@voorbeeld.nl\r\nBcc: b@elders.nl'],
    ['a name', 'Iemand <a@voorbeeld.nl>'],
    ['no address', 'jeugdbeschermer'],
  ])('given %s for an address, then it is refused, and not repeated', async (_, adres) => {
    const { status, body } = await stelIn(gi, { wijze: 'direct', adres });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'ONGELDIGE_INVOER' });
    expect(JSON.stringify(body)).not.toContain('voorbeeld.nl');
  });

  it('given messages without an address, then that is refused; without messages no address is kept', async () => {
    expect((await stelIn(gemeente, { wijze: 'dagelijks' })).body.code).toBe('ADRES_NODIG');
    await gelukt(stelIn(gemeente, { wijze: 'uit', adres: 'weg@voorbeeld.nl' }));
    expect((await gemeente.get('/v1/mijn-berichten')).body.voorkeur).toEqual({ wijze: 'uit', adres: null, uur: 8 });
  });

  it('given the mailbox of an organisation, then only beheer sets it', async () => {
    const postbus = { wijze: 'direct', adres: 'postbus@gemeente.voorbeeld.nl' };
    expect((await gi.post('/v1/organisaties/gemeente-0599/postbus', postbus)).body.code).toBe('GEEN_TOEGANG');
    await gelukt(beheer.post('/v1/organisaties/gemeente-0599/postbus', postbus));
  });
});

describe('an offer, from the command to the mail and back', () => {
  let overdracht: string;

  it('given the offer, then within a few seconds the GI has a mail without a word about who it is', async () => {
    overdracht = (await bied(GI)).id;
    await until('the mail', () => mailserver.ontvangen.length > 0);
    const [{ aan, ruw }] = mailserver.ontvangen as [{ aan: string; ruw: string }, ...unknown[]];
    expect(aan).toBe(ADRES);
    expect(kopVan(ruw, 'Subject')).toMatch(/^Casusregie aangeboden: antwoord nodig uiterlijk /);
    expect(leesbaar(ruw)).toContain(`https://regielijn.voorbeeld.nl/jeugdigen/${jeugdige.split('/').at(-1)}\r\n`);
    expect(leesbaar(ruw)).not.toMatch(/Noa|999990019|2010/);
  });

  it('then who got it sees that it was sent, and beheer too; the other organisation does not', async () => {
    const mijn = async () => (await gi.get('/v1/mijn-berichten')).body.berichten;
    // The mail server has it before the sender hears so and records it.
    await until('the delivery was recorded', async () => (await mijn())[0]?.stand !== 'wacht');
    const berichten = await mijn();
    expect(berichten).toMatchObject([
      {
        ...{ soort: 'overdracht_aangeboden', organisatie: GI, stand: 'verzonden' },
        leveringen: [{ ontvanger: 'demo-jeugdbeschermer', stand: 'verzonden', pogingen: 0, code: null }],
      },
    ]);
    expect(await lijst(`organisatie=${GI}`)).toEqual(berichten);
    expect((await gemeente.get('/v1/mijn-berichten')).body.berichten).toEqual([]);
  });

  it('when it is accepted, then the mailbox of the gemeente hears of it', async () => {
    const { length } = mailserver.ontvangen;
    const antwoord = { organisatie: GI, medewerker: 'jb-017' };
    await gelukt(gi.post(`${jeugdige}/regieoverdrachten/${overdracht}/aanvaarding`, antwoord));
    await until('the mail', () => mailserver.ontvangen.length > length);
    expect(mailserver.ontvangen.at(-1)!.aan).toBe('postbus@gemeente.voorbeeld.nl');
    await api.settle();
    expect((await gemeente.get('/v1/mijn-berichten')).body.berichten).toMatchObject([{ soort: 'overdracht_aanvaard' }]);
  });

  it('given an organisation without an address, then its message is listed as such, page by page', async () => {
    const terug = { aan: { soort: 'gemeente', organisatie: 'gemeente-0518' } };
    await gelukt(gi.post(`${jeugdige}/regieoverdrachten`, terug));
    await api.settle();
    expect(await lijst('stand=geen_adres')).toMatchObject([{ organisatie: 'gemeente-0518', leveringen: [] }]);
    const alle = await lijst('aantal=10');
    expect(alle).toHaveLength(3);
    const { berichten, volgende } = await gelukt(beheer.get('/v1/berichten?aantal=2'));
    const rest = await gelukt(beheer.get(`/v1/berichten?aantal=2&na=${volgende}`));
    expect([...berichten, ...rest.berichten]).toEqual(alle);
    expect(rest.volgende).toBeNull();
  });

  it('given all of this, then no line of the process and no event names an address', async () => {
    const log = JSON.stringify(await api.engine.store.readAll('', 10_000), (_, waarde: unknown) =>
      typeof waarde === 'bigint' ? String(waarde) : waarde,
    );
    expect(log).toContain('bericht.verzonden@1');
    expect(`${log} ${api.lines.join(' ')}`).not.toContain('@voorbeeld.nl');
    expect(api.lines).toEqual([]);
  });
});
