import { describe, expect, it } from '@jest/globals';
import { deriveId, type Instant, type Past } from '@regielijn/kern';
import type { Machtiging } from '@regielijn/machtiging';
import { trajectFeiten as feit, type TrajectEvent } from '../domain/events.js';
import { andereId, ids, voorzieningId } from '../domain/traject.kit.js';
import { uitvoeringenVan } from './tenuitvoerlegging.js';

const [eerste, volgende, vreemde] = [deriveId('eerste'), deriveId('volgende'), deriveId('vreemde')];
const machtiging = (machtigingId: string, geldigVan: string, geldigTot: string, rest: object = {}): Machtiging =>
  ({
    machtigingId,
    soort: 'MGJ',
    status: 'verleend',
    geldigVan,
    geldigTot,
    verloop: [],
    ...rest,
  }) as unknown as Machtiging;
const machtigingen = [
  machtiging(eerste, '2026-01-10', '2026-03-10'),
  machtiging(volgende, '2026-03-10', '2026-09-10'),
  { machtigingId: vreemde, soort: 'MGJ', status: 'verzocht', verloop: [] } as unknown as Machtiging,
];

const NU = '2027-01-01T00:00:00.000Z';
const om = (dag: string): Instant => `${dag}T12:00:00.000Z`;
const gebeurd = (event: TrajectEvent, dag: string): Past<TrajectEvent> => ({
  ...event,
  ...{ id: deriveId('feit', event.type, dag), geldigOp: om(dag), vastgelegdOp: om(dag) },
});
const opname = (dag: string, machtigingId: string | null) =>
  gebeurd(
    feit.opnameGestart.of({
      ...{ ...ids, voorzieningId, machtigingId, variant: 'dwanggroep', leeftijd: 16, vlaggen: [], redencodes: [] },
    }),
    dag,
  );
const weg = (dag: string) => gebeurd(feit.onttrekkingGemeld.of(ids), dag);
const terug = (dag: string) => gebeurd(feit.teruggekeerd.of(ids), dag);
const elders = (dag: string) =>
  gebeurd(
    feit.overgeplaatst.of({
      ...{ ...ids, vanVoorzieningId: voorzieningId, voorzieningId: andereId, variant: 'zikos', reden: null },
    }),
    dag,
  );
const uitstroom = (dag: string) => gebeurd(feit.uitstroomGerealiseerd.of({ ...ids, bestemming: 'pleegzorg' }), dag);

const kort = (feiten: readonly Past<TrajectEvent>[], tot = NU, bekend: readonly Machtiging[] = machtigingen) =>
  uitvoeringenVan(feiten, bekend, tot).map(({ gebeurtenis, op, machtigingId }) => [gebeurtenis, op, machtigingId]);

