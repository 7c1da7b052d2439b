import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dienstAccounts } from '@regielijn/toegang';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Answer, type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { machtigingstand } from '../kit/machtigingstand.js';

const BESTAND = Buffer.from('%PDF-1.7\nBeschikking van de kinderrechter\n%%EOF').toString('base64');

let api: TestApi;
let dienst: Client;
let gi: Client;
let voorzieningId: string;
let blijft: string;
let dubbel: string;
/** The machtigingen of the dossier that stays and of the other. */
let machtiging: string;
let machtigingVanDubbel: string;
/** The trajecten of the other dossier: the first is over, the second goes on after the samenvoeging. */
let eerste: string;
let tweede: string;
let documentVanDubbel: string;

const op = (dag: string) => ({ geldigOp: `${dag}T09:00:00Z` });
const doe = (pad: string, body: object): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));

const registreer = (bsn: string): Promise<any> =>
  doe('jeugdigen', {
    ...{ bsn, naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x', gemeente: { code: '0599' } },
    ...op('2026-01-05'),
  });
const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
const machtigingVerleend = async (jeugdigeId: string, dag: string, tot: string): Promise<string> => {
  const { id } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...verzoek, ...op(dag) });
  const beschikking = { uitkomst: 'verleend', beschikkingOp: dag, geldigVan: dag, geldigTot: tot, ...op(dag) };
  await doe(`machtigingen/${id}/beschikking`, beschikking);
  return id;
};
const aangemeld = async (jeugdigeId: string, dag: string, urgentie = 'urgent'): Promise<string> => {
  const aanmelding = { urgentie, kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  return (await doe('trajecten', { jeugdigeId, ...aanmelding, ...op(dag) })).id;
};
const neemOp = (trajectId: string, machtigingId: string | null, dag: string): Promise<any> =>
  doe(`trajecten/${trajectId}/opname`, { voorzieningId, machtigingId, ...op(dag) });
const uitstroom = (trajectId: string, dag: string): Promise<any> =>
  doe(`trajecten/${trajectId}/uitstroom`, { bestemming: 'thuis_of_netwerk', ...op(dag) });
const wijsPlekToe = async (trajectId: string): Promise<Answer> => {
  const plek = { trajectId, geldigTot: '2099-01-01T00:00:00Z' };
  const { id: reserveringId } = await doe(`voorzieningen/${voorzieningId}/reserveringen`, plek);
  return dienst.post(`/v1/trajecten/${trajectId}/toewijzing`, { voorzieningId, reserveringId });
};
const legDocumentVast = (jeugdigeId: string, machtigingId: string): Promise<Answer> =>
  gi.post(`/v1/jeugdigen/${jeugdigeId}/documenten`, {
    ...{ hoortBij: { soort: 'machtiging', id: machtigingId }, soort: 'beschikking', titel: 'Beschikking, mei' },
    ...{ mediatype: 'application/pdf', inhoud: BESTAND },
  });
const samen = (deel = '', headers = {}): Promise<Answer> =>
  api
    .as('teamleider')
    .post(`/v1/jeugdigen/${blijft}/samenvoegingen${deel}`, { metJeugdigeId: dubbel, reden: 'Dubbel.' }, headers);

const documentenVan = async (jeugdigeId: string): Promise<readonly string[]> => {
  await api.settle();
  const { body } = await gi.get(`/v1/jeugdigen/${jeugdigeId}/documenten`);
  return body.documenten.map(({ documentId }: any) => documentId);
};
const soorten = async (): Promise<any> => {
  await api.settle();
  return (await api.as('reviewer').get('/v1/monitor/plaatsingen?jaar=2026')).body.soort;
};
/** What norm O4 said about a traject, one assessment after the other. */
const o4Van = async (trajectId: string): Promise<readonly string[]> => {
  await api.settle();
  const { body } = await api.as('reviewer').get(`/v1/trajecten/${trajectId}/normtoetsen`);
  return body.filter(({ norm }: any) => norm === 'O4').map(({ uitkomst }: any) => uitkomst);
};
/** What the list of dossiers says, by dossier: in which other it went, and which trajecten run. */
const inLijst = async (vraag = ''): Promise<Readonly<Record<string, readonly [string | null, readonly string[]]>>> => {
  await api.settle();
  const { dossiers } = (await gi.get(`/v1/jeugdigen${vraag}`)).body;
  return Object.fromEntries(
    dossiers.map(({ jeugdigeId, opgegaanIn, trajecten }: any) => [
      jeugdigeId,
      [opgegaanIn, trajecten.map((traject: any) => traject.trajectId).sort()],
    ]),
  );
};
const rijVan = async (trajectId: string): Promise<any> => {
  await api.settle();
  return (await api.engine.pool.query('select * from lm.traject where traject_id = $1', [trajectId])).rows[0];
};
const vlaggenVan = async (trajectId: string): Promise<readonly string[]> => (await rijVan(trajectId)).vlaggen;

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
  gi = api.as('jeugdbeschermer');
  const groep = { naam: 'Groep De Linde', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
  voorzieningId = (await doe('voorzieningen', groep)).id;
  await doe(`voorzieningen/${voorzieningId}/openingen`, { aantal: 3, vanaf: '2026-01-01' });
  blijft = (await registreer('999990111')).id;
  const registratie = await registreer('999990123');
  dubbel = registratie.id;
  const zonderNummer = { vervangt: registratie.gebeurtenissen[0], velden: { bsn: null }, reden: 'Van een ander.' };
  await gelukt(gi.post(`/v1/jeugdigen/${dubbel}/correcties`, zonderNummer));
  machtigingVanDubbel = await machtigingVerleend(dubbel, '2026-01-12', '2026-07-12');
  eerste = await aangemeld(dubbel, '2026-01-12');
  await neemOp(eerste, machtigingVanDubbel, '2026-01-14');
  await uitstroom(eerste, '2026-02-16');
  machtiging = await machtigingVerleend(blijft, '2026-03-02', '2026-09-02');
  tweede = await aangemeld(dubbel, '2026-03-02');
  documentVanDubbel = (await gelukt(legDocumentVast(dubbel, machtigingVanDubbel))).id;
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('two dossiers of one jeugdige, each by itself', () => {
  it('then an opname in the one on the machtiging of the other is told with a flag, and carries out nothing', async () => {
    await neemOp(tweede, machtiging, '2026-03-04');
    expect(await vlaggenVan(tweede)).toEqual(['zonder_machtiging', 'zonder_toewijzing']);
    expect(await machtigingstand(api, machtiging)).toMatchObject({ toestand: 'VERLEEND' });
  });

  it('given another version of the dossier that stays, when merged, then it is refused and neither is touched', async () => {
    const { status, body } = await samen('', { 'if-match': '"7"' });
    expect([status, body.code]).toEqual([412, 'VERSIE_VEROUDERD']);
    const { regie } = (await gi.get(`/v1/jeugdigen/${dubbel}`)).body;
    expect(regie.opgegaanIn).toBeNull();
  });
});

describe('two dossiers that are one by a samenvoeging', () => {
  let derde: string;
  let zonderMachtiging: string;
  const gezegd = ['NIET_VAN_TOEPASSING', 'AFWIJKING'];

  beforeAll(async () => {
    derde = await aangemeld(dubbel, '2026-05-04');
    zonderMachtiging = await aangemeld(dubbel, '2026-05-18', 'regulier');
    const spoed = { jeugdigeId: blijft, ...verzoek, soort: 'SPOED', ...op('2026-05-19') };
    await doe('machtigingen/ingediende-verzoeken', spoed);
    await neemOp(zonderMachtiging, null, '2026-05-20');
    expect(await o4Van(zonderMachtiging)).toEqual(gezegd.slice(0, 1));
    // Tells nothing about a dossier that is open, but answers its version.
    const { etag } = (await dienst.post(`/v1/jeugdigen/${blijft}/heropening`)).headers;
    await gelukt(samen('', { 'if-match': etag }));
  });

  it('then the list shows the dossier that stays, with what runs in both; the one that went only for who asks', async () => {
    const lopend = [eerste, tweede, derde, zonderMachtiging].sort();
    expect(await inLijst()).toEqual({ [blijft]: [null, lopend] });
    expect(await inLijst('?opgegaan=true')).toEqual({ [blijft]: [null, lopend], [dubbel]: [blijft, lopend] });
    for (const traject of lopend)
      expect(await inLijst(`?traject=${traject}`)).toEqual({
        [(await rijVan(traject)).jeugdige_id]: expect.arrayContaining([lopend]),
      });
  });

  it('then the opname on the machtiging of the other has no flag any more, and carries it out', async () => {
    expect(await vlaggenVan(tweede)).toEqual(['zonder_toewijzing']);
    expect(await machtigingstand(api, machtiging)).toMatchObject({ toestand: 'TEN_UITVOER' });
  });

  it('then the norms look again, with what was asked for in the other dossier', async () => {
    expect(await o4Van(zonderMachtiging)).toEqual(gezegd);
    const { body } = await api.as('teamleider').get(`/v1/trajecten/${zonderMachtiging}/normafwijkingen`);
    const o4 = body.find(({ norm }: any) => norm === 'O4');
    expect(o4.feiten.map(({ soort }: any) => soort)).toContain('machtiging.verzoek-ingediend');
  });

  it('then a traject of the dossier that went gets its plek, and its opname rests on a machtiging of the one that stays', async () => {
    expect((await wijsPlekToe(derde)).body).toMatchObject({ gebeurtenissen: [expect.any(String)] });
    await uitstroom(tweede, '2026-05-11');
    // An uitstroom ends the machtiging: for the next opname there must be another.
    await neemOp(derde, await machtigingVerleend(blijft, '2026-05-11', '2026-11-11'), '2026-05-12');
    expect(await vlaggenVan(derde)).toEqual([]);
  });

  it('then a document of a machtiging of the dossier that went is laid in the dossier that stays, and shown there', async () => {
    const oud = await legDocumentVast(dubbel, machtigingVanDubbel);
    expect([oud.status, oud.body.code, oud.body.jeugdigeId]).toEqual([409, 'DOSSIER_OPGEGAAN', blijft]);
    const { id } = await gelukt(legDocumentVast(blijft, machtigingVanDubbel));
    expect(await documentenVan(blijft)).toEqual([id, documentVanDubbel]);
    const { documenten } = (await gi.get(`/v1/jeugdigen/${blijft}`)).body;
    expect(documenten.map(({ documentId }: any) => documentId).sort()).toEqual([id, documentVanDubbel].sort());
  });

  it('then the dossier that went lists its own documents only, as its view does', async () => {
    expect(await documentenVan(dubbel)).toEqual([documentVanDubbel]);
    const { documenten } = (await gi.get(`/v1/jeugdigen/${dubbel}`)).body;
    expect(documenten).toMatchObject([{ documentId: documentVanDubbel, uitDossier: null }]);
  });

  it('then a machtiging of the dossier that went is extended in the dossier that stays', async () => {
    const verlenging = {
      ...verzoek,
      jeugdigeId: blijft,
      verlengtMachtigingId: machtigingVanDubbel,
      ...op('2026-06-15'),
    };
    expect((await dienst.post('/v1/machtigingen/ingediende-verzoeken', verlenging)).status).toBe(201);
  });

  it('then a next traject is hernieuwd by the one in the dossier that went, and counted so', async () => {
    await uitstroom(derde, '2026-06-15');
    await api.settle();
    const volgende = await aangemeld(blijft, '2026-06-22');
    await neemOp(volgende, machtiging, '2026-06-23');
    await api.settle();
    expect((await gi.get(`/v1/jeugdigen/${blijft}`)).body.trajecten).toEqual(
      expect.arrayContaining([expect.objectContaining({ trajectId: volgende, uitDossier: null })]),
    );
    const [begin] = await api.engine.log.read(`traject-${volgende}`);
    expect(begin!.data).toMatchObject({ hernieuwd: true, vorigTrajectId: derde });
    expect(await soorten()).toMatchObject({ nieuw: 1, hernieuwd: 4 });
  });
});

describe('two dossiers of which the samenvoeging was undone', () => {
  it('then each reads by itself again', async () => {
    await gelukt(samen('/ongedaanmaking'));
    const apart = ['zonder_machtiging', 'zonder_toewijzing'];
    expect(await vlaggenVan(tweede)).toEqual(apart);
    expect(await documentenVan(dubbel)).toEqual([documentVanDubbel]);
    const lijst = await inLijst();
    expect([lijst[dubbel]![0], lijst[blijft]![1].length]).toEqual([null, 1]);
    expect(await soorten()).toMatchObject({ nieuw: 2, hernieuwd: 3 });
    expect((await legDocumentVast(blijft, machtigingVanDubbel)).status).toBe(404);
  });

  it('then what was recorded still agrees with itself', async () => {
    await api.settle();
    expect(await verify(api.engine, () => undefined)).toMatchObject({ goed: true });
  });
});
