import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datumVan, plusDagen } from '@regielijn/kern';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { machtigingstand } from '../kit/machtigingstand.js';

let api: TestApi;
let jb: Client;
let behandelaar: Client;
let jeugdigeId: string;

beforeAll(async () => {
  api = await startTestApi();
  jb = api.as('jeugdbeschermer');
  behandelaar = api.as('behandelaar');
  const { id } = await gelukt(
    jb.post('/v1/jeugdigen', {
      ...{ bsn: '999990068', naam: 'Noor van Voorbeeld', geboortedatum: '2010-09-14', geslacht: 'vrouw' },
      ...{ gemeente: { code: '0599' }, geldigOp: '2026-01-05T09:00:00Z' },
    }),
  );
  jeugdigeId = id;
}, 60_000);
afterAll(() => api.close(), 60_000);

const register = 'BIG_GEZONDHEIDSZORGPSYCHOLOOG';
const toestemming = { register, registratieGeldigTot: null, gegevenOp: '2026-01-05' };
const verklaring = { ...toestemming, onderzoekOp: '2026-01-04', persoonlijkOnderzocht: true };
const verzoek = (anders: object = {}) => ({
  ...{ jeugdigeId, soort: 'MGJ', grondslag: 'INSTEMMING_WV', kader: 'gedwongen', verzoeker: 'gi-jb-west' },
  ...{ verzoekerSoort: 'GI', instemming: verklaring, verlenging: false },
  bevoegdheid: { kinderbeschermingsmaatregel: 'opgelegd', giMaatregel: 'gi-jb-west' },
  ...anders,
});
const plan = {
  ...{ voorwaardenEnToezicht: true, jeugdhulp: true, bevoegdeMedewerker: 'behandelaar-12', maatregelen: [] },
  ...{ aanbiederVoorwaarden: 'aanbieder-ambulant', aanbiederOpname: 'aanbieder-demo' },
};

/** One machtiging of the past over HTTP, from the request on. */
const verleend = async (anders: object, geldig: { van: string; tot: string }) => {
  const gevraagd = verzoek({ ...anders, volledig: true, geldigOp: '2026-01-06T09:00:00Z' });
  const { id } = await gelukt(jb.post('/v1/machtigingen/ingediende-verzoeken', gevraagd));
  const pad = `/v1/machtigingen/${id}`;
  await gelukt(
    jb.post(`${pad}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: geldig.van, geldigVan: geldig.van, geldigTot: geldig.tot },
      geldigOp: `${geldig.van}T10:00:00Z`,
    }),
  );
  const doe = (deel: string, body: object, dag: string, wie = behandelaar) =>
    wie.post(`${pad}/${deel}`, { ...body, geldigOp: `${dag}T12:00:00Z` });
  const stand = () => machtigingstand(api, id);
  return { id, pad, doe, stand };
};

describe('a machtiging gesloten jeugdhulp, from request to lapse', () => {
  it('given an opname, schorsing and its withdrawal, when the consent is withdrawn, then it lapses on the 14th day after', async () => {
    const { doe, stand, id } = await verleend({}, { van: '2026-01-08', tot: '2026-07-08' });
    const opname = await gelukt(doe('gebeurtenissen', { gebeurtenis: 'opname_gestart' }, '2026-01-09'));
    expect(await stand()).toMatchObject({
      toestand: 'TEN_UITVOER',
      open: 3,
      eindigtOp: '2026-07-08',
    });
    const melding = { gebeurtenisId: opname.gebeurtenissen[0], aan: 'gezag' };
    await gelukt(doe('meldingen', melding, '2026-01-10'));
    const zonder = await doe('besluiten', { besluit: 'schorsing_verleend' }, '2026-02-01');
    expect(zonder).toMatchObject({
      status: 409,
      body: { code: 'INSTEMMING_ONTBREEKT', bron: 'Jeugdwet art. 6.1.12 lid 5' },
    });
    await gelukt(doe('besluiten', { besluit: 'schorsing_verleend', instemming: toestemming }, '2026-02-01'));
    expect(await stand()).toMatchObject({ toestand: 'GESCHORST', open: 4 });
    await gelukt(doe('besluiten', { besluit: 'schorsing_ingetrokken' }, '2026-02-10'));
    await gelukt(doe('einde', { grond: 'instemming_ingetrokken' }, '2026-03-01', jb));
    expect(await stand()).toMatchObject({ status: 'geeindigd', eindigtOp: '2026-03-15', open: 6 });
    const { body } = await jb.get(`/v1/jeugdigen/${jeugdigeId}?op=2026-02-05`);
    expect(body.machtigingen.find((een: any) => een.machtigingId === id)).toMatchObject({ toestand: 'GESCHORST' });
  });

  it('given a correction of the first day, then the day on which it lapsed follows', async () => {
    const { pad, doe, stand } = await verleend({}, { van: '2026-01-08', tot: '2026-07-08' });
    await gelukt(doe('einde', { grond: 'niet_ten_uitvoer_gelegd' }, '2026-05-20', jb));
    expect(await stand()).toMatchObject({ toestand: 'VERVALLEN_NIET_TENUITVOER', eindigtOp: '2026-04-08' });
    const tijdlijn: any[] = (await jb.get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn`)).body.gebeurtenissen;
    const vervangt = tijdlijn.find(
      ({ soort, gegevens }) => soort === 'machtiging.verleend' && pad.endsWith(gegevens.machtigingId),
    ).id;
    const correctie = { vervangt, velden: { geldigVan: '2026-01-20' }, reden: 'Verkeerd gelezen.' };
    await gelukt(jb.post(`${pad}/correcties`, correctie));
    expect(await stand()).toMatchObject({ eindigtOp: '2026-04-20' });
  });
});

