import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { opMoment as lookAt } from '../kit/op-moment.js';

const clock = new SimulatedClock('2026-03-02T09:00:00.000Z');
let api: TestApi;
let dienst: Client;
let lokaalTeam: Client;
let gi: Client;
let jeugdigeId: string;

beforeAll(async () => {
  api = await startTestApi({}, { clock });
  dienst = api.client(dienstAccounts.demo);
  lokaalTeam = api.as('lokaal-team');
  gi = api.as('jeugdbeschermer');
  jeugdigeId = await registreer('999990111');
}, 60_000);
afterAll(() => api.close(), 60_000);

const doe = (pad: string, body: object = {}): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));
const registreer = async (bsn: string): Promise<string> =>
  (
    await doe('jeugdigen', {
      ...{ bsn, naam: 'Robin Voorbeeld', geboortedatum: '2011-10-10', geslacht: 'x', gemeente: { code: '0599' } },
    })
  ).id;
const opMoment = (moment: string): Promise<number> => lookAt(api, clock, moment);
const lijst = async (wie: Client, vraag = ''): Promise<any[]> => {
  await api.settle();
  return (await gelukt(wie.get(`/v1/werklijst?${vraag}`))).werk;
};
const regels = async (wie: Client, vraag = ''): Promise<string[]> =>
  (await lijst(wie, vraag)).map(({ regel }: any) => regel);

