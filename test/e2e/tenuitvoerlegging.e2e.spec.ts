import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MachtigingSoort } from '@regielijn/kern';
import { machtigingStream } from '@regielijn/machtiging';
import { TenuitvoerleggingVolgtTraject, trajectStream } from '@regielijn/traject';
import { dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { machtigingstand } from '../kit/machtigingstand.js';

let api: TestApi;
let dienst: Client;
let voorzieningId: string;
let jeugdigeId: string;
let trajectId: string;
let nummer = 0;

const bsns = [
  '999993604',
  '999993616',
  '999993628',
  '999993641',
  '999993653',
  '999993665',
  '999993677',
  '999993689',
  '999993690',
  '999993707',
  '999993719',
  '999993720',
  '999993732',
  '999993744',
  '999993756',
  '999993768',
  '999993781',
  '999993793',
  '999993811',
  '999993823',
];
const doe = (pad: string, body: object): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
  const groep = { naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0518', variant: 'dwanggroep' };
  voorzieningId = (await doe('voorzieningen', groep)).id;
}, 60_000);
afterAll(() => api.close(), 60_000);

beforeEach(async () => {
  const { id } = await doe('jeugdigen', {
    ...{ bsn: bsns[nummer]!, naam: 'Robin Voorbeeld', geboortedatum: '2010-10-10', geslacht: 'x' },
    ...{ gemeente: { code: '0518' }, geldigOp: '2026-02-02T09:00:00Z' },
  });
  nummer += 1;
  jeugdigeId = id;
  const aanmelding = { urgentie: 'urgent', kader: 'vrijwillig', herkomst: 'thuis', aanmelder: 'gemeente-0518' };
  trajectId = (await doe('trajecten', { jeugdigeId, ...aanmelding, geldigOp: '2026-02-03T09:00:00Z' })).id;
});

const verzoek = async (soort: MachtigingSoort = 'MGJ'): Promise<string> => {
  const inhoud = { soort, grondslag: 'INSTEMMING_WV', kader: 'vrijwillig', verzoeker: 'gemeente-0518' };
  return (await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...inhoud, geldigOp: '2026-02-03T10:00:00Z' }))
    .id;
};
const verleen = (id: string, geldigVan = '2026-02-04', geldigTot = '2026-08-04'): Promise<any> =>
  doe(`machtigingen/${id}/beschikking`, {
    ...{ uitkomst: 'verleend', beschikkingOp: '2026-02-04', geldigVan, geldigTot },
    geldigOp: '2026-02-04T10:00:00Z',
  });
const verleend = async (soort?: MachtigingSoort): Promise<string> => {
  const id = await verzoek(soort);
  await verleen(id);
  return id;
};
const opTraject = (deel: string, geldigOp: string, body: object = {}): Promise<any> =>
  doe(`trajecten/${trajectId}/${deel}`, { ...body, geldigOp });
const neemOp = (machtigingId: string | null, geldigOp = '2026-02-05T09:00:00.000Z') =>
  opTraject('opname', geldigOp, { voorzieningId, machtigingId });

const stand = async (machtigingId: string) => {
  await api.settle();
  return machtigingstand(api, machtigingId);
};
/** What followers told: type and moment. */
const verteld = async (machtigingId: string): Promise<readonly string[][]> => {
  await api.settle();
  const history = await api.engine.log.read(machtigingStream(machtigingId));
  return history
    .filter(({ metadata }) => metadata.actor.subject === dienstAccounts.follower.subject)
    .map(({ type, geldigOp }) => [type, geldigOp]);
};
const vlaggen = async (): Promise<any> => {
  await api.settle();
  await api.settle();
  const { rows } = await api.engine.pool.query('select vlaggen from lm.traject where traject_id = $1', [trajectId]);
  return rows[0].vlaggen;
};

