import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type demoAccounts } from '@regielijn/toegang';
import { startTestApi, type TestApi } from '../kit/engine.js';

type Rol = keyof typeof demoAccounts;

let api: TestApi;
let jeugdigeId: string;
let registratie: string;
let trajectId: string;
let machtigingId: string;
let voorzieningId: string;

const doe = async (rol: Rol, pad: string, body: object = {}): Promise<any> => {
  const { status, body: answer } = await api.as(rol).post(`/v1/${pad}`, body);
  expect([[200, 201].includes(status), answer.detail]).toEqual([true, undefined]);
  return answer;
};
const weigert = async (rol: Rol, pad: string, body: object = {}): Promise<unknown> => {
  const { status, body: answer } = await api.as(rol).post(`/v1/${pad}`, body);
  return { status, code: answer.code, bron: answer.bron };
};
const een = (deel: string): string => `trajecten/${trajectId}/${deel}`;

/** What was recorded about the jeugdige under this name, oldest first. */
const tijdlijn = async (soort: string): Promise<any[]> => {
  await api.settle();
  const { body } = await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn?soort=traject.${soort}`);
  return body.gebeurtenissen;
};
const stand = async (id = trajectId, vraag = ''): Promise<any> => {
  await api.settle();
  const { body } = await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}${vraag}`);
  return body.trajecten.find((traject: { trajectId: string }) => traject.trajectId === id);
};

