import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  beginVan,
  dagenTussen,
  datumVan,
  eerstePaasdag,
  eindeVolgensAtw,
  feestdagOp,
  inWoorden,
  isBinnenKantoortijd,
  isWerkdag,
  kloktijdVan,
  leeftijdOp,
  plusDagen,
  opDeKlok,
  plusDagenOpDeKlok,
  plusMaanden,
  plusUren,
  plusWerkdagen,
  verjaardag,
} from './kalender.js';
import type { Datum } from './tijd.js';

const UUR_MS = 3_600_000;
const jaren = (van: number, tot: number): number[] => Array.from({ length: tot - van + 1 }, (_, n) => van + n);
const dagVanDeWeek = (datum: Datum): number => new Date(`${datum}T00:00:00Z`).getUTCDay();
const anyDag = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

/**
 * Day of the ecclesiastical full moon by golden number, as church almanacs print it for 1900 to 2199; Easter is the
 * Sunday after. A table instead of arithmetic, so that both ways cannot share a mistake.
 */
const PAASVOLLEMAAN = [
  '04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05',
  '03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27',
].flatMap((regel) => regel.split(' '));

const paasdagVolgensAlmanak = (jaar: number): Datum => {
  const vollemaan = `${jaar}-${PAASVOLLEMAAN[jaar % 19]}`;
  return plusDagen(vollemaan, 7 - dagVanDeWeek(vollemaan));
};

describe('Easter', () => {
  it('given every year from 1900 to 2100, then it falls on the Sunday after the full moon of the almanac', () => {
    const verschillen = jaren(1900, 2100).filter((jaar) => eerstePaasdag(jaar) !== paasdagVolgensAlmanak(jaar));
    expect(verschillen).toEqual([]);
  });

  it.each(['1913-03-23', '1943-04-25', '2008-03-23', '2019-04-21', '2026-04-05', '2038-04-25'])(
    'given the earliest, the latest and some ordinary Easters, then %s is one',
    (datum) => expect(eerstePaasdag(Number(datum.slice(0, 4)))).toBe(datum),
  );
});

describe('feestdagen of the Algemene termijnenwet', () => {
  it.each([
    ['2025-04-18', 'Goede Vrijdag'],
    ['2025-04-21', 'tweede Paasdag'],
    ['2025-04-26', 'Koningsdag'],
    ['2025-05-05', 'Bevrijdingsdag'],
    ['2025-05-29', 'Hemelvaartsdag'],
    ['2025-06-09', 'tweede Pinksterdag'],
    ['2026-01-01', 'Nieuwjaarsdag'],
    ['2026-04-03', 'Goede Vrijdag'],
    ['2026-04-06', 'tweede Paasdag'],
    ['2026-04-27', 'Koningsdag'],
    ['2026-05-05', 'Bevrijdingsdag'],
    ['2026-05-14', 'Hemelvaartsdag'],
    ['2026-05-25', 'tweede Pinksterdag'],
    ['2026-12-25', 'eerste Kerstdag'],
    ['2026-12-26', 'tweede Kerstdag'],
    ['2027-05-05', 'Bevrijdingsdag'],
    ['2027-05-06', 'Hemelvaartsdag'],
  ])('given %s, then it is %s and no werkdag', (datum, naam) => {
    expect(feestdagOp(datum)).toBe(naam);
    expect(isWerkdag(datum)).toBe(false);
  });

  it.each([
    ['2026-05-04', 'Dodenherdenking'],
    ['2026-09-15', 'Prinsjesdag'],
    ['2025-12-05', 'Sinterklaasavond'],
    ['2026-12-31', 'Oudejaarsavond'],
    ['2026-04-30', 'the Koninginnedag of before 2014'],
  ])('given %s, a day that the act does not name (%s), then it is a werkdag', (datum) => {
    expect(feestdagOp(datum)).toBeNull();
    expect(isWerkdag(datum)).toBe(true);
  });

  it('given every year, then exactly nine days are feestdag, eight when two fall together', () => {
    const aantal = (jaar: number): number =>
      jaren(0, 365).filter((dag) => {
        const datum = plusDagen(`${jaar}-01-01`, dag);
        return datum.startsWith(String(jaar)) && feestdagOp(datum) !== null;
      }).length;
    expect([2015, 2016, 2025, 2026, 2027].map(aantal)).toEqual([9, 8, 9, 9, 9]);
  });

  it('given every 27 April from 2014 to 2060, then Koningsdag moves to the 26th exactly when that is a Sunday', () => {
    const opDe26e = jaren(2014, 2060).filter((jaar) => feestdagOp(`${jaar}-04-26`) === 'Koningsdag');
    expect(opDe26e).toEqual([2014, 2025, 2031, 2036, 2042, 2053, 2059]);
    const opDe27e = jaren(2014, 2060).filter((jaar) => feestdagOp(`${jaar}-04-27`) === 'Koningsdag');
    expect(opDe27e).toEqual(jaren(2014, 2060).filter((jaar) => !opDe26e.includes(jaar)));
  });
});

