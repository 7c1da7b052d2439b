import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailableError } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';
import { demoAccounts, openIssuerKeys, rollen } from '@regielijn/toegang';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Answer, type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';

jest.setTimeout(60_000);

const MB = 1024 * 1024;
const AANWEZIG = 'elk vastgelegd document heeft zijn bestand';
const ONGESCHONDEN = 'elk bestand is onveranderd, elk gewist bestand is weg';

let api: TestApi;
let gi: Client;
let jeugdigeId: string;
let bsn = 999_990_007;

/** The next number of the test range that passes the elfproef. */
const nieuwBsn = (): string => {
  const klopt = (nummer: number): boolean =>
    [...String(nummer)].reduce((som, cijfer, i) => som + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0;
  for (bsn += 1; !klopt(bsn);) bsn += 1;
  return String(bsn);
};

const nieuweJeugdige = async (): Promise<string> => {
  const persoon = { naam: 'Dana Voorbeeld', geboortedatum: '2010-02-11', geslacht: 'vrouw' };
  return (await gelukt(gi.post('/v1/jeugdigen', { ...persoon, bsn: nieuwBsn(), gemeente: { code: '0599' } }))).id;
};

beforeAll(async () => {
  api = await startTestApi();
  gi = api.as('jeugdbeschermer');
  jeugdigeId = await nieuweJeugdige();
}, 60_000);
afterAll(() => api.close(), 60_000);

const pdf = (tekst = 'Beschikking van de kinderrechter'): Buffer => Buffer.from(`%PDF-1.7\n${tekst}\n%%EOF`);
const document = (changes: object = {}, bytes = pdf(), van = jeugdigeId) => ({
  ...{ hoortBij: { soort: 'jeugdige', id: van }, soort: 'beschikking', titel: 'Beschikking Dana, mei' },
  ...{ mediatype: 'application/pdf', inhoud: bytes.toString('base64') },
  ...changes,
});
const legVast = (body: object = document(), van = jeugdigeId): Promise<Answer> =>
  gi.post(`/v1/jeugdigen/${van}/documenten`, body);
const nieuwDocument = async (body?: object, van?: string): Promise<string> => (await gelukt(legVast(body, van))).id;

const token = async (rol: keyof typeof demoAccounts = 'jeugdbeschermer'): Promise<string> => {
  const keys = await openIssuerKeys(`${api.engine.settings.REGIELIJN_DATA}/geheim`);
  return `Bearer ${await keys.mintToken(demoAccounts[rol], { ttlSeconds: 60 })}`;
};
const download = async (documentId: string, versie = 1) =>
  api.app.inject({
    ...{ method: 'GET', url: `/v1/documenten/${documentId}/versies/${versie}/inhoud` },
    headers: { authorization: await token() },
  });

const expectProblem = ({ status, headers, body }: Answer, wanted: number, code: string): void => {
  expect([status, body.code]).toEqual([wanted, code]);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body.detail).toMatch(/^[A-Z][^\n]+\.$/);
};
const geweigerd = async (documentId: string, versie: number, wanted: number, code: string): Promise<void> => {
  const { statusCode: status, headers, body } = await download(documentId, versie);
  expectProblem({ status, headers: headers as Record<string, string>, body: JSON.parse(body) }, wanted, code);
};

const aantal = async (sql: string): Promise<number> =>
  (await api.engine.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]!.n;
const bewaard = async () => ({ events: await aantal('log.event'), bestanden: await aantal('documenten.inhoud') });

/** What `verify` says about files that should be there, and about those that are. */
const controle = async () => {
  await api.settle();
  const { goed, controles } = await verify(api.engine, () => undefined);
  const [aanwezig, ongeschonden] = [AANWEZIG, ONGESCHONDEN].map((een) => controles.find(({ naam }) => naam === een)!);
  return { goed, aanwezig: aanwezig!, ongeschonden: ongeschonden! };
};
const foutloos = async (): Promise<void> => {
  const { aanwezig, ongeschonden } = await controle();
  expect([aanwezig.fouten, aanwezig.uitleg, ongeschonden.fouten]).toEqual([[], undefined, []]);
};
/** The follower takes files away in its own time. */
const tot = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 10_000; !(await holds());) {
    if (Date.now() > deadline) throw new Error('not in ten seconds');
    await sleep(20);
  }
};

