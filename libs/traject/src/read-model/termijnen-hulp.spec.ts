import { describe, expect, it } from '@jest/globals';
import type { Levensgebied } from '@regielijn/kern';
import { enige, vanRegel, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { type TrajectEvent, trajectFeiten as feit } from '../domain/events.js';
import { dagprogramma, onderwijsGestart, onderwijsGestopt } from '../domain/plannen.kit.js';
import {
  beraden,
  gekozen,
  ingetrokken as aanmeldingIngetrokken,
  variantBeeindigd,
  variantGestart,
} from '../domain/toeleiding.kit.js';
import { ids, naOnttrekking, opgenomen, perspectief, toegewezen, uitgestroomd } from '../domain/traject.kit.js';
import { inzet } from '../domain/zorg/zorg.kit.js';
import {
  AANMELDING,
  type Gebeurd,
  ingetrokken,
  inVerblijf,
  opAndereDag,
  termijnenVan,
  verloop,
} from './termijnen.kit.js';

describe('who waits for help (B4)', () => {
  // The Wednesday before Pasen: Goede Vrijdag and tweede Paasdag are no werkdagen.
  const keuze: Gebeurd = [gekozen(), '2026-04-01'];
  const na = (...gebeurd: readonly Gebeurd[]) => termijnenVan(verloop(AANMELDING, keuze, ...gebeurd));

  it('given a choice, then five werkdagen without the feestdagen, and the norm is held against it when they are over', () => {
    const termijn = enige(na(), 'B4');
    expect(termijn).toMatchObject({ begin: '2026-04-01', eind: '2026-04-10', atw: null, pauzeerbaar: true });
    expect(termijn.telling).toContain('werkdagen');
    expect(wekt(termijn)).toEqual(['verstreken 2026-04-11 normenkader.toets']);
    expect(termijn.momenten[0]!.opdracht!.invoer).toMatchObject({
      normen: ['B4'],
      peilmoment: '2026-04-10T22:00:00.000Z',
    });
  });

  it.each<[string, Gebeurd[], string]>([
    ['help without opname', [[variantGestart(), '2026-04-07']], '2026-04-07'],
    [
      'an opname',
      [
        [toegewezen(), '2026-04-07'],
        [opgenomen(), '2026-04-14'],
      ],
      '2026-04-14',
    ],
    [
      'help, and other help after it',
      [
        [variantGestart(), '2026-04-07'],
        [variantGestart([], { variant: 'kib' }), '2026-04-20'],
      ],
      '2026-04-07',
    ],
    [
      'a trajectberaad that chose help elsewhere',
      [[{ ...beraden(), data: { ...beraden().data, gekozen: 'buiten_jhp' } }, '2026-04-08']],
      '2026-04-08',
    ],
  ])('given %s, then it was closed at that moment', (_, gebeurd, dag) =>
    expect(enige(na(...gebeurd), 'B4')).toMatchObject({ geslotenOp: `${dag}T09:00:00.000Z`, momenten: [] }),
  );

  it('given a trajectberaad of before the choice, then the wait goes on', () => {
    const elders = { ...beraden(), data: { ...beraden().data, gekozen: 'buiten_jhp' } } as TrajectEvent;
    expect(enige(termijnenVan(verloop(AANMELDING, [elders, '2026-03-01'], keuze)), 'B4').geslotenOp).toBeNull();
  });

  it.each<[string, Gebeurd[]]>([
    ['help outside jeugdhulpPlus', [[gekozen({ gekozen: 'buiten_jhp', variant: null }), '2026-04-02']]],
    ['an aanmelding that was withdrawn', [[aanmeldingIngetrokken, '2026-04-02']]],
  ])('given %s, then nobody waits', (_, gebeurd) => expect(vanRegel(na(...gebeurd), 'B4')).toEqual([]));

  it('given that nothing fits, then the wait goes on', () =>
    expect(enige(na([gekozen({ gekozen: 'geen_passend', variant: null }), '2026-04-02']), 'B4').eind).toBe(
      '2026-04-13',
    ));

  it('given help already, then only another variant is waited for', () => {
    const loopt = (variant: 'ambulant' | 'kib') =>
      termijnenVan(verloop(AANMELDING, [variantGestart([], { variant }), '2026-03-02'], keuze));
    expect(vanRegel(loopt('kib'), 'B4')).toEqual([]);
    expect(enige(loopt('ambulant'), 'B4').geslotenOp).toBeNull();
  });

  it('given help that ended before the choice, then nothing runs', () =>
    expect(
      vanRegel(
        termijnenVan(verloop(AANMELDING, [variantGestart(), '2026-03-02'], [variantBeeindigd, '2026-03-20'], keuze)),
        'B4',
      ),
    ).toEqual([]));
});

describe('the perspectief (O3)', () => {
  const bekend = (dag: string, ...gebieden: readonly Levensgebied[]): Gebeurd[] =>
    gebieden.map((levensgebied) => [feit.perspectiefVastgesteld.of({ ...ids, ...perspectief, levensgebied }), dag]);
  const ZONDER_INKOMEN = ['support', 'wonen', 'school_werk', 'welzijn'] as const;

  it('given an opname, then a warning after ten weeks and the norm after three months', () => {
    const termijn = enige(termijnenVan(inVerblijf()), 'O3');
    expect(termijn).toMatchObject({ artikel: 'Normenkader O3', begin: '2026-03-01', eind: '2026-06-01', atw: null });
    expect(wekt(termijn)).toEqual(['vooraf 2026-05-10', 'verstreken 2026-06-02 normenkader.toets']);
  });

  it('given an opname on 30 November before a leap year, then until the leap day', () => {
    const history = verloop(AANMELDING, [toegewezen(), '2027-11-01'], [opgenomen(), '2027-11-30']);
    expect(enige(termijnenVan(history), 'O3').eind).toBe('2028-02-29');
  });

  it('given all but inkomen, which depends on the age, then no warning, and the check as before', () =>
    expect(wekt(enige(termijnenVan(inVerblijf(...bekend('2026-04-01', ...ZONDER_INKOMEN))), 'O3'))).toEqual([
      'verstreken 2026-06-02 normenkader.toets',
    ]));

  it('given every levensgebied, then it was met when the last one was there for the first time', () => {
    const history = inVerblijf(
      ...bekend('2026-04-01', ...ZONDER_INKOMEN),
      ...bekend('2026-04-20', 'inkomen'),
      ...bekend('2026-06-20', 'wonen'),
    );
    expect(enige(termijnenVan(history), 'O3')).toMatchObject({ geslotenOp: '2026-04-20T09:00:00.000Z', momenten: [] });
    expect(enige(termijnenVan(ingetrokken(history, 7)), 'O3').geslotenOp).toBeNull();
  });

  it('given what was known before the opname, then it is met at the opname', () => {
    const history = verloop(
      AANMELDING,
      ...bekend('2026-02-21', ...ZONDER_INKOMEN, 'inkomen'),
      [toegewezen(), '2026-02-27'],
      [opgenomen(), '2026-03-01'],
    );
    expect(enige(termijnenVan(history), 'O3').geslotenOp).toBe('2026-03-01T09:00:00.000Z');
  });

  it('given a corrected day of the opname, then it moves; help without opname has none', () => {
    expect(enige(termijnenVan(opAndereDag(inVerblijf(), 2, '2026-03-10')), 'O3').eind).toBe('2026-06-10');
    expect(vanRegel(termijnenVan(verloop(AANMELDING, [variantGestart(), '2026-03-01'])), 'O3')).toEqual([]);
  });
});

describe('onderwijs or dagbesteding (B3)', () => {
  const open = { begin: '2026-03-01', eind: '2026-03-29', geslotenOp: null };

  it.each<[string, readonly Gebeurd[]]>([
    [
      'an opname',
      [
        [toegewezen(), '2026-02-27'],
        [opgenomen(), '2026-03-01'],
      ],
    ],
    ['help without opname', [[variantGestart(), '2026-03-01']]],
    [
      'help that turned into other help: the first start counts',
      [
        [variantGestart(), '2026-03-01'],
        [variantGestart([], { variant: 'kib' }), '2026-03-20'],
      ],
    ],
    [
      'help that turned into an opname: the first start counts',
      [
        [variantGestart(), '2026-03-01'],
        [toegewezen(), '2026-03-19'],
        [opgenomen(), '2026-03-20'],
      ],
    ],
  ])('given %s, then four weeks, and the norm is held against it the day after', (_, gebeurd) => {
    const termijn = enige(termijnenVan(verloop(AANMELDING, ...gebeurd)), 'B3');
    expect(termijn).toMatchObject(open);
    // The clock goes forward on the last day.
    expect(termijn.momenten.map(({ op }) => op)).toEqual(['2026-03-29T22:00:00.000Z']);
    expect(wekt(termijn)).toEqual(['verstreken 2026-03-30 normenkader.toets']);
  });

  it.each<[string, readonly Gebeurd[], string | null]>([
    ['onderwijs that goes on', [[onderwijsGestart(), '2026-03-10']], '2026-03-10'],
    ['dagbesteding', [[onderwijsGestart({ vorm: 'dagbesteding', niveau: null }), '2026-03-10']], '2026-03-10'],
    ['a plan with a dagprogramma', [[dagprogramma, '2026-03-12']], '2026-03-12'],
    [
      'onderwijs that stopped before the last day',
      [
        [onderwijsGestart(), '2026-03-10'],
        [onderwijsGestopt, '2026-03-28'],
      ],
      null,
    ],
    [
      'onderwijs that stopped on the last day',
      [
        [onderwijsGestart(), '2026-03-10'],
        [onderwijsGestopt, '2026-03-29'],
      ],
      '2026-03-10',
    ],
    ['onderwijs that began too late', [[onderwijsGestart(), '2026-04-10']], '2026-04-10'],
  ])('given %s, then it was met at: %s', (_, gebeurd, dag) =>
    expect(enige(termijnenVan(inVerblijf(...gebeurd)), 'B3').geslotenOp).toBe(dag && `${dag}T09:00:00.000Z`),
  );

  it('given onderwijs from before the help, then it is met at its beginning; withdrawn, it is open', () => {
    const history = verloop(AANMELDING, [onderwijsGestart(), '2026-02-21'], [variantGestart(), '2026-03-01']);
    expect(enige(termijnenVan(history), 'B3').geslotenOp).toBe('2026-03-01T09:00:00.000Z');
    expect(enige(termijnenVan(ingetrokken(history, 1)), 'B3')).toMatchObject(open);
  });

  it.each<[string, Gebeurd]>([
    ['an uitstroom', [uitgestroomd, '2026-03-20']],
    ['an end after an onttrekking', [naOnttrekking, '2026-03-20']],
  ])('given %s, then neither B3 nor O3 is held against anybody', (_, einde) => {
    const termijnen = termijnenVan(inVerblijf(einde));
    expect([...vanRegel(termijnen, 'B3'), ...vanRegel(termijnen, 'O3')]).toEqual([]);
  });
});

describe('the registration of a worker (B5)', () => {
  const met = (velden: Partial<typeof inzet>): Gebeurd => [
    feit.medewerkerIngezet.of({ ...ids, ...inzet, ...velden }),
    '2026-03-02',
  ];
  const na = (...gebeurd: readonly Gebeurd[]) => vanRegel(termijnenVan(inVerblijf(...gebeurd)), 'B5');

  it('given one that ends, then a warning four weeks before and the norm the day after', () => {
    const [termijn] = na(met({ geldigTot: '2026-06-30' }));
    expect(termijn).toMatchObject({ begin: '2026-03-02', eind: '2026-06-30' });
    expect(wekt(termijn!)).toEqual(['vooraf 2026-06-02', 'verstreken 2026-07-01 normenkader.toets']);
  });

  it('given one that ends within four weeks, then no warning', () =>
    expect(wekt(na(met({ geldigTot: '2026-03-20' }))[0]!)).toEqual(['verstreken 2026-03-21 normenkader.toets']));

  it('given a training that ends sooner, then that day', () =>
    expect(na(met({ geldigTot: '2026-06-30', scholingGeldigTot: '2026-05-31' }))[0]!.eind).toBe('2026-05-31'));

  it.each<[string, Partial<typeof inzet>]>([
    ['no end known', { geldigTot: null }],
    ['work that is over by then', { geldigTot: '2026-06-30', inzetTot: '2026-06-30' }],
    ['one that was over already: the inzet itself shows it', { geldigTot: '2026-03-01' }],
  ])('given %s, then nothing to watch', (_, velden) => expect(na(met(velden))).toEqual([]));

  it('given that it was extended, then the same term moves; when the help is over, it is gone', () => {
    const eerst = met({ geldigTot: '2026-06-30' });
    const later = met({ geldigTot: '2027-06-30' });
    expect(na(eerst, later)).toMatchObject([{ id: na(eerst)[0]!.id, eind: '2027-06-30' }]);
    expect(na(eerst, [uitgestroomd, '2026-05-01'])).toEqual([]);
  });
});
