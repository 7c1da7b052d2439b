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

const kort = (feiten: readonly Past<TrajectEvent>[], tot = NU, bekend = machtigingen) =>
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
    ['is of before its first day', eerste, '2026-01-09'],
    ['is of its end date', eerste, '2026-03-10'],
    ['named one that was not granted', vreemde, '2026-01-12'],
  ])('given an opname that %s, then that says nothing about any', (_, machtigingId, dag) =>
    expect(kort([opname(dag, machtigingId)], `${dag}T13:00:00.000Z`)).toEqual([]),
  );

  it('given a verblijf that named no machtiging, then what follows ends or touches none that holds beside it', () =>
    expect(kort([opname('2026-01-12', null), weg('2026-01-20'), uitstroom('2026-02-01')])).toEqual([]));

  it('given a machtiging whose named one has passed and two that hold, then it is of the one that began last', () => {
    const lang = machtiging(deriveId('lang'), '2026-03-05', '2026-12-01');
    for (const volgorde of [
      [...machtigingen, lang],
      [lang, ...machtigingen],
    ])
      expect(
        uitvoeringenVan([opname('2026-01-12', eerste), weg('2026-04-01')], volgorde, NU).map((een) => een.machtigingId),
      ).toEqual([eerste, volgende, volgende]);
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

  it('given one that ends earlier than its date, then the next one that holds goes on from that day', () => {
    const [een, ...rest] = machtigingen;
    const eerder = { ...een!, status: 'geeindigd', geeindigdOp: '2026-02-01' } as Machtiging;
    const lang = machtiging(deriveId('lang'), '2026-01-20', '2026-12-01');
    expect(kort(feiten, NU, [eerder, lang, ...rest]).slice(1)).toEqual([
      ['verblijf_voortgezet', '2026-01-31T23:00:00.000Z', deriveId('lang')],
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
