import { describe, expect, it } from '@jest/globals';
import { dag, dossier, jeugdigeId, op } from '../omgeving.kit.js';
import { LegWoonplekNaAchttienVast, StelToekomstplanVast, WijsCasusregisseur18Aan } from './commands.js';
import { volwassenFeiten as feit } from './events.js';

describe('a toekomstplan', () => {
  const plan = {
    levensgebieden: ['wonen', 'inkomen'] as ('wonen' | 'inkomen')[],
    plan: 'Een kamer.',
    metJeugdige: true,
  };
  const vastgesteld = feit.toekomstplanVastgesteld.of({ jeugdigeId, ...plan });
  const stel = (n: number, changes: object = {}) =>
    new StelToekomstplanVast({ jeugdigeId, ...plan, ...changes }, op(n));

  it('given one, then it is recorded; told once more it is not, and the same of another day is: it was looked at again', () => {
    expect(dossier().doe(stel(5))).toEqual([vastgesteld]);
    const daarna = dossier([5, vastgesteld]);
    expect(daarna.stand.volwassen.toekomstplannen).toEqual([{ op: dag(5), ...plan }]);
    expect(daarna.doe(stel(5))).toEqual([]);
    expect(daarna.doe(stel(6))).toEqual([vastgesteld]);
  });

  it.each([{ plan: 'Een huis.' }, { metJeugdige: false }, { levensgebieden: ['wonen'] }])(
    'given another %j of the same moment, then that is news',
    (changes) => expect(dossier([5, vastgesteld]).doe(stel(5, changes))).toHaveLength(1),
  );
});

describe('a casusregisseur 18+', () => {
  const wie = (medewerker: string) =>
    feit.casusregisseurAangewezen.of({ jeugdigeId, organisatie: 'gemeente-0599', medewerker });
  const wijs = (medewerker: string, n: number) =>
    new WijsCasusregisseur18Aan({ jeugdigeId, organisatie: 'gemeente-0599', medewerker }, op(n));

  it('given one, then it is recorded, and another after it; the same one again is nothing new', () => {
    expect(dossier().doe(wijs('cr-1', 3))).toEqual([wie('cr-1')]);
    const verloop = dossier([3, wie('cr-1')], [6, wie('cr-2')]);
    expect(verloop.stand.volwassen.casusregisseurs.map(({ medewerker }) => medewerker)).toEqual(['cr-1', 'cr-2']);
    expect(verloop.doe(wijs('cr-2', 8))).toEqual([]);
    expect(verloop.doe(wijs('cr-1', 8))).toEqual([wie('cr-1')]);
    expect(verloop.doe(wijs('cr-1', 4))).toEqual([]);
  });

  it('given one of before that is told late, then the last by time stays the last', () =>
    expect(dossier([6, wie('cr-2')], [3, wie('cr-1')]).stand.volwassen.casusregisseurs.at(-1)).toEqual({
      ...{ op: dag(6), organisatie: 'gemeente-0599', medewerker: 'cr-2' },
    }));
});

describe('where the jeugdige lives after the eighteenth birthday', () => {
  const plek = (woont: 'zelfstandig' | null) => feit.woonplekVastgelegd.of({ jeugdigeId, woont, toelichting: null });
  const leg = (woont: 'zelfstandig' | null, n: number) =>
    new LegWoonplekNaAchttienVast({ jeugdigeId, woont, toelichting: null }, op(n));

  it('given no address, then that is a fact too; the last one holds, and the same again is nothing new', () => {
    expect(dossier().doe(leg(null, 3))).toEqual([plek(null)]);
    const verloop = dossier([3, plek(null)], [6, plek('zelfstandig')]);
    expect(verloop.stand.volwassen.woonplekken.map(({ woont }) => woont)).toEqual([null, 'zelfstandig']);
    expect(verloop.doe(leg('zelfstandig', 8))).toEqual([]);
    expect(verloop.doe(leg(null, 8))).toEqual([plek(null)]);
  });
});