describe('a document of a jeugdige', () => {
  it('when it is laid in the dossier, then it stands in the list, and downloads as it was sent', async () => {
    const van = await nieuweJeugdige();
    const bytes = pdf();
    const { id, positie } = await gelukt(legVast(document({}, bytes, van), van));
    const lijst = await gi.get(`/v1/jeugdigen/${van}/documenten`, { 'lees-na': positie });
    expect(lijst.body.documenten).toEqual([
      {
        ...{ documentId: id, soort: 'beschikking', hoortBij: { soort: 'jeugdige', id: van } },
        versies: [
          {
            ...{ versie: 1, titel: 'Beschikking Dana, mei', mediatype: 'application/pdf', omvang: bytes.length },
            ...{ op: expect.stringMatching(/Z$/), ingetrokken: false },
          },
        ],
      },
    ]);
    const answer = await download(id);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
  });

  it('when it is laid in the dossier, then dossier and tijdlijn show it too', async () => {
    const van = await nieuweJeugdige();
    const { id, positie } = await gelukt(legVast(document({}, pdf(), van), van));
    const lees = { 'lees-na': positie };
    const { documenten } = (await gi.get(`/v1/jeugdigen/${van}`, lees)).body;
    expect(documenten).toMatchObject([{ documentId: id, uitDossier: null }]);
    const soorten = (await gi.get(`/v1/jeugdigen/${van}/tijdlijn`, lees)).body.gebeurtenissen.map(
      ({ soort }: any) => soort,
    );
    expect(soorten).toEqual(['jeugdige.geregistreerd', 'document.vastgelegd']);
  });

  it('then a browser saves it and never shows it: a name without a person, no sniffing, no copy, no scripts', async () => {
    const id = await nieuwDocument();
    const { headers } = await download(id);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="beschikking-${id.slice(0, 8)}-v1.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': 'sandbox',
    });
  });

  it('when a photo of a plan comes, then it is known by its bytes', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const id = await nieuwDocument(document({ soort: 'plan', mediatype: 'image/png' }, png));
    const answer = await download(id);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.rawPayload.equals(png)).toBe(true);
  });

  it('when a new version comes, then both can be read', async () => {
    const id = await nieuwDocument();
    const versie = { titel: 'Hersteld', mediatype: 'application/pdf', inhoud: pdf('hersteld').toString('base64') };
    const { positie } = await gelukt(gi.post(`/v1/documenten/${id}/versies`, versie));
    expect((await download(id, 1)).body).toContain('kinderrechter');
    expect((await download(id, 2)).body).toContain('hersteld');
    const { body } = await gi.get(`/v1/jeugdigen/${jeugdigeId}/documenten`, { 'lees-na': positie });
    const versies = body.documenten.find((een: any) => een.documentId === id).versies;
    expect(versies.map((een: any) => [een.versie, een.titel])).toEqual([
      [1, 'Beschikking Dana, mei'],
      [2, 'Hersteld'],
    ]);
  });

  it('when the same upload comes once more with its key, then there is one document, and one file', async () => {
    const key = idempotencyKey();
    const body = document();
    const pad = `/v1/jeugdigen/${jeugdigeId}/documenten`;
    const eerste = await gi.post(pad, body, key);
    const na = await bewaard();
    expect(await gi.post(pad, body, key)).toMatchObject({ status: 201, body: eerste.body });
    expectProblem(await gi.post(pad, document({}, pdf('ander')), key), 409, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT');
    expect(await bewaard()).toEqual(na);
  });

  it('when the kind was wrong, then that is corrected for all versions; what the file is, cannot be', async () => {
    const { id, gebeurtenissen } = await gelukt(legVast());
    const versie = { titel: 'Twee', mediatype: 'application/pdf', inhoud: pdf('twee').toString('base64') };
    await gelukt(gi.post(`/v1/documenten/${id}/versies`, versie));
    const corrigeer = (velden: object) =>
      gi.post(`/v1/documenten/${id}/correcties`, { vervangt: gebeurtenissen[0], velden, reden: 'Verkeerd gekozen.' });
    const { positie } = await gelukt(corrigeer({ soort: 'verslag', titel: 'Verslag' }));
    const { body } = await gi.get(`/v1/jeugdigen/${jeugdigeId}/documenten`, { 'lees-na': positie });
    expect(body.documenten.find((een: any) => een.documentId === id)).toMatchObject({
      soort: 'verslag',
      versies: [{ titel: 'Verslag' }, { titel: 'Twee' }],
    });
    expectProblem(await corrigeer({ sha256: '0'.repeat(64) }), 409, 'VELD_LIGT_VAST');
    expect((await download(id)).headers['content-disposition']).toContain('verslag-');
  });

  it('when it is a photo, then it cannot become a verslag', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    const { id, gebeurtenissen } = await gelukt(legVast(document({ soort: 'plan', mediatype: 'image/jpeg' }, jpeg)));
    const correctie = { vervangt: gebeurtenissen[0], velden: { soort: 'verslag' }, reden: 'Vergist.' };
    expectProblem(await gi.post(`/v1/documenten/${id}/correcties`, correctie), 409, 'FEITEN_IN_STRIJD');
  });

  it('when it belongs to a traject of this jeugdige, then that is written down; of another, it is not found', async () => {
    const aanmelding = { urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
    const traject = (await gelukt(gi.post('/v1/trajecten', { ...aanmelding, jeugdigeId }))).id;
    const hoortBij = { soort: 'traject', id: traject };
    expect((await legVast(document({ hoortBij }))).status).toBe(201);
    const ander = await nieuweJeugdige();
    expectProblem(await legVast(document({ hoortBij }, pdf(), ander), ander), 404, 'NIET_GEVONDEN');
  });
});