describe('the kalender without Goede Vrijdag and 5 mei', () => {
  const kalender = 'atw_zonder_goedevrijdag_5mei';

  it.each(['2026-04-03', '2026-05-05', '2025-04-18', '2027-05-05'])('given %s, then people work', (datum) => {
    expect(isWerkdag(datum, kalender)).toBe(true);
    expect(isWerkdag(datum, 'atw')).toBe(false);
  });

  it('given 5 May 2016, Bevrijdingsdag and Hemelvaartsdag at once, then nobody works', () => {
    expect(feestdagOp('2016-05-05', kalender)).toBe('Hemelvaartsdag');
    expect(isWerkdag('2016-05-05', kalender)).toBe(false);
  });

  it.each(['2026-04-06', '2026-04-27', '2026-05-14', '2026-12-25'])('given %s, then it stays a feestdag', (datum) =>
    expect(isWerkdag(datum, kalender)).toBe(false),
  );
});

describe('days put on a par with a feestdag by royal decree', () => {
  const gelijkgesteld = [
    { datum: '2026-01-02', naam: 'vrijdag na Nieuwjaarsdag' },
    { datum: '2026-05-15', naam: 'vrijdag na Hemelvaartsdag' },
    { datum: '2026-04-03', naam: 'nog een naam voor Goede Vrijdag' },
  ];

  it.each([
    ['2026-01-02', 'vrijdag na Nieuwjaarsdag'],
    ['2026-05-15', 'vrijdag na Hemelvaartsdag'],
  ])('given the list with %s, then it is a feestdag by both kalenders, and without the list by none', (datum, naam) => {
    for (const kalender of ['atw', 'atw_zonder_goedevrijdag_5mei'] as const) {
      expect(feestdagOp(datum, kalender, gelijkgesteld)).toBe(naam);
      expect(isWerkdag(datum, kalender, gelijkgesteld)).toBe(false);
      expect(feestdagOp(datum, kalender)).toBeNull();
      expect(isWerkdag(datum, kalender)).toBe(true);
    }
  });

  it('given a day that is a feestdag already, then its own name counts, and the kalender still decides', () => {
    expect(feestdagOp('2026-04-03', 'atw', gelijkgesteld)).toBe('Goede Vrijdag');
    expect(isWerkdag('2026-04-03', 'atw_zonder_goedevrijdag_5mei', gelijkgesteld)).toBe(true);
  });

  it('given any other day, then the list changes nothing', () => {
    expect(feestdagOp('2026-05-18', 'atw', gelijkgesteld)).toBeNull();
    expect(isWerkdag('2026-05-18', 'atw', gelijkgesteld)).toBe(true);
  });
});

