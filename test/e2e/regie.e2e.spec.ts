import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beginVan, datumVan, plusDagen, VERNIETIGD } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let gemeente: Client;
let gi: Client;
let dienst: Client;

beforeAll(async () => {
  api = await startTestApi();
  gemeente = api.as('lokaal-team');
  gi = api.as('jeugdbeschermer');
  dienst = api.client(dienstAccounts.demo);
}, 60_000);
afterAll(() => api.close(), 60_000);

const op = (dag: string) => ({ geldigOp: `${dag}T09:00:00Z` });
const registreer = (bsn: string) =>
  gelukt(
    gemeente.post('/v1/jeugdigen', {
      ...{ bsn, naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x', gemeente: { code: '0599' } },
      ...op('2026-01-05'),
    }),
  );
const machtigingVerleend = async (jeugdigeId: string, dag: string, tot: string): Promise<any> => {
  const { id } = await gelukt(
    dienst.post('/v1/machtigingen/ingediende-verzoeken', {
      ...{ jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' },
      ...op(dag),
    }),
  );
  const beschikking = { uitkomst: 'verleend', beschikkingOp: dag, geldigVan: dag, geldigTot: tot, ...op(dag) };
  const { gebeurtenissen } = await gelukt(dienst.post(`/v1/machtigingen/${id}/beschikking`, beschikking));
  return { id, beschikking: gebeurtenissen[0] };
};
const aan = { soort: 'GI', organisatie: 'gi-jb-west' };
const bied = (jeugdigeId: string, dag: string, minimumset: object = {}) =>
  gelukt(
    gemeente.post(`/v1/jeugdigen/${jeugdigeId}/regieoverdrachten`, {
      ...{ aan, geldigTot: '2099-01-01T00:00:00Z', minimumset, ...op(dag) },
    }),
  );

const dossier = async (jeugdigeId: string, vraag = ''): Promise<any> =>
  (await gemeente.get(`/v1/jeugdigen/${jeugdigeId}${vraag}`)).body;

/** The dossier, as soon as the followers made it read like this. */
const tot = async (jeugdigeId: string, klopt: (gelezen: any) => boolean, vraag = ''): Promise<any> => {
  let gelezen: any;
  for (let n = 0; n < 200; n += 1) {
    await api.settle();
    gelezen = await dossier(jeugdigeId, vraag);
    if (klopt(gelezen)) return gelezen;
    await new Promise((later) => setTimeout(later, 25));
  }
  return gelezen;
};
const metRegel = (jeugdigeId: string, aantal = 1) =>
  tot(jeugdigeId, ({ regie }) => regie.regelperioden.length >= aantal);

describe('from the machtiging to the GI and back', () => {
  let jeugdigeId: string;
  let machtiging: any;

  beforeAll(async () => {
    jeugdigeId = (await registreer('999900006')).id;
    machtiging = await machtigingVerleend(jeugdigeId, '2026-03-02', '2026-09-02');
  }, 30_000);

  it('given a machtiging, then the regie gap is open from the day it was granted', async () => {
    const { regie } = await metRegel(jeugdigeId);
    expect(regie.regelperioden).toEqual([
      { vanaf: '2026-03-02', houder: 'GI', regel: 'gedwongen_kader' },
      { vanaf: '2026-09-02', houder: 'gemeente', regel: 'na_einde_machtiging' },
    ]);
    const { regiestand } = await dossier(jeugdigeId, '?op=2026-03-08');
    expect(regiestand.regiekloof).toEqual([{ hoort: 'GI', vanaf: '2026-03-02', tot: null, dagen: 6 }]);
    const nu = await dossier(jeugdigeId);
    expect(nu.regiestand.regiekloof).toEqual([{ hoort: 'GI', vanaf: '2026-03-02', tot: '2026-09-02', dagen: 184 }]);
  });

  it('given an offer whose set lacks parts, then it stands and names them', async () => {
    const { id } = await bied(jeugdigeId, '2026-03-04', {
      ...{ plan: 'Rust en een vaste begeleider.', netwerk: [], gezag: 'Moeder' },
      machtigingen: [{ machtigingId: machtiging.id, geldigTot: null }],
    });
    const { regie } = await dossier(jeugdigeId);
    expect(regie.overdracht).toMatchObject({ overdrachtId: id, richting: 'heen', minimumset: { gezag: 'Moeder' } });
    expect(regie.overdracht.ontbreekt).toContain('machtigingen.0.geldigTot');
    expect(regie.overdracht.ontbreekt).toContain('veiligheidsplan');
    expect(regie.overdracht.ontbreekt).not.toContain('plan');
    await api.settle();
    const [rij] = (await api.engine.pool.query('select * from lm.jeugdige where jeugdige_id = $1', [jeugdigeId])).rows;
    expect(rij).toMatchObject({ casusregie: 'gemeente-0599', overdracht_aan: 'gi-jb-west' });
    expect(JSON.stringify(rij.toestand.overdracht)).not.toContain('Moeder');
  });

  it('given an acceptance with a condition, then the gap has its days and the condition is open until it is kept', async () => {
    const { overdrachtId } = (await dossier(jeugdigeId)).regie.overdracht;
    const pad = `/v1/jeugdigen/${jeugdigeId}/regieoverdrachten/${overdrachtId}`;
    const voorwaarden = ['De gemeente meldt Sam af bij school.'];
    await gelukt(gi.post(`${pad}/aanvaarding`, { medewerker: 'jb-017', voorwaarden, ...op('2026-03-12') }));
    const { regie, regiestand } = await dossier(jeugdigeId);
    expect(regie.voorwaarden).toEqual([{ overdrachtId, teksten: voorwaarden, open: [1] }]);
    expect(regiestand.casusregie).toMatchObject({ houder: aan, medewerker: 'jb-017', zonderMedewerkerSinds: null });
    expect(regiestand.regiekloof).toMatchObject([
      { hoort: 'GI', vanaf: '2026-03-02', tot: '2026-03-12', dagen: 10 },
      { hoort: 'gemeente', vanaf: '2026-09-02', tot: null },
    ]);
    await gelukt(gemeente.post(`${pad}/nagekomen-voorwaarden`, { nummer: 1 }));
    expect((await dossier(jeugdigeId)).regie.voorwaarden[0].open).toEqual([]);
    const nogEens = await gi.post(`${pad}/aanvaarding`, { medewerker: 'jb-017' });
    expect([nogEens.status, nogEens.body.code]).toEqual([409, 'OVERDRACHT_NIET_OPEN']);
  });

  it('given a worker who leaves and another who comes, then the time without is visible and the change counted', async () => {
    const medewerkers = `/v1/jeugdigen/${jeugdigeId}/medewerkers`;
    await gelukt(gi.post(medewerkers, { regie: 'casusregie', medewerker: null, ...op('2026-04-01') }));
    expect((await dossier(jeugdigeId)).regiestand.casusregie.zonderMedewerkerSinds).toBe('2026-04-01T09:00:00.000Z');
    await gelukt(gi.post(medewerkers, { regie: 'casusregie', medewerker: 'jb-021', ...op('2026-04-07') }));
    expect((await dossier(jeugdigeId)).regiestand.casusregie).toMatchObject({ medewerker: 'jb-021', wisselingen: 1 });
  });

  it('given an afstemming, then the next is due after six weeks, and late the day after', async () => {
    const afstemming = { organisaties: ['gi-jb-west', 'gemeente-0599'], afspraken: 'Naar school.' };
    await gelukt(gi.post(`/v1/jeugdigen/${jeugdigeId}/afstemmingen`, { ...afstemming, ...op('2026-04-10') }));
    const laat = async (dag: string) => (await dossier(jeugdigeId, `?op=${dag}`)).regiestand.afstemming.teLaatSinds;
    expect([await laat('2026-05-22'), await laat('2026-05-23')]).toEqual([null, '2026-05-22']);
    const vroeg = { ...afstemming, volgendeOp: '2026-04-09', ...op('2026-04-10') };
    const { status, body } = await gi.post(`/v1/jeugdigen/${jeugdigeId}/afstemmingen`, vroeg);
    expect([status, body.code]).toEqual([400, 'DATUM_VOLGORDE']);
    await api.settle();
    const [rij] = (await api.engine.pool.query('select * from lm.jeugdige where jeugdige_id = $1', [jeugdigeId])).rows;
    expect(JSON.stringify(rij.toestand.afstemming)).not.toContain('school');
  });

  it('given a move, then systeemregie goes to the new gemeente and a return goes there', async () => {
    const verhuizing = { gemeente: { code: '0518' }, ...op('2026-05-01') };
    await gelukt(gemeente.post(`/v1/jeugdigen/${jeugdigeId}/verhuizingen`, verhuizing));
    const { regie, regiestand } = await dossier(jeugdigeId);
    expect(regie).toMatchObject({ gemeentecode: '0518', regio: 'haaglanden' });
    expect(regiestand).toMatchObject({
      casusregie: { houder: aan },
      systeemregie: { houder: { organisatie: 'gemeente-0518' } },
      terugNaar: 'gemeente-0518',
    });
  });

  it('given another GI, then that one holds casusregie, with nobody named yet', async () => {
    const wissel = { naar: 'gi-ander', ...op('2026-06-01') };
    await gelukt(gi.post(`/v1/jeugdigen/${jeugdigeId}/gi-wissels`, wissel));
    expect((await dossier(jeugdigeId)).regiestand.casusregie).toMatchObject({
      houder: { soort: 'GI', organisatie: 'gi-ander' },
      zonderMedewerkerSinds: '2026-06-01T09:00:00.000Z',
    });
  });

  it('given a beschikking that was on another day, when corrected, then the gap follows', async () => {
    const correctie = {
      vervangt: machtiging.beschikking,
      velden: { beschikkingOp: '2026-03-05' },
      reden: 'Verkeerd gelezen.',
    };
    await gelukt(dienst.post(`/v1/machtigingen/${machtiging.id}/correcties`, correctie));
    const { regiestand } = await tot(jeugdigeId, ({ regie }) => regie.regelperioden[0].vanaf === '2026-03-05');
    expect(regiestand.regiekloof[0]).toMatchObject({ vanaf: '2026-03-05', tot: '2026-03-12', dagen: 7 });
    const toen = (await dossier(jeugdigeId, '?op=2026-03-08')).regiestand;
    expect(toen.regiekloof).toEqual([{ hoort: 'GI', vanaf: '2026-03-05', tot: null, dagen: 3 }]);
  });
});

describe('an offer that the GI does not take over', () => {
  const weiger = async (jeugdigeId: string, overdrachtId: string) => {
    await gelukt(
      gi.post(`/v1/jeugdigen/${jeugdigeId}/regieoverdrachten/${overdrachtId}/weigering`, { reden: 'Geen plaats.' }),
    );
    return (await dossier(jeugdigeId)).regie.nietOvergenomen;
  };

  it('given no machtiging, when refused, then it does not escalate; given one, then it does', async () => {
    const { id: jeugdigeId } = await registreer('999990019');
    const eerste = await bied(jeugdigeId, '2026-02-01');
    expect(await weiger(jeugdigeId, eerste.id)).toMatchObject([{ hoe: 'geweigerd', escalatie: false }]);
    await machtigingVerleend(jeugdigeId, '2026-03-02', '2026-09-02');
    await metRegel(jeugdigeId);
    const tweede = await bied(jeugdigeId, '2026-03-04');
    expect(await weiger(jeugdigeId, tweede.id)).toMatchObject([{}, { overdrachtId: tweede.id, escalatie: true }]);
  });

  it('given an offer without an end, then it can be accepted up to and including the fourteenth day', async () => {
    const { id: jeugdigeId } = await registreer('999900109');
    await gelukt(gemeente.post(`/v1/jeugdigen/${jeugdigeId}/regieoverdrachten`, { aan }));
    const { regie, regiestand } = await dossier(jeugdigeId);
    const { aangebodenOp, geldigTot } = regie.overdracht;
    expect(geldigTot).toBe(beginVan(plusDagen(datumVan(aangebodenOp), 15)));
    expect(regiestand.overdrachtWachtSinds).toBeNull();
  });

  it('given an offer that still holds, when said to be expired, then that is refused', async () => {
    const { id: jeugdigeId } = await registreer('999990020');
    const { id } = await bied(jeugdigeId, '2026-02-01');
    const { status, body } = await gemeente.post(`/v1/jeugdigen/${jeugdigeId}/regieoverdrachten/${id}/verstrijking`);
    expect([status, body.code]).toEqual([409, 'OVERDRACHT_NOG_GELDIG']);
  });
});

describe('a machtiging of before the agreement on regie', () => {
  it('then the gap is there for who asks, and is no event of that time', async () => {
    const { id: jeugdigeId } = await gelukt(
      gemeente.post('/v1/jeugdigen', {
        ...{ bsn: '999990056', naam: 'Robin Voorbeeld', geboortedatum: '2004-02-10', geslacht: 'man' },
        ...{ gemeente: { code: '0599' }, ...op('2019-03-01') },
      }),
    );
    await machtigingVerleend(jeugdigeId, '2019-03-04', '2019-09-04');
    const andere = await registreer('999990068');
    await machtigingVerleend(andere.id, '2026-03-02', '2026-09-02');
    // By then the follower has been past the first one too.
    await metRegel(andere.id);
    const { regie, regiestand } = await dossier(jeugdigeId, '?op=2019-03-14');
    expect(regie.regelperioden).toEqual([]);
    expect(regiestand.regiekloof).toEqual([{ hoort: 'GI', vanaf: '2019-03-04', tot: null, dagen: 10 }]);
  });
});

describe('two dossiers of one jeugdige', () => {
  let blijft: string;
  let dubbel: any;
  let machtiging: any;
  const samen = (deel = '') =>
    api.as('teamleider').post(`/v1/jeugdigen/${blijft}/samenvoegingen${deel}`, {
      ...{ metJeugdigeId: dubbel.id, reden: 'Twee keer aangemeld.' },
    });
  const aanmelding = (jeugdigeId: string) =>
    dienst.post('/v1/trajecten', {
      ...{ jeugdigeId, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
      ...op('2026-03-01'),
    });

  beforeAll(async () => {
    blijft = (await registreer('999990032')).id;
    dubbel = await registreer('999990044');
    machtiging = await machtigingVerleend(dubbel.id, '2026-03-02', '2026-09-02');
    await metRegel(dubbel.id);
    const { id: trajectId } = await gelukt(aanmelding(dubbel.id));
    const groep = { naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
    const { id: voorzieningId } = await gelukt(dienst.post('/v1/voorzieningen', groep));
    const opname = { voorzieningId, machtigingId: machtiging.id, ...op('2026-03-04') };
    await gelukt(dienst.post(`/v1/trajecten/${trajectId}/opname`, opname));
  }, 30_000);

  it('given two numbers, when merged, then that is refused; a worker alone may not at all', async () => {
    const { status, body } = await samen();
    expect([status, body.code]).toEqual([409, 'BSN_VERSCHILT']);
    const alleen = { metJeugdigeId: dubbel.id, reden: 'dubbel' };
    expect((await gi.post(`/v1/jeugdigen/${blijft}/samenvoegingen`, alleen)).status).toBe(403);
  });

  it('given a wrong number that was taken away, when merged, then the dossier that stays shows what is of the other', async () => {
    await gelukt(
      gi.post(`/v1/jeugdigen/${dubbel.id}/correcties`, {
        ...{ vervangt: dubbel.gebeurtenissen[0], velden: { bsn: null }, reden: 'Nummer van een ander kind.' },
      }),
    );
    expect((await dossier(dubbel.id)).persoon.bsn).toBeNull();
    await gelukt(samen());
    const { machtigingen, regie } = await metRegel(blijft);
    expect(machtigingen).toMatchObject([{ machtigingId: machtiging.id, uitDossier: dubbel.id }]);
    expect(regie.samengevoegdMet).toEqual([dubbel.id]);
    const { body: tijdlijn } = await gemeente.get(`/v1/jeugdigen/${blijft}/tijdlijn`);
    expect(tijdlijn.gebeurtenissen.filter(({ soort }: any) => soort === 'jeugdige.geregistreerd')).toHaveLength(2);
    expect(regie.regelperioden[0]).toMatchObject({ vanaf: '2026-03-02', houder: 'GI' });
    const { status, body } = await aanmelding(dubbel.id);
    expect([status, body.code, body.jeugdigeId]).toEqual([409, 'DOSSIER_OPGEGAAN', blijft]);
    const { body: gelezen } = await gemeente.get(`/v1/jeugdigen/${blijft}`);
    expect(gelezen.regiestand.behandelregie).toMatchObject([{ variant: 'dwanggroep', tot: null, medewerker: null }]);
    expect((await gemeente.post(`/v1/jeugdigen/${blijft}/sluiting`)).body.code).toBe('TRAJECT_STAAT_OPEN');
    expect((await gelukt(samen())).gebeurtenissen).toEqual([]);
  });

  it('given a merge that was wrong, when undone, then both stand by themselves again', async () => {
    await gelukt(samen('/ongedaanmaking'));
    const { machtigingen, regie } = await tot(blijft, (gelezen) => gelezen.regie.regelperioden.length === 0);
    expect([machtigingen, regie.samengevoegdMet]).toEqual([[], []]);
    expect((await dossier(dubbel.id)).machtigingen).toMatchObject([{ machtigingId: machtiging.id, uitDossier: null }]);
    expect((await aanmelding(dubbel.id)).status).toBe(201);
    const nogEens = await samen('/ongedaanmaking');
    expect([nogEens.status, nogEens.body.code]).toEqual([409, 'NIET_SAMENGEVOEGD']);
  });
});

describe('a dossier into which another one went, when it is destroyed', () => {
  it('then nobody can read either of them', async () => {
    const { id } = await registreer('999990081');
    const dubbel = await registreer('999990093');
    const zonderNummer = { vervangt: dubbel.gebeurtenissen[0], velden: { bsn: null }, reden: 'Van een ander kind.' };
    await gelukt(gi.post(`/v1/jeugdigen/${dubbel.id}/correcties`, zonderNummer));
    const samen = { metJeugdigeId: dubbel.id, reden: 'Twee keer aangemeld.' };
    await gelukt(api.as('teamleider').post(`/v1/jeugdigen/${id}/samenvoegingen`, samen));
    await gelukt(gemeente.post(`/v1/jeugdigen/${id}/sluiting`));
    await gelukt(api.as('beheer').post(`/v1/jeugdigen/${id}/vernietiging`, { grond: 'verzoek_betrokkene' }));
    for (const welk of [id, dubbel.id])
      expect(await dossier(welk)).toMatchObject({ persoon: { naam: VERNIETIGD }, regie: { status: 'vernietigd' } });
  });
});

describe('the log of all this', () => {
  it('when recounted, then one organisation held casusregie at every moment', async () => {
    await api.settle();
    expect(await verify(api.engine, () => undefined)).toMatchObject({ goed: true });
  });
});