describe('bad input gets one sentence and stores nothing', () => {
  const plan = (changes: object, bytes?: Buffer) => document({ soort: 'plan', ...changes }, bytes);

  it.each<[string, () => object, number, string]>([
    ['a web page that says it is a PDF', () => plan({}, Buffer.from('<html><script>')), 400, 'BESTANDSTYPE_ONWAAR'],
    ['a PDF that says it is a photo', () => plan({ mediatype: 'image/png' }), 400, 'BESTANDSTYPE_ONWAAR'],
    ['a web page', () => plan({ mediatype: 'text/html' }, Buffer.from('<html>')), 400, 'BESTANDSTYPE_MAG_NIET'],
    ['an empty file', () => plan({}, Buffer.alloc(0)), 400, 'BESTAND_LEEG'],
    ['no base64', () => plan({ inhoud: 'Dit is tekst!' }), 400, 'ONGELDIGE_INVOER'],
    ['an unknown kind', () => document({ soort: 'brief' }), 400, 'ONGELDIGE_INVOER'],
    ['no title', () => document({ titel: ' ' }), 400, 'ONGELDIGE_INVOER'],
    ['a moment to come', () => document({ geldigOp: '2090-01-01T00:00:00Z' }), 400, 'TIJDSTIP_IN_TOEKOMST'],
    ['a byte more than ten megabytes', () => plan({}, pdf('x'.repeat(10 * MB))), 413, 'DOCUMENT_TE_GROOT'],
    ['eleven megabytes', () => plan({}, pdf('x'.repeat(11 * MB))), 413, 'DOCUMENT_TE_GROOT'],
  ])('%s', async (_, body, status, code) => {
    const before = await bewaard();
    expectProblem(await legVast(body()), status, code);
    expect(await bewaard()).toEqual(before);
  });

  it('a document of an unknown jeugdige, and a version of an unknown document', async () => {
    const before = await bewaard();
    const onbekend = randomId();
    expectProblem(await legVast(document({}, pdf(), onbekend), onbekend), 404, 'NIET_GEVONDEN');
    const versie = { titel: 'Twee', mediatype: 'application/pdf', inhoud: pdf().toString('base64') };
    expectProblem(await gi.post(`/v1/documenten/${onbekend}/versies`, versie), 404, 'NIET_GEVONDEN');
    expectProblem(await gi.get(`/v1/jeugdigen/${onbekend}/documenten`), 404, 'NIET_GEVONDEN');
    expect(await bewaard()).toEqual(before);
    expect((await api.engine.keys.find([onbekend])).size).toBe(0);
  });

  it('a download of what is not there', async () => {
    const id = await nieuwDocument();
    await geweigerd(id, 2, 404, 'NIET_GEVONDEN');
    await geweigerd(randomId(), 1, 404, 'NIET_GEVONDEN');
    await geweigerd(id, 0, 400, 'ONGELDIGE_INVOER');
  });

  it('a file of ten megabytes is the most, and comes back whole', async () => {
    const groot = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * MB - 5, 7)]);
    const id = await nieuwDocument(document({}, groot));
    expect((await download(id)).rawPayload.equals(groot)).toBe(true);
  });

  it('other routes still take in no more than a megabyte', async () => {
    expectProblem(await gi.post('/v1/jeugdigen', { naam: 'x'.repeat(2 * MB) }), 413, 'TE_GROOT');
  });
});

