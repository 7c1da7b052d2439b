import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { nieuwJeugdigeId, RegistreerJeugdige } from '@regielijn/jeugdige';
import { type CommandClass, deriveId } from '@regielijn/kern';
import { ToetsNormen } from '@regielijn/normenkader';
import { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { MeldAan, nieuwTrajectId, StartOpname, StelPerspectiefVast } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenVoorziening } from '@regielijn/voorziening';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { MeldIncident } from '../../libs/traject/src/domain/zorg/commands.js';
import { until } from '../kit/cli.js';
import { type Answer, startTestApi, type TestApi } from '../kit/engine.js';

jest.setTimeout(30_000);

let api: TestApi;
const id = (naam: string): string => deriveId('normen', naam);
const [jeugdigeId, trajectId] = [nieuwJeugdigeId(id('jeugdige')), nieuwTrajectId(id('aanmelding'))];
const voorzieningId = nieuwVoorzieningId(id('groep'));

/** A command under the clock of its own time: the quarter in which things happened is over by now. */
const geef = (type: CommandClass, data: object, naam: string, nu: string, geldigOp = nu) =>
  api.app.get(Poort).opdracht(type, data, { actor: dienstAccounts.demo, commandId: id(naam), nu, geldigOp });

interface Toets {
  readonly norm: string;
  readonly uitkomst: string;
  readonly uitleg: string;
}
const toetsenVan = async (norm: string): Promise<readonly Toets[]> => {
  const { body } = await api.as('jeugdbeschermer').get(`/v1/trajecten/${trajectId}/normtoetsen`);
  return (body as Toets[]).filter((toets) => toets.norm === norm);
};
const totToetsen = (norm: string, aantal: number): Promise<void> =>
  until(`${aantal} assessments of ${norm}`, async () => (await toetsenVan(norm)).length >= aantal, 20_000);
const afwijkingen = async (): Promise<any[]> => {
  await api.settle();
  return (await api.as('jeugdbeschermer').get(`/v1/trajecten/${trajectId}/normafwijkingen`)).body;
};
const afwijkingVan = async (norm: string): Promise<any> => (await afwijkingen()).find((een) => een.norm === norm);
const kwartaal = async (welk: string): Promise<Answer> => {
  await api.settle();
  return api.as('reviewer').get(`/v1/normafwijkingen?kwartaal=${welk}`);
};

