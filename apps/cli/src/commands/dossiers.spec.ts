import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { alleDossiers, bijzonderheden } from './dossiers.js';

const [een, twee, drie] = ['een', 'twee', 'drie'].map((naam) => deriveId(naam)) as [string, string, string];
const dossier = {
  ...{ jeugdigeId: een, status: 'open' as const, regio: 'rijnmond', gemeentecode: '0599', casusregie: 'gemeente-0599' },
  ...{ medewerker: null, zonderMedewerkerSinds: null, systeemregie: 'gemeente-0599', overdracht: null },
  ...{ regiekloof: null, opgegaanIn: null, trajecten: [] },
};
const nu = '2026-03-17T09:30:00.000Z';

describe('the list of dossiers on the command line', () => {
  it('given more than one page, then each is asked for with the same filters, until there is no next one', async () => {
    const bladzijden = [
      { dossiers: [een, twee], volgende: twee },
      { dossiers: [drie], volgende: null },
    ];
    const gevraagd: unknown[] = [];
    const vraag = (_: unknown, gesteld: unknown) => {
      const { dossiers, volgende } = bladzijden[gevraagd.push(gesteld) - 1]!;
      return Promise.resolve({ dossiers: dossiers.map((jeugdigeId) => ({ ...dossier, jeugdigeId })), volgende });
    };
    const alle = await alleDossiers({ vraag } as never, { status: 'open' });
    expect(alle.map(({ jeugdigeId }) => jeugdigeId)).toEqual([een, twee, drie]);
    expect(gevraagd).toEqual([{ status: 'open' }, { status: 'open', na: twee }]);
  });
});

describe('what somebody should know before opening a dossier', () => {
  const overdracht = { aan: 'gi-jb-west', geldigTot: '2026-03-18T11:00:00.000Z' };
  const traject = { trajectId: twee, status: 'hulp_zonder_opname', variant: 'ambulant' };

  it.each([
    ['nothing of note', {}, ''],
    [
      'what runs',
      { trajecten: [traject, { ...traject, status: 'aangemeld', variant: null }] },
      'hulp zonder opname ambulant; aangemeld',
    ],
    ['an offer', { overdracht }, 'aangeboden aan gi-jb-west tot 18-03-2026 12:00'],
    [
      'an offer whose time is over',
      { overdracht: { ...overdracht, geldigTot: nu } },
      'aanbod aan gi-jb-west verliep 17-03-2026 10:30 zonder antwoord',
    ],
    [
      'a regie gap',
      { regiekloof: { hoort: 'GI' as const, vanaf: '2026-03-02', dagen: 15 } },
      'regiekloof sinds 02-03-2026: de GI hoort de casusregie te voeren',
    ],
    ['one that went elsewhere', { opgegaanIn: drie }, `opgegaan in ${drie}`],
  ])('given %s, then it says so', (_, wat, zin) => expect(bijzonderheden({ ...dossier, ...wat }, nu)).toBe(zin));
});