describe('a document on its way into the dossier', () => {
  it('given that the log is away once the file is stored, then there is no document; the same call brings it', async () => {
    const { log } = api.engine;
    const before = await bewaard();
    const key = idempotencyKey();
    const pad = `/v1/jeugdigen/${jeugdigeId}/documenten`;
    Object.assign(log, { append: () => Promise.reject(new StoreUnavailableError('test')) });
    try {
      expectProblem(await gi.post(pad, document(), key), 503, 'OPSLAG_NIET_BEREIKBAAR');
    } finally {
      delete (log as { append?: unknown }).append;
    }
    expect(await bewaard()).toEqual({ events: before.events, bestanden: before.bestanden + 1 });
    const { id } = await gelukt(gi.post(pad, document(), key));
    expect((await download(id)).statusCode).toBe(200);
    await foutloos();
  });

  it('given ten versions at the same moment, then each gets a number and a file of its own', async () => {
    const id = await nieuwDocument();
    const versie = (n: number) =>
      gi.post(`/v1/documenten/${id}/versies`, {
        ...{ titel: `Nummer ${n}`, mediatype: 'application/pdf', inhoud: pdf(`nummer ${n}`).toString('base64') },
      });
    const antwoorden = await Promise.all(Array.from({ length: 10 }, (_, n) => gelukt(versie(n))));
    const nummers = antwoorden.map(({ versie: laatste }) => Number(laatste) + 1);
    expect(nummers.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const [n, nummer] of nummers.entries()) expect((await download(id, nummer)).body).toContain(`nummer ${n}\n`);
  });
});

