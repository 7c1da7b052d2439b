import { describe, expect, it } from '@jest/globals';
import { eersteDagVanKwartaal, KwartaalSchema, kwartaalVan, periodeVan, volgendKwartaal } from './kwartaal.js';

describe('a quarter', () => {
  it.each([
    ['2026-K1', '2025-12-31T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2026-K3', '2026-06-30T22:00:00.000Z', '2026-09-30T22:00:00.000Z'],
    ['2026-K4', '2026-09-30T22:00:00.000Z', '2026-12-31T23:00:00.000Z'],
  ])('%s begins and ends at midnight in Amsterdam, in winter and summer time', (kwartaal, van, tot) => {
    expect(periodeVan(kwartaal)).toEqual({ van, tot });
  });

  it.each(['2026-K0', '2026-K5', '2026K1', '26-K1', '2026-k1', '1999-K1', '2200-K1'])('%s is none', (kwartaal) => {
    expect(KwartaalSchema.safeParse(kwartaal).success).toBe(false);
  });

  it.each([
    ['2026-03-31T21:59:59.999Z', '2026-K1'],
    ['2026-03-31T22:00:00.000Z', '2026-K2'],
    ['2026-12-31T22:59:59.999Z', '2026-K4'],
    ['2026-12-31T23:00:00.000Z', '2027-K1'],
  ])('holds the moment %s: %s', (moment, kwartaal) => {
    expect(kwartaalVan(moment)).toBe(kwartaal);
  });

  it.each([
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-10-01'],
  ])('with %s begins on %s', (dag, eerste) => expect(eersteDagVanKwartaal(dag)).toBe(eerste));

  it.each([
    ['2026-K1', '2026-K2'],
    ['2026-K4', '2027-K1'],
  ])('%s is followed by %s', (kwartaal, volgende) => {
    expect(volgendKwartaal(kwartaal)).toBe(volgende);
    expect(periodeVan(volgende).van).toBe(periodeVan(kwartaal).tot);
  });
});
