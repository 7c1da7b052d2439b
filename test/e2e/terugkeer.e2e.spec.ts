import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOG_START } from '@regielijn/event-store';
import { SimulatedClock } from '@regielijn/kern';
import { TerugkeerVolgtEinde } from '@regielijn/terugkeer';
import { dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { opMoment as lookAt } from '../kit/op-moment.js';

const clock = new SimulatedClock('2026-03-02T09:00:00.000Z');
let api: TestApi;
let dienst: Client;
let lokaalTeam: Client;
let gi: Client;
let voorzieningId: string;

beforeAll(async () => {
  api = await startTestApi({}, { clock });
  dienst = api.client(dienstAccounts.demo);
  lokaalTeam = api.as('lokaal-team');
  gi = api.as('jeugdbeschermer');
  const groep = { naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
  voorzieningId = (await doe('voorzieningen', groep)).id;
}, 60_000);
afterAll(() => api.close(), 60_000);

const doe = (pad: string, body: object = {}): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));

interface Zaak {
  readonly jeugdigeId: string;
  readonly trajectId: string;
}
const zaak = async (bsn: string): Promise<Zaak> => {
  const { id: jeugdigeId } = await doe('jeugdigen', {
    ...{ bsn, naam: 'Robin Voorbeeld', geboortedatum: '2011-10-10', geslacht: 'x', gemeente: { code: '0599' } },
  });
  const aanmelding = { urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  return { jeugdigeId, trajectId: (await doe('trajecten', { jeugdigeId, ...aanmelding })).id };
};
const vandaag = (): string => clock.now().slice(0, 10);
/** Answers the id of the machtiging, and of the beschikking. */
const verleend = async ({ jeugdigeId }: Zaak, geldigTot: string, geldigVan = vandaag()): Promise<[string, string]> => {
  const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
  const { id } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...verzoek });
  const beschikking = { uitkomst: 'verleend', beschikkingOp: vandaag(), geldigVan, geldigTot };
  return [id, (await doe(`machtigingen/${id}/beschikking`, beschikking)).gebeurtenissen[0]];
};
const neemOp = ({ trajectId }: Zaak, machtigingId: string | null): Promise<any> =>
  doe(`trajecten/${trajectId}/opname`, { voorzieningId, machtigingId });

const opMoment = (moment: string): Promise<number> => lookAt(api, clock, moment);
const verloop = async ({ trajectId }: Zaak): Promise<any> => {
  await api.settle();
  return gelukt(gi.get(`/v1/terugkeren/${trajectId}`));
};
const isEr = async ({ trajectId }: Zaak): Promise<boolean> => {
  await api.settle();
  return (await gi.get(`/v1/terugkeren/${trajectId}`)).status === 200;
};
const stappen = async (van: Zaak): Promise<string[]> => (await verloop(van)).stappen.map(({ stap }: any) => stap);
const lijst = async (vraag = ''): Promise<any[]> => {
  await api.settle();
  return (await gelukt(gi.get(`/v1/terugkeren?${vraag}`))).terugkeren;
};
const termijnen = async ({ jeugdigeId }: Zaak): Promise<string[]> =>
  (await gelukt(gi.get(`/v1/termijnen?jeugdigeId=${jeugdigeId}`))).termijnen
    .map(({ regel, eind }: any) => `${regel} ${eind}`)
    .filter((regel: string) => regel.startsWith('TERUGKEER'));
/** What became of the command that the clock gave. */
const gevolgen = async (): Promise<any[]> =>
  (await api.engine.store.readAll(LOG_START, 10_000))
    .filter(({ type }) => type === 'bewaking.gevolg-vastgelegd@1')
    .map(({ data }) => data['code']);