describe('two hundred megabytes', () => {
  let port: number;
  beforeAll(async () => {
    await api.app.listen(0, '127.0.0.1');
    port = (api.app.getHttpServer().address() as AddressInfo).port;
  });

  const uitkomst = async (response: IncomingMessage): Promise<{ status: number; body: any }> => {
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    return { status: response.statusCode!, body: JSON.parse(Buffer.concat(pieces).toString()) };
  };

  const begin = async (headers: Record<string, string>): Promise<ClientRequest> => {
    const path = `/v1/jeugdigen/${jeugdigeId}/documenten`;
    const all = { authorization: await token(), 'content-type': 'application/json', ...headers };
    const req = request({ host: '127.0.0.1', port, path, method: 'POST', headers: all });
    // Whoever is refused halfway finds the connection closed.
    req.on('error', () => undefined);
    return req;
  };

  const teGroot = {
    status: 413,
    body: {
      code: 'DOCUMENT_TE_GROOT',
      detail:
        'Dit bestand is te groot: het mag hoogstens 10 MB zijn. Maak het kleiner, of verdeel het over meer documenten.',
    },
  };

  it('announced beforehand: refused with one sentence before a byte of it was sent', async () => {
    const before = await bewaard();
    const req = await begin({ 'content-length': String(200 * MB) });
    req.flushHeaders();
    const [response] = (await once(req, 'response')) as [IncomingMessage];
    expect(await uitkomst(response)).toMatchObject(teGroot);
    req.destroy();
    expect(await bewaard()).toEqual(before);
  });

  it('that just keep coming: refused with one sentence when the limit is passed, the rest is not taken in', async () => {
    const before = await bewaard();
    const piece = Buffer.alloc(64 * 1024, 'A');
    const req = await begin({ 'transfer-encoding': 'chunked' });
    let response: IncomingMessage | undefined;
    req.on('response', (answer) => (response = answer));
    let sent = 0;
    for (; !response && sent < 200 * MB; sent += piece.length) {
      req.write(piece);
      await sleep(1);
    }
    expect(await uitkomst(response!)).toMatchObject(teGroot);
    req.destroy();
    expect(sent).toBeLessThan(20 * MB);
    expect(await bewaard()).toEqual(before);
  });

  it('from a caller who does not listen and goes on sending: the connection is closed', async () => {
    const req = await begin({ 'transfer-encoding': 'chunked' });
    const begun = Date.now();
    while (!req.destroyed && Date.now() - begun < 20_000) {
      req.write(Buffer.alloc(64 * 1024, 'A'));
      await sleep(1);
    }
    expect(req.destroyed).toBe(true);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });
});

describe('who may', () => {
  const mag = new Set(['lokaal-team', 'jeugdbeschermer', 'teamleider', 'behandelaar', 'gedragswetenschapper']);
  const alle = Object.keys(rollen).filter((rol) => rol !== 'dienst') as (keyof typeof demoAccounts)[];

  it.each(alle)('%s: reading and adding are answered alike, whether the document is there or not', async (rol) => {
    const id = await nieuwDocument();
    const client = api.as(rol);
    const wanted = mag.has(rol) ? [200, 201] : [403, 403];
    const lijst = await client.get(`/v1/jeugdigen/${jeugdigeId}/documenten`);
    const toevoeging = await client.post(`/v1/jeugdigen/${jeugdigeId}/documenten`, document());
    expect([lijst.status, toevoeging.status]).toEqual(wanted);
    for (const wat of mag.has(rol) ? [] : [id, randomId()])
      expectProblem(await client.get(`/v1/documenten/${wat}/versies/1/inhoud`), 403, 'GEEN_TOEGANG');
  });
});

describe('a version that was withdrawn', () => {
  it('then its file is gone, its trace stays, and the other version can be read', async () => {
    const id = await nieuwDocument();
    const versie = { titel: 'Goede', mediatype: 'application/pdf', inhoud: pdf('goede').toString('base64') };
    await gelukt(gi.post(`/v1/documenten/${id}/versies`, versie));
    const intrekking = () => gi.post(`/v1/documenten/${id}/versies/1/intrekking`, { reden: 'Van haar broer.' });
    const { positie } = await gelukt(intrekking());
    await geweigerd(id, 1, 410, 'DOCUMENT_INGETROKKEN');
    expect((await download(id, 2)).body).toContain('goede');
    const { body } = await gi.get(`/v1/jeugdigen/${jeugdigeId}/documenten`, { 'lees-na': positie });
    const versies = body.documenten.find((een: any) => een.documentId === id).versies;
    expect(versies.map((een: any) => een.ingetrokken)).toEqual([true, false]);
    await tot(async () => (await aantal(`documenten.inhoud where document_id = '${id}'`)) === 1);
    expect((await gelukt(intrekking())).gebeurtenissen).toEqual([]);
    expectProblem(await gi.post(`/v1/documenten/${id}/versies/3/intrekking`, { reden: 'x' }), 404, 'NIET_GEVONDEN');
  });
});

