import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aangeboden, aanvaard, type Dag, dossier, gemeente, gi, regel } from './regie.kit.js';
import { regiekloof } from './regiekloof.js';

const heen = (dag: string) => [dag, aanvaard()] as const;
const terug = (dag: string) => [dag, aanvaard(gemeente, 'lt-1')] as const;
const kloof = (op: string, ...dagen: readonly Dag[]) => regiekloof(dossier(...dagen).state, op);

describe('the regie gap', () => {
  it('given no machtiging, then there is none, whoever holds casusregie', () => {
    expect(kloof('2026-06-01')).toEqual([]);
    expect(kloof('2026-06-01', ['2026-02-01', aangeboden()], heen('2026-02-02'))).toEqual([]);
  });

  it('given a machtiging and no acceptance, then it is open and its days are counted up to the day asked about', () => {
    const verleend = ['2026-03-01', regel(['2026-03-01', 'GI'])] as const;
    expect(kloof('2026-03-11', verleend)).toEqual([{ hoort: 'GI', vanaf: '2026-03-01', tot: null, dagen: 10 }]);
    expect(kloof('2026-02-28', verleend)).toEqual([]);
  });

  it('given an acceptance later than the machtiging, then the days between are the gap', () => {
    const dagen = [['2026-03-01', regel(['2026-03-01', 'GI'])], heen('2026-03-08')] as const;
    expect(kloof('2026-06-01', ...dagen)).toEqual([{ hoort: 'GI', vanaf: '2026-03-01', tot: '2026-03-08', dagen: 7 }]);
    expect(kloof('2026-03-07', ...dagen)).toEqual([{ hoort: 'GI', vanaf: '2026-03-01', tot: null, dagen: 6 }]);
  });

  it('given an acceptance on the day of the machtiging or before it, then there is none', () => {
    const verleend = ['2026-03-01', regel(['2026-03-01', 'GI'])] as const;
    expect(kloof('2026-06-01', verleend, heen('2026-03-01'))).toEqual([]);
    expect(kloof('2026-06-01', verleend, heen('2026-02-20'))).toEqual([]);
  });

  it('given an end of the machtiging, then the way back has its own gap', () => {
    const lijn = ['2026-03-01', regel(['2026-03-01', 'GI'], ['2026-09-01', 'gemeente'])] as const;
    expect(kloof('2026-12-01', lijn, heen('2026-03-03'), terug('2026-09-15'))).toEqual([
      { hoort: 'GI', vanaf: '2026-03-01', tot: '2026-03-03', dagen: 2 },
      { hoort: 'gemeente', vanaf: '2026-09-01', tot: '2026-09-15', dagen: 14 },
    ]);
  });

  it('given a GI that never accepted before the end, then the gap closes with the rule', () => {
    const lijn = ['2026-03-01', regel(['2026-03-01', 'GI'], ['2026-09-01', 'gemeente'])] as const;
    expect(kloof('2026-12-01', lijn)).toEqual([{ hoort: 'GI', vanaf: '2026-03-01', tot: '2026-09-01', dagen: 184 }]);
  });

  it('given a corrected machtiging, then the last line counts', () => {
    const [eerst, dan] = [regel(['2026-03-01', 'GI']), regel(['2026-03-05', 'GI'])];
    expect(kloof('2026-03-11', ['2026-03-01', eerst], ['2026-03-06', dan])).toEqual([
      { hoort: 'GI', vanaf: '2026-03-05', tot: null, dagen: 6 },
    ]);
  });
});

describe('whatever the rule and the handovers', () => {
  const dagVan = (n: number): string => new Date(Date.UTC(2026, 0, 2 + n)).toISOString().slice(0, 10);
  const partij = fc.constantFrom(gi, gemeente);
  const reeks = <T>(deel: fc.Arbitrary<T>) =>
    fc
      .array(fc.tuple(fc.nat(40), deel), { maxLength: 6 })
      .map((delen) => [...new Map(delen)].sort(([a], [b]) => a - b));

  it('then a day lies in a gap exactly when rule and holder differ on it', () => {
    fc.assert(
      fc.property(reeks(partij), reeks(partij), (regels, overdrachten) => {
        const lijn = regel(...regels.map(([n, { soort }]) => [dagVan(n), soort] as const));
        const { state } = dossier(
          ['2026-01-01', lijn],
          ...overdrachten.map(([n, door]) => [dagVan(n), aanvaard(door)] as const),
        );
        const kloven = regiekloof(state, dagVan(45));
        for (let n = 0; n < 45; n += 1) {
          const hoort = regels.findLast(([dag]) => dag <= n)?.[1].soort;
          const voert = overdrachten.findLast(([dag]) => dag <= n)?.[1].soort ?? 'gemeente';
          const dag = dagVan(n);
          const inKloof = kloven.some(({ vanaf, tot }) => vanaf <= dag && (tot === null || dag < tot));
          expect(inKloof).toBe(hoort !== undefined && hoort !== voert);
        }
        const dagen = kloven.reduce((som, deel) => som + deel.dagen, 0);
        const geteld = Array.from({ length: 45 }, (_, n) => dagVan(n)).filter((dag) =>
          kloven.some(({ vanaf, tot }) => vanaf <= dag && (tot === null || dag < tot)),
        );
        expect(dagen).toBe(geteld.length);
      }),
      { numRuns: 100 },
    );
  });
});