describe('the end of a machtiging comes in sight', () => {
  let een: Zaak;
  const stap = (wie: Client, wat: string, body: object): Promise<any> =>
    gelukt(wie.post(`/v1/terugkeren/${een.trajectId}/${wat}`, body));

  it('given six months to go, then it is expected in the list, and nothing is prepared', async () => {
    een = await zaak('999990111');
    const [machtigingId] = await verleend(een, '2026-09-02');
    await neemOp(een, machtigingId);
    await opMoment('2026-03-02T10:00:00.000Z');
    expect(await isEr(een)).toBe(false);
    expect(await lijst('binnenMaanden=6')).toMatchObject([
      { ...een, stand: 'verwacht', eindeOp: '2026-09-02', gemeente: 'gemeente-0599' },
    ]);
    expect(await lijst('binnenMaanden=5')).toEqual([]);
  });

  it('given three months before the end, then the clock begins the preparation, not a minute sooner', async () => {
    await opMoment('2026-06-01T21:59:00.000Z');
    expect(await isEr(een)).toBe(false);
    await opMoment('2026-06-01T22:00:00.000Z');
    expect(await verloop(een)).toMatchObject({
      ...{ stand: 'open', eindeOp: '2026-09-02', grond: 'machtiging', deelname: null },
      zonderPartner: ['support', 'wonen', 'school_werk', 'inkomen', 'welzijn'],
      stappen: [{ stap: 'geopend', op: '2026-06-01T22:00:00.000Z', organisatie: 'gemeente-0599' }],
    });
    expect(await termijnen(een)).toEqual(['TERUGKEER_DEELNAME 2026-06-16', 'TERUGKEER_PARTNERS 2026-08-02']);
  });

  it('given a lokaal team that answers and partners who are found, then those terms are met', async () => {
    await opMoment('2026-06-04T09:00:00.000Z');
    await stap(lokaalTeam, 'deelnames', { medewerker: 'lt-12' });
    for (const [levensgebied, stand, partner] of [
      ['wonen', 'geregeld', 'woonstichting-maas'],
      ['support', 'gevraagd', 'jim-west'],
      ['school_werk', 'gevraagd', 'school-zuid'],
      ['inkomen', 'niet_nodig', null],
    ])
      await stap(gi, 'levensgebieden', { levensgebied, stand, partner });
    await api.settle();
    expect(await termijnen(een)).toEqual(['TERUGKEER_PARTNERS 2026-08-02']);
    expect(await lijst('zonderPartner=true&gemeente=gemeente-0599')).toMatchObject([
      {
        zonderPartner: ['welzijn'],
        nietGeregeld: ['support', 'school_werk', 'welzijn'],
        deelname: { medewerker: 'lt-12' },
      },
    ]);
    expect((await gelukt(gi.get('/v1/terugkeeroverzicht'))).gemeenten).toEqual([
      {
        ...{ gemeente: 'gemeente-0599', aantal: 1, inVoorbereiding: 1, zonderDeelname: 0 },
        zonderPartner: [{ levensgebied: 'welzijn', aantal: 1 }],
      },
    ]);
  });

  it('given the team of another gemeente, then it hears that the jeugdige does not return there', async () => {
    const elders = api.client({ subject: 'lt-9', organisatie: 'gemeente-0518', rol: 'lokaal-team' });
    expect(await elders.post(`/v1/terugkeren/${een.trajectId}/deelnames`, { medewerker: 'lt-9' })).toMatchObject({
      ...{ status: 409, body: { code: 'TERUGKEER_NAAR_ANDERE_GEMEENTE' } },
    });
  });

  it('given a verlenging, then the end and its term move, and what was arranged stays', async () => {
    await opMoment('2026-07-01T09:00:00.000Z');
    await verleend(een, '2026-12-02', '2026-09-02');
    expect(await verloop(een)).toMatchObject({ stand: 'open', eindeOp: '2026-12-02', zonderPartner: ['welzijn'] });
    expect(await termijnen(een)).toEqual(['TERUGKEER_PARTNERS 2026-11-02']);
    await opMoment('2026-09-02T09:00:00.000Z');
    expect(await stappen(een)).toEqual([
      ...['geopend', 'deelname-aanvaard', ...Array<string>(4).fill('levensgebied-vastgelegd'), 'einde-verschoven'],
    ]);
  });

  it('given a jeugdige who moves, then the next lokale team is asked', async () => {
    await opMoment('2026-10-01T09:00:00.000Z');
    await doe(`jeugdigen/${een.jeugdigeId}/verhuizingen`, { gemeente: { code: '0518' } });
    expect(await verloop(een)).toMatchObject({ gemeente: 'gemeente-0518', deelname: null });
    expect(await termijnen(een)).toEqual(['TERUGKEER_DEELNAME 2026-10-15', 'TERUGKEER_PARTNERS 2026-11-02']);
  });

  it('given the uitstroom, then it closes by itself, with what was not arranged', async () => {
    await opMoment('2026-11-20T09:00:00.000Z');
    await doe(`trajecten/${een.trajectId}/uitstroom`, { bestemming: 'thuis_of_netwerk' });
    expect(await verloop(een)).toMatchObject({
      ...{ stand: 'gesloten', eindeOp: '2026-11-20', nietGeregeld: ['support', 'school_werk', 'welzijn'] },
      vlaggen: ['niet_alles_geregeld', 'lokaal_team_deed_niet_mee'],
    });
    expect(await termijnen(een)).toEqual([]);
    expect(await lijst('stand=gesloten')).toMatchObject([{ trajectId: een.trajectId, vlaggen: { length: 2 } }]);
    expect(await lijst()).toEqual([]);
  });

  it('given that one of them was arranged all the time, then a correction says so, and the closing follows', async () => {
    const log = await api.engine.log.read(`terugkeer-${een.trajectId}`);
    const support = log.find(({ data }) => data['levensgebied'] === 'support')!;
    const velden = { stand: 'geregeld' };
    await stap(gi, 'correcties', { vervangt: support.id, velden, reden: 'Zij had al ja gezegd.' });
    expect(await verloop(een)).toMatchObject({ nietGeregeld: ['school_werk', 'welzijn'] });
    const verbeterd = (await api.engine.log.read(`terugkeer-${een.trajectId}`)).at(-1)!;
    expect(verbeterd.data).toMatchObject({
      ...{ vervangtType: 'terugkeer.gesloten@1', velden: { nietGeregeld: ['school_werk', 'welzijn'] } },
    });
  });

  it('given that the uitstroom was a mistake, then the return is prepared again', async () => {
    const log = await api.engine.log.read(`traject-${een.trajectId}`);
    const uitstroom = log.find(({ type }) => type.startsWith('traject.uitstroom-gerealiseerd'))!;
    await doe(`trajecten/${een.trajectId}/intrekkingen`, { vervangt: uitstroom.id, reden: 'Hij is gebleven.' });
    await api.settle();
    await api.settle();
    expect(await verloop(een)).toMatchObject({ stand: 'open', eindeOp: '2026-12-02', vlaggen: [] });
  });
});

