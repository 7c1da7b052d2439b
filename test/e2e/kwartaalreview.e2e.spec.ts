import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { nieuwJeugdigeId, RegistreerJeugdige } from '@regielijn/jeugdige';
import { type CommandClass, deriveId } from '@regielijn/kern';
import { OpentKwartaalreviews } from '@regielijn/kwartaalreview';
import { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { MeldAan, nieuwTrajectId, StartOpname } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenVoorziening } from '@regielijn/voorziening';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { type Answer, type Client, startTestApi, type TestApi } from '../kit/engine.js';

jest.setTimeout(30_000);

const REVIEW = 'zuidwest-2026-K1';
const pad = (deel = ''): string => `/v1/kwartaalreviews/${REVIEW}${deel}`;
const id = (naam: string): string => deriveId('kwartaalreview', naam);
const trajectId = nieuwTrajectId(id('aanmelding'));
const jeugdigeId = nieuwJeugdigeId(id('jeugdige'));
const voorzieningId = nieuwVoorzieningId(id('groep'));
const TEKST = 'Met een telefoontje die middag had Noor overdag kunnen komen.';

let api: TestApi;
let reviewer: Client;
/** Prepares reviews too, and acted in the case as a jeugdbeschermer. */
const eerder = { subject: 'rv-eerder-jb', organisatie: 'gi-jb-west' };

const geef = (type: CommandClass, data: object, naam: string, nu: string) =>
  api.app.get(Poort).opdracht(type, data, { actor: dienstAccounts.demo, commandId: id(naam), nu, geldigOp: nu });

/** The pack once everything that was told is known. */
const pakket = async (review = REVIEW): Promise<any> => {
  await api.settle();
  const { status, body } = await reviewer.get(`/v1/kwartaalreviews/${review}`);
  expect(status).toBe(200);
  return body;
};
const afwijkingen = async (): Promise<any[]> => (await pakket()).zaken[0].afwijkingen;
const afwijkingVan = async (norm: string): Promise<string> =>
  (await afwijkingen()).find((een) => een.norm === norm).afwijkingId;
const codeVan = async (antwoord: Promise<Answer>) => {
  const { status, body } = await antwoord;
  return [status, body.code];
};
const conclusie = { conclusie: 'te_voorkomen', lessen: ['eerder_afstemmen'], opschaling: 'regio' };

