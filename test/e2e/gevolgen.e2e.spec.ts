import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCorrections } from '@regielijn/kern';
import { machtigingStream } from '@regielijn/machtiging';
import { dienstAccounts } from '@regielijn/toegang';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let dienst: Client;

const doe = async (pad: string, body: object = {}): Promise<any> => {
  const { status, body: answer } = await dienst.post(`/v1/${pad}`, body);
  expect([[200, 201].includes(status), answer.detail]).toEqual([true, undefined]);
  return answer;
};
const weigert = async (pad: string, body: object = {}): Promise<[number, string]> => {
  const { status, body: answer } = await dienst.post(`/v1/${pad}`, body);
  return [status, answer.code];
};

const persoon = (bsn: string, geldigOp = '2026-02-02T09:00:00Z') => ({
  ...{ bsn, naam: 'Robin Voorbeeld', geboortedatum: '2010-10-10', geslacht: 'x', gemeente: { code: '0518' }, geldigOp },
});
const aanmelding = (jeugdigeId: string, geldigOp = '2026-02-03T09:00:00Z') => ({
  ...{ jeugdigeId, urgentie: 'urgent', kader: 'vrijwillig', herkomst: 'thuis', aanmelder: 'gemeente-0518', geldigOp },
});
const verzoek = (jeugdigeId: string) => ({
  ...{ jeugdigeId, soort: 'MGJ', grondslag: 'INSTEMMING_WV', kader: 'vrijwillig', verzoeker: 'gemeente-0518' },
  geldigOp: '2026-02-03T09:00:00Z',
});
const groep = (naam: string, variant: string) =>
  doe('voorzieningen', { naam, aanbieder: 'aanbieder-demo', gemeentecode: '0518', variant });

/** The row of this traject, as soon as it reads as expected. */
const totRij = async (trajectId: string, verwacht: object): Promise<void> => {
  let row: object = {};
  for (let n = 0; n < 200; n += 1) {
    const { rows } = await api.engine.pool.query('select * from lm.traject where traject_id = $1', [trajectId]);
    row = rows[0] ?? {};
    if (Object.entries(verwacht).every(([k, v]) => JSON.stringify((row as any)[k]) === JSON.stringify(v))) return;
    await new Promise((later) => setTimeout(later, 25));
  }
  expect(row).toMatchObject(verwacht);
};

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('what a traject took over follows when it is corrected', () => {
  let jeugdige: any, machtiging: any, opname: any;
  let trajectId: string;

  beforeAll(async () => {
    jeugdige = await doe('jeugdigen', persoon('999990068'));
    machtiging = await doe('machtigingen/ingediende-verzoeken', verzoek(jeugdige.id));
    trajectId = (await doe('trajecten', aanmelding(jeugdige.id))).id;
    const { id: voorzieningId } = await groep('Groep De Es', 'dwanggroep');
    opname = await doe(`trajecten/${trajectId}/opname`, {
      ...{ voorzieningId, machtigingId: machtiging.id, geldigOp: '2026-02-05T09:00:00Z' },
    });
    await totRij(trajectId, { leeftijd: 15, vlaggen: ['zonder_machtiging', 'zonder_toewijzing'], regio: 'haaglanden' });
  }, 30_000);

  it('given a beschikking that is told after the opname it holds for, then the opname was not without', async () => {
    await doe(`machtigingen/${machtiging.id}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: '2026-02-04', geldigVan: '2026-02-04', geldigTot: '2026-08-04' },
    });
    await totRij(trajectId, { vlaggen: ['zonder_toewijzing'] });
  });

  it('given a wrong geboortedatum and gemeente, when corrected, then age and region of the traject are right', async () => {
    await doe(`jeugdigen/${jeugdige.id}/correcties`, {
      vervangt: jeugdige.gebeurtenissen[0],
      velden: { geboortedatum: '2009-01-10', gemeentecode: '0599' },
      reden: 'Uit de basisregistratie.',
    });
    await totRij(trajectId, { leeftijd: 17, gemeentecode: '0599', regio: 'rijnmond' });
    const { body } = await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdige.id}`);
    expect(body.regie).toMatchObject({
      regio: 'rijnmond',
      casusregie: [{ houder: { organisatie: 'gemeente-0599' } }],
    });
  });

  it('given an opname in the wrong voorziening, when corrected, then its variant follows at once', async () => {
    const { id: voorzieningId } = await groep('Groep De Linde', 'kleinschalig');
    await doe(`trajecten/${trajectId}/correcties`, {
      ...{ vervangt: opname.gebeurtenissen[0], velden: { voorzieningId }, reden: 'Verkeerde groep gekozen.' },
    });
    await totRij(trajectId, { variant: 'kleinschalig' });
  });

  it('when a field that follows from others is corrected itself, then that is refused', async () => {
    const correctie = { vervangt: opname.gebeurtenissen[0], reden: 'fout' };
    const pad = `trajecten/${trajectId}/correcties`;
    expect(await weigert(pad, { ...correctie, velden: { leeftijd: 12 } })).toEqual([409, 'VELD_VOLGT']);
    const onbekend = { voorzieningId: trajectId };
    expect(await weigert(pad, { ...correctie, velden: onbekend })).toEqual([404, 'NIET_GEVONDEN']);
  });

  it('when a correction puts facts in the wrong order or takes away their ground, then it is refused', async () => {
    await doe(`trajecten/${trajectId}/uitstroom`, { bestemming: 'pleegzorg', geldigOp: '2026-02-20T09:00:00Z' });
    const over = { vervangt: opname.gebeurtenissen[0], reden: 'fout' };
    const later = { ...over, velden: {}, gebeurdOp: '2026-02-21T09:00:00Z' };
    expect(await weigert(`trajecten/${trajectId}/correcties`, later)).toEqual([409, 'FEITEN_IN_STRIJD']);
    expect(await weigert(`trajecten/${trajectId}/intrekkingen`, over)).toEqual([409, 'FEITEN_IN_STRIJD']);
  });

  it('given a shorter beschikking than was told, then what the law allows is held against the corrected dates', async () => {
    const tijdlijn: any[] = (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdige.id}/tijdlijn`)).body
      .gebeurtenissen;
    const { id: vervangt } = tijdlijn.find(({ soort }) => soort === 'machtiging.verleend');
    const pad = `machtigingen/${machtiging.id}/correcties`;
    await doe(pad, { vervangt, velden: { geldigTot: '2027-03-01' }, reden: 'Verkeerd gelezen.' });
    const later: any[] = (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdige.id}/tijdlijn`)).body
      .gebeurtenissen;
    expect(later.find(({ soort }) => soort === 'machtiging.gecorrigeerd').gegevens.velden).toEqual({
      ...{ geldigTot: '2027-03-01', langerDanWet: true },
    });
    const omgekeerd = { vervangt, velden: { geldigTot: '2026-02-01' }, reden: 'fout' };
    expect(await weigert(pad, omgekeerd)).toEqual([409, 'FEITEN_IN_STRIJD']);
  });
});