describe('a machtiging follows the traject', () => {
  it('given a verblijf from opname to uitstroom, then it is carried out, and ends, at the moments of the traject', async () => {
    const id = await verleend();
    await neemOp(id);
    expect(await stand(id)).toMatchObject({ toestand: 'TEN_UITVOER', open: 3 });
    await opTraject('onttrekkingen', '2026-02-10T20:00:00.000Z');
    expect(await stand(id)).toMatchObject({ toestand: 'ONTTROKKEN' });
    await opTraject('terugkeer', '2026-02-12T08:00:00.000Z');
    await opTraject('uitstroom', '2026-03-02T11:00:00.000Z', { bestemming: 'pleegzorg' });
    expect(await stand(id)).toMatchObject({ toestand: 'BEEINDIGD', eindigtOp: '2026-03-02' });
    expect(await verteld(id)).toEqual([
      ['machtiging.opname-gestart@1', '2026-02-05T09:00:00.000Z'],
      ['machtiging.onttrekking-geconstateerd@1', '2026-02-10T20:00:00.000Z'],
      ['machtiging.teruggekeerd@1', '2026-02-12T08:00:00.000Z'],
      ['machtiging.geeindigd@2', '2026-03-02T11:00:00.000Z'],
    ]);
    const opname = (await api.engine.log.read(trajectStream(trajectId))).find(({ type }) => type.includes('opname'));
    const [, , gevolg] = await api.engine.log.read(machtigingStream(id));
    expect(gevolg!.metadata.causationId).toBe(opname!.id);
    expect(await vlaggen()).toEqual(['zonder_toewijzing']);
  });

  it('given that somebody told it on the machtiging, at an hour of its own, then it is not told again', async () => {
    const id = await verleend();
    const opname = { gebeurtenis: 'opname_gestart', geldigOp: '2026-02-05T08:45:00.000Z' };
    await doe(`machtigingen/${id}/gebeurtenissen`, opname);
    await neemOp(id);
    expect(await verteld(id)).toEqual([]);
    expect(await stand(id)).toMatchObject({ toestand: 'TEN_UITVOER' });
  });

  it('given a beschikking that is told after the opname, then the opname reaches it then', async () => {
    const id = await verzoek();
    await neemOp(id);
    expect(await verteld(id)).toEqual([]);
    await verleen(id);
    expect(await stand(id)).toMatchObject({ toestand: 'TEN_UITVOER' });
    expect(await verteld(id)).toEqual([['machtiging.opname-gestart@1', '2026-02-05T09:00:00.000Z']]);
  });

  it('given a spoedmachtiging, then an onttrekking, of which the law knows no step there, is not told', async () => {
    const id = await verleend('SPOED');
    await neemOp(id);
    await opTraject('onttrekkingen', '2026-02-10T20:00:00.000Z');
    expect(await verteld(id)).toEqual([['machtiging.opname-gestart@1', '2026-02-05T09:00:00.000Z']]);
  });
});

describe('what was told follows a correction of the traject', () => {
  const verbeter = (vervangt: string, anders: object) =>
    doe(`trajecten/${trajectId}/correcties`, { vervangt, velden: {}, reden: 'Verkeerd opgeschreven.', ...anders });

  it('given another moment of the uitstroom, then the end of the machtiging moves, and once', async () => {
    const id = await verleend();
    await neemOp(id);
    const { gebeurtenissen } = await opTraject('uitstroom', '2026-03-02T11:00:00.000Z', { bestemming: 'pleegzorg' });
    expect(await stand(id)).toMatchObject({ eindigtOp: '2026-03-02' });
    await verbeter(gebeurtenissen[0], { gebeurdOp: '2026-03-12T11:00:00.000Z' });
    expect(await stand(id)).toMatchObject({ toestand: 'BEEINDIGD', eindigtOp: '2026-03-12' });
    expect((await verteld(id)).map(([type]) => type)).toEqual([
      ...['machtiging.opname-gestart@1', 'machtiging.geeindigd@2', 'machtiging.gecorrigeerd@1'],
    ]);
  });

  it('given a fact that was withdrawn, then what was told about it is withdrawn', async () => {
    const id = await verleend();
    await neemOp(id);
    const { gebeurtenissen } = await opTraject('onttrekkingen', '2026-02-10T20:00:00.000Z');
    expect(await stand(id)).toMatchObject({ toestand: 'ONTTROKKEN' });
    await doe(`trajecten/${trajectId}/intrekkingen`, { vervangt: gebeurtenissen[0], reden: 'Zij was op bezoek.' });
    expect(await stand(id)).toMatchObject({ toestand: 'TEN_UITVOER' });
  });

  it('given an opname that named the wrong machtiging, then the right one is carried out, and the other is not', async () => {
    const [verkeerd, goed] = [await verleend(), await verleend('SPOED')];
    const { gebeurtenissen } = await neemOp(verkeerd);
    expect(await stand(verkeerd)).toMatchObject({ toestand: 'TEN_UITVOER' });
    await verbeter(gebeurtenissen[0], { velden: { machtigingId: goed } });
    expect(await stand(goed)).toMatchObject({ toestand: 'TEN_UITVOER' });
    expect(await stand(verkeerd)).toMatchObject({ toestand: 'VERLEEND', open: 0 });
  });
});

