import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nieuwJeugdigeId } from '@regielijn/jeugdige';
import { dienstAccounts } from '@regielijn/toegang';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let dienst: Client;
let jeugdigeId: string;
let trajectId: string;
let opnameId: string;

const doe = async (pad: string, body: object = {}): Promise<any> => {
  const { status, body: answer } = await dienst.post(`/v1/${pad}`, body);
  expect([[200, 201].includes(status), answer.detail]).toEqual([true, undefined]);
  return answer;
};

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
  const gemeente = { code: '0518' };
  const persoon = {
    bsn: '999990056',
    naam: 'Ilse Voorbeeld',
    geboortedatum: '2010-10-10',
    geslacht: 'vrouw',
    gemeente,
  };
  jeugdigeId = (await doe('jeugdigen', { ...persoon, geldigOp: '2026-02-02T09:00:00Z' })).id;
  const aanmelding = {
    jeugdigeId,
    urgentie: 'urgent',
    kader: 'vrijwillig',
    herkomst: 'thuis',
    aanmelder: 'gemeente-0518',
  };
  trajectId = (await doe('trajecten', { ...aanmelding, geldigOp: '2026-02-03T09:00:00Z' })).id;
  const voorziening = { naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0518', variant: 'dwanggroep' };
  const voorzieningId = (await doe('voorzieningen', voorziening)).id;
  const opname = await doe(`trajecten/${trajectId}/opname`, { voorzieningId, geldigOp: '2026-02-04T22:00:00Z' });
  opnameId = opname.gebeurtenissen[0];
}, 60_000);
afterAll(() => api.close(), 60_000);