describe('what a machtiging took over follows when it is corrected', () => {
  it('given a geboortedatum that makes somebody eighteen, then the law lets the machtiging hold shorter', async () => {
    const jeugdige = await doe('jeugdigen', persoon('999990160'));
    const { id: machtigingId } = await doe('machtigingen/ingediende-verzoeken', verzoek(jeugdige.id));
    await doe(`machtigingen/${machtigingId}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: '2026-02-04', geldigVan: '2026-02-04', geldigTot: '2026-08-04' },
    });
    const inDossier = async (): Promise<any> => {
      await api.settle();
      return (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdige.id}`)).body.machtigingen[0];
    };
    expect(await inDossier()).toMatchObject({ wettelijkUiterlijk: '2027-02-04', langerDanWet: false });
    await doe(`jeugdigen/${jeugdige.id}/correcties`, {
      ...{ vervangt: jeugdige.gebeurtenissen[0], velden: { geboortedatum: '2007-12-10' }, reden: 'Uit de BRP.' },
    });
    expect(await inDossier()).toMatchObject({ wettelijkUiterlijk: '2026-06-10', langerDanWet: true });
  });
});

describe('a move that is told late', () => {
  it('given a request by the college of where the jeugdige had moved to, then the flag at it goes, and the traject moves too', async () => {
    const jeugdige = await doe('jeugdigen', persoon('999990172'));
    const { id: machtigingId } = await doe('machtigingen/ingediende-verzoeken', {
      ...verzoek(jeugdige.id),
      ...{ verzoeker: 'gemeente-0599', verzoekerSoort: 'college' },
    });
    const { id: traject } = await doe('trajecten', aanmelding(jeugdige.id));
    const vlaggen = async (): Promise<string[]> => {
      await api.settle();
      const [feit] = withCorrections((await api.engine.log.read(machtigingStream(machtigingId))) as never);
      return (feit as any).data.vlaggen.map(({ code }: any) => code);
    };
    expect(await vlaggen()).toContain('VERZOEKER_ANDERE_GEMEENTE');
    await totRij(traject, { gemeentecode: '0518' });
    await doe(`jeugdigen/${jeugdige.id}/verhuizingen`, {
      ...{ gemeente: { code: '0599' }, geldigOp: '2026-02-02T20:00:00Z' },
    });
    expect(await vlaggen()).not.toContain('VERZOEKER_ANDERE_GEMEENTE');
    await totRij(traject, { gemeentecode: '0599' });
  });
});

