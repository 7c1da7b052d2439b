import { describe, expect, it } from '@jest/globals';
import { toetsO1 } from './norm-o1.js';
import { NormenkaderSchema, versieOp } from './normenkader.js';

const instellingen = {
  kalender: 'atw' as const,
  kantoortijd: { van: '09:00', tot: '17:00' },
  toelichting: '',
};

/** Title, moment of the opname (UTC), outcome. A lawyer should be able to read this. */
const scenarios = [
  ['a Monday at ten in summer time', '2026-06-08T08:00:00.000Z', 'VOLDAAN'],
  ['a Monday at ten in winter time', '2026-01-12T09:00:00.000Z', 'VOLDAAN'],
  ['the first minute of kantoortijd', '2026-01-12T08:00:00.000Z', 'VOLDAAN'],
  ['a minute before it', '2026-01-12T07:59:00.000Z', 'AFWIJKING'],
  ['the last minute of kantoortijd', '2026-01-12T15:59:00.000Z', 'VOLDAAN'],
  ['five o clock: over', '2026-01-12T16:00:00.000Z', 'AFWIJKING'],
  ['a Saturday at ten', '2026-01-10T09:00:00.000Z', 'AFWIJKING'],
  ['Goede Vrijdag 2026', '2026-04-03T09:00:00.000Z', 'AFWIJKING'],
  ['Koningsdag 2026', '2026-04-27T09:00:00.000Z', 'AFWIJKING'],
  ['the day after the change to summer time, at nine', '2026-03-30T07:00:00.000Z', 'VOLDAAN'],
  ['just before midnight UTC, which is past midnight in Amsterdam', '2026-01-12T23:30:00.000Z', 'AFWIJKING'],
] as const;

describe('O1: plaatsingen binnen kantoortijden op werkdagen', () => {
  it.each(scenarios)('given an opname on %s, then it is %s: %s', (_, op, uitkomst) => {
    expect(toetsO1(op, instellingen).uitkomst).toBe(uitkomst);
  });

  it('given an office that works on Goede Vrijdag, then that day is a werkdag', () => {
    const kalender = 'atw_zonder_goedevrijdag_5mei';
    expect(toetsO1('2026-04-03T09:00:00.000Z', { ...instellingen, kalender }).uitkomst).toBe('VOLDAAN');
  });

  it('names the feestdag in its explanation', () => {
    expect(toetsO1('2026-12-25T09:00:00.000Z', instellingen).uitleg).toContain('eerste Kerstdag');
  });
});

describe('the version of the normenkader that holds', () => {
  const versie = (geldigVanaf: string) => ({
    ...{ versie: geldigVanaf, geldigVanaf, bron: 'bron', instellingen },
    normen: [{ id: 'O1', tekst: 'tekst', bron: 'bron' }],
  });
  const normenkader = NormenkaderSchema.parse({ versies: [versie('2020-10-12'), versie('2024-01-01')] });

  it.each([
    ['2020-10-11', '2020-10-12', true],
    ['2020-10-12', '2020-10-12', false],
    ['2023-12-31', '2020-10-12', false],
    ['2024-01-01', '2024-01-01', false],
  ])('given %s, then version %s (terugblik: %s)', (dag, verwacht, terugblik) => {
    const gevonden = versieOp(normenkader, dag);
    expect([gevonden.versie.versie, gevonden.terugblik]).toEqual([verwacht, terugblik]);
  });

  it('refuses versions that do not follow each other', () => {
    expect(NormenkaderSchema.safeParse({ versies: [versie('2024-01-01'), versie('2020-10-12')] }).success).toBe(false);
  });
});