describe('what a traject says about the tenuitvoerlegging', () => {
  it('given a verblijf, then each fact is of the machtiging that the opname named, and later of the one after it', () => {
    const feiten = [opname('2026-01-12', eerste), elders('2026-02-01'), weg('2026-03-09'), terug('2026-03-10')];
    expect(kort([...feiten, uitstroom('2026-06-01')])).toEqual([
      ['opname_gestart', om('2026-01-12'), eerste],
      ['overgeplaatst', om('2026-02-01'), eerste],
      ['onttrekking_geconstateerd', om('2026-03-09'), eerste],
      ['verblijf_voortgezet', om('2026-03-10'), volgende],
      ['uitstroom', om('2026-06-01'), volgende],
    ]);
  });

  it('names the fact that says so', () => {
    const feiten = [opname('2026-01-12', eerste), uitstroom('2026-02-01')];
    expect(uitvoeringenVan(feiten, machtigingen, NU).map(({ bron }) => bron)).toEqual(feiten.map(({ id }) => id));
  });

  it.each([
    ['named no machtiging', null, '2026-01-12'],
    ['is of before the first day of any', eerste, '2026-01-09'],
    ['named one that was not granted, while none holds', vreemde, '2026-01-09'],
  ])('given an opname that %s, then that says nothing about any', (_, machtigingId, dag) =>
    expect(kort([opname(dag, machtigingId)], `${dag}T13:00:00.000Z`)).toEqual([]),
  );

  it.each([
    ['whose end date it is', eerste, '2026-03-10', volgende],
    ['that was not granted', vreemde, '2026-01-12', eerste],
  ])(
    'given an opname that named one %s, then the jeugdige is there on the one that does hold',
    (_, genoemd, dag, die) =>
      expect(kort([opname(dag, genoemd)], `${dag}T13:00:00.000Z`)).toEqual([['verblijf_voortgezet', om(dag), die]]),
  );

  it('given a verblijf that named no machtiging, then what follows ends or touches none that holds beside it', () =>
    expect(kort([opname('2026-01-12', null), weg('2026-01-20'), uitstroom('2026-02-01')])).toEqual([]));

  it('given two that are carried out, then an uitstroom ends the named one, or else the one that began last', () => {
    const later = machtiging(deriveId('later'), '2026-03-05', '2026-12-01');
    const eindigt = (dag: string, ...samen: readonly Machtiging[]) =>
      kort([opname('2026-01-12', eerste), uitstroom(dag)], NU, samen)
        .filter(([gebeurtenis]) => gebeurtenis === 'uitstroom')
        .map(([, , id]) => id);
    expect(eindigt('2026-03-08', ...machtigingen, later)).toEqual([eerste]);
    expect(eindigt('2026-04-08', ...machtigingen, later)).toEqual([volgende]);
    expect(eindigt('2026-04-08', later, ...machtigingen)).toEqual([volgende]);
  });

  it('given two that began in the verblijf and hold, then what happens is of both', () => {
    const lang = machtiging(deriveId('lang'), '2026-03-05', '2026-12-01');
    for (const volgorde of [
      [...machtigingen, lang],
      [lang, ...machtigingen],
    ])
      expect(
        kort([opname('2026-01-12', eerste), weg('2026-04-01')], NU, volgorde)
          .filter(([gebeurtenis]) => gebeurtenis === 'onttrekking_geconstateerd')
          .map(([, , id]) => id)
          .sort(),
      ).toEqual([deriveId('lang'), volgende].sort());
  });

  it('given a stay of before 2024 that goes on, then it is carried out from the first day of the law', () => {
    const oud = [machtiging(eerste, '2023-06-01', '2024-06-01')];
    expect(kort([opname('2023-12-30', eerste), uitstroom('2024-02-01')], NU, oud)).toEqual([
      ['verblijf_voortgezet', '2023-12-31T23:00:00.000Z', eerste],
      ['uitstroom', om('2024-02-01'), eerste],
    ]);
  });

  it('given a time before the law of 2024, then nothing of it is told', () => {
    const oud = [machtiging(eerste, '2023-06-01', '2024-06-01')];
    const feiten = [opname('2023-12-30', eerste), weg('2023-12-31'), terug('2024-01-01')];
    expect(uitvoeringenVan(feiten, oud, NU).map(({ gebeurtenis }) => gebeurtenis)).toEqual(['verblijf_voortgezet']);
  });
});