describe('an end of a machtiging that a correction undoes', () => {
  it('given an overplaatsing that turns out to be after the end, then the opname after that was not without', async () => {
    const { id: jeugdigeId } = await doe('jeugdigen', persoon('999990147'));
    const { id: machtigingId } = await doe('machtigingen/ingediende-verzoeken', verzoek(jeugdigeId));
    const opMachtiging = (deel: string, body: object) => doe(`machtigingen/${machtigingId}/${deel}`, body);
    await opMachtiging('beschikking', {
      ...{ uitkomst: 'verleend', beschikkingOp: '2026-02-04', geldigVan: '2026-02-04', geldigTot: '2026-08-04' },
    });
    await opMachtiging('gebeurtenissen', { gebeurtenis: 'opname_gestart', geldigOp: '2026-02-05T09:00:00Z' });
    const over = await opMachtiging('gebeurtenissen', {
      gebeurtenis: 'overgeplaatst',
      geldigOp: '2026-02-10T09:00:00Z',
    });
    await opMachtiging('einde', { grond: 'uitstroom', geldigOp: '2026-03-02T09:00:00Z' });
    const { id: trajectId } = await doe('trajecten', aanmelding(jeugdigeId));
    const { id: voorzieningId } = await groep('Groep De Iep', 'dwanggroep');
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId, machtigingId, geldigOp: '2026-04-01T09:00:00Z' });
    await totRij(trajectId, { vlaggen: ['zonder_machtiging', 'zonder_toewijzing'] });
    await opMachtiging('correcties', {
      ...{ vervangt: over.gebeurtenissen[0], velden: {}, gebeurdOp: '2026-03-10T09:00:00Z', reden: 'Verkeerde dag.' },
    });
    await totRij(trajectId, { vlaggen: ['zonder_toewijzing'] });
  });
});

describe('a dossier that is closed', () => {
  it('given nobody registered, then no machtiging can be asked, and no key is made', async () => {
    const jeugdigeId = '00000000-0000-4000-8000-000000000001';
    expect(await weigert('machtigingen/ingediende-verzoeken', verzoek(jeugdigeId))).toEqual([404, 'NIET_GEVONDEN']);
    expect((await api.engine.keys.find([jeugdigeId])).size).toBe(0);
  });

  it('takes nothing new until it is opened again; what belongs to before may still be told', async () => {
    const { id } = await doe('jeugdigen', persoon('999990081'));
    const { id: trajectId } = await doe('trajecten', aanmelding(id));
    await api.settle();
    expect(await weigert(`jeugdigen/${id}/sluiting`)).toEqual([409, 'TRAJECT_STAAT_OPEN']);
    await doe(`trajecten/${trajectId}/ingetrokken-aanmelding`, { reden: 'De ouders zien ervan af.' });
    await doe(`jeugdigen/${id}/sluiting`);
    expect(await weigert('trajecten', aanmelding(id))).toEqual([409, 'DOSSIER_GESLOTEN']);
    expect(await weigert('machtigingen/ingediende-verzoeken', verzoek(id))).toEqual([409, 'DOSSIER_GESLOTEN']);
    await doe(`trajecten/${trajectId}/maatregelen`, {
      ...{ maatregel: 'vastpakken', inPlan: false, noodsituatie: true, beslotenDoor: 'behandelaar-3' },
      ...{ minderBezwarendGeprobeerd: 'Praten.', reden: 'Hij sloeg.', geldigOp: '2026-02-05T09:00:00Z' },
    });
    await doe(`jeugdigen/${id}/heropening`);
    await doe('trajecten', aanmelding(id));
  });

  it('cannot be closed while a jeugdige stays somewhere, or nazorg is open', async () => {
    const { id } = await doe('jeugdigen', persoon('999990093'));
    const { id: trajectId } = await doe('trajecten', aanmelding(id));
    const { id: voorzieningId } = await groep('Groep De Beuk', 'crisisgroep');
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId, geldigOp: '2026-02-05T09:00:00Z' });
    await api.settle();
    expect(await weigert(`jeugdigen/${id}/sluiting`)).toEqual([409, 'TRAJECT_STAAT_OPEN']);
    await doe(`trajecten/${trajectId}/uitstroom`, { bestemming: 'pleegzorg', geldigOp: '2026-02-20T09:00:00Z' });
    expect(await weigert(`jeugdigen/${id}/sluiting`)).toEqual([409, 'TRAJECT_STAAT_OPEN']);
    await doe(`trajecten/${trajectId}/nazorgplan`, {
      levensgebieden: [{ levensgebied: 'wonen', nodig: false }],
    });
    await doe(`trajecten/${trajectId}/afsluiting`);
    // The read model may still call it open; the log decides.
    await doe(`jeugdigen/${id}/sluiting`);
  });
});