beforeAll(async () => {
  api = await startTestApi();
  reviewer = api.as('reviewer');
  const persoon = { bsn: '999990147', naam: 'Noor Voorbeeld', geboortedatum: '2011-05-04', geslacht: 'vrouw' };
  const groep = { naam: 'Groep De Eik', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'crisisgroep' };
  const aanmelding = { urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  await geef(RegistreerJeugdige, { ...persoon, gemeente: { code: '0599' } }, 'jeugdige', '2026-01-05T09:00:00.000Z');
  await geef(OpenVoorziening, groep, 'groep', '2026-01-05T10:00:00.000Z');
  await geef(MeldAan, { ...aanmelding, jeugdigeId }, 'aanmelding', '2026-01-06T09:00:00.000Z');
  await geef(StartOpname, { trajectId, voorzieningId }, 'opname', '2026-01-09T21:15:00.000Z');
  await api.settle();
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('the review of a quarter', () => {
  it('given deviations at an opname, then one case stands on its agenda, by number and without a name', async () => {
    const { zaken, cijfers, gesloten } = await pakket();
    expect(zaken).toMatchObject([{ zaak: 1, trajectId, regio: 'rijnmond', aanbieder: 'aanbieder-demo' }]);
    const normen = zaken[0].afwijkingen.map(({ norm }: any) => norm);
    expect(normen).toEqual(expect.arrayContaining(['O1', 'B6']));
    expect(cijfers).toMatchObject({ zaken: 1, afwijkingen: normen.length, gemotiveerd: 0, besproken: 0, vervallen: 0 });
    expect(cijfers.perOorzaak).toEqual([{ code: 'niet_gemotiveerd', aantal: normen.length }]);
    expect(gesloten).toBeNull();
    const { teBespreken } = await pakket();
    expect(teBespreken.flatMap(({ afwijkingen: ids }: any) => ids)).toHaveLength(normen.length);
    expect(teBespreken[0]).toMatchObject({ regio: 'rijnmond', aanbieder: 'aanbieder-demo', zaken: [1] });
  });

  it('when one of them is motivated, then the agenda knows why', async () => {
    const jeugdbeschermer = api.client({ ...eerder, rol: 'jeugdbeschermer' });
    const motivering = {
      functie: 'jeugdbeschermer',
      redencodes: ['wachtlijst'],
      toelichting: 'Noor kon niet wachten.',
    };
    const waar = `/v1/trajecten/${trajectId}/normafwijkingen/${await afwijkingVan('O1')}/motivering`;
    expect((await jeugdbeschermer.post(waar, motivering)).status).toBe(200);
    expect((await afwijkingen()).find(({ norm }) => norm === 'O1')).toMatchObject({
      ...{ gemotiveerd: true, redencodes: ['wachtlijst'], stand: 'open', uitReview: null },
    });
  });

  it('is seen by who prepares it and who takes part in it, and by nobody else', async () => {
    const jeugdbeschermer = api.as('jeugdbeschermer');
    expect(await codeVan(jeugdbeschermer.get(pad()))).toEqual([403, 'GEEN_DEELNEMER']);
    expect(await codeVan(jeugdbeschermer.get('/v1/kwartaalreviews/zuidwest-2031-K1'))).toEqual([403, 'GEEN_DEELNEMER']);
    expect((await jeugdbeschermer.get('/v1/kwartaalreviews')).body).toEqual([]);
    expect(await codeVan(api.as('regiosturing').get(pad()))).toEqual([403, 'GEEN_TOEGANG']);
    expect(await codeVan(reviewer.get('/v1/kwartaalreviews/zuidwest-2031-K1'))).toEqual([404, 'NIET_GEVONDEN']);
    expect(await codeVan(reviewer.get('/v1/kwartaalreviews/2026-K1'))).toEqual([400, 'ONGELDIGE_INVOER']);
    expect((await reviewer.get('/v1/kwartaalreviews')).body).toMatchObject([{ review: REVIEW, geslotenOp: null }]);
    const deelnemer = { account: 'demo-jeugdbeschermer', discipline: 'jeugdbeschermer' };
    expect((await reviewer.post(pad('/deelnemers'), deelnemer)).status).toBe(200);
    await api.settle();
    expect((await jeugdbeschermer.get(pad())).status).toBe(200);
    expect((await jeugdbeschermer.get('/v1/kwartaalreviews')).body).toMatchObject([{ review: REVIEW }]);
    expect(await codeVan(jeugdbeschermer.post(pad('/sluiting')))).toEqual([403, 'GEEN_TOEGANG']);
  });

  it('given no quorum of disciplines, then nothing is concluded and nothing is closed', async () => {
    const uitspraak = { afwijkingen: [await afwijkingVan('O1')], ...conclusie };
    expect(await codeVan(reviewer.post(pad('/conclusies'), uitspraak))).toEqual([409, 'GEEN_QUORUM']);
    const alleen = { aanwezig: ['demo-jeugdbeschermer'] };
    expect((await reviewer.post(pad('/vergaderingen'), alleen)).status).toBe(200);
    expect(await codeVan(reviewer.post(pad('/conclusies'), uitspraak))).toEqual([409, 'GEEN_QUORUM']);
    expect(await codeVan(reviewer.post(pad('/sluiting')))).toEqual([409, 'GEEN_QUORUM']);
  });

  it('given a meeting with a quorum, then who acted in the case does not judge it, and another does', async () => {
    const deelnemers = { 'gw-1': 'gedragswetenschapper', 'ow-1': 'onderwijs', [eerder.subject]: 'lokaal_team' };
    for (const [account, discipline] of Object.entries(deelnemers))
      expect((await reviewer.post(pad('/deelnemers'), { account, discipline })).status).toBe(200);
    expect((await reviewer.post(pad('/leeslijst'), { trajecten: [trajectId] })).status).toBe(200);
    const aanwezig = [...Object.keys(deelnemers), 'demo-jeugdbeschermer'];
    expect((await reviewer.post(pad('/vergaderingen'), { aanwezig })).status).toBe(200);
    const uitspraak = { afwijkingen: [await afwijkingVan('O1')], ...conclusie };
    const zelf = api.client({ ...eerder, rol: 'reviewer' });
    expect(await codeVan(zelf.post(pad('/conclusies'), uitspraak))).toEqual([409, 'EIGEN_ZAAK']);
    expect((await reviewer.post(pad('/conclusies'), uitspraak)).status).toBe(200);
    const anders = { ...uitspraak, conclusie: 'terecht_afgeweken' };
    expect(await codeVan(reviewer.post(pad('/conclusies'), anders))).toEqual([409, 'AL_BESPROKEN']);
    const [zaak] = (await pakket()).zaken;
    expect(zaak).toMatchObject({ opLeeslijst: true, verschoond: [eerder.subject] });
    expect(zaak.afwijkingen.find(({ norm }: any) => norm === 'O1')).toMatchObject({
      ...{ stand: 'besproken', bespreking: { conclusie: 'te_voorkomen', opschaling: 'regio' } },
    });
  });

  it('then the conclusion returns to the dossier, with what was written about this case', async () => {
    expect((await reviewer.post(pad('/toelichtingen'), { trajectId, toelichting: TEKST })).status).toBe(200);
    await api.settle();
    const jeugdbeschermer = api.as('jeugdbeschermer');
    const lijst = (await jeugdbeschermer.get(`/v1/trajecten/${trajectId}/normafwijkingen`)).body;
    expect(lijst.find(({ norm }: any) => norm === 'O1').bespreking).toMatchObject({
      ...{ review: REVIEW, conclusie: 'te_voorkomen', opschaling: 'regio' },
    });
    expect(lijst.find(({ norm }: any) => norm === 'B6').bespreking).toBeNull();
    const besprekingen = await jeugdbeschermer.get(`/v1/trajecten/${trajectId}/besprekingen`);
    expect(besprekingen.body).toMatchObject([
      { review: REVIEW, toelichting: TEKST, conclusies: [{ normen: ['O1'], conclusie: 'te_voorkomen' }] },
    ]);
    for (const woord of ['Noor', jeugdigeId, 'telefoontje'])
      expect(JSON.stringify(await pakket())).not.toContain(woord);
  });

  it('when somebody has to do something, then it stands on the list of their organisation', async () => {
    const actie = { afwijkingen: [await afwijkingVan('O1')], soort: 'werkafspraak_maken', eigenaar: 'gi-jb-west' };
    const { status, body } = await reviewer.post(pad('/acties'), { ...actie, uiterlijk: '2099-01-01' });
    expect([status, body.id]).toEqual([201, expect.any(String)]);
    await api.settle();
    const van = async (rol: 'jeugdbeschermer' | 'behandelaar') => (await api.as(rol).get('/v1/reviewacties')).body;
    expect(await van('jeugdbeschermer')).toMatchObject([{ actieId: body.id, review: REVIEW, trajecten: [trajectId] }]);
    expect(await van('behandelaar')).toEqual([]);
    const werk = async (rol: 'jeugdbeschermer' | 'behandelaar') =>
      (await api.as(rol).get('/v1/werklijst?soort=actie')).body.werk;
    expect(await werk('jeugdbeschermer')).toMatchObject([
      { regel: 'ACTIE', id: body.id, uiterlijk: '2099-01-01', jeugdigeId: null, naar: `/v1/kwartaalreviews/${REVIEW}` },
    ]);
    expect(await werk('behandelaar')).toEqual([]);
  });

  it('when it closes, then it is sealed, and what is left stands with the next review', async () => {
    const over = (await afwijkingen()).filter(({ stand }) => stand === 'open').map(({ afwijkingId }) => afwijkingId);
    expect(over.length).toBeGreaterThan(0);
    expect((await reviewer.post(pad('/sluiting'))).status).toBe(200);
    const { gesloten, zaken } = await pakket();
    expect(gesloten).toMatchObject({ klopt: true, zegel: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const stand = zaken[0].afwijkingen.map((een: any) => een.stand);
    expect(new Set(stand)).toEqual(new Set(['besproken', 'doorgeschoven']));
    const volgende = await pakket('zuidwest-2026-K2');
    expect(volgende.zaken[0].afwijkingen.map((een: any) => een.afwijkingId).sort()).toEqual(over.sort());
    expect(volgende.zaken[0].afwijkingen[0]).toMatchObject({ stand: 'open', uitReview: REVIEW });
    expect(volgende.acties).toMatchObject([{ uitReview: REVIEW, afgerondOp: null }]);
    expect(volgende.trend).toMatchObject([{ kwartaal: '2026-K1', zaken: 1, besproken: 1 }]);
    expect(await codeVan(reviewer.post(pad('/leeslijst'), { trajecten: [trajectId] }))).toEqual([
      409,
      'REVIEW_GESLOTEN',
    ]);
  });

  it('when the owner says that the actie is done, then it leaves their list', async () => {
    const [{ actieId, review }] = (await api.as('jeugdbeschermer').get('/v1/reviewacties')).body;
    expect(review).toBe('zuidwest-2026-K2');
    const afronding = `/v1/kwartaalreviews/${review}/acties/${actieId}/afronding`;
    expect(await codeVan(api.as('behandelaar').post(afronding))).toEqual([409, 'ACTIE_VAN_ANDER']);
    expect((await api.as('jeugdbeschermer').post(afronding)).status).toBe(200);
    await api.settle();
    expect((await api.as('jeugdbeschermer').get('/v1/reviewacties')).body).toEqual([]);
    expect((await api.as('jeugdbeschermer').get('/v1/werklijst?soort=actie')).body.werk).toEqual([]);
  });

  it('when a fact turns out otherwise after the closing, then the sealed review keeps what it knew', async () => {
    const [opname] = (await api.as('jeugdbeschermer').get(`/v1/trajecten/${trajectId}/normafwijkingen`)).body.find(
      ({ norm }: any) => norm === 'O1',
    ).feiten;
    const correctie = { velden: {}, gebeurdOp: '2026-01-09T10:00:00Z', reden: 'De klok stond verkeerd.' };
    const dienst = api.client(dienstAccounts.demo);
    const { status } = await dienst.post(`/v1/trajecten/${trajectId}/correcties`, {
      vervangt: opname.id,
      ...correctie,
    });
    expect(status).toBe(200);
    await api.settle();
    const over = (await api.as('jeugdbeschermer').get(`/v1/trajecten/${trajectId}/normafwijkingen`)).body;
    expect(over.map(({ norm }: any) => norm)).not.toContain('O1');
    const { zaken, gesloten } = await pakket();
    expect(zaken[0].afwijkingen.find(({ norm }: any) => norm === 'O1').stand).toBe('besproken');
    expect(gesloten.klopt).toBe(true);
  });

  it('opens by itself when its quarter begins, also with nothing on its agenda', async () => {
    const opener = api.app.get(OpentKwartaalreviews, { strict: false });
    for (const moment of ['2027-01-04T08:00:00.000Z', '2027-01-04T08:00:05.000Z']) await opener.bijTijd(moment);
    expect(await pakket('zuidwest-2027-K1')).toMatchObject({ geopendOp: '2027-01-04T08:00:00.000Z', zaken: [] });
  });

  it('prints as a page with headings, and tables that say what they are about', async () => {
    const token = { authorization: 'Bearer niets' };
    expect((await api.app.inject({ url: pad('/afdruk'), headers: token })).statusCode).toBe(401);
    const html = await reviewer.page(pad('/afdruk'));
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('<h1>Kwartaalreview zuidwest 2026-K1</h1>');
    const tabellen = html.match(/<table>/g)!.length;
    expect(html.match(/<caption>/g)).toHaveLength(tabellen);
    expect(html).toMatch(/<th scope="col">Norm<\/th>/);
    expect(html).toMatch(/<th scope="row">O1<\/th>/);
    expect(html).toContain('@media print');
    for (const woord of ['Noor', jeugdigeId, 'telefoontje']) expect(html).not.toContain(woord);
  });

  it('leaves a log in which all holds together', async () => {
    await api.settle();
    const { controles, goed } = await verify(api.engine, () => undefined);
    expect({ goed, fouten: controles.flatMap(({ fouten }) => fouten) }).toEqual({ goed: true, fouten: [] });
    expect(api.lines).toEqual([]);
  });
});
