import { describe, expect, it } from '@jest/globals';
import { deriveId, fold } from '@regielijn/kern';
import fc from 'fast-check';
import { play, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { enige, vanRegel, vereisSamenhang, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { trajectDecider } from '../domain/decide.js';
import { trajectFeiten as feit } from '../domain/events.js';
import { ids, opgenomen, toegewezen, uitgestroomd } from '../domain/traject.kit.js';
import * as toeleiding from '../domain/verloop-toeleiding.kit.js';
import * as zorg from '../domain/verloop-zorg.kit.js';
import { begonnen, geeindigd, isToegepast, toegestemd, verlengd } from '../domain/zorg/zorg.kit.js';
import { AANMELDING, type Gebeurd, inVerblijf, opAndereDag, termijnenVan, verloop } from './termijnen.kit.js';
import { trajectBewaking } from './termijnen.js';

describe('how long a measure may last (D16, D17)', () => {
  const begin = '2026-03-28T10:00:00.000Z';
  const na = (...gebeurd: readonly Gebeurd[]) => termijnenVan(inVerblijf(...gebeurd));

  it('given one outside the plan, then consent after twelve hours and an end after three times 24 hours, whatever the clock does', () => {
    const termijn = enige(na([begonnen('vastpakken'), begin]), 'D16');
    expect(termijn).toMatchObject({ begin: '2026-03-28', eind: '2026-03-31', atw: null, pauzeerbaar: false });
    expect(wekt(termijn)).toEqual(['vooraf 2026-03-28T22:00:00.000Z', 'verstreken 2026-03-31T10:00:00.000Z']);
  });

  it('given one that began just after midnight in Amsterdam, then on that day', () =>
    expect(enige(na([begonnen('vastpakken'), '2026-06-08T22:30:00.000Z']), 'D16').begin).toBe('2026-06-09'));

  it('given consent, then only the end is left; given that it stopped, then it is closed', () => {
    const toegestaan: Gebeurd[] = [
      [begonnen('vastpakken'), begin],
      [toegestemd, '2026-03-28T20:00:00.000Z'],
    ];
    expect(wekt(enige(na(...toegestaan), 'D16'))).toEqual(['verstreken 2026-03-31T10:00:00.000Z']);
    const gestopt = na(...toegestaan, [geeindigd(), '2026-03-29T10:00:00.000Z']);
    expect(enige(gestopt, 'D16')).toMatchObject({ geslotenOp: '2026-03-29T10:00:00.000Z', momenten: [] });
  });

  it('given an insluiting, in the plan or not, then a day, and one more when it was extended', () => {
    for (const inPlan of [true, false])
      expect(wekt(enige(na([begonnen('insluiting', inPlan), begin]), 'D17'))).toEqual([
        'verstreken 2026-03-29T10:00:00.000Z',
      ]);
    const langer = na([begonnen(), begin], [verlengd, '2026-03-29T09:00:00.000Z']);
    expect(wekt(enige(langer, 'D17'))).toEqual(['verstreken 2026-03-30T10:00:00.000Z']);
  });

  it('given a measure of the plan that is no insluiting, then the law sets no moment', () => {
    const termijnen = na([begonnen('vastpakken', true), begin]);
    expect([...vanRegel(termijnen, 'D16'), ...vanRegel(termijnen, 'D17')]).toEqual([]);
  });

  it('given an uitstroom before anybody told the end, then it was over then; one of after it is watched as any', () => {
    const voorbij = na([begonnen('vastpakken'), begin], [uitgestroomd, '2026-03-29T10:00:00.000Z']);
    expect(enige(voorbij, 'D16').geslotenOp).toBe('2026-03-29T10:00:00.000Z');
    const daarna = na([uitgestroomd, '2026-03-27T10:00:00.000Z'], [begonnen('vastpakken'), begin]);
    expect(enige(daarna, 'D16').geslotenOp).toBeNull();
  });
});

describe('overviews of the measures (D21)', () => {
  const eerste: Gebeurd = [begonnen('vastpakken', true), '2026-03-31'];

  it('given a first measure, then one every half year, counted from the one before', () => {
    const termijnen = vanRegel(
      termijnenVan(inVerblijf(eerste, [isToegepast({}, { maatregelId: deriveId('andere maatregel') }), '2026-04-10'])),
      'D21',
    );
    expect(termijnen.map(({ begin, eind }) => [begin, eind]).slice(0, 3)).toEqual([
      ['2026-03-31', '2026-09-30'],
      ['2026-09-30', '2027-03-30'],
      ['2027-03-30', '2027-09-30'],
    ]);
    expect(termijnen).toHaveLength(6);
    expect(termijnen[0]).toMatchObject({ artikel: 'Jeugdwet art. 6.7.1 lid 3', atw: null });
    expect(wekt(termijnen[0]!)).toEqual(['verstreken 2026-10-01']);
  });

  it('given an overview, then it closes what was due by then, and the next is half a year after it', () => {
    const verstrekt: Gebeurd = [feit.overzichtVerstrekt.of({ ...ids, aan: ['ouders'] }), '2026-11-15'];
    const termijnen = vanRegel(termijnenVan(inVerblijf(eerste, verstrekt)), 'D21');
    expect(termijnen.map(({ begin, eind, geslotenOp }) => [begin, eind, geslotenOp?.slice(0, 10)]).slice(0, 4)).toEqual(
      [
        ['2026-03-31', '2026-09-30', '2026-11-15'],
        ['2026-09-30', '2027-03-30', '2026-11-15'],
        ['2026-11-15', '2027-05-15', undefined],
        ['2027-05-15', '2027-11-15', undefined],
      ],
    );
    const ervoor: Gebeurd = [feit.overzichtVerstrekt.of({ ...ids, aan: ['ouders'] }), '2026-03-10'];
    expect(vanRegel(termijnenVan(inVerblijf(ervoor, eerste)), 'D21')[0]).toMatchObject({
      ...{ begin: '2026-03-31', geslotenOp: null },
    });
  });

  it('given no measure, or a verblijf that is over, then none', () => {
    expect(vanRegel(termijnenVan(inVerblijf()), 'D21')).toEqual([]);
    expect(vanRegel(termijnenVan(inVerblijf(eerste, [uitgestroomd, '2026-05-01'])), 'D21')).toEqual([]);
  });
});

describe('the nazorg (B7)', () => {
  const uit: Gebeurd = [uitgestroomd, '2026-11-30'];
  const voortgang = (maand: 3 | 6 | 9 | 12): Gebeurd => [
    feit.nazorgVoortgang.of({ ...ids, maand, stand: 'rustig' }),
    '2027-03-01',
  ];

  it('given an uitstroom, then how it stands after three, six and nine months, and the norm after a year', () => {
    const termijn = enige(termijnenVan(inVerblijf(uit)), 'B7');
    expect(termijn).toMatchObject({ begin: '2026-11-30', eind: '2027-11-30' });
    expect(wekt(termijn)).toEqual([
      ...['vooraf 2027-02-28', 'vooraf 2027-05-30', 'vooraf 2027-08-30'],
      'verstreken 2027-12-01 normenkader.toets',
    ]);
  });

  it('given what was told of a month, then that is not asked again', () =>
    expect(wekt(enige(termijnenVan(inVerblijf(uit, voortgang(3), voortgang(9))), 'B7'))).toEqual([
      'vooraf 2027-05-30',
      'verstreken 2027-12-01 normenkader.toets',
    ]));

  it('given another day of the uitstroom after a correction, then it moves', () =>
    expect(enige(termijnenVan(opAndereDag(inVerblijf(uit), 3, '2026-12-15')), 'B7').eind).toBe('2027-12-15'));

  it('given no uitstroom, then there is none', () =>
    expect(
      vanRegel(termijnenVan(verloop(AANMELDING, [toegewezen(), '2026-03-01'], [opgenomen(), '2026-03-02'])), 'B7'),
    ).toEqual([]));
});

describe('whatever is told about a traject', () => {
  const velden = fc.constantFrom<Record<string, string | boolean | number>[]>(
    {},
    { versie: 2 },
    { variant: 'kib' },
    { antwoord: 'plek' },
    { inPlan: false },
    { vorm: 'dagbesteding' },
  );
  /** Terms of help that is given: none of them outlives it. */
  const TIJDENS_HULP = ['O3', 'B3', 'B5', 'D14', 'D15', 'D21', 'O4', 'KLAAR', 'ZONDER_ONDERWIJS', 'UITSCHRIJVING'];

  it.each([
    ['of toeleiding, plans and onderwijs', toeleiding],
    ['of the daily care', zorg],
  ] as const)('%s, then its terms hang together, and none outlives the help or the traject', (_, { slice, keuze }) => {
    fc.assert(
      fc.property(turns<unknown>(keuze), (sequence) => {
        const history = play(slice as never, sequence);
        const stand = fold(trajectDecider, history)!;
        const termijnen = vereisSamenhang(trajectBewaking, history);
        if (stand.status === 'afgesloten') expect(termijnen).toEqual([]);
        if ('eindeOp' in stand) expect(termijnen.filter(({ regel }) => TIJDENS_HULP.includes(regel))).toEqual([]);
        if (stand.hulpBegonnenOp === null)
          expect(termijnen.filter(({ regel }) => !['B4', 'B5', 'D16', 'D17'].includes(regel))).toEqual([]);
      }),
      runs(40),
    );
    fc.assert(
      fc.property(turnsWithCorrections<unknown>(keuze, velden), (sequence) => {
        vereisSamenhang(trajectBewaking, play(slice as never, sequence));
      }),
      runs(40),
    );
  });
});
