import { describe, expect, it } from '@jest/globals';
import type { RegioIndeling } from '@regielijn/kern';
import fc from 'fast-check';
import { bezetting } from './bezetting.js';
import { aandeel, plaatsingen, type TrajectFeit } from './plaatsingen.js';

const indeling: RegioIndeling = {
  regios: [{ id: 'noord', naam: 'Noord' }],
  regioVan: () => 'noord',
  gemeentenOp: () => [
    { code: '0001', naam: 'Aadorp' },
    { code: '0002', naam: 'Beedorp' },
  ],
};

const traject = (changes: Partial<TrajectFeit> = {}): TrajectFeit => ({
  ...{ jeugdigeId: 'a', regio: 'noord', gemeentecode: '0001', urgentie: 'regulier', herkomst: 'thuis', leeftijd: 15 },
  ...{ opnameOp: '2019-03-01T10:00:00.000Z', overplaatsingen: [], eindeOp: null, einde: null, bestemming: null },
  ...changes,
});
const tabel = (trajecten: readonly TrajectFeit[], definitie: 'jbwest' | 'jzn' = 'jbwest') =>
  plaatsingen(trajecten, 2019, definitie, indeling);

describe('a share', () => {
  it.each([
    [1, 8, 13],
    [1, 200, 1],
    [1, 201, 0],
    [0, 5, 0],
    [5, 5, 100],
  ])('given %i of %i, then %i percent: half goes up', (teller, noemer, procent) => {
    expect(aandeel(teller, noemer)).toEqual({ teller, noemer, procent });
  });

  it('given nothing to divide by, then there is no percentage', () => {
    expect(aandeel(0, 0).procent).toBeNull();
  });
});

