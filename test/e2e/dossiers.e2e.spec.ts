import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datumVan, plusDagen, systemClock } from '@regielijn/kern';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Answer, type Client, startTestApi, type TestApi } from '../kit/engine.js';

const vandaag = datumVan(systemClock.now());
const op = (dag: string) => ({ geldigOp: `${dag}T09:00:00Z` });
const begin = plusDagen(vandaag, -90);

let api: TestApi;
let dienst: Client;
let gi: Client;
const ids: Record<string, string> = {};
let trajectId: string;

const doe = (pad: string, body: object = {}): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));
const registreer = async (naam: string, bsn: string, gemeente: object): Promise<void> => {
  const persoon = { naam: `${naam} Voorbeeld`, bsn, geboortedatum: '2010-06-15', geslacht: 'x' };
  ids[naam] = (await doe('jeugdigen', { ...persoon, gemeente, ...op(begin) })).id;
};
const bied = (naam: string, dag: string): Promise<any> =>
  doe(`jeugdigen/${ids[naam]}/regieoverdrachten`, {
    ...{ aan: { soort: 'GI', organisatie: 'gi-jb-west' }, geldigTot: '2099-01-01T00:00:00Z' },
    ...{ minimumset: { gezag: 'Moeder Roos' }, ...op(dag) },
  });
const verleen = async (naam: string, dag: string): Promise<void> => {
  const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
  const { id } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId: ids[naam], ...verzoek, ...op(dag) });
  const geldig = { beschikkingOp: dag, geldigVan: dag, geldigTot: plusDagen(dag, 150) };
  await doe(`machtigingen/${id}/beschikking`, { uitkomst: 'verleend', ...geldig, ...op(dag) });
};

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
  gi = api.as('jeugdbeschermer');
  await registreer('Aangeboden', '999990019', { code: '0599' });
  await verleen('Aangeboden', plusDagen(vandaag, -40));
  await bied('Aangeboden', plusDagen(vandaag, -10));
  await registreer('Aanvaard', '999990020', { code: '0599' });
  const { id } = await bied('Aanvaard', plusDagen(begin, 1));
  const pad = `/v1/jeugdigen/${ids['Aanvaard']}/regieoverdrachten/${id}/aanvaarding`;
  await gelukt(gi.post(pad, { medewerker: 'jb-017', ...op(plusDagen(begin, 2)) }));
  const aanmelding = { urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  trajectId = (await doe('trajecten', { jeugdigeId: ids['Aanvaard'], ...aanmelding, ...op(plusDagen(begin, 3)) })).id;
  await registreer('Gesloten', '999990111', { code: '0518' });
  await doe(`jeugdigen/${ids['Gesloten']}/sluiting`);
  await registreer('Haags', '999990123', { code: '0518' });
  await registreer('Elders', '999990135', { overig: 'buiten_landsdeel', regiehouder: 'gemeente-0014' });
  await api.settle();
}, 60_000);
afterAll(() => api.close(), 60_000);

const lijst = (vraag = ''): Promise<Answer> => gi.get(`/v1/jeugdigen${vraag}`);
/** Under which name each of them was registered. */
const namen = ({ body }: Answer): string[] =>
  body.dossiers.map(({ jeugdigeId }: any) => Object.keys(ids).find((naam) => ids[naam] === jeugdigeId));