const dossier = async (query = ''): Promise<any> => {
  await api.settle();
  return (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}${query}`)).body;
};
/** The assessments of norm O1, which asks when the opname was. */
const toetsen = async (): Promise<any[]> => {
  const { body } = await api.as('jeugdbeschermer').get(`/v1/trajecten/${trajectId}/normtoetsen`);
  return body.filter(({ norm }: any) => norm === 'O1');
};
const totToetsen = async (aantal: number): Promise<any[]> => {
  for (let n = 0; n < 200; n += 1) {
    const nu = await toetsen();
    if (nu.length >= aantal) return nu;
    await new Promise((later) => setTimeout(later, 25));
  }
  throw new Error(`there are no ${aantal} assessments`);
};

describe('a wrong fact is replaced, never changed', () => {
  it('given an opname told without machtiging or toewijzing, then it was registered with its flags and assessed', async () => {
    expect(await totToetsen(1)).toMatchObject([{ norm: 'O1', uitkomst: 'AFWIJKING' }]);
    const { rows } = await api.engine.pool.query('select vlaggen from lm.traject where traject_id = $1', [trajectId]);
    expect(rows).toEqual([{ vlaggen: ['zonder_machtiging', 'zonder_toewijzing'] }]);
  });

  it('when its moment is corrected, then read model, dossier and norm follow, and the old assessment stays', async () => {
    const correctie = {
      vervangt: opnameId,
      velden: {},
      gebeurdOp: '2026-02-05T09:30:00Z',
      reden: 'De klok stond verkeerd.',
    };
    await doe(`trajecten/${trajectId}/correcties`, correctie);
    expect(await totToetsen(2)).toMatchObject([
      { uitkomst: 'AFWIJKING' },
      { uitkomst: 'VOLDAAN', uitleg: expect.stringContaining('5 februari 2026 om 10:30 uur') },
    ]);
    expect((await dossier()).trajecten).toMatchObject([{ status: 'verblijf', opnameOp: '2026-02-05T09:30:00.000Z' }]);
    const { rows } = await api.engine.pool.query('select opname_op from lm.traject where traject_id = $1', [trajectId]);
    expect(rows).toEqual([{ opname_op: '2026-02-05T09:30:00.000Z' }]);
  });

  it('shows the dossier as it was on a day', async () => {
    expect((await dossier('?op=2026-02-03')).trajecten).toMatchObject([{ status: 'aangemeld' }]);
    expect((await dossier('?op=2026-02-02')).trajecten).toEqual([]);
    expect(await dossier('?op=2026-02-01')).toMatchObject({ code: 'NIET_GEVONDEN' });
  });

  it('shows the dossier as it was known on a day: before anything was recorded there was none', async () => {
    expect(await dossier('?bekendOp=2026-02-28')).toMatchObject({ code: 'NIET_GEVONDEN' });
  });

  it('keeps the old fact in the timeline, marked, with who corrected it', async () => {
    const tijdlijn: any[] = (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn`)).body
      .gebeurtenissen;
    expect(tijdlijn.find(({ id }) => id === opnameId)).toMatchObject({
      vervangen: true,
      geldigOp: '2026-02-04T22:00:00.000Z',
    });
    expect(tijdlijn.find(({ soort }) => soort === 'traject.gecorrigeerd')).toMatchObject({
      ...{ gegevens: { vervangt: opnameId, reden: 'De klok stond verkeerd.' }, door: dienstAccounts.demo },
    });
  });

  it('when the name is corrected, then the dossier shows the new one', async () => {
    const tijdlijn: any[] = (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn`)).body
      .gebeurtenissen;
    const { id: vervangt } = tijdlijn.find(({ soort }) => soort === 'jeugdige.geregistreerd');
    await doe(`jeugdigen/${jeugdigeId}/correcties`, {
      vervangt,
      velden: { naam: 'Ilse de Voorbeelder' },
      reden: 'Getrouwde ouders.',
    });
    expect((await dossier()).persoon.naam).toBe('Ilse de Voorbeelder');
  });

  it('when the opname is withdrawn, then there is none, and its assessment says so', async () => {
    await doe(`trajecten/${trajectId}/intrekkingen`, { vervangt: opnameId, reden: 'Het was een ander.' });
    expect((await totToetsen(3)).at(-1)).toMatchObject({ uitkomst: 'NIET_VAN_TOEPASSING' });
    expect((await dossier()).trajecten).toMatchObject([{ status: 'aangemeld' }]);
  });

  it.each([
    [
      'a correction of a correction',
      'CORRECTIE_VAN_CORRECTIE',
      (ids: Record<string, string>) => ({ vervangt: ids['traject.gecorrigeerd']! }),
    ],
    [
      'a fact that was withdrawn',
      'FEIT_AL_INGETROKKEN',
      (ids: Record<string, string>) => ({ vervangt: ids['traject.opname-gestart']! }),
    ],
    [
      'a field that ties the fact to another',
      'VELD_LIGT_VAST',
      (ids: Record<string, string>) => ({ vervangt: ids['traject.aangemeld']!, velden: { jeugdigeId: trajectId } }),
    ],
    [
      'a value that cannot be',
      'CORRECTIE_ONGELDIG',
      (ids: Record<string, string>) => ({ vervangt: ids['traject.aangemeld']!, velden: { urgentie: 'heel' } }),
    ],
    [
      'a field that does not exist',
      'CORRECTIE_ONGELDIG',
      (ids: Record<string, string>) => ({ vervangt: ids['traject.aangemeld']!, velden: { kleur: 'groen' } }),
    ],
  ])('refuses %s', async (_, code, correctie) => {
    const tijdlijn: any[] = (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}/tijdlijn`)).body
      .gebeurtenissen;
    const ids = Object.fromEntries(tijdlijn.map(({ soort, id }) => [soort, id]));
    const { status, body } = await dienst.post(`/v1/trajecten/${trajectId}/correcties`, {
      velden: {},
      reden: 'fout',
      ...correctie(ids),
    });
    expect([status, body.code]).toEqual([409, code]);
  });

  it('refuses to bring a destroyed dossier back', async () => {
    await doe(`trajecten/${trajectId}/ingetrokken-aanmelding`, { reden: 'Er is andere hulp gevonden.' });
    await doe(`jeugdigen/${jeugdigeId}/sluiting`);
    const weg = await doe(`jeugdigen/${jeugdigeId}/vernietiging`, { grond: 'verzoek_betrokkene' });
    const terug = await dienst.post(`/v1/jeugdigen/${jeugdigeId}/intrekkingen`, {
      vervangt: weg.gebeurtenissen[0],
      reden: 'spijt',
    });
    expect([terug.status, terug.body.code]).toEqual([409, 'FEIT_ONHERROEPELIJK']);
  });
});