beforeAll(async () => {
  api = await startTestApi();
  const persoon = { bsn: '999990135', naam: 'Noor Voorbeeld', geboortedatum: '2011-05-04', geslacht: 'vrouw' };
  const groep = { naam: 'Groep De Eik', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'crisisgroep' };
  const aanmelding = { urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  await geef(RegistreerJeugdige, { ...persoon, gemeente: { code: '0599' } }, 'jeugdige', '2026-01-05T09:00:00.000Z');
  await geef(OpenVoorziening, groep, 'groep', '2026-01-05T10:00:00.000Z');
  await geef(MeldAan, { ...aanmelding, jeugdigeId }, 'aanmelding', '2026-01-06T09:00:00.000Z');
  await geef(StartOpname, { trajectId, voorzieningId }, 'opname', '2026-01-09T21:15:00.000Z');
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('a norm that is deviated from', () => {
  it('given an opname at night, then O1 says so, and until when to say why', async () => {
    await totToetsen('O1', 1);
    expect(await toetsenVan('O1')).toMatchObject([{ uitkomst: 'AFWIJKING', terugblik: false }]);
    expect(await afwijkingVan('O1')).toMatchObject({
      ...{ toestand: 'open', motiverenUiterlijk: '2026-01-16', gemotiveerdOp: null, redencodes: [] },
      feiten: [{ soort: 'traject.opname-gestart', geldigOp: '2026-01-09T21:15:00.000Z' }],
      geval: { soort: 'traject.opname-gestart', geldigOp: '2026-01-09T21:15:00.000Z' },
    });
  });

  it('when it is motivated, then the review finds it with its reasons, and no name or free text', async () => {
    const { afwijkingId } = await afwijkingVan('O1');
    const motivering = {
      ...{ functie: 'jeugdbeschermer', redencodes: ['bloedspoed'], toelichting: 'Noor was in gevaar.' },
      ...{ alternatievenOverwogen: ['Een nacht bij oma.'], herstelactie: null, herstelUiterlijk: null },
    };
    const pad = `/v1/trajecten/${trajectId}/normafwijkingen/${afwijkingId}/motivering`;
    expect((await api.as('reviewer').post(pad, motivering)).status).toBe(403);
    expect((await api.as('jeugdbeschermer').post(pad, { ...motivering, redencodes: [] })).status).toBe(400);
    expect((await api.as('jeugdbeschermer').post(pad, motivering)).status).toBe(200);
    const { status, body } = await kwartaal('2026-K1');
    expect(status).toBe(200);
    expect(body.gevallen).toMatchObject([{ trajectId, regio: 'rijnmond' }]);
    expect(body.gevallen[0].afwijkingen.find((een: any) => een.norm === 'O1')).toMatchObject({
      ...{ afwijkingId, toestand: 'gemotiveerd', functie: 'jeugdbeschermer', redencodes: ['bloedspoed'] },
      ...{ regelversie: '2020-10-12', uitleg: expect.stringContaining('buiten kantoortijd') },
    });
    for (const tekst of ['Noor', 'oma', jeugdigeId]) expect(JSON.stringify(body)).not.toContain(tekst);
  });

  it('is listed in the quarter in which it was found, for who may see all of them', async () => {
    const { body } = await kwartaal('2025-K4');
    expect(body).toEqual({ kwartaal: '2025-K4', gevallen: [], volgende: null, kwartalenMetAfwijkingen: ['2026-K1'] });
    expect((await kwartaal('2026-K5')).body.code).toBe('ONGELDIGE_INVOER');
    const mag = async (rol: 'teamleider' | 'jeugdbeschermer' | 'regiosturing') =>
      (await api.as(rol).get('/v1/normafwijkingen?kwartaal=2026-K1')).status;
    expect([await mag('teamleider'), await mag('jeugdbeschermer'), await mag('regiosturing')]).toEqual([200, 403, 403]);
  });

  it('given three months without perspectief, when the day comes, then O3 is deviated from, once', async () => {
    const toets = (dag: string) =>
      api.app
        .get(Poort)
        .opdracht(
          ToetsNormen,
          { trajectId, peilmoment: dag },
          { actor: dienstAccounts.cli, commandId: id(dag), nu: dag, geldigOp: dag },
        );
    await toets('2026-04-08T22:00:00.000Z');
    expect((await toetsenVan('O3')).map(({ uitkomst }) => uitkomst)).toEqual(['NIET_TE_BEPALEN', 'NIET_TE_BEPALEN']);
    const eerste = await toets('2026-04-09T22:00:00.000Z');
    expect(await toets('2026-04-09T22:00:00.000Z')).toEqual(eerste);
    expect((await toetsenVan('O3')).map(({ uitkomst }) => uitkomst).at(-1)).toBe('AFWIJKING');
    expect((await kwartaal('2026-K2')).body.gevallen[0].afwijkingen.map(({ norm }: any) => norm)).toContain('O3');
  });

  it('when the perspectief turns out to have been set in time, then that is a new assessment, and the old one stays', async () => {
    const eerder = await toetsenVan('O3');
    const gebieden = ['support', 'wonen', 'school_werk', 'welzijn'];
    for (const [n, levensgebied] of gebieden.entries()) {
      const perspectief = { trajectId, levensgebied, perspectief: 'Terug naar huis.', metJeugdige: true };
      await geef(
        StelPerspectiefVast,
        perspectief,
        levensgebied,
        `2026-04-20T1${n}:00:00.000Z`,
        '2026-03-02T10:00:00.000Z',
      );
    }
    await until('O3 is met', async () => (await toetsenVan('O3')).at(-1)?.uitkomst === 'VOLDAAN', 20_000);
    const toetsen = await toetsenVan('O3');
    expect(toetsen.slice(0, eerder.length)).toEqual(eerder);
    expect(toetsen.length).toBeGreaterThan(eerder.length);
    expect(await afwijkingVan('O3')).toBeUndefined();
  });

  it('when the moment of the opname is corrected to office hours, then the deviation lapses, motivated or not', async () => {
    const { feiten, afwijkingId } = await afwijkingVan('O1');
    const correctie = {
      ...{ vervangt: feiten[0].id, velden: {}, gebeurdOp: '2026-01-09T10:00:00Z', reden: 'De klok stond verkeerd.' },
    };
    const { status } = await api.client(dienstAccounts.demo).post(`/v1/trajecten/${trajectId}/correcties`, correctie);
    expect(status).toBe(200);
    await totToetsen('O1', 2);
    expect((await toetsenVan('O1')).map(({ uitkomst }) => uitkomst)).toEqual(['AFWIJKING', 'VOLDAAN']);
    expect(await afwijkingVan('O1')).toBeUndefined();
    const nogEens = await api
      .as('jeugdbeschermer')
      .post(`/v1/trajecten/${trajectId}/normafwijkingen/${afwijkingId}/motivering`, {
        ...{ functie: 'jeugdbeschermer', redencodes: ['anders'], toelichting: 'Toch nog iets.' },
      });
    expect([nogEens.status, nogEens.body.code]).toEqual([409, 'AFWIJKING_VERVALLEN']);
  });

  it('given a traject that nobody knows, then its deviations are as unknown as its assessments', async () => {
    for (const lijst of ['normafwijkingen', 'normtoetsen']) {
      const { status, body } = await api.as('jeugdbeschermer').get(`/v1/trajecten/${id('geen traject')}/${lijst}`);
      expect([lijst, status, body.code]).toEqual([lijst, 404, 'NIET_GEVONDEN']);
    }
  });

  it('given a second incident without a veiligheidsplan, then that is a deviation of its own, motivated by itself', async () => {
    const B6 = async (): Promise<any[]> => (await afwijkingen()).filter(({ norm }) => norm === 'B6');
    const wat = { soort: 'agressie', omschrijving: 'Er is geslagen.', gemeldAan: [], veiligheidsplanHerzien: false };
    const incident = (n: number, op: string) => geef(MeldIncident, { trajectId, ...wat }, `incident ${n}`, op);
    await incident(1, '2026-05-04T10:00:00.000Z');
    await until('B6 at the first incident', async () => (await B6()).length === 2, 20_000);
    const eerste = (await B6()).at(-1);
    const waarom = {
      functie: 'behandelaar',
      redencodes: ['niet_op_tijd_vastgelegd'],
      toelichting: 'Het plan lag klaar.',
    };
    const pad = `/v1/trajecten/${trajectId}/normafwijkingen/${eerste.afwijkingId}/motivering`;
    expect((await api.as('jeugdbeschermer').post(pad, waarom)).status).toBe(200);
    await incident(2, '2026-08-03T10:00:00.000Z');
    await until('B6 at the second incident', async () => (await B6()).length === 3, 20_000);
    expect((await B6()).map(({ toestand, geval }) => [toestand, geval.soort, geval.geldigOp])).toEqual([
      ['open', 'traject.opname-gestart', expect.any(String)],
      ['gemotiveerd', 'traject.incident-gemeld', '2026-05-04T10:00:00.000Z'],
      ['open', 'traject.incident-gemeld', '2026-08-03T10:00:00.000Z'],
    ]);
  });

  it('given any quarter, then the answer names those in which something was found that still holds', async () => {
    const jaren = Array.from({ length: new Date().getFullYear() - 2024 }, (_, n) => 2025 + n);
    const kwartalen = jaren.flatMap((jaar) => [1, 2, 3, 4].map((nummer) => `${jaar}-K${nummer}`));
    const antwoorden = await Promise.all(kwartalen.map(kwartaal));
    const gevonden = antwoorden.filter(({ body }) => body.gevallen.length > 0).map(({ body }) => body.kwartaal);
    expect(gevonden).toEqual(expect.arrayContaining(['2026-K1', '2026-K2']));
    for (const { body } of antwoorden) expect(body.kwartalenMetAfwijkingen).toEqual(gevonden);
  });

  it('leaves a log in which every deviation stands with its facts', async () => {
    await api.settle();
    const { controles, goed } = await verify(api.engine, () => undefined);
    expect({ goed, fouten: controles.flatMap(({ fouten }) => fouten) }).toEqual({ goed: true, fouten: [] });
    expect(api.lines).toEqual([]);
  });
});
