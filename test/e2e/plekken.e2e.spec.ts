import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { termijnStream } from '@regielijn/bewaking';
import { SimulatedClock } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { trajectStream } from '@regielijn/traject';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { startTestApi, type TestApi } from '../kit/engine.js';

const clock = new SimulatedClock('2026-03-02T09:00:00.000Z');
let api: TestApi;
let jeugdigeId: string;

const doe = (pad: string, body: object = {}): Promise<any> =>
  gelukt(api.client(dienstAccounts.demo).post(`/v1/${pad}`, body));
const open = async (naam: string, aantal = 1): Promise<string> => {
  const groep = { naam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
  const { id } = await doe('voorzieningen', groep);
  await doe(`voorzieningen/${id}/openingen`, { aantal, vanaf: '2026-01-01' });
  return id;
};
const meldAan = async (): Promise<string> => {
  const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  return (await doe('trajecten', { jeugdigeId, ...aanmelding })).id;
};
const reserveer = async (voorzieningId: string, trajectId: string): Promise<string> =>
  (await doe(`voorzieningen/${voorzieningId}/reserveringen`, { trajectId, geldigTot: '2026-05-01T12:00:00Z' })).id;
/** Open, bezet, gereserveerd, vrij: when everything has followed. */
const plekken = async (voorzieningId: string): Promise<readonly number[]> => {
  await api.settle();
  const { body } = await api.as('plaatsingscoordinator').get('/v1/voorzieningen?aantal=100');
  const {
    open: er,
    bezet,
    gereserveerd,
    vrij,
  } = body.voorzieningen.find((een: any) => een.voorzieningId === voorzieningId);
  return [er, bezet, gereserveerd, vrij];
};
const verder = (uren: number): void =>
  clock.advanceTo(new Date(Date.parse(clock.now()) + uren * 3_600_000).toISOString());

beforeAll(async () => {
  api = await startTestApi({}, { clock });
  ({ id: jeugdigeId } = await doe('jeugdigen', {
    ...{ bsn: '999990019', naam: 'Sanne Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' },
    gemeente: { code: '0599' },
  }));
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('the plek of a jeugdige, over HTTP', () => {
  it('is kept by the reservation, taken at the opname, moves, and is free at the uitstroom; told by hand too, it stands once', async () => {
    const [eik, linde] = [await open('Groep De Eik'), await open('Groep De Linde')];
    const trajectId = await meldAan();
    const reserveringId = await reserveer(eik, trajectId);
    await doe(`trajecten/${trajectId}/toewijzing`, { voorzieningId: eik, reserveringId });
    expect(await plekken(eik)).toEqual([1, 0, 1, 0]);
    verder(1);
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId: eik });
    expect(await plekken(eik)).toEqual([1, 1, 0, 0]);
    await doe(`voorzieningen/${eik}/bezettingen`, { trajectId });
    expect(await plekken(eik)).toEqual([1, 1, 0, 0]);
    verder(1);
    await doe(`trajecten/${trajectId}/overplaatsingen`, { voorzieningId: linde });
    expect([await plekken(eik), await plekken(linde)]).toEqual([
      [1, 0, 0, 1],
      [1, 1, 0, 0],
    ]);
    verder(1);
    await doe(`trajecten/${trajectId}/uitstroom`, { bestemming: 'thuis_of_netwerk' });
    await doe(`voorzieningen/${linde}/vrijgekomen-plekken`, { trajectId });
    expect(await plekken(linde)).toEqual([1, 0, 0, 1]);
  }, 60_000);

  it('given an aanmelding that is withdrawn, then the plek that was kept is free for another', async () => {
    const groep = await open('Groep De Beuk');
    const [trajectId, ander] = [await meldAan(), await meldAan()];
    await reserveer(groep, trajectId);
    const tweede = { trajectId: ander, geldigTot: '2026-05-01T12:00:00Z' };
    const geweigerd = await api.client(dienstAccounts.demo).post(`/v1/voorzieningen/${groep}/reserveringen`, tweede);
    expect(geweigerd.body.code).toBe('GEEN_PLEK_VRIJ');
    await doe(`trajecten/${trajectId}/ingetrokken-aanmelding`, { reden: 'Er is andere hulp.' });
    expect(await plekken(groep)).toEqual([1, 0, 0, 1]);
    await reserveer(groep, ander);
  }, 60_000);

  it('given a full group, when somebody is opgenomen, then that stands, and the aanbieder hears of it until a plek opens', async () => {
    const groep = await open('Groep De Wilg');
    const [eerste, tweede] = [await meldAan(), await meldAan()];
    for (const trajectId of [eerste, tweede]) {
      verder(1);
      await doe(`trajecten/${trajectId}/opname`, { voorzieningId: groep });
      await api.settle();
    }
    expect(await plekken(groep)).toEqual([1, 2, 0, -1]);
    const zonderPlek = async (): Promise<any[]> => {
      const { termijnen } = await gelukt(api.as('plaatsingscoordinator').get('/v1/termijnen?regel=ZONDER_PLEK'));
      return termijnen.filter(({ bij }: any) => bij === `voorziening-${groep}`);
    };
    const [termijn, ...meer] = await zonderPlek();
    expect([termijn, meer]).toMatchObject([{ naam: 'Open plek voor wie al is opgenomen', stand: 'loopt' }, []]);
    await api.klok.ronde();
    await api.settle();
    const gemeld = await api.engine.log.read(termijnStream(termijn.termijnId));
    expect(gemeld.map(({ type, data }) => [type, data['voor']])).toEqual([
      ['bewaking.termijn-gemeld@1', ['aanbieder-demo']],
    ]);
    await doe(`voorzieningen/${groep}/openingen`, { aantal: 1, vanaf: '2026-03-01' });
    expect(await plekken(groep)).toEqual([2, 2, 0, 0]);
    expect(await zonderPlek()).toEqual([]);
  }, 60_000);

  it('given an opname that was no opname, when it is withdrawn, then nobody has that plek', async () => {
    const groep = await open('Groep De Berk');
    const trajectId = await meldAan();
    verder(1);
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId: groep });
    expect(await plekken(groep)).toEqual([1, 1, 0, 0]);
    const vervangt = (await api.engine.log.read(trajectStream(trajectId))).at(-1)!.id;
    await doe(`trajecten/${trajectId}/intrekkingen`, { vervangt, reden: 'Dit was een ander.' });
    expect(await plekken(groep)).toEqual([1, 0, 0, 1]);
  }, 60_000);

  it('given a plek that was promised to another after an uitstroom that was none, then verify holds nothing against that promise', async () => {
    const groep = await open('Groep De Els');
    const [trajectId, ander] = [await meldAan(), await meldAan()];
    verder(1);
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId: groep });
    verder(1);
    await doe(`trajecten/${trajectId}/uitstroom`, { bestemming: 'thuis_of_netwerk' });
    await api.settle();
    await reserveer(groep, ander);
    const vervangt = (await api.engine.log.read(trajectStream(trajectId))).at(-1)!.id;
    await doe(`trajecten/${trajectId}/intrekkingen`, { vervangt, reden: 'Dit was een ander.' });
    expect(await plekken(groep)).toEqual([1, 1, 1, -1]);
    const { controles } = await verify(api.engine, () => undefined);
    expect(controles.flatMap(({ fouten }) => fouten)).toEqual([]);
  }, 60_000);
});