describe('a machtiging of which nobody told that it is over', () => {
  it('then the dossier says so from the day after its last, and not before', async () => {
    const { doe, id } = await verleend({}, { van: '2026-01-08', tot: '2026-07-08' });
    await gelukt(doe('gebeurtenissen', { gebeurtenis: 'opname_gestart' }, '2026-01-09'));
    await api.settle();
    const toestandOp = async (dag: string): Promise<string> => {
      const { body } = await jb.get(`/v1/jeugdigen/${jeugdigeId}?op=${dag}`);
      return body.machtigingen.find((een: any) => een.machtigingId === id).toestand;
    };
    expect(await toestandOp('2026-07-07')).toBe('TEN_UITVOER');
    expect(await toestandOp('2026-07-08')).toBe('VERLOPEN');
  });
});

describe('a request on which was decided', () => {
  it('given another beschikking, then the refusal says where the request stands, beside its own status', async () => {
    const { doe } = await verleend({}, { van: '2026-01-08', tot: '2026-07-08' });
    const afgewezen = { uitkomst: 'afgewezen', beschikkingOp: '2026-01-08' };
    const { status, body } = await doe('beschikking', afgewezen, '2026-01-08', jb);
    expect([status, body.status, body.code, body.stand]).toEqual([409, 409, 'AL_BESLIST', 'verleend']);
  });
});

describe('a spoedmachtiging, from request to lapse', () => {
  it('then nothing suspends or extends it, and it ends with the decision on the machtiging', async () => {
    const { doe, stand } = await verleend({ soort: 'SPOED' }, { van: '2026-01-08', tot: '2026-02-05' });
    await gelukt(doe('gebeurtenissen', { gebeurtenis: 'opname_gestart' }, '2026-01-08'));
    const schorsing = await doe('besluiten', { besluit: 'schorsing_verleend', instemming: toestemming }, '2026-01-12');
    expect(schorsing).toMatchObject({ status: 409, body: { code: 'OVERGANG_MAG_NIET' } });
    await gelukt(doe('einde', { grond: 'beslist_op_machtiging' }, '2026-01-22', jb));
    expect(await stand()).toMatchObject({ toestand: 'OPGEVOLGD_DOOR_BESLISSING', eindigtOp: '2026-01-22' });
  });
});