describe('what was told is another thing after a correction', () => {
  it('given an opname that turns out to be after the first day, then the machtiging hears of an opname, and who must be told', async () => {
    const id = await verleend();
    const { gebeurtenissen } = await neemOp(id, '2026-02-03T20:00:00.000Z');
    expect(await verteld(id)).toEqual([['machtiging.verblijf-voortgezet@1', '2026-02-03T23:00:00.000Z']]);
    expect(await stand(id)).toMatchObject({ toestand: 'TEN_UITVOER', open: 0 });
    await doe(`trajecten/${trajectId}/correcties`, {
      ...{ vervangt: gebeurtenissen[0], velden: {}, gebeurdOp: '2026-02-05T09:00:00.000Z', reden: 'Verkeerde dag.' },
    });
    expect(await stand(id)).toMatchObject({ toestand: 'TEN_UITVOER', open: 3 });
    expect((await verteld(id)).at(-1)).toEqual(['machtiging.opname-gestart@1', '2026-02-05T09:00:00.000Z']);
  });

  it('given an event that comes by again, then nothing is told or withdrawn', async () => {
    const eerste = await verleend();
    await neemOp(eerste);
    const volgende = await verzoek();
    await verleen(volgende, '2026-08-04', '2027-02-04');
    await api.settle();
    const streams = [trajectStream(trajectId), machtigingStream(eerste), machtigingStream(volgende)];
    const lees = () => Promise.all(streams.map((stream) => api.engine.log.read(stream)));
    const eerder = await lees();
    const follower = api.app.get(TenuitvoerleggingVolgtTraject);
    for (const event of eerder.flat()) await follower.handle({ ...event, vastgelegdOp: event.geldigOp });
    expect(await lees()).toEqual(eerder);
  });
});

describe('an opname on a voorwaardelijke machtiging', () => {
  it('given no opnamebeslissing, then it is flagged; given one of that day that is told later, then no more', async () => {
    const id = await verleend('VMGJ');
    await doe(`machtigingen/${id}/gebeurtenissen`, {
      ...{ gebeurtenis: 'toezicht_gestart', geldigOp: '2026-02-04T12:00:00Z' },
    });
    await neemOp(id);
    expect(await vlaggen()).toEqual(['zonder_machtiging', 'zonder_toewijzing']);
    expect(await verteld(id)).toEqual([]);
    await doe(`machtigingen/${id}/besluiten`, {
      ...{ besluit: 'opname_bevoegd_vastgesteld', geldigOp: '2026-02-05T07:00:00Z' },
    });
    await doe(`machtigingen/${id}/opnamebeslissing`, {
      ...{ door: 'behandelaar-12', actueleToestandNagegaan: true, redenen: 'Het ging thuis niet.' },
      geldigOp: '2026-02-05T08:00:00Z',
    });
    expect(await vlaggen()).toEqual(['zonder_toewijzing']);
    expect(await stand(id)).toMatchObject({ toestand: 'OMGEZET' });
  });
});

