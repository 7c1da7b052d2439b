import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plusDagen, verjaardag } from './kalender.js';
import { dagVanLeeftijd, leeftijdsfout, OUDSTE_LEEFTIJD, zinOverLeeftijd } from './leeftijd.js';

const DAG = '2026-03-02';
const TE_OUD_OP = verjaardag('1995-03-02', OUDSTE_LEEFTIJD + 1);

describe('the day on which somebody reaches an age in months', () => {
  it.each([
    ['a birthday', '2010-06-15', 192, '2026-06-15'],
    ['half a year later', '2010-06-15', 210, '2027-12-15'],
    ['a month without that day', '2010-08-31', 222, '2029-02-28'],
    ['born on a leap day, half a year after the first of March', '2008-02-29', 222, '2026-09-01'],
  ])('given %s, then from the birthday on', (_, geboortedatum, maanden, dag) =>
    expect(dagVanLeeftijd(geboortedatum, maanden)).toBe(dag),
  );
});

describe('a birth date beside a day on which the jeugdige was there', () => {
  it.each([
    ['born that day', DAG, DAG],
    ['seventeen', '2008-11-20', DAG],
    ['of the age at which the last jeugdhulp ends', '2003-03-02', DAG],
    ['on the last day at the oldest age', '1995-03-02', plusDagen(TE_OUD_OP, -1)],
  ])('given somebody %s, then nothing is wrong', (_, geboortedatum, op) =>
    expect(leeftijdsfout(geboortedatum, op)).toBeNull(),
  );

  it('given a birth after that day, then that is named with the day', () => {
    const fout = leeftijdsfout('2026-03-03', DAG)!;
    expect(fout).toEqual({ code: 'GEBOORTEDATUM_IN_TOEKOMST', reden: 'die ligt na 2 maart 2026' });
    expect(zinOverLeeftijd(fout)).toBe('De geboortedatum klopt niet: die ligt na 2 maart 2026. Kijk de datums na.');
  });

  it.each([
    ['of the year 1910', '1910-05-04', DAG],
    ['a day too old', '1995-03-02', TE_OUD_OP],
  ])('given somebody %s, then that is named, without the birth date itself', (_, geboortedatum, op) => {
    const fout = leeftijdsfout(geboortedatum, op)!;
    expect(fout.code).toBe('LEEFTIJD_KLOPT_NIET');
    expect(fout.reden).toBe('dan is de jeugdige op 2 maart 2026 ouder dan 30 jaar');
    expect(zinOverLeeftijd(fout)).not.toContain(geboortedatum.slice(0, 4));
  });

  it('given a birth date that was destroyed, then nothing can be said of it', () =>
    expect(leeftijdsfout('(vernietigd)', DAG)).toBeNull());

  it('given any age of a jeugdige by the law, up to twenty-three, then it is never wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 * 365 }), (dagen) => {
        expect(leeftijdsfout(plusDagen(DAG, -dagen), DAG)).toBeNull();
      }),
    );
  });
});
