import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomId } from '@regielijn/kern';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Answer, type Client, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let dienst: Client;
let isLoading = false;

beforeAll(async () => {
  api = await startTestApi({}, { isLoadingDemo: () => isLoading });
  dienst = api.client(dienstAccounts.demo);
}, 60_000);
afterAll(() => api.close(), 60_000);

const zoek = (bsn: string, rol: keyof typeof demoAccounts = 'lokaal-team'): Promise<Answer> =>
  api.as(rol).post('/v1/jeugdigen/zoekopdrachten', { bsn });
const gevonden = async (bsn: string): Promise<any[]> => (await gelukt(zoek(bsn))).jeugdigen;
const registreer = (bsn: string, naam = 'Noor Voorbeeld'): Promise<any> =>
  gelukt(
    dienst.post('/v1/jeugdigen', {
      ...{ bsn, naam, geboortedatum: '2011-05-04', geslacht: 'vrouw', gemeente: { code: '0599' } },
    }),
  );

describe('the search for a dossier by BSN', () => {
  it('given a registration, then at once its dossier is found, and nothing about who it is', async () => {
    const { id } = await registreer('999990007');
    const { status, body } = await zoek('999990007');
    expect([status, body]).toEqual([200, { jeugdigen: [{ jeugdigeId: id, opgegaanIn: null }] }]);
  });

  it('given a number of nobody here, then the answer is empty', async () => {
    expect(await gevonden('999990019')).toEqual([]);
  });

  it('given a number that was corrected, then the dossier is found by the new one only', async () => {
    const { id, gebeurtenissen } = await registreer('999990020');
    const velden = { bsn: '999990032' };
    await gelukt(
      dienst.post(`/v1/jeugdigen/${id}/correcties`, { vervangt: gebeurtenissen[0], velden, reden: 'Typefout.' }),
    );
    expect([await gevonden('999990020'), await gevonden('999990032')]).toEqual([
      [],
      [{ jeugdigeId: id, opgegaanIn: null }],
    ]);
  });

  it('given a number that was claimed for a registration that never came, then the answer is empty', async () => {
    await api.engine.keys.claimBsn(randomId(), '999990044', 0n);
    expect(await gevonden('999990044')).toEqual([]);
  });

  it('given a dossier that went into another, then the answer says into which', async () => {
    const [blijft, dubbel] = [await registreer('999990056'), await registreer('999990068')];
    const velden = { bsn: null };
    const vervangt = blijft.gebeurtenissen[0];
    await gelukt(
      dienst.post(`/v1/jeugdigen/${blijft.id}/correcties`, { vervangt, velden, reden: 'Nummer van een ander.' }),
    );
    const samen = { metJeugdigeId: dubbel.id, reden: 'Twee keer aangemeld.' };
    await gelukt(api.as('teamleider').post(`/v1/jeugdigen/${blijft.id}/samenvoegingen`, samen));
    expect(await gevonden('999990068')).toEqual([{ jeugdigeId: dubbel.id, opgegaanIn: blijft.id }]);
  });

  it('given a dossier that was destroyed, then the answer is empty', async () => {
    const { id } = await registreer('999990081');
    await gelukt(dienst.post(`/v1/jeugdigen/${id}/sluiting`));
    await gelukt(api.as('beheer').post(`/v1/jeugdigen/${id}/vernietiging`, { grond: 'verzoek_betrokkene' }));
    expect(await gevonden('999990081')).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a number that fails the elfproef', { bsn: '999990008' }],
    ['a number as a number', { bsn: 999990007 }],
    ['nothing', {}],
    ['a name', { bsn: '999990007', naam: 'Noor' }],
  ])('given %s, then 400, and the answer does not repeat it', async (_, inhoud) => {
    const { status, body } = await api.as('lokaal-team').post('/v1/jeugdigen/zoekopdrachten', inhoud);
    expect([status, body.code]).toEqual([400, 'ONGELDIGE_INVOER']);
    expect(JSON.stringify(body)).not.toMatch(/99999|Noor/);
  });

  it('given a number in the address, then nothing is searched', async () => {
    const { status, body } = await api.as('lokaal-team').post('/v1/jeugdigen/zoekopdrachten?bsn=999990007');
    expect([status, body.code]).toEqual([400, 'ONGELDIGE_INVOER']);
  });

  const zoekt = ['lokaal-team', 'jeugdbeschermer', 'teamleider', 'behandelaar', 'gedragswetenschapper'];
  it.each(Object.keys(demoAccounts) as (keyof typeof demoAccounts)[])(
    'given a %s, then they may exactly when their role uses the BSN; a refusal does not tell whether it is known',
    async (rol) => {
      const [bekend, onbekend] = [await zoek('999990007', rol), await zoek('999990019', rol)];
      expect([bekend.status, onbekend.status]).toEqual(zoekt.includes(rol) ? [200, 200] : [403, 403]);
      if (bekend.status === 403) expect(bekend.body).toEqual(onbekend.body);
    },
  );

  it('while the demo is loaded, then it answers: that only reads; a registration waits', async () => {
    isLoading = true;
    try {
      expect((await zoek('999990019')).status).toBe(200);
      const { status, body } = await dienst.post('/v1/jeugdigen', { bsn: '999990093' });
      expect([status, body.code]).toEqual([503, 'VOORBEELD_WORDT_GELADEN']);
      expect((await dienst.post('/v1/bestaat-niet')).status).toBeGreaterThanOrEqual(404);
    } finally {
      isLoading = false;
    }
  });

  it('leaves the number in no query to the database, no line of the process and no header', async () => {
    const { pool } = api.engine;
    const gevraagd: string[] = [];
    const query = pool.query.bind(pool) as (...given: never[]) => unknown;
    Object.assign(pool, {
      query: (...args: never[]) => {
        gevraagd.push(JSON.stringify(args));
        return query(...args);
      },
    });
    try {
      const { headers } = await zoek('999990007');
      expect(gevraagd.join()).toContain('bsn_claim');
      expect(JSON.stringify([gevraagd, api.lines, headers])).not.toContain('999990007');
    } finally {
      delete (pool as { query?: unknown }).query;
    }
  });
});