describe('a machtiging that begins to hold in a verblijf that runs', () => {
  const tot = async (id: string, verwacht: object): Promise<void> => expect(await stand(id)).toMatchObject(verwacht);

  it('given that it follows another, then it is carried out from its first day, nobody has to be told, and it can be suspended', async () => {
    const eerste = await verleend();
    await neemOp(eerste);
    const volgende = await verzoek();
    await verleen(volgende, '2026-08-04', '2027-02-04');
    await tot(volgende, { toestand: 'TEN_UITVOER', open: 0 });
    expect(await verteld(volgende)).toEqual([['machtiging.verblijf-voortgezet@1', '2026-08-03T22:00:00.000Z']]);
    await doe(`machtigingen/${volgende}/besluiten`, {
      ...{ besluit: 'schorsing_verleend', geldigOp: '2026-09-01T10:00:00Z' },
      instemming: { register: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG', registratieGeldigTot: null, gegevenOp: '2026-09-01' },
    });
    await tot(volgende, { toestand: 'GESCHORST' });
  });

  it('given a jeugdige who had left by then, then it is not carried out, and that is said again when a correction shows it', async () => {
    const eerste = await verleend();
    await neemOp(eerste);
    const { gebeurtenissen } = await opTraject('onttrekkingen', '2026-08-01T20:00:00.000Z');
    const volgende = await verzoek();
    await verleen(volgende, '2026-08-04', '2027-02-04');
    await tot(volgende, { toestand: 'VERLEEND' });
    await doe(`trajecten/${trajectId}/intrekkingen`, { vervangt: gebeurtenissen[0], reden: 'Zij was op bezoek.' });
    await tot(volgende, { toestand: 'TEN_UITVOER' });
  });
});

describe('a machtiging that nobody carries out lapses after three months', () => {
  const inDossier = async (machtigingId: string, op: string): Promise<any> => {
    await api.settle();
    const { body } = await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}?op=${op}`);
    return body.machtigingen.find((een: any) => een.machtigingId === machtigingId);
  };

  it('given an opname before that day, then it rests on it; given one on that day or after it, then it is flagged', async () => {
    const id = await verleend();
    expect((await inDossier(id, '2026-03-01')).zonderUitvoering).toEqual({
      ...{ sinds: '2026-02-04', vervaltOp: '2026-05-04' },
    });
    const { gebeurtenissen } = await neemOp(id, '2026-05-03T21:59:00.000Z');
    expect(await vlaggen()).toEqual(['zonder_toewijzing']);
    expect((await inDossier(id, '2026-05-10')).zonderUitvoering).toBeNull();
    await doe(`trajecten/${trajectId}/correcties`, {
      ...{ vervangt: gebeurtenissen[0], velden: {}, gebeurdOp: '2026-05-03T22:00:00.000Z', reden: 'Verkeerd uur.' },
    });
    expect(await vlaggen()).toEqual(['zonder_machtiging', 'zonder_toewijzing']);
    const { trajecten } = (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}`)).body;
    expect(trajecten).toMatchObject([{ machtigingId: id, opnameVlaggen: ['zonder_machtiging', 'zonder_toewijzing'] }]);
  });

  it('given an earlier opname that is told later, then the opname after it rests on it after all', async () => {
    const id = await verleend();
    await neemOp(id, '2026-06-01T09:00:00.000Z');
    expect(await vlaggen()).toEqual(['zonder_machtiging', 'zonder_toewijzing']);
    await doe(`machtigingen/${id}/gebeurtenissen`, {
      ...{ gebeurtenis: 'opname_gestart', geldigOp: '2026-02-10T09:00:00.000Z' },
    });
    expect(await vlaggen()).toEqual(['zonder_toewijzing']);
  });

  it('given an opname after it lapsed, then it does not come back to life: the opname is told with a flag, a besluit is refused', async () => {
    const id = await verleend();
    await neemOp(id, '2026-06-01T09:00:00.000Z');
    expect(await stand(id)).toMatchObject({ toestand: 'VERLEEND' });
    const { data } = (await api.engine.log.read(machtigingStream(id))).at(-1)!;
    expect(data['vlaggen']).toEqual(['buiten_volgorde']);
    expect(await inDossier(id, '2026-06-02')).toMatchObject({
      ...{ toestand: 'VERLEEND', zonderUitvoering: { sinds: '2026-02-04', vervaltOp: '2026-05-04' } },
    });
    const schorsing = await dienst.post(`/v1/machtigingen/${id}/besluiten`, {
      ...{ besluit: 'schorsing_verleend', geldigOp: '2026-06-10T10:00:00Z' },
      instemming: { register: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG', registratieGeldigTot: null, gegevenOp: '2026-06-10' },
    });
    expect([schorsing.status, schorsing.body.code, schorsing.body.status]).toEqual([409, 'MACHTIGING_VERVALLEN', 409]);
  });

  it('given a return after it lapsed, then the dossier still says so', async () => {
    const id = await verleend();
    await neemOp(id);
    await opTraject('onttrekkingen', '2026-02-10T20:00:00.000Z');
    await opTraject('terugkeer', '2026-05-10T20:00:00.000Z');
    expect(await inDossier(id, '2026-05-11')).toMatchObject({
      ...{ toestand: 'ONTTROKKEN', zonderUitvoering: { sinds: '2026-02-10', vervaltOp: '2026-05-10' } },
    });
  });

  it('given a schorsing, then the dossier says since when, and no day on which it lapses (A1)', async () => {
    const id = await verleend();
    await neemOp(id);
    await api.settle();
    await doe(`machtigingen/${id}/besluiten`, {
      ...{ besluit: 'schorsing_verleend', geldigOp: '2026-03-10T10:00:00Z' },
      instemming: { register: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG', registratieGeldigTot: null, gegevenOp: '2026-03-10' },
    });
    expect(await inDossier(id, '2026-07-01')).toMatchObject({
      ...{ toestand: 'GESCHORST', zonderUitvoering: { sinds: '2026-03-10', vervaltOp: null } },
    });
  });

  it('given that its lapse is told, then it lapsed on the day that the law names, whenever somebody was taken in after it', async () => {
    const id = await verleend();
    await neemOp(id, '2026-06-01T09:00:00.000Z');
    await doe(`machtigingen/${id}/einde`, { grond: 'niet_ten_uitvoer_gelegd', geldigOp: '2026-06-02T09:00:00.000Z' });
    expect(await stand(id)).toMatchObject({ toestand: 'VERVALLEN_NIET_TENUITVOER', eindigtOp: '2026-05-04' });
  });
});