describe('a voorwaardelijke machtiging, from request to lapse', () => {
  it('given a breach, then the opname ends after six months at most, and the jeugdige hears of it within four days', async () => {
    const voorwaardelijk = { soort: 'VMGJ', hulpverleningsplan: plan, verlenging: true };
    const { doe, stand } = await verleend(voorwaardelijk, { van: '2026-01-08', tot: '2027-01-08' });
    await gelukt(doe('gebeurtenissen', { gebeurtenis: 'toezicht_gestart' }, '2026-01-09'));
    await gelukt(doe('besluiten', { besluit: 'opname_bevoegd_vastgesteld' }, '2026-02-01'));
    const opname = { door: 'behandelaar-12', actueleToestandNagegaan: true, redenen: 'Zij kwam niet meer.' };
    const ander = await doe('opnamebeslissing', { ...opname, door: 'behandelaar-13' }, '2026-02-02');
    expect(ander.body).toMatchObject({ code: 'MEDEWERKER_ONBEVOEGD', bron: 'Jeugdwet art. 6.1.6 lid 4' });
    const { gebeurtenissen } = await gelukt(doe('opnamebeslissing', opname, '2026-02-02'));
    const na = await stand();
    expect(na).toMatchObject({ toestand: 'OMGEZET', eindigtOp: '2026-08-02', open: 4 });
    expect(na.meldingen[0]).toMatchObject({ aan: 'jeugdige', uiterlijk: '2026-02-06' });
    await gelukt(doe('meldingen', { gebeurtenisId: gebeurtenissen[0], aan: 'jeugdige' }, '2026-02-04'));
    await gelukt(doe('einde', { grond: 'verlopen' }, '2026-08-03', jb));
    expect(await stand()).toMatchObject({ toestand: 'VERLOPEN', eindigtOp: '2026-08-02', open: 3 });
  });
});

describe('to file a request now', () => {
  const vandaag = datumVan(new Date().toISOString());
  const vers = { ...verklaring, gegevenOp: vandaag, onderzoekOp: plusDagen(vandaag, -3) };

  it('given nothing missing, then it is filed', async () => {
    const { status, body } = await jb.post('/v1/machtigingen', verzoek({ instemming: vers }));
    expect([status, body.gebeurtenissen?.length]).toEqual([201, 1]);
  });

  it.each<[string, object, string, string]>([
    [
      'a statement of who is in no valid register',
      { instemming: { ...vers, register: 'SKJ_JEUGDZORGWERKER' } },
      'GEDRAGSWETENSCHAPPER_NIET_GEKWALIFICEERD',
      'Regeling Jeugdwet art. 2',
    ],
    [
      'a requester who may not',
      { instemming: vers, verzoekerSoort: 'anders' },
      'VERZOEKER_ONBEVOEGD',
      'Jeugdwet art. 6.1.8 lid 2',
    ],
    [
      'a college of another gemeente than the dossier has',
      {
        ...{ instemming: vers, verzoeker: 'gemeente-0518', verzoekerSoort: 'college' },
        bevoegdheid: { kinderbeschermingsmaatregel: 'geen', collegeVanWoonplaats: 'gemeente-0518' },
      },
      'VERZOEKER_ANDERE_GEMEENTE',
      'Jeugdwet art. 6.1.8 lid 1',
    ],
    [
      'an examination of before the birth',
      { instemming: { ...vers, onderzoekOp: '2010-09-13' } },
      'ONDERZOEK_VOOR_GEBOORTE',
      'Jeugdwet art. 6.1.2 lid 5',
    ],
    [
      'an extension of a spoedmachtiging',
      { instemming: vers, soort: 'SPOED', verlenging: true },
      'SPOED_NIET_TE_VERLENGEN',
      'Jeugdwet art. 6.1.12 lid 2',
    ],
  ])('given %s, then it is refused with the article', async (_, anders, code, bron) => {
    const answer = await jb.post('/v1/machtigingen', verzoek(anders));
    expect(answer).toMatchObject({ status: 409, body: { code, bron } });
  });

  it('given a day before today, then the answer says to tell it as a request that was filed', async () => {
    const answer = await jb.post('/v1/machtigingen', verzoek({ instemming: vers, geldigOp: '2026-01-06T09:00:00Z' }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'VERZOEK_NIET_VAN_NU' } });
  });

  it('given a machtiging to extend that is not of this jeugdige, then it is not known', async () => {
    const verlengt = { instemming: vers, verlenging: true, verlengtMachtigingId: jeugdigeId };
    expect(await jb.post('/v1/machtigingen', verzoek(verlengt))).toMatchObject({ status: 404 });
  });
});