describe('plaatsingen in a year', () => {
  it.each([
    ['the last moment of the year before, in Amsterdam', '2018-12-31T22:59:59.999Z', 0],
    ['the first moment of the year, in Amsterdam', '2018-12-31T23:00:00.000Z', 1],
    ['the last moment of the year', '2019-12-31T22:59:59.999Z', 1],
    ['the first moment of the next', '2019-12-31T23:00:00.000Z', 0],
  ])('given an opname at %s, then it counts %s times: %i', (_, opnameOp, totaal) => {
    expect(tabel([traject({ opnameOp })]).totaal).toBe(totaal);
  });

  it('given an overplaatsing, then only the definition of Jeugdzorg Nederland counts it', () => {
    const trajecten = [traject({ overplaatsingen: ['2019-05-01T10:00:00.000Z', '2020-01-01T10:00:00.000Z'] })];
    expect([tabel(trajecten).totaal, tabel(trajecten, 'jzn').totaal]).toEqual([1, 2]);
    expect(tabel(trajecten, 'jzn').soort).toMatchObject({ nieuw: 1, overplaatsing: 1 });
  });

  it('derives the kind of a plaatsing from what came before', () => {
    const eerste = { opnameOp: '2018-01-01T10:00:00.000Z', eindeOp: '2018-06-01T10:00:00.000Z' };
    const trajecten = [
      traject({ jeugdigeId: 'nieuw' }),
      traject({ jeugdigeId: 'terug', ...eerste, einde: 'uitstroom' }),
      traject({ jeugdigeId: 'terug' }),
      traject({ jeugdigeId: 'weg', ...eerste, einde: 'onttrekking' }),
      traject({ jeugdigeId: 'weg' }),
    ];
    expect(tabel(trajecten).soort).toEqual({ nieuw: 1, hernieuwd: 1, hernieuwdNaOnttrekking: 1 });
    expect(tabel([...trajecten].reverse()).soort).toEqual(tabel(trajecten).soort);
  });

  it('given more than ten plaatsingen of a gemeente, then it is named; a gemeente without any counts as well', () => {
    const elf = Array.from({ length: 11 }, (_, n) => traject({ jeugdigeId: String(n) }));
    expect(tabel(elf)).toMatchObject({ gemeenteklassen: { '0': 1, '>10': 1 }, gemeenten: { Aadorp: 11 } });
    expect(tabel(elf.slice(1)).gemeenten).toEqual({});
  });

  it.each([
    ['exactly twelve months', '2019-03-01T22:00:00.000Z', 0],
    ['a day more', '2019-03-02T10:00:00.000Z', 1],
  ])('given a traject of %s, then longer than twelve months counts %s: %i', (_, eindeOp, teller) => {
    const lang = traject({ opnameOp: '2018-03-01T10:00:00.000Z', eindeOp, einde: 'uitstroom' });
    expect(tabel([lang]).aandelen['duurLangerDan12Maanden']).toEqual(aandeel(teller, 1));
  });

  it('splits every total: regions, urgency, kinds and classes add up, whatever happened', () => {
    const moment = fc
      .date({ min: new Date('2017-01-01'), max: new Date('2021-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString());
    const willekeurig = fc
      .record({
        jeugdigeId: fc.constantFrom('a', 'b', 'c', 'd'),
        regio: fc.constantFrom('noord', 'overig'),
        urgentie: fc.constantFrom('regulier', 'urgent', 'bloedspoed'),
        opnameOp: moment,
        overplaatsingen: fc.array(moment, { maxLength: 3 }),
      })
      .map(traject);
    fc.assert(
      fc.property(
        fc.array(willekeurig, { maxLength: 30 }),
        fc.constantFrom('jbwest', 'jzn'),
        (trajecten, definitie) => {
          const { totaal, perRegio, urgentie, soort } = tabel(trajecten, definitie);
          const som = (delen: Record<string, number | undefined>): number =>
            Object.values(delen).reduce((a: number, b) => a + (b ?? 0), 0);
          expect([som(perRegio), urgentie.urgent + urgentie.regulier, som(soort)]).toEqual([totaal, totaal, totaal]);
          expect(urgentie.waarvanBloedspoed).toBeLessThanOrEqual(urgentie.urgent);
        },
      ),
    );
  });
});

describe('bezetting on a peildatum', () => {
  it.each([
    ['an opname at exactly 00:00', { opnameOp: '2019-03-31T22:00:00.000Z' }, 1],
    ['an opname a millisecond later', { opnameOp: '2019-03-31T22:00:00.001Z' }, 0],
    ['an end at exactly 00:00', { eindeOp: '2019-03-31T22:00:00.000Z' }, 0],
    ['an end a millisecond later', { eindeOp: '2019-03-31T22:00:00.001Z' }, 1],
  ])('given %s of 1 April, then in care: %s %i', (_, changes, verwacht) => {
    const { peildata, totaal, perRegio } = bezetting([traject(changes)], 2019, indeling, '2026-01-01T12:00:00.000Z');
    expect([peildata[1], totaal[1], perRegio['Noord']![1]]).toEqual(['2019-04-01', verwacht, verwacht]);
  });

  it('names the first day of each quarter and of the next year', () => {
    expect(bezetting([], 2019, indeling, '2026-01-01T12:00:00.000Z').peildata).toEqual([
      '2019-01-01',
      '2019-04-01',
      '2019-07-01',
      '2019-10-01',
      '2020-01-01',
    ]);
  });

  it.each([
    ['just before 1 July begins in Amsterdam', '2019-06-30T21:59:59.999Z', [0, 1, null, null, null]],
    ['as 1 July begins', '2019-06-30T22:00:00.000Z', [0, 1, 1, null, null]],
    ['in the next year', '2020-01-01T12:00:00.000Z', [0, 1, 1, 1, 1]],
  ])('given a question %s, then what is still to come is not known, though nobody has left', (_, nu, verwacht) => {
    const { totaal, perRegio, peildata } = bezetting([traject()], 2019, indeling, nu);
    expect([totaal, perRegio['Noord'], peildata.length]).toEqual([verwacht, verwacht, 5]);
  });
});
