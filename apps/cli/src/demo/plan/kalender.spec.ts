import { describe, expect, it } from '@jest/globals';
import {
  dagVan,
  datumOp,
  eersteVanVolgendeMaand,
  isWerkdag,
  momentVan,
  naarWerkdag,
  schuifMaanden,
} from './kalender.js';

describe('given days as numbers', () => {
  it('when a day is turned into a number and back, then it is the same day', () => {
    expect(['1970-01-01', '2019-02-28', '2020-02-29'].map((datum) => datumOp(dagVan(datum)))).toEqual([
      '1970-01-01',
      '2019-02-28',
      '2020-02-29',
    ]);
  });

  it('when a day moves by months to a shorter one, then it is the last day of that month', () => {
    expect(datumOp(schuifMaanden(dagVan('2020-02-29'), -12))).toBe('2019-02-28');
  });

  it('when a moment is made, then the clock of Amsterdam counts, in summer and in winter', () => {
    expect(momentVan(dagVan('2019-07-01'), 9 * 60 + 30)).toBe('2019-07-01T07:30:00.000Z');
    expect(momentVan(dagVan('2019-12-31'), 23 * 60 + 59)).toBe('2019-12-31T22:59:00.000Z');
  });

  it('when a werkdag is asked, then weekends and feestdagen are none', () => {
    const dagen = ['2019-04-18', '2019-04-19', '2019-04-20', '2019-04-22', '2019-04-23'].map(dagVan);
    expect(dagen.map(isWerkdag)).toEqual([true, false, false, false, true]);
  });

  it('when the nearest werkdag is sought, then it stays within the given days', () => {
    const zaterdag = dagVan('2019-06-15');
    expect(datumOp(naarWerkdag(zaterdag, zaterdag - 3, zaterdag + 3))).toBe('2019-06-14');
    expect(datumOp(naarWerkdag(zaterdag, zaterdag, zaterdag + 3))).toBe('2019-06-17');
    expect(naarWerkdag(zaterdag, zaterdag, zaterdag + 1)).toBe(zaterdag);
  });

  it('when the next month is in the next year, then its first day is 1 January', () => {
    expect(eersteVanVolgendeMaand('2021-12-31')).toBe('2022-01-01');
  });
});
