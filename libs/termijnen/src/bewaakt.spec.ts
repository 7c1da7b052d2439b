import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wekt } from './bewaking.kit.js';
import {
  dagNa,
  dagVoor,
  naDeDag,
  opDeDag,
  opgeschaald,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from './bewaakt.js';
import { TermijnenSchema } from './config.js';
import { DuurSchema } from './duur.js';
import { metLezing, regels, ruweRegels } from './termijnen.kit.js';

const vorm = { bij: 'traject-1', voor: ['casusregie'] as const };
const D14 = (start: string, anders: Partial<Parameters<typeof termijnVanRegel>[2]> = {}, volgens = regels) =>
  termijnVanRegel('D14', { start }, { ...vorm, ...anders }, volgens, ({ laatste }) => [
    vooraf(dagVoor(laatste, DuurSchema.parse('1 week'))),
    null,
    naDeDag(laatste),
    opgeschaald(dagNa(laatste, DuurSchema.parse('2 werkdagen'), volgens)),
  ]);

describe('a term of law or norm', () => {
  it('given its rule and its facts, then both days, the article, which days count and its moments', () => {
    const termijn = D14('2026-03-01')!;
    expect(termijn).toMatchObject({
      ...{ regel: 'D14', naam: 'Vaststellen van het hulpverleningsplan', artikel: 'Jeugdwet art. 6.2.9 lid 2' },
      ...{ begin: '2026-03-01', eind: '2026-04-12', atw: '2026-04-13', telling: 'kalenderdagen' },
      ...{ pauzeerbaar: false, pauzes: [], voor: ['casusregie'], geslotenOp: null },
    });
    expect(wekt(termijn)).toEqual(['vooraf 2026-04-05', 'verstreken 2026-04-13', 'opgeschaald 2026-04-14']);
  });

  it('given the reading that the Algemene termijnenwet counts, then the moments follow that day, and both stay', () => {
    const termijn = D14('2026-03-01', {}, metLezing('ATW', 'atw'))!;
    expect(termijn).toMatchObject({ eind: '2026-04-12', atw: '2026-04-13' });
    expect(wekt(termijn)[1]).toBe('verstreken 2026-04-14');
  });

  it('given a beginning late in the evening by UTC, then the day in Amsterdam', () =>
    expect(D14('2026-03-01T23:30:00.000Z')).toMatchObject({ begin: '2026-03-02', eind: '2026-04-13' }));

  it('given that it is closed, then it wakes nobody', () =>
    expect(D14('2026-03-01', { geslotenOp: '2026-03-05T09:00:00.000Z' })).toMatchObject({
      ...{ geslotenOp: '2026-03-05T09:00:00.000Z', momenten: [], eind: '2026-04-12' },
    }));

  it('given a law whose text of then is not known, then there is nothing to watch', () =>
    expect(D14('2023-11-01')).toBeNull());

  it('given a norm or a proposal, then it can stand still, and werkdagen are named', () => {
    const mot = termijnVanRegel('MOT', { start: '2026-03-02' }, vorm, regels, () => []);
    expect(mot).toMatchObject({ pauzeerbaar: true, atw: null });
    expect(mot!.telling).toContain('werkdagen');
    const b3 = termijnVanRegel('B3', { start: '2026-03-02' }, vorm, regels, () => []);
    expect(b3).toMatchObject({ pauzeerbaar: true, telling: 'kalenderdagen' });
  });

  it('is the same one for the same stream, rule and beginning, and another for any other', () => {
    const ids = [
      D14('2026-03-01')!.id,
      D14('2026-03-01', { bij: 'traject-2' })!.id,
      D14('2026-03-01', { nr: 'een' })!.id,
      termijnVanRegel('D15', { start: '2026-03-01' }, vorm, regels, () => [])!.id,
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(D14('2026-03-08')!.id).toBe(ids[0]);
  });
});

describe('a term that people agreed on', () => {
  const klaar = (anders: object = {}) =>
    termijnVanAfspraak('KLAAR', { ...vorm, begin: '2026-03-02', ...anders }, regels, (eind) => [naDeDag(eind)]);

  it('given no day, then its length from the begin; given a day, then that', () => {
    expect(klaar()).toMatchObject({ eind: '2026-03-30', atw: null, pauzeerbaar: true });
    expect(wekt(klaar({ eind: '2026-03-10' }))).toEqual(['verstreken 2026-03-11']);
    expect(wekt(klaar({ geslotenOp: '2026-03-05T09:00:00.000Z' }))).toEqual([]);
  });

  it('given werkdagen, then feestdagen do not count and it says so', () => {
    const niemand = termijnVanAfspraak('NIEMAND', { ...vorm, begin: '2026-04-02' }, regels, () => []);
    expect(niemand.eind).toBe('2026-04-08');
    expect(niemand.telling).toContain('werkdagen');
  });
});

describe('a day before another', () => {
  it.each([
    ['2028-03-31', '1 maand', '2028-02-29'],
    ['2028-02-29', '1 jaar', '2027-02-28'],
    ['2026-03-29', '4 weken', '2026-03-01'],
    ['2026-11-02', '14 dagen', '2026-10-19'],
  ])('given %s, then %s before it is %s', (dag, duur, uitkomst) =>
    expect(dagVoor(dag, DuurSchema.parse(duur))).toBe(uitkomst),
  );

  it('given werkdagen to count back, then the rules are refused', () => {
    const ruw = ruweRegels();
    ruw.afspraken.VERVAL.vooraf = '5 werkdagen';
    expect(TermijnenSchema.safeParse(ruw).error!.issues).toMatchObject([
      { path: ['afspraken', 'VERVAL', 'vooraf'], message: 'terug tellen gaat in dagen, weken, maanden of jaren' },
    ]);
  });
});

it('whatever the day, then what is over when a day is over comes when the next one begins, clock change or not', () => {
  const dag = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10));
  fc.assert(
    fc.property(dag, (een) => {
      const uren = (Date.parse(naDeDag(een).op) - Date.parse(opDeDag(een).op)) / 3_600_000;
      expect([23, 24, 25]).toContain(uren);
      expect(wekt({ momenten: [opDeDag(een)] })).toEqual([`verstreken ${een}`]);
    }),
  );
});
