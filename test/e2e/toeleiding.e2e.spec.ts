import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSEND } from '../../libs/triage/src/triage.kit.js';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let lokaalTeam: Client;
let plaatsing: Client;
let behandelaar: Client;

const geldigOp = '2026-02-02T09:00:00Z';
const registratie = {
  ...{ bsn: '999990032', naam: 'Yara Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' },
  gemeente: { code: '0599' },
};
const aanmelding = { urgentie: 'regulier', kader: 'vrijwillig', herkomst: 'thuis', aanmelder: 'gemeente-0599' };
/** Ambulant help fits, and a KIB too. */
const profiel = { ...PASSEND['R4a'], ...PASSEND['R2'], leeftijd: 15, datum: '2026-02-02' };

/** Ambulant help fits, and a onderwijs-jeugdhulptraject too. */
const thuis = { ...PASSEND['R1'], ...PASSEND['R2'], datum: '2026-02-02' };

const doe = (client: Client, pad: string, body: object = {}): Promise<any> => gelukt(client.post(`/v1/${pad}`, body));

/** A traject of a new jeugdige, as the lokaal team begins it. */
const nieuwTraject = async (bsn: string): Promise<string> => {
  const { id: jeugdigeId } = await doe(lokaalTeam, 'jeugdigen', { ...registratie, bsn, geldigOp });
  return `trajecten/${(await doe(lokaalTeam, 'trajecten', { ...aanmelding, jeugdigeId, geldigOp })).id}`;
};

const nieuweGroep = async (naam: string, variant: string): Promise<string> => {
  const groep = { naam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant };
  const { id } = await doe(plaatsing, 'voorzieningen', groep);
  await doe(plaatsing, `voorzieningen/${id}/openingen`, { aantal: 2, vanaf: '2026-01-01' });
  return id;
};

