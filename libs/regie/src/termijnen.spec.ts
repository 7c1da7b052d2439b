import { describe, expect, it } from '@jest/globals';
import { regels } from './rules.kit.js';
import { laatsteDag, type Termijn } from './termijnen.js';

describe('the last day of a term', () => {
  it.each<[string, Termijn, string]>([
    ['2026-03-02', { aantal: 2, eenheid: 'werkdagen' }, '2026-03-04'],
    // A Thursday: over the weekend.
    ['2026-03-05', { aantal: 2, eenheid: 'werkdagen' }, '2026-03-09'],
    // A Saturday: Monday is the first werkdag.
    ['2026-03-07', { aantal: 1, eenheid: 'werkdagen' }, '2026-03-09'],
    // Over Goede Vrijdag and tweede Paasdag.
    ['2026-04-02', { aantal: 2, eenheid: 'werkdagen' }, '2026-04-08'],
    ['2026-03-02', { aantal: 14, eenheid: 'dagen' }, '2026-03-16'],
    ['2026-03-02', { aantal: 6, eenheid: 'weken' }, '2026-04-13'],
    ['2026-11-30', { aantal: 3, eenheid: 'maanden' }, '2027-02-28'],
  ])('given %s and %j, then %s', (start, termijn, verwacht) => {
    expect(laatsteDag(start, termijn, {})).toBe(verwacht);
  });

  it('given a day that a royal decree made a feestdag, then that is no werkdag', () => {
    const gelijkgesteldeDagen = [{ datum: '2026-01-02', naam: 'dag na Nieuwjaarsdag' }];
    const termijn: Termijn = { aantal: 2, eenheid: 'werkdagen' };
    expect(laatsteDag('2025-12-31', termijn, {})).toBe('2026-01-05');
    expect(laatsteDag('2025-12-31', termijn, { gelijkgesteldeDagen })).toBe('2026-01-06');
  });
});

it('given the terms of the project, then they are as stated in docs/regels/regie.md', () => {
  const { termijnen } = regels;
  expect(Object.entries(termijnen).map(([naam, { aantal, eenheid }]) => [naam, aantal, eenheid])).toEqual([
    ['signaalNietAanvaard', 2, 'werkdagen'],
    ['aanbodVervalt', 14, 'dagen'],
    ['afstemmingGiGemeente', 6, 'weken'],
  ]);
});