const insluiting = (geldigOp: string) => ({
  ...{ maatregel: 'insluiting', machtigingId, inPlan: false, noodsituatie: true },
  ...{ minderBezwarendGeprobeerd: 'Praten hielp niet.', reden: 'Sloeg een ander.', beslotenDoor: 'behandelaar-3' },
  geldigOp,
});
const door = { door: 'gedragswetenschapper', instemmingGedragswetenschapper: true };
const aanmelding = (geldigOp: string) => ({
  ...{ jeugdigeId, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west', geldigOp },
});

beforeAll(async () => {
  api = await startTestApi();
  const persoon = { bsn: '999990159', naam: 'Noor Voorbeeld', geboortedatum: '2012-06-01', geslacht: 'vrouw' };
  const geregistreerd = await doe('lokaal-team', 'jeugdigen', {
    ...{ ...persoon, gemeente: { code: '0599' }, geldigOp: '2024-03-01T09:00:00Z' },
  });
  [jeugdigeId, registratie] = [geregistreerd.id, geregistreerd.gebeurtenissen[0]];
  machtigingId = (
    await doe('jeugdbeschermer', 'machtigingen/ingediende-verzoeken', {
      ...{ jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' },
      geldigOp: '2024-03-01T10:00:00Z',
    })
  ).id;
  await doe('jeugdbeschermer', `machtigingen/${machtigingId}/beschikking`, {
    ...{ uitkomst: 'verleend', beschikkingOp: '2024-03-04', geldigVan: '2024-03-04', geldigTot: '2024-09-04' },
    geldigOp: '2024-03-04T10:00:00Z',
  });
  const voorziening = {
    naam: 'Groep De Iep',
    aanbieder: 'aanbieder-demo',
    gemeentecode: '0599',
    variant: 'dwanggroep',
  };
  voorzieningId = (await doe('plaatsingscoordinator', 'voorzieningen', voorziening)).id;
  trajectId = (await doe('jeugdbeschermer', 'trajecten', aanmelding('2024-03-04T11:00:00Z'))).id;
  await doe('behandelaar', een('opname'), {
    ...{ voorzieningId, machtigingId, redencodes: ['wachtlijst'], geldigOp: '2024-03-05T10:00:00Z' },
  });
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('care during a verblijf, over HTTP', () => {
  it('given a child of eleven, when an insluiting begins, then it is registered and flagged', async () => {
    const { id } = await doe('behandelaar', een('maatregelen'), insluiting('2024-03-10T10:00:00Z'));
    expect(await tijdlijn('maatregel-toegepast')).toMatchObject([
      { gegevens: { maatregelId: id, leeftijd: 11, vlaggen: ['jonger_dan_twaalf'], reden: 'Sloeg een ander.' } },
    ]);

    expect(
      await weigert('gedragswetenschapper', een(`maatregelen/${id}/verlengingen`), {
        ...{ ...door, geldigOp: '2024-03-11T09:00:00Z' },
      }),
    ).toEqual({ status: 409, code: 'INSLUITING_MAG_NIET', bron: 'Jeugdwet art. 6.3.2.2 lid 2' });

    await doe('behandelaar', een(`maatregelen/${id}/einde`), { geldigOp: '2024-03-12T11:00:00Z' });
    expect(await tijdlijn('maatregel-beeindigd')).toMatchObject([
      { gegevens: { vlaggen: ['insluiting_langer_dan_toegestaan'] } },
    ]);
  }, 30_000);

  it('given a geboortedatum or an end that was wrong, when corrected, then the flags follow', async () => {
    await doe('jeugdbeschermer', `jeugdigen/${jeugdigeId}/correcties`, {
      ...{ vervangt: registratie, velden: { geboortedatum: '2010-06-01' }, reden: 'Verkeerd overgenomen.' },
    });
    const [einde] = await tijdlijn('maatregel-beeindigd');
    await doe('behandelaar', een('correcties'), {
      ...{ vervangt: einde.id, velden: {}, gebeurdOp: '2024-03-11T10:00:00Z', reden: 'Een dag eerder.' },
    });
    const velden = async () => (await tijdlijn('gecorrigeerd')).map(({ gegevens }) => gegevens.velden);
    for (let n = 0; n < 100 && (await velden()).length < 3; n += 1) await new Promise((later) => setTimeout(later, 50));
    expect(await velden()).toEqual(
      expect.arrayContaining([{ leeftijd: 13 }, { leeftijd: 13, vlaggen: [] }, { vlaggen: [] }]),
    );
  }, 30_000);

  it('given a code that nobody knows, or no role for it, then it is refused', async () => {
    const onbekend = { ...insluiting('2024-03-11T10:00:00Z'), maatregel: 'isoleercel' };
    expect(await weigert('behandelaar', een('maatregelen'), onbekend)).toMatchObject({ code: 'MAATREGEL_ONBEKEND' });
    expect(await weigert('lokaal-team', een('maatregelen'), insluiting('2024-03-11T10:00:00Z'))).toMatchObject({
      status: 403,
    });
  });

  it('given a measure outside the plan, when it goes on for a day, then toestemming within twelve hours keeps it clean', async () => {
    const vast = { ...insluiting('2024-03-20T10:00:00Z'), maatregel: 'kamerverblijf' };
    const { id } = await doe('behandelaar', een('maatregelen'), vast);
    await doe('gedragswetenschapper', een(`maatregelen/${id}/toestemmingen`), {
      ...{ gedragswetenschapper: 'gw-1', geldigOp: '2024-03-20T20:00:00Z' },
    });
    await doe('behandelaar', een(`maatregelen/${id}/einde`), { geldigOp: '2024-03-21T10:00:00Z' });
    expect((await tijdlijn('maatregel-beeindigd')).at(-1)).toMatchObject({ gegevens: { vlaggen: [] } });
  }, 30_000);

  it('given a measure on a machtiging that is granted by a beschikking told later, then its flag goes', async () => {
    const verzoek = { jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
    const tweede = await doe('jeugdbeschermer', 'machtigingen/ingediende-verzoeken', {
      ...{ ...verzoek, geldigOp: '2024-03-20T10:00:00Z' },
    });
    const opTweede = { ...insluiting('2024-03-25T10:00:00Z'), maatregel: 'toezicht', machtigingId: tweede.id };
    await doe('behandelaar', een('maatregelen'), opTweede);
    const maatregel = (await tijdlijn('maatregel-toegepast')).at(-1);
    expect(maatregel.gegevens.vlaggen).toEqual(['niet_bij_deze_machtiging']);
    await doe('jeugdbeschermer', `machtigingen/${tweede.id}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: '2024-03-22', geldigVan: '2024-03-22', geldigTot: '2024-09-22' },
      geldigOp: '2024-03-22T10:00:00Z',
    });
    const verbeterd = async () =>
      (await tijdlijn('gecorrigeerd')).filter(({ gegevens }) => gegevens.vervangt === maatregel.id);
    for (let n = 0; n < 100 && (await verbeterd()).length === 0; n += 1)
      await new Promise((later) => setTimeout(later, 50));
    expect(await verbeterd()).toMatchObject([{ gegevens: { velden: { vlaggen: [] } } }]);
  }, 30_000);

  it('given an incident, when it is settled, then what was learned and the veiligheidsplan stand in the dossier', async () => {
    const { id } = await doe('behandelaar', een('incidenten'), {
      ...{ soort: 'agressie', ernst: 'matig', omschrijving: 'Ruzie om een telefoon.' },
      ...{ gemeldAan: [{ wie: 'ouders', op: '2024-03-10' }], veiligheidsplanHerzien: false },
      geldigOp: '2024-03-10T09:55:00Z',
    });
    expect((await stand()).zorg.incidenten).toMatchObject([{ incidentId: id, afgehandeldOp: null }]);
    await doe('jeugdbeschermer', een('veiligheidsplannen'), {
      ...{ jongere: 'Rustplek.', gezin: 'Moeder belt.', professionals: 'Met zijn tweeën.', omgeving: 'Wijkagent.' },
      ...{ opstellers: ['behandelaar-3'], aanleiding: 'incident', geldigOp: '2024-03-14T10:00:00Z' },
    });
    await doe('behandelaar', een(`incidenten/${id}/afhandeling`), {
      ...{ geleerd: 'Eerder apart zetten.', gemeldAan: [{ wie: 'GI', op: '2024-03-11' }] },
      ...{ veiligheidsplanHerzien: true, geldigOp: '2024-03-14T11:00:00Z' },
    });
    expect((await stand()).zorg.incidenten).toMatchObject([
      { afgehandeldOp: '2024-03-14T11:00:00.000Z', veiligheidsplanHerzien: true },
    ]);
  }, 30_000);

  it('given verlof, then not without instemming; granted it can be withdrawn', async () => {
    const weekend = { van: '2024-04-05T16:00:00+02:00', tot: '2024-04-07T19:00:00+02:00' };
    const verlof = { ...weekend, instemmingGedragswetenschapper: true, geldigOp: '2024-04-02T10:00:00Z' };
    expect(await weigert('behandelaar', een('verloven'), { ...verlof, instemmingGedragswetenschapper: false })).toEqual(
      { status: 409, code: 'VERLOF_ZONDER_INSTEMMING', bron: 'Jeugdwet art. 6.4.1 lid 3' },
    );
    expect(await weigert('behandelaar', een('verloven'), { ...verlof, tot: weekend.van })).toMatchObject({
      status: 400,
    });
    const { id } = await doe('behandelaar', een('verloven'), verlof);
    await doe('behandelaar', een(`verloven/${id}/intrekking`), {
      ...{ reden: 'Te onrustig.', geldigOp: '2024-04-04T10:00:00Z' },
    });
    expect((await stand()).zorg.verloven).toMatchObject([{ ingetrokkenOp: '2024-04-04T10:00:00.000Z' }]);
  }, 30_000);

  it('given a medewerker, then registration and training are recorded, the number is not', async () => {
    const inzet = { medewerker: 'behandelaar-3', registratie: 'SKJ', registratieGecontroleerdOp: '2024-03-01' };
    await doe('behandelaar', een('medewerkers'), { ...inzet, scholingJhp: true, geldigOp: '2024-03-06T10:00:00Z' });
    expect(
      await weigert('behandelaar', een('medewerkers'), { ...inzet, scholingJhp: true, registratienummer: '123' }),
    ).toMatchObject({ status: 400, code: 'ONGELDIGE_INVOER' });
  });
});

describe('the way out and after, over HTTP', () => {
  it('given ready for uitstroom and a vervolgplek refused, then the dossier says since when it waits and what was asked', async () => {
    await doe('behandelaar', een('gereedmelding'), {
      ...{ reden: 'behandeling_klaar', toelichting: 'Doelen gehaald.', geldigOp: '2024-06-03T10:00:00Z' },
    });
    const { id } = await doe('jeugdbeschermer', een('vervolgplekken'), {
      ...{ aanbieder: 'gezinshuis-demo', bestemming: 'gezinshuis', geldigOp: '2024-06-04T10:00:00Z' },
    });
    await doe('jeugdbeschermer', een(`vervolgplekken/${id}/antwoorden`), {
      ...{ antwoord: 'afgewezen', reden: 'Geen kamer vrij.', geldigOp: '2024-06-10T10:00:00Z' },
    });
    await doe('jeugdbeschermer', een('andere-wetten'), {
      ...{ wet: 'Wlz', uitkomst: 'aangevraagd', geldigOp: '2024-06-11T10:00:00Z' },
    });
    expect((await stand()).uitstroom).toMatchObject({
      klaar: { sinds: '2024-06-03T10:00:00.000Z', reden: 'behandeling_klaar' },
      vervolgplekken: [{ antwoord: 'afgewezen' }],
      andereWetten: { Wlz: 'aangevraagd' },
    });
  }, 30_000);

  it('given the uitstroom, then a promise, the progress of nazorg and where she lives after a year can be told', async () => {
    await doe('behandelaar', een('uitstroom'), { bestemming: 'thuis_of_netwerk', geldigOp: '2024-08-01T10:00:00Z' });
    await doe('jeugdbeschermer', een('nazorgplan'), {
      ...{ levensgebieden: [{ levensgebied: 'wonen', nodig: true }], geldigOp: '2024-08-01T11:00:00Z' },
    });
    await doe('jeugdbeschermer', een('lokale-partners/toezeggingen'), {
      ...{ levensgebied: 'wonen', partner: 'wijkteam-zuid', datum: '2024-09-01', geldigOp: '2024-08-05T10:00:00Z' },
    });
    expect(await weigert('jeugdbeschermer', een('afsluiting'))).toMatchObject({ code: 'NAZORG_STAAT_OPEN' });
    await doe('jeugdbeschermer', een('nazorg-voortgang'), {
      ...{ maand: 3, stand: 'Zij woont rustig.', geldigOp: '2024-11-01T10:00:00Z' },
    });
    const teVroeg = { woont: 'thuis_of_netwerk', geldigOp: '2025-03-04T10:00:00Z' };
    expect(await weigert('jeugdbeschermer', een('woonsituatie-na-een-jaar'), teVroeg)).toMatchObject({
      code: 'DATUM_VOLGORDE',
    });
    await doe('jeugdbeschermer', een('woonsituatie-na-een-jaar'), { ...teVroeg, geldigOp: '2025-03-05T10:00:00Z' });
    expect(await stand()).toMatchObject({
      uitstroom: { woontNaEenJaar: 'thuis_of_netwerk' },
      nazorg: { toegezegd: { wonen: '2024-09-01' }, voortgang: [3], opgepakt: [] },
    });
  }, 30_000);

  it('then the dossier counts the days without onderwijs and of waiting for uitstroom, until that day or the end', async () => {
    const dagen = async (vraag?: string) => {
      const { dagenZonderOnderwijs, wachtOpUitstroomDagen } = await stand(trajectId, vraag);
      return [dagenZonderOnderwijs, wachtOpUitstroomDagen];
    };
    expect(await dagen('?op=2024-03-14')).toEqual([9, null]);
    expect(await dagen('?op=2024-06-13')).toEqual([100, 10]);
    expect(await dagen()).toEqual([149, 59]);
  }, 30_000);

  it('given a traject that ended, when she is aangemeld again, then that is a hernieuwd traject after this one', async () => {
    await api.settle();
    const tweede = await doe('jeugdbeschermer', 'trajecten', aanmelding('2025-05-06T10:00:00Z'));
    expect((await tijdlijn('aangemeld')).map(({ gegevens }) => [gegevens.hernieuwd, gegevens.vorigTrajectId])).toEqual([
      [false, null],
      [true, trajectId],
    ]);
    const verkeerd = { ...aanmelding('2025-05-07T10:00:00Z'), vorigTrajectId: tweede.id };
    expect(await weigert('jeugdbeschermer', 'trajecten', verkeerd)).toMatchObject({ code: 'VORIG_TRAJECT_KLOPT_NIET' });
  }, 30_000);

  it('then nothing went wrong behind the requests', () => expect(api.lines).toEqual([]));
});