beforeAll(async () => {
  api = await startTestApi();
  lokaalTeam = api.as('lokaal-team');
  plaatsing = api.as('plaatsingscoordinator');
  behandelaar = api.as('behandelaar');
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('from the first question to an opname, over HTTP', () => {
  it('walks the whole line', async () => {
    const traject = await nieuwTraject('999990032');
    const groep = await nieuweGroep('Groep De Wilg', 'kib');

    const vraag = { aanbieder: 'aanbieder-west', vraag: 'behandeling', variant: 'kib' };
    const eerste = await doe(plaatsing, `${traject}/aanmeldingen`, { ...vraag, geldigOp });
    const nogEens = await doe(lokaalTeam, `${traject}/aanmeldingen`, { ...vraag, geldigOp });
    expect(nogEens).toMatchObject({ id: null, gebeurtenissen: [] });
    const tweede = await doe(lokaalTeam, `${traject}/aanmeldingen`, { ...vraag, aanbieder: 'aanbieder-oost' });
    const opnieuw = await plaatsing.post(`/v1/${traject}/aanmeldingen`, vraag);
    expect(opnieuw).toMatchObject({ status: 409, body: { code: 'AANMELDING_LOOPT_AL', aanmeldingId: eerste.id } });
    const afwijzing = { antwoord: 'afgewezen', reden: 'De groep is te jong.' };
    await doe(plaatsing, `${traject}/aanmeldingen/${eerste.id}/antwoorden`, afwijzing);
    const wacht = { antwoord: 'wachtlijst', verwachtOp: '2026-04-01' };
    await doe(plaatsing, `${traject}/aanmeldingen/${tweede.id}/antwoorden`, wacht);

    const beraad = {
      deelnemers: ['gemeente', 'jeugdige', 'ouders'],
      gekozen: 'jhp',
      trajectafspraken: 'Zij kiest zelf.',
    };
    await doe(lokaalTeam, `${traject}/trajectberaden`, beraad);
    await doe(lokaalTeam, `${traject}/veiligheidswegingen`, {
      ...{ deelnemers: ['gemeente_zorg_en_veiligheid', 'wijkagent'], criteria: 'Thuis is het rustig.' },
      ...{ uitkomst: 'verantwoord', gedeeldMet: [], zorgEnVeiligheidshuis: false },
    });

    const keuze = { profiel, variant: 'kib', gekozen: 'jhp', redenKeuze: 'Zij wil in een kleine groep wonen.' };
    const geweigerd = await plaatsing.post(`/v1/${traject}/variantkeuzes`, keuze);
    expect(geweigerd).toMatchObject({
      ...{ status: 409, body: { code: 'REDEN_ONTBREEKT', bron: 'Normenkader B1', varianten: ['ambulant'] } },
    });
    const redenen = [{ variant: 'ambulant', reden: 'Haar moeder kan dit nu niet aan.' }];
    await doe(plaatsing, `${traject}/variantkeuzes`, { ...keuze, redenen });

    const plek = { voorzieningId: groep, passend: 'ja', beoordelaar: 'pc-003' };
    const criterium = (id: string) => ({ ...plek, criteria: [{ id, uitkomst: 'ja' }] });
    const onbekend = await plaatsing.post(`/v1/${traject}/plekbeoordelingen`, criterium('uitzicht'));
    expect(onbekend).toMatchObject({ status: 400, body: { code: 'PLEKCRITERIUM_ONBEKEND' } });
    await doe(plaatsing, `${traject}/plekbeoordelingen`, criterium('afstand_school'));

    const trajectId = traject.split('/')[1];
    const houd = { trajectId, geldigTot: '2099-01-01T00:00:00Z' };
    const { id: reserveringId } = await doe(plaatsing, `voorzieningen/${groep}/reserveringen`, houd);
    await doe(plaatsing, `${traject}/toewijzing`, { voorzieningId: groep, reserveringId });
    await doe(behandelaar, `${traject}/opname`, { voorzieningId: groep });
    await api.settle();
    const { rows } = await api.engine.pool.query(
      'select status, variant, vlaggen from lm.traject where traject_id = $1',
      [trajectId],
    );
    expect(rows).toEqual([{ status: 'verblijf', variant: 'kib', vlaggen: ['zonder_machtiging'] }]);
  });

  it('given a profile with something that cannot be, then the choice is refused and names the field', async () => {
    const traject = await nieuwTraject('999990044');
    const keuze = { profiel: { schoenmaat: 38 }, variant: 'kib', gekozen: 'jhp', redenKeuze: 'Zomaar.' };
    const { status, body } = await plaatsing.post(`/v1/${traject}/variantkeuzes`, keuze);
    expect([status, body.code]).toEqual([400, 'ONGELDIGE_INVOER']);
    expect(body.detail).toContain('schoenmaat');
  });

  it('given help at home, then it begins with a flag, ends, and the traject closes after nazorg', async () => {
    const traject = await nieuwTraject('999990056');
    await doe(behandelaar, `${traject}/varianten`, { variant: 'ambulant', aanbieder: 'aanbieder-west' });
    const trajectId = traject.split('/')[1]!;
    const events = await api.engine.log.read(`traject-${trajectId}`);
    expect(events.at(-1)).toMatchObject({
      type: 'traject.variant-gestart@1',
      data: { vlaggen: ['zonder_veiligheidsweging'] },
    });
    const bijlage = await lokaalTeam.post(`/v1/${traject}/ingetrokken-aanmelding`, { reden: 'Te laat.' });
    expect(bijlage.body.code).toBe('PAST_NIET_BIJ_TRAJECT');
    await doe(behandelaar, `${traject}/einde-variant`, { reden: 'doelen_bereikt' });
    await doe(lokaalTeam, `${traject}/nazorgplan`, { levensgebieden: [{ levensgebied: 'wonen', nodig: false }] });
    expect((await lokaalTeam.post(`/v1/${traject}/afsluiting`)).status).toBe(200);
  });

  it('given an aanmelding that is withdrawn, then the traject is closed', async () => {
    const traject = await nieuwTraject('999990068');
    await doe(lokaalTeam, `${traject}/ingetrokken-aanmelding`, { reden: 'Het gaat beter thuis.' });
    const opname = await behandelaar.post(`/v1/${traject}/opname`, {
      voorzieningId: await nieuweGroep('De Els', 'kib'),
    });
    expect(opname.body.code).toBe('PAST_NIET_BIJ_TRAJECT');
  });
});

describe('the advice of the triage, over HTTP', () => {
  it('given a profile, then what fits comes lightest first, with the plekken and when those were confirmed', async () => {
    const groep = await nieuweGroep('Groep De Berk', 'ambulant');
    const bevestigd = await doe(plaatsing, `voorzieningen/${groep}/bevestigingen`);
    const leesNa = { 'lees-na': bevestigd.positie };
    const { status, headers, body } = await lokaalTeam.post('/v1/triage-adviezen', thuis, leesNa);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.voorstel.map(({ id }: { id: string }) => id)).toEqual(['R2', 'R1']);
    const vandaag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
    const ambulant = body.varianten.find(({ id }: { id: string }) => id === 'R2');
    expect(ambulant).toMatchObject({ past: 'ja', vrijePlekken: 2, plekkenBevestigdOp: vandaag });
    expect(body.plekken[0]).toMatchObject({ voorzieningId: groep, vrij: 2, bevestigdOp: vandaag });
  });

  it('given a wrong value, or somebody who may not ask, then it is refused', async () => {
    const fout = await lokaalTeam.post('/v1/triage-adviezen', { regio: 'friesland' });
    expect([fout.status, fout.body.code]).toEqual([400, 'ONGELDIGE_INVOER']);
    expect((await api.as('reviewer').post('/v1/triage-adviezen', profiel)).status).toBe(403);
  });
});
