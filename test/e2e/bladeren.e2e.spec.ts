import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CommandClass, deriveId } from '@regielijn/kern';
import { nieuwJeugdigeId, RegistreerJeugdige } from '@regielijn/jeugdige';
import { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { MeldAan, nieuwTrajectId, StartOpname } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenPlekken, OpenVoorziening } from '@regielijn/voorziening';
import { type Answer, type Client, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
const id = (naam: string): string => deriveId('bladeren', naam);
const geef = (type: CommandClass, data: object, naam: string, nu: string) =>
  api.app.get(Poort).opdracht(type, data, { actor: dienstAccounts.demo, commandId: id(naam), nu, geldigOp: nu });

const bsns = ['999990007', '999990019', '999990020', '999990032', '999990044', '999990056'];
const jeugdigeId = nieuwJeugdigeId(id('jeugdige-0'));
const registreer = async (n: number, nu: string): Promise<void> => {
  const persoon = { bsn: bsns[n], naam: 'Noor Voorbeeld', geboortedatum: '2006-05-04', geslacht: 'vrouw' };
  await geef(RegistreerJeugdige, { ...persoon, gemeente: { code: n < 4 ? '0599' : '0518' } }, `jeugdige-${n}`, nu);
};
/** An opname in the evening: norm O1 is deviated from; before 12 October 2020 that is only looked back on. */
const opname = async (n: number, dag: string): Promise<void> => {
  const aanmelding = { urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  const van = { jeugdigeId: nieuwJeugdigeId(id(`jeugdige-${n}`)) };
  await geef(MeldAan, { ...aanmelding, ...van }, `traject-${n}`, `${dag}T09:00:00.000Z`);
  const opgenomen = { trajectId: nieuwTrajectId(id(`traject-${n}`)), voorzieningId: nieuwVoorzieningId(id('groep-0')) };
  await geef(StartOpname, opgenomen, `opname-${n}`, `${dag}T21:15:00.000Z`);
};
const openGroep = async (n: number, naam = 'Groep'): Promise<void> => {
  const groep = {
    naam,
    aanbieder: n < 3 ? 'aanbieder-1' : 'aanbieder-2',
    gemeentecode: '0599',
    variant: 'crisisgroep',
  };
  await geef(OpenVoorziening, groep, `groep-${n}`, '2020-09-01T10:00:00.000Z');
};
const legVast = (n: number, client: Client): Promise<Answer> =>
  client.post(`/v1/jeugdigen/${jeugdigeId}/documenten`, {
    ...{ soort: n % 2 === 0 ? 'beschikking' : 'verslag', titel: `Stuk ${n}`, mediatype: 'application/pdf' },
    ...{ hoortBij: { soort: 'jeugdige', id: jeugdigeId }, inhoud: Buffer.from(`%PDF-1.4 ${n}`).toString('base64') },
  });

beforeAll(async () => {
  api = await startTestApi();
  for (const n of [0, 1, 2, 3]) await openGroep(n);
  await openGroep(4, 'Andere groep');
  const plekken = { voorzieningId: nieuwVoorzieningId(id('groep-3')), aantal: 2, vanaf: '2020-10-01' };
  await geef(OpenPlekken, plekken, 'plekken', '2020-09-02T10:00:00.000Z');
  for (const n of [0, 1, 2, 3, 4]) await registreer(n, '2020-09-03T09:00:00.000Z');
  for (const n of [0, 1]) await opname(n, '2020-10-05');
  for (const n of [2, 3, 4]) await opname(n, '2020-11-09');
  for (const n of [0, 1, 2, 3, 4]) expect(await legVast(n, api.as('jeugdbeschermer'))).toMatchObject({ status: 201 });
  await api.settle();
}, 60_000);
afterAll(() => api.close(), 60_000);

interface Lijst {
  readonly als: 'jeugdbeschermer' | 'teamleider';
  readonly pad: string;
  readonly rijen: (body: any) => any[];
  readonly sleutel: (rij: any) => string;
  /** One more filter than it has. */
  readonly filter: string;
  /** Adds a row, somewhere in the list. */
  readonly erbij: () => Promise<unknown>;
}

const lijsten: Readonly<Record<string, Lijst>> = {
  jeugdigen: {
    ...{
      als: 'jeugdbeschermer',
      pad: '/v1/jeugdigen?status=open',
      filter: 'regio=rijnmond',
      rijen: ({ dossiers }) => dossiers,
    },
    ...{ sleutel: (rij) => rij.jeugdigeId, erbij: () => registreer(5, '2020-09-03T09:00:00.000Z') },
  },
  tijdlijn: {
    ...{ als: 'jeugdbeschermer', pad: `/v1/jeugdigen/${jeugdigeId}/tijdlijn?soort=document`, filter: 'op=2030-01-01' },
    ...{ rijen: ({ gebeurtenissen }) => gebeurtenissen, sleutel: (rij) => rij.id },
    erbij: () => legVast(6, api.as('jeugdbeschermer')),
  },
  voorzieningen: {
    ...{
      als: 'jeugdbeschermer',
      pad: '/v1/voorzieningen',
      filter: 'aanbieder=aanbieder-1',
      rijen: ({ voorzieningen }) => voorzieningen,
    },
    ...{ sleutel: (rij) => rij.voorzieningId, erbij: () => openGroep(5) },
  },
  documenten: {
    ...{
      als: 'jeugdbeschermer',
      pad: `/v1/jeugdigen/${jeugdigeId}/documenten`,
      filter: 'soort=verslag',
      rijen: ({ documenten }) => documenten,
    },
    ...{ sleutel: (rij) => rij.documentId, erbij: () => legVast(7, api.as('jeugdbeschermer')) },
  },
  normafwijkingen: {
    ...{
      als: 'teamleider',
      pad: '/v1/normafwijkingen?kwartaal=2020-K4&terugblik=true&norm=O1',
      filter: 'regio=rijnmond',
    },
    ...{ rijen: ({ gevallen }) => gevallen, sleutel: (rij) => rij.trajectId },
    erbij: () => registreer(5, '2020-09-03T09:00:00.000Z').then(() => opname(5, '2020-10-06')),
  },
};
const namen = Object.keys(lijsten);
const vraag = async (naam: string, filters = ''): Promise<Answer> => {
  const { als, pad } = lijsten[naam]!;
  return api.as(als).get(filters === '' ? pad : `${pad}${pad.includes('?') ? '&' : '?'}${filters}`);
};
/** From here on by the links that the answers give; `tussendoor` happens after each page. */
const volgLinks = async (naam: string, eerste: Answer, tussendoor: () => Promise<void> = async () => undefined) => {
  const bladzijden = [eerste];
  for (let { headers } = eerste; headers['link'] !== undefined; { headers } = bladzijden.at(-1)!) {
    await tussendoor();
    const [, adres] = /^<(\/v1\/[^>]+)>; rel="next"$/.exec(headers['link']) ?? [];
    bladzijden.push(await api.as(lijsten[naam]!.als).get(adres!));
  }
  return bladzijden;
};
const sleutelsVan = (naam: string, antwoorden: readonly Answer[]): string[] =>
  antwoorden.flatMap(({ body }) => lijsten[naam]!.rijen(body).map(lijsten[naam]!.sleutel));

describe.each(namen)('a list that can grow: %s', (naam) => {
  it('given pages of two, when the links are followed, then every row comes once, in the order of the whole list', async () => {
    const alles = await vraag(naam);
    expect([alles.status, alles.body.volgende, alles.headers['link']]).toEqual([200, null, undefined]);
    const bladzijden = await volgLinks(naam, await vraag(naam, 'aantal=2'));
    expect(bladzijden.map(({ body }) => lijsten[naam]!.rijen(body).length)).toEqual([2, 2, 1]);
    expect(sleutelsVan(naam, bladzijden)).toEqual(sleutelsVan(naam, [alles]));
    expect(new Set(sleutelsVan(naam, bladzijden)).size).toBe(5);
  });

  it('given a cursor of it, when its filters change, then 400 with what to do; another size is no other question', async () => {
    const { volgende } = (await vraag(naam, 'aantal=2')).body;
    const geweigerd = await vraag(naam, `aantal=2&${lijsten[naam]!.filter}&na=${volgende}`);
    expect([geweigerd.status, geweigerd.body.code]).toEqual([400, 'CURSOR_ONGELDIG']);
    expect(geweigerd.body.detail).toContain('begin opnieuw zonder "na"');
    expect((await vraag(naam, `aantal=200&na=${volgende}`)).status).toBe(200);
  });

  it.each(namen.filter((ander) => ander !== naam))('given a cursor of %s, then 400', async (ander) => {
    const { volgende } = (await vraag(ander, 'aantal=2')).body;
    const { status, body } = await vraag(naam, `na=${volgende}`);
    expect([status, body.code]).toEqual([400, 'CURSOR_ONGELDIG']);
  });

  it('given a cursor of it, then it names nobody: it stands in addresses', async () => {
    const { volgende } = (await vraag(naam, 'aantal=2')).body;
    const inhoud = Buffer.from(volgende, 'base64url').toString();
    for (const persoonlijk of ['Noor', '2006', ...bsns]) expect(inhoud).not.toContain(persoonlijk);
  });
});

describe('filters', () => {
  it.each<[string, string, number]>([
    ['voorzieningen', 'aanbieder=aanbieder-1', 3],
    ['voorzieningen', 'metVrijePlek=true', 1],
    ['voorzieningen', 'gemeente=0518', 0],
    ['voorzieningen', 'variant=kib', 0],
    ['documenten', 'soort=beschikking', 3],
    ['normafwijkingen', 'regio=rijnmond', 4],
    ['normafwijkingen', 'regio=haaglanden', 1],
  ])('of %s: %s gives %i rows', async (naam, filters, aantal) => {
    expect(sleutelsVan(naam, [await vraag(naam, filters)])).toHaveLength(aantal);
  });

  it('of the tijdlijn: one kind of event, or all events about one thing', async () => {
    const lees = async (soort: string): Promise<string[]> => {
      const { body } = await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn?soort=${soort}`);
      return body.gebeurtenissen.map((een: any) => een.soort);
    };
    expect(await lees('traject.opname-gestart')).toEqual(['traject.opname-gestart']);
    expect(await lees('traject')).toEqual(expect.arrayContaining(['traject.aangemeld', 'traject.opname-gestart']));
    expect((await lees('traject')).every((soort) => soort.startsWith('traject.'))).toBe(true);
  });

  it.each([
    [`/v1/jeugdigen/${jeugdigeId}/tijdlijn?soort=trajec`, 'SOORT_ONBEKEND'],
    ['/v1/normafwijkingen?kwartaal=2020-K4&regio=friesland', 'REGIO_ONBEKEND'],
    ['/v1/normafwijkingen?kwartaal=2020-K4&norm=O9', 'ONGELDIGE_INVOER'],
    ['/v1/voorzieningen?aantal=201', 'ONGELDIGE_INVOER'],
    ['/v1/voorzieningen?metVrijePlek=misschien', 'ONGELDIGE_INVOER'],
  ])('given %s, then 400 %s: an empty list would say that there is nothing', async (pad, code) => {
    const { status, body } = await api.as('teamleider').get(pad);
    expect([status, body.code]).toEqual([400, code]);
  });
});

// Last: it adds to the lists.
describe.each(namen)('while somebody leafs through %s', (naam) => {
  it('given a row that is added after the first page, then those that were there all still come, exactly once', async () => {
    const vooraf = sleutelsVan(naam, [await vraag(naam)]);
    let toegevoegd = false;
    const bladzijden = await volgLinks(naam, await vraag(naam, 'aantal=2'), async () => {
      if (!toegevoegd) await lijsten[naam]!.erbij();
      toegevoegd = true;
      await api.settle();
    });
    const gezien = sleutelsVan(naam, bladzijden);
    expect(gezien.filter((sleutel) => vooraf.includes(sleutel))).toEqual(vooraf);
    expect(new Set(gezien).size).toBe(gezien.length);
    expect(sleutelsVan(naam, [await vraag(naam)])).toHaveLength(vooraf.length + 1);
  });
});