describe('an offer of casusregie', () => {
  let overdracht: string;

  it('then it is on the list of whom it was offered to, and not of who offered it', async () => {
    const pad = `jeugdigen/${jeugdigeId}/regieoverdrachten`;
    const { id } = await gelukt(lokaalTeam.post(`/v1/${pad}`, { aan: { soort: 'GI', organisatie: 'gi-jb-west' } }));
    overdracht = `/v1/${pad}/${id}`;
    expect(await lijst(gi)).toEqual([
      {
        ...{ soort: 'overdracht', regel: 'OVD', uiterlijk: '2026-03-04', teLaat: false, jeugdigeId },
        wat: 'De casusregie is u aangeboden. Neem haar over, of weiger met een reden.',
        ...{ bij: `jeugdige-${jeugdigeId}`, naar: `/v1/jeugdigen/${jeugdigeId}`, id: expect.any(String) },
      },
    ]);
    expect(await lijst(lokaalTeam)).toEqual([]);
  });

  it('given that its day passed, then it says so, and goes on waiting', async () => {
    await opMoment('2026-03-05T09:00:00.000Z');
    expect(await lijst(gi)).toMatchObject([{ regel: 'OVD', teLaat: true }]);
  });

  it('given that it is taken over, then what comes next is there for both', async () => {
    await gelukt(gi.post(`${overdracht}/aanvaarding`, { medewerker: 'jb-017' }));
    expect(await regels(gi)).toEqual(['AFSTEMMING']);
    expect(await regels(lokaalTeam)).toEqual(['AFSTEMMING']);
  });

  it('given who asks for the own jeugdigen only, then it is by the account that carries casusregie', async () => {
    const eigen = api.client({ subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' });
    expect(await regels(eigen, 'alleenMijn=true')).toEqual(['AFSTEMMING']);
    expect(await regels(gi, 'alleenMijn=true')).toEqual([]);
  });

  it('given another organisation, or a role that may not, then there is nothing', async () => {
    expect(await lijst(api.client({ subject: 'jb-1', organisatie: 'gi-ander', rol: 'jeugdbeschermer' }))).toEqual([]);
    expect(await lijst(api.as('plaatsingscoordinator'))).toEqual([]);
    expect(await api.as('regiosturing').get('/v1/werklijst')).toMatchObject({ status: 403 });
  });
});

describe('what an organisation is asked', () => {
  it('given a question for advice, then who was asked has it, and who asked waits', async () => {
    await gelukt(
      gi.post(`/v1/jeugdigen/${jeugdigeId}/adviezen`, {
        ...{ bij: 'GI', organisatie: 'gi-ander', vraag: 'Wat past er?', uiterlijk: '2026-03-12' },
      }),
    );
    const gevraagd = api.client({ subject: 'jb-1', organisatie: 'gi-ander', rol: 'jeugdbeschermer' });
    expect(await lijst(gevraagd)).toMatchObject([{ soort: 'advies', regel: 'ADVIES', uiterlijk: '2026-03-12' }]);
    expect(await regels(gi)).not.toContain('ADVIES');
  });

  it('given a question on a ladder, then it is with whoever is next', async () => {
    const { id } = await gelukt(
      gi.post('/v1/opschalingen', {
        ...{ jeugdigeId, ladder: 'casus', betreft: { soort: 'jeugdige', id: jeugdigeId } },
        ...{ reden: 'hulp_komt_niet', vraag: 'Wie helpt?' },
      }),
    );
    const een = `/v1/opschalingen/${id}`;
    const bij = async (wie: Client) => regels(wie, 'soort=opschaling');
    expect(await lijst(lokaalTeam, 'soort=opschaling')).toMatchObject([{ regel: 'gevraagd', naar: een, jeugdigeId }]);
    const elders = api.client({ subject: 'lt-9', organisatie: 'gemeente-0518', rol: 'lokaal-team' });
    expect([await bij(gi), await bij(elders)]).toEqual([[], []]);
    await gelukt(lokaalTeam.post(`${een}/aannemingen`, { medewerker: 'lt-12' }));
    expect([await bij(lokaalTeam), await bij(gi)]).toEqual([['aangenomen'], []]);
    await gelukt(lokaalTeam.post(`${een}/teruggaven`, { reden: 'geen_ruimte', toelichting: 'Wij hebben niemand.' }));
    expect([await bij(lokaalTeam), await bij(gi)]).toEqual([[], ['teruggegeven']]);
    // Nobody knows who sits there: who asked must see to it.
    await gelukt(gi.post(`${een}/treden`, { naarTrede: 'expertteam' }));
    expect([await bij(lokaalTeam), await bij(gi)]).toEqual([[], ['wacht']]);
  });
});

describe('a return', () => {
  it('then the lokale team is asked to take part, and both to find partners, once its end is in sight', async () => {
    const { id: voorzieningId } = await doe('voorzieningen', {
      ...{ naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' },
    });
    const { id: trajectId } = await doe('trajecten', {
      ...{ jeugdigeId, urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
    });
    const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
    const { id: machtigingId } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...verzoek });
    await doe(`machtigingen/${machtigingId}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: '2026-03-05', geldigVan: '2026-03-05', geldigTot: '2026-09-05' },
    });
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId, machtigingId });
    expect(await regels(gi, 'soort=terugkeer')).toEqual([]);
    // Half a year ahead nobody need do anything about its end.
    expect(await regels(gi)).toEqual(expect.arrayContaining(['D14', 'O3']));
    expect(await regels(gi)).not.toContain('D1');
    await opMoment('2026-06-05T09:00:00.000Z');
    expect(await regels(gi)).toContain('D1');
    expect(await regels(gi, 'soort=terugkeer')).toEqual(['TERUGKEER_PARTNERS']);
    expect(await lijst(lokaalTeam, 'soort=terugkeer')).toMatchObject([
      { regel: 'TERUGKEER_DEELNAME', naar: `/v1/terugkeren/${trajectId}`, jeugdigeId },
      { regel: 'TERUGKEER_PARTNERS' },
    ]);
  });
});

describe('the list itself', () => {
  it('then it begins with what is first, and pages hold each line once', async () => {
    const alles = await lijst(gi);
    expect(alles.length).toBeGreaterThan(4);
    expect(alles.map(({ uiterlijk }: any) => uiterlijk)).toEqual(alles.map(({ uiterlijk }: any) => uiterlijk).sort());
    const stukken: any[] = [];
    for (let na: string | null = ''; na !== null;) {
      const { werk, volgende }: any = await gelukt(gi.get(`/v1/werklijst?aantal=2${na && `&na=${na}`}`));
      expect(werk.length).toBeLessThanOrEqual(2);
      stukken.push(...werk);
      na = volgende;
    }
    expect(stukken).toEqual(alles);
  });

  it('given a day, or one jeugdige, then only that', async () => {
    const voor = await lijst(gi, 'uiterlijk=2026-06-01');
    expect(voor.length).toBeGreaterThan(0);
    expect(voor.every(({ uiterlijk }: any) => uiterlijk <= '2026-06-01')).toBe(true);
    expect(await lijst(gi, `jeugdigeId=${await registreer('999990123')}`)).toEqual([]);
  });

  it('given a cursor that somebody made up, then it is refused', async () => {
    const { volgende } = await gelukt(gi.get('/v1/werklijst?aantal=1'));
    const inhoud = Buffer.from(volgende, 'base64url').toString();
    const verzonnen = inhoud.replace(/"[0-9a-f-]{36}"/, JSON.stringify('\u0000'));
    expect(verzonnen).not.toBe(inhoud);
    const na = Buffer.from(verzonnen).toString('base64url');
    expect(await gi.get(`/v1/werklijst?aantal=1&na=${na}`)).toMatchObject({ status: 400 });
  });

  it('given a cursor of another question, then it is refused', async () => {
    const { volgende } = await gelukt(gi.get('/v1/werklijst?aantal=1'));
    expect(await gi.get(`/v1/werklijst?aantal=1&soort=termijn&na=${volgende}`)).toMatchObject({
      ...{ status: 400, body: { code: 'CURSOR_ONGELDIG' } },
    });
  });

  it('given a term that was made to stand still, then nobody is waited for', async () => {
    const [termijn] = (await lijst(gi)).filter(({ regel }: any) => regel === 'AFSTEMMING');
    await gelukt(gi.post(`/v1/termijnen/${termijn.id}/pauzes`, { reden: 'Vakantie' }));
    expect(await regels(gi)).not.toContain('AFSTEMMING');
  });
});
