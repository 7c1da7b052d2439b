import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dienstAccounts } from '@regielijn/toegang';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let dienst: Client;

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
}, 60_000);
afterAll(() => api.close(), 60_000);

const registratie = {
  bsn: '999990019',
  naam: 'Sanne Voorbeeld',
  geboortedatum: '2010-05-04',
  geslacht: 'vrouw',
  gemeente: { code: '0599' },
};

describe('one jeugdige from aanmelding to nazorg, over HTTP', () => {
  it('walks the whole line', async () => {
    const vanaf = (op: string) => ({ geldigOp: op });
    const gezien: string[] = [];
    const doe = async (path: string, body: object): Promise<any> => {
      const { status, body: answer } = await dienst.post(`/v1/${path}`, body);
      gezien.push(`${path}: ${status} ${answer.code ?? ''} ${answer.detail ?? ''}`);
      expect([200, 201]).toContain(status);
      return answer;
    };
    const { id: jeugdigeId } = await doe('jeugdigen', { ...registratie, ...vanaf('2026-01-05T09:00:00Z') });
    const { id: machtigingId } = await doe('machtigingen/ingediende-verzoeken', {
      ...{ jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' },
      ...vanaf('2026-01-06T09:00:00Z'),
    });
    await doe(`machtigingen/${machtigingId}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: '2026-01-08', geldigVan: '2026-01-08', geldigTot: '2026-07-08' },
      ...vanaf('2026-01-08T10:00:00Z'),
    });
    const { id: overdrachtId } = await doe(`jeugdigen/${jeugdigeId}/regieoverdrachten`, {
      aan: { soort: 'GI', organisatie: 'gi-jb-west' },
      geldigTot: '2099-01-01T00:00:00Z',
    });
    const aanvaarding = `/v1/jeugdigen/${jeugdigeId}/regieoverdrachten/${overdrachtId}/aanvaarding`;
    const verkeerd = await api.as('lokaal-team').post(aanvaarding, { medewerker: 'jb-017' });
    expect(verkeerd.body.code).toBe('OVERDRACHT_NIET_AAN_U');
    expect((await api.as('jeugdbeschermer').post(aanvaarding, { medewerker: 'jb-017' })).status).toBe(200);
    const { id: voorzieningId } = await doe('voorzieningen', {
      ...{ naam: 'Groep De Eik', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'crisisgroep' },
    });
    await doe(`voorzieningen/${voorzieningId}/openingen`, { aantal: 1, vanaf: '2026-01-01' });
    const { id: trajectId } = await doe('trajecten', {
      ...{ jeugdigeId, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
      ...vanaf('2026-01-08T11:00:00Z'),
    });
    const { id: reserveringId } = await doe(`voorzieningen/${voorzieningId}/reserveringen`, {
      trajectId,
      geldigTot: '2099-01-01T00:00:00Z',
    });
    await doe(`trajecten/${trajectId}/toewijzing`, { voorzieningId, reserveringId });
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId, machtigingId, ...vanaf('2026-01-09T22:15:00+01:00') });
    await doe(`trajecten/${trajectId}/perspectieven`, {
      levensgebied: 'wonen',
      perspectief: 'Terug naar huis',
      metJeugdige: true,
    });
    await doe(`trajecten/${trajectId}/uitstroom`, { bestemming: 'thuis_of_netwerk' });
    const plan = await doe(`trajecten/${trajectId}/nazorgplan`, {
      levensgebieden: [{ levensgebied: 'wonen', nodig: true, lokalePartner: 'wijkteam-zuid' }],
    });
    expect((await dienst.post(`/v1/trajecten/${trajectId}/afsluiting`)).body.code).toBe('NAZORG_STAAT_OPEN');
    await doe(`trajecten/${trajectId}/lokale-partners`, { levensgebied: 'wonen', partner: 'wijkteam-zuid' });
    const slot = await doe(`trajecten/${trajectId}/afsluiting`, {});
    expect(plan.versie).toBeLessThan(slot.versie);

    const dossier = await dienst.get(`/v1/jeugdigen/${jeugdigeId}`, { 'lees-na': slot.positie });
    expect(dossier.status).toBe(403);
    const gezienDoorGi = await api
      .as('jeugdbeschermer')
      .get(`/v1/jeugdigen/${jeugdigeId}`, { 'lees-na': slot.positie });
    expect(gezienDoorGi.body).toMatchObject({
      persoon: { naam: 'Sanne Voorbeeld', bsn: '999990019' },
      regie: {
        casusregie: [
          { houder: { organisatie: 'gemeente-0599' } },
          { houder: { organisatie: 'gi-jb-west' }, medewerker: 'jb-017' },
        ],
      },
      trajecten: [{ status: 'afgesloten' }],
    });
    await expect(
      (async () => {
        for (let n = 0; n < 100; n += 1) {
          const { body } = await api.as('jeugdbeschermer').get(`/v1/trajecten/${trajectId}/normtoetsen`);
          const o1 = body.filter(({ norm }: { norm: string }) => norm === 'O1');
          if (o1.length > 0) return o1;
          await new Promise((later) => setTimeout(later, 50));
        }
      })(),
    ).resolves.toMatchObject([{ norm: 'O1', uitkomst: 'AFWIJKING', terugblik: false }]);
    const tijdlijn = await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn`);
    expect(tijdlijn.body.gebeurtenissen.map(({ soort }: { soort: string }) => soort)).toContain(
      'traject.opname-gestart',
    );
    expect(api.lines).toEqual([]);
  }, 30_000);
});

describe('what a stranger gets', () => {
  it.each([
    ['POST', '/v1/jeugdigen', '{"bsn":'],
    ['GET', '/v1/monitor/plaatsingen?jaar=2019', undefined],
    ['GET', '/v1/bestaat-niet', undefined],
  ])('%s %s without a token is 401, whatever the body', async (method, url, payload) => {
    const response = await api.app.inject({
      method: method as 'GET',
      url,
      payload: payload ?? '',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'NIET_AANGEMELD', status: 401 });
  });
});