describe('an end that is in sight at once, or is not', () => {
  it('given a machtiging of six weeks, then the preparation begins with the opname', async () => {
    const kort = await zaak('999990123');
    const [machtigingId] = await verleend(kort, '2027-01-02');
    await opMoment('2026-11-20T10:00:00.000Z');
    expect(await isEr(kort)).toBe(false);
    expect(await gevolgen()).toContain('GEEN_HULP_OP_MACHTIGING');
    await neemOp(kort, machtigingId);
    expect(await verloop(kort)).toMatchObject({ stand: 'open', eindeOp: '2027-01-02' });
  });

  it('given a beschikking that was a mistake, then there is no end any more, and it is withdrawn', async () => {
    const vergist = await zaak('999990135');
    const [machtigingId, beschikking] = await verleend(vergist, '2027-02-20');
    await neemOp(vergist, machtigingId);
    expect(await verloop(vergist)).toMatchObject({ stand: 'open' });
    await doe(`machtigingen/${machtigingId}/correcties`, {
      ...{ vervangt: beschikking, velden: { geldigTot: '2027-02-10' }, reden: 'Verkeerde dag' },
    });
    expect(await verloop(vergist)).toMatchObject({ eindeOp: '2027-02-10' });
    const gebeurd = await api.engine.log.read(`machtiging-${machtigingId}`);
    for (const { id, type } of [...gebeurd].reverse())
      if (/machtiging\.(opname-gestart|verleend)@/.test(type))
        await doe(`machtigingen/${machtigingId}/intrekkingen`, { vervangt: id, reden: 'Voor een ander kind' });
    expect(await verloop(vergist)).toMatchObject({ stand: 'ingetrokken' });
    expect(await termijnen(vergist)).toEqual([]);
  });

  it('given a machtiging that goes on where the first ends, then its end is not in sight', async () => {
    const lang = await zaak('999990147');
    const [machtigingId] = await verleend(lang, '2027-03-20');
    await verleend(lang, '2027-09-20', '2027-03-20');
    await neemOp(lang, machtigingId);
    await opMoment('2026-12-20T09:00:00.000Z');
    expect(await isEr(lang)).toBe(false);
    expect(await gevolgen()).toContain('EINDE_NIET_IN_ZICHT');
    await opMoment('2027-06-20T09:00:00.000Z');
    expect(await verloop(lang)).toMatchObject({ stand: 'open', eindeOp: '2027-09-20' });
  });
});

describe('an end that somebody expects', () => {
  it('given help without a machtiging, then it begins when somebody says so, and ends when that is withdrawn', async () => {
    const vrij = await zaak('999990159');
    await doe(`trajecten/${vrij.trajectId}/varianten`, { variant: 'ambulant', aanbieder: 'aanbieder-demo' });
    const pad = `/v1/terugkeren/${vrij.trajectId}`;
    expect(await isEr(vrij)).toBe(false);
    const { gebeurtenissen } = await gelukt(gi.post(`${pad}/verwachtingen`, { verwachtOp: '2027-10-01' }));
    expect(await verloop(vrij)).toMatchObject({ stand: 'open', eindeOp: '2027-10-01', grond: 'verwacht' });
    await gelukt(gi.post(`${pad}/intrekkingen`, { vervangt: gebeurtenissen[1], reden: 'Voor haar broer' }));
    await api.settle();
    expect(await verloop(vrij)).toMatchObject({ stand: 'ingetrokken' });
  });

  it('given nothing that runs, then it is refused', async () => {
    const { trajectId } = await zaak('999990160');
    expect(await gi.post(`/v1/terugkeren/${trajectId}/verwachtingen`, { verwachtOp: '2027-10-01' })).toMatchObject({
      ...{ status: 409, body: { code: 'HULP_LOOPT_NIET' } },
    });
  });
});

describe('given all of this', () => {
  it('when the log is read again from its beginning, then nothing is recorded', async () => {
    await api.settle();
    const voor = await api.engine.log.open(await api.engine.store.readAll(LOG_START, 10_000));
    const follower = api.app.get(TerugkeerVolgtEinde, { strict: false });
    for (const event of voor) await follower.handle(event);
    await api.settle();
    expect(await api.engine.store.readAll(LOG_START, 10_000)).toHaveLength(voor.length);
  });

  it('then the clock forgot nothing and told nothing twice', async () => {
    await opMoment('2027-06-20T10:00:00.000Z');
    expect(await gelukt(api.as('beheer').get('/v1/klokcontrole'))).toEqual({ vergeten: 0, dubbel: 0 });
  });
});