describe('a mistyped BSN', () => {
  const [verkeerd, goed] = ['999990123', '999990135'];
  const persoon = { naam: 'Joep Voorbeeld', geboortedatum: '2011-01-01', geslacht: 'man', gemeente: { code: '0518' } };
  const registreer = (bsn: string) => dienst.post('/v1/jeugdigen', { ...persoon, bsn });
  const corrigeer = (id: string, vervangt: string, bsn: string) =>
    dienst.post(`/v1/jeugdigen/${id}/correcties`, { vervangt, velden: { bsn }, reden: 'Verkeerd getypt.' });
  const bsnVan = async (id: string): Promise<string> =>
    (await api.as('jeugdbeschermer').get(`/v1/jeugdigen/${id}`)).body.persoon.bsn;
  let joep: { id: string; gebeurtenissen: string[] };
  beforeAll(async () => {
    joep = (await registreer(verkeerd)).body;
  });

  it('given it, then its real owner cannot be registered; when corrected, then that is possible, once', async () => {
    expect((await registreer(verkeerd)).body.code).toBe('BSN_AL_BEKEND');
    expect((await corrigeer(joep.id, joep.gebeurtenissen[0]!, goed)).status).toBe(200);
    expect(await bsnVan(joep.id)).toBe(goed);
    const eigenaar = await registreer(verkeerd);
    expect([eigenaar.status, await bsnVan(eigenaar.body.id)]).toEqual([201, verkeerd]);
    for (const bsn of [verkeerd, goed]) expect((await registreer(bsn)).body.code).toBe('BSN_AL_BEKEND');
  });

  it('given a BSN of another dossier, when corrected to that, then it is refused and both keep their own', async () => {
    const { status, body } = await corrigeer(joep.id, joep.gebeurtenissen[0]!, verkeerd);
    expect([status, body.code]).toEqual([409, 'BSN_AL_BEKEND']);
    expect(await bsnVan(joep.id)).toBe(goed);
    await api.settle();
    expect(await verify(api.engine, () => undefined)).toMatchObject({ goed: true });
  });
});

describe('a registration that was never finished', () => {
  const persoon = {
    naam: 'Mara Voorbeeld',
    geboortedatum: '2011-01-01',
    geslacht: 'vrouw',
    gemeente: { code: '0518' },
  };
  const registratie = { ...persoon, bsn: '999990147' };
  /** The process died between its claim and its append. */
  const dood = idempotencyKey();
  const doodId = nieuwJeugdigeId(dood['idempotency-key']!);
  beforeAll(async () => {
    await api.engine.keys.claimBsn(doodId, registratie.bsn, 0n);
  });

  it('given its claim, when the BSN is registered, then that succeeds, and what was never finished stays so', async () => {
    expect((await dienst.post('/v1/jeugdigen', registratie)).status).toBe(201);
    const { status, body } = await dienst.post('/v1/jeugdigen', registratie, dood);
    expect([status, body.code]).toEqual([409, 'REGISTRATIE_VERVALLEN']);
  });

  it('then nobody finds a dossier there, nothing can begin in it, and verify answers good', async () => {
    await api.settle();
    const gi = api.as('jeugdbeschermer');
    for (const pad of ['', '/tijdlijn'])
      expect((await gi.get(`/v1/jeugdigen/${doodId}${pad}`)).body.code).toBe('NIET_GEVONDEN');
    const { rows } = await api.engine.pool.query('select from lm.jeugdige where jeugdige_id = $1', [doodId]);
    expect(rows).toEqual([]);
    const aanmelding = { urgentie: 'urgent', kader: 'vrijwillig', herkomst: 'thuis', aanmelder: 'gemeente-0518' };
    const begin = await dienst.post('/v1/trajecten', { ...aanmelding, jeugdigeId: doodId });
    expect(begin.body.code).toBe('NIET_GEVONDEN');
    expect((await dienst.post(`/v1/jeugdigen/${doodId}/sluiting`)).body.code).toBe('NIET_GEVONDEN');
    expect(await verify(api.engine, () => undefined)).toMatchObject({ goed: true });
  });
});