describe('verify', () => {
  const naam = (id: string) => `document-${id}, versie 1:`;

  it('given documents as they should be, then it counts every version and finds nothing', async () => {
    await foutloos();
    const { aanwezig, ongeschonden } = await controle();
    const versies = await aantal("log.event where type = 'document.vastgelegd@1'");
    expect([aanwezig.geteld, ongeschonden.geteld]).toEqual([versies, versies]);
  });

  it('given a file that was taken away, one that was changed and one that was put back, then each is named, the missing one apart', async () => {
    const [weg, anders, terug] = [await nieuwDocument(), await nieuwDocument(), await nieuwDocument()];
    const { pool } = api.engine;
    await pool.query('create table public.kopie as select * from documenten.inhoud where document_id = any($1)', [
      [weg, anders, terug],
    ]);
    await pool.query('delete from documenten.inhoud where document_id = $1', [weg]);
    await pool.query('update documenten.inhoud set inhoud = inhoud || $2 where document_id = $1', [
      anders,
      Buffer.from('x'),
    ]);
    await gelukt(gi.post(`/v1/documenten/${terug}/versies/1/intrekking`, { reden: 'Vergist.' }));
    await tot(async () => (await aantal(`documenten.inhoud where document_id = '${terug}'`)) === 0);
    await pool.query('insert into documenten.inhoud select * from public.kopie where document_id = $1', [terug]);
    const { goed, aanwezig, ongeschonden } = await controle();
    await geweigerd(weg, 1, 404, 'INHOUD_ONTBREEKT');
    await geweigerd(terug, 1, 410, 'DOCUMENT_INGETROKKEN');
    await geweigerd(anders, 1, 500, 'INTERNE_FOUT');
    await pool.query('delete from documenten.inhoud where document_id = any($1)', [[weg, anders, terug]]);
    await pool.query('insert into documenten.inhoud select * from public.kopie where document_id = any($1)', [
      [weg, anders],
    ]);
    expect(goed).toBe(false);
    expect(aanwezig.fouten).toEqual([`${naam(weg)} het bestand is er niet`]);
    expect(aanwezig.uitleg).toMatch(/export bevat geen bestanden.*import.*back-up/);
    expect([...ongeschonden.fouten].sort()).toEqual(
      [`${naam(anders)} het bestand is veranderd`, `${naam(terug)} het bestand is er nog`].sort(),
    );
    expect(ongeschonden.uitleg).toBeUndefined();
    await foutloos();
  });
});

describe('a dossier that was destroyed', () => {
  it('then its documents are gone: 410, no title, no file, nothing more to add; verify is content', async () => {
    const van = await nieuweJeugdige();
    const id = await nieuwDocument(document({}, pdf(), van), van);
    await gelukt(gi.post(`/v1/jeugdigen/${van}/sluiting`));
    expectProblem(await legVast(document({}, pdf(), van), van), 409, 'DOSSIER_GESLOTEN');
    const laat = { titel: 'Nagekomen', mediatype: 'application/pdf', inhoud: pdf('laat').toString('base64') };
    await gelukt(gi.post(`/v1/documenten/${id}/versies`, laat));
    const vernietiging = api.as('beheer').post(`/v1/jeugdigen/${van}/vernietiging`, { grond: 'verzoek_betrokkene' });
    const { positie } = await gelukt(vernietiging);
    await geweigerd(id, 1, 410, 'DOSSIER_VERNIETIGD');
    await tot(async () => (await aantal(`documenten.inhoud where jeugdige_id = '${van}'`)) === 0);
    const { body } = await gi.get(`/v1/jeugdigen/${van}/documenten`, { 'lees-na': positie });
    expect(body.documenten[0].versies.map((een: any) => een.titel)).toEqual(['(vernietigd)', '(vernietigd)']);
    expectProblem(await legVast(document({}, pdf(), van), van), 410, 'DOSSIER_VERNIETIGD');
    expectProblem(await gi.post(`/v1/documenten/${id}/versies`, laat), 410, 'DOSSIER_VERNIETIGD');
    expect(await aantal(`documenten.inhoud where jeugdige_id = '${van}'`)).toBe(0);
    await foutloos();
  });
});