describe('the list of dossiers', () => {
  it('shows of each who holds which regie, what is offered, what falls short and what runs', async () => {
    const { status, body } = await lijst();
    expect([status, body.volgende]).toEqual([200, null]);
    const van = (naam: string): any => body.dossiers.find(({ jeugdigeId }: any) => jeugdigeId === ids[naam]);
    expect(van('Aangeboden')).toEqual({
      ...{ jeugdigeId: ids['Aangeboden'], status: 'open', regio: 'rijnmond', gemeentecode: '0599' },
      ...{ casusregie: 'gemeente-0599', medewerker: null, zonderMedewerkerSinds: `${begin}T09:00:00.000Z` },
      systeemregie: 'gemeente-0599',
      overdracht: { aan: 'gi-jb-west', geldigTot: '2099-01-01T00:00:00.000Z' },
      regiekloof: { hoort: 'GI', vanaf: plusDagen(vandaag, -40), dagen: 40 },
      ...{ opgegaanIn: null, trajecten: [] },
    });
    expect(van('Aanvaard')).toMatchObject({
      ...{ casusregie: 'gi-jb-west', medewerker: 'jb-017', zonderMedewerkerSinds: null, systeemregie: 'gemeente-0599' },
      ...{ overdracht: null, trajecten: [{ trajectId, status: 'aangemeld', variant: null }] },
    });
    expect(van('Gesloten')).toMatchObject({ status: 'gesloten', regio: 'haaglanden', regiekloof: null });
  });

  it('holds no name, number, birthday or free text, so that it can be read where a dossier may not lie open', async () => {
    const tekst = JSON.stringify((await lijst()).body);
    for (const persoonlijk of ['Voorbeeld', '2010-06-15', '999990019', 'Roos'])
      expect(tekst).not.toContain(persoonlijk);
  });

  it.each([
    ['?status=open', ['Aangeboden', 'Aanvaard', 'Elders', 'Haags']],
    ['?status=gesloten', ['Gesloten']],
    ['?regio=rijnmond', ['Aangeboden', 'Aanvaard']],
    ['?regio=overig', ['Elders']],
    ['?casusregie=gi-jb-west', ['Aanvaard']],
    ['?medewerker=jb-017', ['Aanvaard']],
    ['?status=open&regio=haaglanden&casusregie=gemeente-0518', ['Haags']],
    ['?casusregie=gi-nergens', []],
    ['?gemeente=0518', ['Gesloten', 'Haags']],
    ['?gemeente=0014', []],
    ['?status=open&zonderMedewerker=true', ['Aangeboden', 'Elders', 'Haags']],
    ['?zonderMedewerker=false&medewerker=jb-017', ['Aanvaard']],
  ])('given %s, then only those: %j', async (vraag, verwacht) => {
    expect(namen(await lijst(vraag)).sort()).toEqual(verwacht);
  });

  it('given a traject, then only the dossier of it; given another number, then none', async () => {
    expect(namen(await lijst(`?traject=${trajectId}`))).toEqual(['Aanvaard']);
    expect(namen(await lijst(`?traject=${ids['Aanvaard']}`))).toEqual([]);
  });

  it('given fewer at a time than there are, then the next pages follow, with each dossier once and in one order', async () => {
    const [alle, eerste] = [namen(await lijst('?aantal=5')), await lijst('?aantal=2')];
    const tweede = await lijst(`?aantal=2&na=${eerste.body.volgende}`);
    const derde = await lijst(`?aantal=2&na=${tweede.body.volgende}`);
    const bladzijden = [eerste, tweede, derde];
    expect(bladzijden.map((een) => namen(een).length)).toEqual([2, 2, 1]);
    expect(bladzijden.flatMap(namen)).toEqual(alle);
    expect([derde.body.volgende, (await lijst('?aantal=5')).body.volgende]).toEqual([null, null]);
  });

  it.each([
    ['?status=dicht', 'ONGELDIGE_INVOER', 'status: kies uit open, gesloten, vernietigd'],
    ['?regio=Rijnmond', 'REGIO_ONBEKEND', 'Kies uit rijnmond, '],
    ['?aantal=0', 'ONGELDIGE_INVOER', 'aantal: '],
    ['?aantal=201', 'ONGELDIGE_INVOER', 'aantal: dit moet hoogstens 200 zijn'],
    ['?na=1', 'CURSOR_ONGELDIG', 'begin opnieuw zonder "na"'],
    ['?naam=Sam', 'ONGELDIGE_INVOER', 'naam'],
  ])('given %s, then it is refused and says what to do', async (vraag, code, zin) => {
    const { status, body } = await lijst(vraag);
    expect([status, body.code, body.detail]).toEqual([400, code, expect.stringContaining(zin)]);
  });

  it('given the position of a registration, then that dossier is in it', async () => {
    const persoon = { naam: 'Vers Voorbeeld', bsn: '999990548', geboortedatum: '2010-06-15', geslacht: 'x' };
    const { id, positie } = await doe('jeugdigen', { ...persoon, gemeente: { code: '0518' } });
    const { body } = await gi.get('/v1/jeugdigen', { 'lees-na': positie });
    expect(body.dossiers.map(({ jeugdigeId }: any) => jeugdigeId)).toContain(id);
  });

  it.each(Object.keys(demoAccounts) as (keyof typeof demoAccounts)[])(
    'is for a %s exactly when a dossier is',
    async (rol) => {
      const mag = async (pad: string): Promise<number> => (await api.as(rol).get(pad)).status;
      expect(await mag('/v1/jeugdigen')).toBe(await mag(`/v1/jeugdigen/${ids['Haags']}`));
    },
  );
});