describe('counting werkdagen', () => {
  it.each([
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-04-01', 5, '2026-04-10'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-24', 2, '2026-12-29'],
    ['2027-05-04', 1, '2027-05-07'],
  ])('given %s, when %i werkdagen pass, then it is %s', (datum, werkdagen, later) =>
    expect(plusWerkdagen(datum, werkdagen)).toBe(later),
  );

  it('given another kalender or a decree, then other days count', () => {
    expect(plusWerkdagen('2026-04-02', 1, 'atw_zonder_goedevrijdag_5mei')).toBe('2026-04-03');
    expect(plusWerkdagen('2026-05-13', 1)).toBe('2026-05-15');
    expect(plusWerkdagen('2026-05-13', 1, 'atw', [{ datum: '2026-05-15', naam: 'vrijdag' }])).toBe('2026-05-18');
  });
});

describe('the end of a term by the Algemene termijnenwet', () => {
  it.each([
    // art. 1: no end on a Saturday, Sunday or feestdag
    ['an end on a werkdag', '2026-03-02', '2026-03-06', '2026-03-06'],
    ['an end on a Saturday', '2026-03-03', '2026-03-07', '2026-03-09'],
    ['an end on a Sunday', '2026-03-01', '2026-04-12', '2026-04-13'],
    ['an end on tweede Paasdag', '2026-03-16', '2026-04-06', '2026-04-07'],
    ['an end on Goede Vrijdag', '2026-03-13', '2026-04-03', '2026-04-07'],
    ['an end on eerste Kerstdag, a Friday', '2026-12-11', '2026-12-25', '2026-12-28'],
    // art. 2: two days that are no Saturday, Sunday or feestdag, from three days on
    ['four days from the Thursday before Easter', '2026-04-02', '2026-04-06', '2026-04-08'],
    ['three days from the Thursday before Easter', '2026-04-02', '2026-04-05', '2026-04-08'],
    ['two days from the Thursday before Easter', '2026-04-02', '2026-04-04', '2026-04-07'],
    ['three days from a Friday', '2026-03-06', '2026-03-09', '2026-03-10'],
    ['four days from a Friday', '2026-03-06', '2026-03-10', '2026-03-10'],
    ['two days from a Friday', '2026-03-06', '2026-03-08', '2026-03-09'],
  ])('given %s, from %s to %s, then it ends on %s', (_, begin, eind, later) =>
    expect(eindeVolgensAtw(begin, eind)).toBe(later),
  );

  it('given a day by royal decree, then it is a feestdag to the act too', () => {
    const gelijkgesteld = [{ datum: '2026-05-15', naam: 'vrijdag na Hemelvaartsdag' }];
    expect(eindeVolgensAtw('2026-05-13', '2026-05-17')).toBe('2026-05-18');
    expect(eindeVolgensAtw('2026-05-13', '2026-05-17', gelijkgesteld)).toBe('2026-05-19');
    expect(eindeVolgensAtw('2026-05-13', '2026-05-15', gelijkgesteld)).toBe('2026-05-18');
  });

  it('given any term of three days or more, then it ends on the first werkdag that leaves two of them in it', () => {
    fc.assert(
      fc.property(anyDag, fc.integer({ min: 3, max: 90 }), (begin, dagen) => {
        const strikt = plusDagen(begin, dagen);
        const eind = eindeVolgensAtw(begin, strikt);
        const voldoet = (tot: Datum): boolean => isWerkdag(tot) && plusWerkdagen(begin, 2) <= tot;
        expect(eind >= strikt && voldoet(eind)).toBe(true);
        for (let dag = strikt; dag < eind; dag = plusDagen(dag, 1)) expect(voldoet(dag)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a weekend', () => {
  it('given any Saturday or Sunday, then it is no werkdag', () => {
    fc.assert(
      fc.property(anyDag, (datum) => {
        if (dagVanDeWeek(datum) === 0 || dagVanDeWeek(datum) === 6) expect(isWerkdag(datum)).toBe(false);
        else expect(isWerkdag(datum)).toBe(feestdagOp(datum) === null);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a day in Amsterdam', () => {
  it.each([
    ['2026-01-14T22:59:59.999Z', '2026-01-14', '23:59'],
    ['2026-01-14T23:00:00.000Z', '2026-01-15', '00:00'],
    ['2026-07-14T21:59:59.999Z', '2026-07-14', '23:59'],
    ['2026-07-14T22:00:00.000Z', '2026-07-15', '00:00'],
    // Summer time begins 29 March 2026 at 02:00 and ends 25 October at 03:00.
    ['2026-03-29T00:59:59.999Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '03:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '02:30'],
  ])('given the moment %s, then it is %s %s', (moment, datum, kloktijd) => {
    expect(datumVan(moment)).toBe(datum);
    expect(kloktijdVan(moment)).toBe(kloktijd);
  });

  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', 24],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-07-15', '2026-07-14T22:00:00.000Z', 24],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ])('given %s, then it begins at %s and lasts %i hours', (datum, begin, uren) => {
    expect(beginVan(datum)).toBe(begin);
    expect((Date.parse(beginVan(plusDagen(datum, 1))) - Date.parse(begin)) / UUR_MS).toBe(uren);
  });

  it('given any day, then its first moment belongs to it and the millisecond before does not', () => {
    fc.assert(
      fc.property(anyDag, (datum) => {
        const begin = beginVan(datum);
        expect(datumVan(begin)).toBe(datum);
        expect(datumVan(new Date(Date.parse(begin) - 1).toISOString())).toBe(plusDagen(datum, -1));
      }),
      { numRuns: 200 },
    );
  });
});

describe('days between two days', () => {
  it.each([
    ['2026-03-01', '2026-03-01', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2025-12-31', '2027-01-01', 366],
    ['2026-03-08', '2026-03-01', -7],
    // The clock changes in between.
    ['2026-03-28', '2026-03-30', 2],
  ])('from %s to %s there are %i', (van, tot, dagen) => expect(dagenTussen(van, tot)).toBe(dagen));
});

describe('kantoortijd', () => {
  const kantoortijd = { van: '09:00', tot: '17:00' };

  it.each([
    ['08:59 in winter', '2026-03-02T07:59:59.999Z', false],
    ['09:00 in winter', '2026-03-02T08:00:00.000Z', true],
    ['16:59 in winter', '2026-03-02T15:59:59.999Z', true],
    ['17:00 in winter', '2026-03-02T16:00:00.000Z', false],
    ['08:59 in summer', '2026-06-02T06:59:59.999Z', false],
    ['09:00 in summer', '2026-06-02T07:00:00.000Z', true],
    ['16:59 in summer', '2026-06-02T14:59:59.999Z', true],
    ['17:00 in summer', '2026-06-02T15:00:00.000Z', false],
    ['09:00 on the first day of summer time', '2026-03-29T07:00:00.000Z', true],
    ['09:00 on the first day of winter time', '2026-10-25T08:00:00.000Z', true],
    ['08:59 on the first day of winter time', '2026-10-25T07:59:00.000Z', false],
  ])('given %s, then %s is within: %s', (_, moment, binnen) =>
    expect(isBinnenKantoortijd(moment, kantoortijd)).toBe(binnen),
  );

  it('given other hours, then those count', () => {
    expect(isBinnenKantoortijd('2026-03-02T07:30:00.000Z', { van: '08:30', tot: '18:00' })).toBe(true);
    expect(isBinnenKantoortijd('2026-03-02T17:00:00.000Z', { van: '08:30', tot: '18:00' })).toBe(false);
  });
});

describe('age in whole years', () => {
  it.each([
    ['2010-06-15', '2026-06-14', 15],
    ['2010-06-15', '2026-06-15', 16],
    ['2010-12-31', '2026-01-01', 15],
    ['2026-03-02', '2026-03-02', 0],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
  ])('given a birth on %s, then on %s it is %i', (geboortedatum, op, jaar) =>
    expect(leeftijdOp(geboortedatum, op)).toBe(jaar),
  );
});

describe('the day on which somebody reaches an age', () => {
  it.each([
    ['2008-06-15', 18, '2026-06-15'],
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 12, '2020-02-29'],
    ['2014-12-31', 12, '2026-12-31'],
  ])('given a birth on %s, then %i is reached on %s', (geboortedatum, leeftijd, dag) =>
    expect(verjaardag(geboortedatum, leeftijd)).toBe(dag),
  );

  it('given any birth, then the day before it is one year less', () => {
    fc.assert(
      fc.property(anyDag, fc.integer({ min: 1, max: 25 }), (geboortedatum, leeftijd) => {
        const dag = verjaardag(geboortedatum, leeftijd);
        expect(leeftijdOp(geboortedatum, dag)).toBe(leeftijd);
        expect(leeftijdOp(geboortedatum, plusDagen(dag, -1))).toBe(leeftijd - 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('adding hours, and days on the clock', () => {
  it.each([
    ['2026-06-08T08:00:00.000Z', 24, '2026-06-09T08:00:00.000Z'],
    ['2026-03-28T13:00:00.000Z', 24, '2026-03-29T13:00:00.000Z'],
    ['2026-10-24T12:00:00.000Z', 12, '2026-10-25T00:00:00.000Z'],
  ])('given %s, when %i hours pass, then it is %s', (moment, uren, later) =>
    expect(plusUren(moment, uren)).toBe(later),
  );

  it.each([
    ['2026-06-08T08:00:00.000Z', 1, '2026-06-09T08:00:00.000Z'],
    ['2026-03-28T13:00:00.000Z', 1, '2026-03-29T12:00:00.000Z'],
    ['2026-10-24T12:00:00.000Z', 1, '2026-10-25T13:00:00.000Z'],
    ['2026-10-24T12:00:00.000Z', 3, '2026-10-27T13:00:00.000Z'],
  ])('given %s, when %i days pass on the clock of Amsterdam, then it is %s', (moment, dagen, later) =>
    expect(plusDagenOpDeKlok(moment, dagen)).toBe(later),
  );
});

describe('an hour on the clock of Amsterdam', () => {
  it.each([
    ['2026-01-15', 8, '2026-01-15T07:00:00.000Z'],
    ['2026-07-15', 8, '2026-07-15T06:00:00.000Z'],
    ['2026-07-15', 0, '2026-07-14T22:00:00.000Z'],
    ['2026-03-29', 8, '2026-03-29T06:00:00.000Z'],
    ['2026-10-25', 8, '2026-10-25T07:00:00.000Z'],
  ])('given %s at %i o’clock, then it is %s', (dag, uur, moment) => expect(opDeKlok(dag, uur)).toBe(moment));

  it('given the hour that is skipped in spring, then it is the one after it', () => {
    expect(opDeKlok('2026-03-29', 2)).toBe(opDeKlok('2026-03-29', 3));
  });

  it('given the hour that is there twice in autumn, then it is the first of the two', () => {
    expect(opDeKlok('2026-10-25', 2)).toBe('2026-10-25T00:00:00.000Z');
  });
});

describe('adding days and months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 3, '2026-06-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('given %s, when %i months pass, then it is %s', (datum, maanden, later) =>
    expect(plusMaanden(datum, maanden)).toBe(later),
  );

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-01', 28, '2026-03-29'],
  ])('given %s, when %i days pass, then it is %s', (datum, dagen, later) =>
    expect(plusDagen(datum, dagen)).toBe(later),
  );
});

it.each([
  ['2026-03-02', '2 maart 2026'],
  ['2025-12-31', '31 december 2025'],
])('given the day %s, then a caseworker reads %s', (dag, woorden) => {
  expect(inWoorden(dag)).toBe(woorden);
});
