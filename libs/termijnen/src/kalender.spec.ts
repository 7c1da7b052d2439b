import { describe, expect, it } from '@jest/globals';
import { antwoordKalender, KalenderVraagSchema } from './index.js';
import { regels } from './termijnen.kit.js';

const instellingen = {
  kalender: 'atw' as const,
  kantoortijd: { van: '09:00', tot: '17:00' },
  regelversie: '2020-10-12',
};
const wat = (tijdstip: string, kalender?: string) =>
  antwoordKalender(KalenderVraagSchema.parse({ tijdstip, kalender }), instellingen, regels);

describe('what a day or a moment is', () => {
  it('given a moment, then everything about it is said', () =>
    expect(wat('2026-04-27T10:30:00+02:00')).toEqual({
      tijdstip: '2026-04-27T08:30:00.000Z',
      datum: '2026-04-27',
      kloktijd: '10:30',
      werkdag: false,
      feestdag: 'Koningsdag',
      kantoortijd: true,
      regelversie: '2020-10-12',
      kalender: 'atw',
      bron: [
        'Algemene termijnenwet (BWBR0002448) art. 3',
        'Kantoortijd van 09:00 tot 17:00 uur is een aanname van dit project; het normenkader noemt geen uren',
      ],
    }));

  it('given a day without a time, then nothing is said about kantoortijd', () =>
    expect(wat('2026-04-28')).toMatchObject({
      ...{ tijdstip: '2026-04-28', datum: '2026-04-28', kloktijd: null },
      ...{ werkdag: true, feestdag: null, kantoortijd: null },
    }));

  it('given just before midnight in London, then it is the next day in Amsterdam', () =>
    expect(wat('2026-04-26T22:30:00Z')).toMatchObject({ datum: '2026-04-27', kloktijd: '00:30', kantoortijd: false }));

  it('given a day by royal decree, then it is no werkdag and the decree is named', () => {
    const { werkdag, feestdag, bron } = wat('2026-05-15');
    expect({ werkdag, feestdag }).toEqual({ werkdag: false, feestdag: 'vrijdag na Hemelvaartsdag' });
    expect(bron[1]).toContain('Besluit gelijkstelling van 2 januari 2026, 15 mei 2026');
    expect(bron).toHaveLength(2);
  });

  it.each([
    [undefined, 'Goede Vrijdag', false],
    ['atw', 'Goede Vrijdag', false],
    ['atw_zonder_goedevrijdag_5mei', null, true],
  ])('given Goede Vrijdag and the kalender %s, then it is %s', (kalender, feestdag, werkdag) =>
    expect(wat('2026-04-03', kalender)).toMatchObject({ feestdag, werkdag, kalender: kalender ?? 'atw' }),
  );

  it('given a Sunday during office hours, then kantoortijd goes by the clock alone', () =>
    expect(wat('2026-03-01T10:00:00+01:00')).toMatchObject({ werkdag: false, kantoortijd: true, feestdag: null }));

  it.each(['morgen', '2026-02-30', '2026-04-27T10:30:00', ''])('given "%s", then it is refused', (tijdstip) =>
    expect(KalenderVraagSchema.safeParse({ tijdstip }).success).toBe(false),
  );
});
