import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SimulatedClock } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { opMoment as lookAt } from '../kit/op-moment.js';
import { leaksIn } from '../kit/sentinels.js';
import { dumpTables, exportText } from '../kit/vindplaatsen.js';

jest.setTimeout(30_000);

/** Eighteen on 19 August 2026; then a correction makes it a year later. No clock here ever stands in one of these months. */
const GEBOREN = '2008-08-19';
const VERBETERD = '2009-08-19';
const SENTINELS = { geboren: '2008-08', verbeterd: '2009-08', achttien: '2026-08', later: '2027-08' };
const KWARTALEN = ['2008-07-01', '2009-07-01'];

const clock = new SimulatedClock('2026-01-05T09:00:00.000Z');
let api: TestApi;
let dienst: Client;
let jeugdigeId: string;
let registratie: string;

const doe = (pad: string, body: object = {}, client = dienst): Promise<any> =>
  gelukt(client.post(`/v1/jeugdigen${pad}`, body));
const registreer = (bsn: string): Promise<any> =>
  doe('', {
    ...{ bsn, naam: 'Robin Voorbeeld', geboortedatum: GEBOREN, geslacht: 'x', gemeente: { code: '0518' } },
  });
const termijnen = async (vraag: string): Promise<any[]> => {
  await api.settle();
  return (await gelukt(api.as('jeugdbeschermer').get(`/v1/termijnen?${vraag}`))).termijnen;
};
const opMoment = (moment: string): Promise<number> => lookAt(api, clock, moment);
const gemeld = async (): Promise<readonly unknown[]> =>
  (await termijnen(`jeugdigeId=${jeugdigeId}&regel=ACHTTIEN`))[0].komt.map((een: any) => [een.moment, een.gemeld]);
const alles = async (): Promise<string> =>
  [...(await dumpTables(api.engine)).values(), await exportText(api.engine)].join('\n');

beforeAll(async () => {
  api = await startTestApi({}, { clock });
  dienst = api.client(dienstAccounts.demo);
  ({
    id: jeugdigeId,
    gebeurtenissen: [registratie],
  } = await registreer('999994001'));
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('somebody who turns eighteen', () => {
  it('given who may see the dossier, then the list names the day; what is told comes by the quarter', async () => {
    const [termijn] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=ACHTTIEN`);
    expect(termijn).toMatchObject({
      ...{ eind: '2026-08-19', stand: 'loopt' },
      komt: [
        { moment: 'vooraf', op: '2026-03-31T22:00:00.000Z', gemeld: false },
        { moment: 'vooraf', op: '2026-06-30T22:00:00.000Z', gemeld: false },
        { moment: 'verstreken', op: '2026-09-30T22:00:00.000Z', gemeld: false },
      ],
    });
    expect((await termijnen(`jeugdigeId=${jeugdigeId}&regel=TOEKOMSTPLAN`))[0].eind).toBe('2026-04-05');
  });

  it('given its moments, then each is told once, to both regies', async () => {
    await opMoment('2026-03-31T21:59:00.000Z');
    expect((await gemeld())[0]).toEqual(['vooraf', false]);
    await opMoment('2026-03-31T22:00:00.000Z');
    await opMoment('2026-07-01T08:00:00.000Z');
    expect(await gemeld()).toEqual([
      ['vooraf', true],
      ['vooraf', true],
      ['verstreken', false],
    ]);
  });

  it('given what was told and mailed, then no table and no export holds the day or the month, of the birth or of the birthday', async () => {
    const text = await alles();
    expect(text).toContain(KWARTALEN[0]);
    expect(text).toContain('Wordt achttien');
    expect(leaksIn(text, SENTINELS)).toEqual([]);
    expect(leaksIn(api.lines.join('\n'), SENTINELS)).toEqual([]);
  });

  it('given a corrected geboortedatum, then the terms move, and still nothing gives it away', async () => {
    const verbetering = { vervangt: registratie, velden: { geboortedatum: VERBETERD }, reden: 'Verkeerd overgenomen' };
    await doe(`/${jeugdigeId}/correcties`, verbetering);
    const [termijn] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=ACHTTIEN`);
    expect(termijn).toMatchObject({ eind: '2027-08-19', komt: [{ gemeld: false }, { gemeld: false }, {}] });
    expect(leaksIn(await alles(), SENTINELS)).toEqual([]);
  });

  it('given an address, a casusregisseur 18+ and a plan, then those terms are closed, or come back in half a year', async () => {
    await doe(`/${jeugdigeId}/woonplek-na-achttien`, { woont: 'zelfstandig', toelichting: 'Een kamer' });
    await doe(`/${jeugdigeId}/casusregisseur-achttienplus`, { organisatie: 'gemeente-0518', medewerker: 'cr-1' });
    const levensgebieden = ['support', 'wonen', 'school_werk', 'inkomen', 'welzijn'];
    await doe(`/${jeugdigeId}/toekomstplannen`, { levensgebieden, plan: 'Een kamer', metJeugdige: true });
    expect(await termijnen(`jeugdigeId=${jeugdigeId}`)).toMatchObject([{ regel: 'TOEKOMSTPLAN', eind: '2027-01-01' }]);
    const klaar = await termijnen(`jeugdigeId=${jeugdigeId}&stand=klaar`);
    expect(klaar.map(({ regel }) => regel).sort()).toEqual(['ACHTTIEN', 'CASUSREGISSEUR_18']);
  });

  it('given a dossier that was destroyed, then its quarter goes with the key, and does not come back when all is rebuilt', async () => {
    await doe(`/${jeugdigeId}/sluiting`);
    await doe(`/${jeugdigeId}/vernietiging`, { grond: 'verzoek_betrokkene' }, api.as('beheer'));
    await api.settle();
    const over = async (): Promise<readonly string[]> => {
      const tabellen = [...(await dumpTables(api.engine)).values()].join('\n');
      return [...KWARTALEN.filter((dag) => tabellen.includes(dag)), ...leaksIn(tabellen, SENTINELS)];
    };
    expect(await over()).toEqual([]);
    await api.engine.projections.rebuild();
    expect(await over()).toEqual([]);
  });
});

describe('a geboortedatum that nobody can read', () => {
  it('given a dossier whose key did not come along, then the list says so, in the place of the terms that follow from it', async () => {
    const { id } = await registreer('999994013');
    await api.settle();
    await api.engine.keys.destroy(id);
    await api.engine.projections.rebuild();
    const open = await termijnen(`jeugdigeId=${id}`);
    expect(open).toMatchObject([{ regel: 'GEBOORTEDATUM', komt: [], klaarOp: null }]);
  });
});