describe('a machtiging that begins to hold in a verblijf that runs', () => {
  const feiten = [opname('2026-01-12', eerste)];
  /** 00:00 in Amsterdam. */
  const begin = '2026-03-09T23:00:00.000Z';

  it('given that its day has come, then it is carried out from its first moment, by the fact that says the jeugdige is there', () => {
    expect(uitvoeringenVan(feiten, machtigingen, '2026-03-10T08:00:00.000Z').at(-1)).toEqual({
      ...{ bron: feiten[0]!.id, gebeurtenis: 'verblijf_voortgezet', op: begin, machtigingId: volgende },
    });
    expect(kort(feiten, '2026-03-09T12:00:00.000Z')).toHaveLength(1);
  });

  it('given an overplaatsing before and one after, then it is told once, between the two', () => {
    const verhuisd = [...feiten, elders('2026-02-01'), elders('2026-04-01')];
    expect(kort(verhuisd).map(([gebeurtenis, , id]) => [gebeurtenis, id])).toEqual([
      ['opname_gestart', eerste],
      ['overgeplaatst', eerste],
      ['verblijf_voortgezet', volgende],
      ['overgeplaatst', volgende],
    ]);
  });

  it.each([
    ['away', weg('2026-03-01')],
    ['gone', uitstroom('2026-03-01')],
  ])('given that the jeugdige was %s by then, then not', (_, feit) =>
    expect(kort([...feiten, feit]).filter(([gebeurtenis]) => gebeurtenis === 'verblijf_voortgezet')).toEqual([]),
  );

  it('given that the one before still holds, then both are carried out: each from its own first day', () => {
    const overlap = machtiging(deriveId('overlap'), '2026-02-20', '2026-08-20');
    expect(kort(feiten, NU, [machtigingen[0]!, overlap]).slice(1)).toEqual([
      ['verblijf_voortgezet', '2026-02-19T23:00:00.000Z', deriveId('overlap')],
    ]);
  });

  it('given one that held beside the named one from before the opname, then it takes over when the named one ends', () => {
    const [een] = machtigingen;
    const eerder = { ...een!, status: 'geeindigd', geeindigdOp: '2026-02-01' } as Machtiging;
    const ernaast = machtiging(deriveId('ernaast'), '2026-01-05', '2026-12-01');
    expect(kort(feiten, '2026-01-31T00:00:00.000Z', [eerder, ernaast])).toHaveLength(1);
    expect(kort(feiten, NU, [eerder, ernaast]).slice(1)).toEqual([
      ['verblijf_voortgezet', '2026-01-31T23:00:00.000Z', deriveId('ernaast')],
    ]);
  });

  it('given a voorwaardelijke one, then it is not carried out by that, and stands in the way of no other', () => {
    const voorwaardelijk = machtiging(deriveId('vmgj'), '2026-03-12', '2026-09-12', { soort: 'VMGJ', omgezet: false });
    expect(kort(feiten, NU, [...machtigingen, voorwaardelijk]).slice(1)).toEqual([
      ['verblijf_voortgezet', begin, volgende],
    ]);
    const omgezet = { ...voorwaardelijk, omgezet: true } as Machtiging;
    expect(kort(feiten, NU, [...machtigingen, omgezet]).map(([, , id]) => id)).toContain(deriveId('vmgj'));
  });

  it('given a schorsing, then it is not carried out until the schorsing is withdrawn', () => {
    const schorsing = (gebeurtenis: string, dag: string) => ({ id: `${gebeurtenis} ${dag}`, gebeurtenis, op: om(dag) });
    const lang = (...verloop: readonly object[]) => machtiging(eerste, '2026-01-10', '2026-06-10', { verloop });
    const geschorst = schorsing('schorsing_verleend', '2026-02-20');
    expect(kort(feiten, NU, [lang(geschorst), machtigingen[1]!])).toHaveLength(1);
    const ingetrokken = lang(geschorst, schorsing('schorsing_ingetrokken', '2026-04-02'));
    expect(kort(feiten, NU, [ingetrokken, machtigingen[1]!]).slice(1)).toEqual([
      ['verblijf_voortgezet', om('2026-04-02'), volgende],
    ]);
    const ander = machtiging(deriveId('ander'), '2026-01-01', '2026-12-01', {
      verloop: [schorsing('schorsing_verleend', '2026-02-20')],
    });
    expect(kort(feiten, '2026-09-01T00:00:00.000Z', [...machtigingen, ander]).slice(1)).toEqual([
      ['verblijf_voortgezet', begin, volgende],
    ]);
  });

  it('given an opname of before the first day of the one it named, then that one goes on from its first day', () =>
    expect(kort([opname('2026-01-02', eerste)], '2026-02-01T00:00:00.000Z')).toEqual([
      ['verblijf_voortgezet', '2026-01-09T23:00:00.000Z', eerste],
    ]));

  it('given a return on one that somebody said was carried out already, then it is a return', () => {
    const verteld = {
      ...machtigingen[1]!,
      verloop: [{ id: 'x', gebeurtenis: 'opname_gestart', op: begin }],
    } as Machtiging;
    const terugOp = [...feiten, weg('2026-03-09'), terug('2026-03-12')];
    expect(kort(terugOp, NU, [machtigingen[0]!, verteld]).at(-1)).toEqual(['teruggekeerd', om('2026-03-12'), volgende]);
  });
});
