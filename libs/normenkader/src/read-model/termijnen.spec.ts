import { describe, expect, it } from '@jest/globals';
import { type Datum, deriveId, type Past, type Instant } from '@regielijn/kern';
import fc from 'fast-check';
import { enige, vanRegel, vereisSamenhang, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { normenkaderFeiten as feit, type NormenkaderEvent } from '../domain/events.js';
import { GEHEEL } from '../domain/normen/uitkomst.js';
import { normtoetsBewaking } from './termijnen.js';

const [trajectId, jeugdigeId] = [deriveId('traject'), deriveId('jeugdige')];
const om = (dag: Datum): Instant => `${dag}T09:00:00.000Z`;
const toets = { trajectId, jeugdigeId, norm: 'O1', regelversie: '2020-10-12' };
const afwijkingId = (nr: number): string => deriveId('afwijking', nr);
const vastgesteld = (nr = 1) =>
  feit.afwijkingVastgesteld.of({
    ...{ ...toets, afwijkingId: afwijkingId(nr), peilmoment: om('2026-03-01'), geval: GEHEEL },
  });
const vervallen = (nr = 1) => feit.afwijkingVervallen.of({ ...toets, afwijkingId: afwijkingId(nr) });
const gemotiveerd = (herstelUiterlijk: Datum | null = null, nr = 1) =>
  feit.afwijkingGemotiveerd.of({
    ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId: afwijkingId(nr), functie: 'teamleider' },
    ...{ redencodes: ['wachtlijst'], toelichting: 'Er was geen plek.', alternatievenOverwogen: [] },
    ...{ herstelactie: herstelUiterlijk && 'Een plan maken.', herstelUiterlijk },
  });

type Gebeurd = readonly [NormenkaderEvent, Datum];
const verloop = (...gebeurd: readonly Gebeurd[]): readonly Past<NormenkaderEvent>[] =>
  gebeurd.map(([event, dag], nr) => ({ ...event, id: deriveId('feit', nr), geldigOp: om(dag), vastgelegdOp: om(dag) }));
const na = (...gebeurd: readonly Gebeurd[]) => vereisSamenhang(normtoetsBewaking, verloop(...gebeurd));

describe('a deviation that is to be motivated (MOT)', () => {
  it('given one before Koningsdag and Bevrijdingsdag, then five werkdagen without those', () => {
    const termijn = enige(na([vastgesteld(), '2026-04-24']), 'MOT');
    expect(termijn).toMatchObject({ begin: '2026-04-24', eind: '2026-05-04', atw: null, geslotenOp: null });
    expect(termijn.telling).toContain('werkdagen');
    expect(wekt(termijn)).toEqual(['verstreken 2026-05-05']);
  });

  it('given a day that a royal decree made a feestdag, then that does not count either', () =>
    expect(enige(na([vastgesteld(), '2026-05-08']), 'MOT').eind).toBe('2026-05-19'));

  it('given that it was motivated, in time or not, then it is closed at that moment', () =>
    expect(enige(na([vastgesteld(), '2026-04-24'], [gemotiveerd(), '2026-06-01']), 'MOT')).toMatchObject({
      ...{ geslotenOp: om('2026-06-01'), momenten: [] },
    }));

  it('given that it is motivated otherwise later, or earlier than was told, then it was met the first time', () => {
    const eerst = [gemotiveerd(), '2026-04-28'] as const;
    const anders = [gemotiveerd('2026-06-01'), '2026-06-01'] as const;
    for (const twee of [
      [eerst, anders],
      [anders, eerst],
    ] as const)
      expect(enige(na([vastgesteld(), '2026-04-24'], ...twee), 'MOT').geslotenOp).toBe(om('2026-04-28'));
  });

  it('given that it lapsed, then nobody has to motivate it, nor mend what was promised', () =>
    expect(
      na([vastgesteld(), '2026-04-24'], [gemotiveerd('2026-06-01'), '2026-04-28'], [vervallen(), '2026-04-29']),
    ).toEqual([]));
});

describe('what was promised at a deviation (HERSTEL)', () => {
  it('given a last day, then it is told when that is over; another motivation moves it', () => {
    const termijn = enige(na([vastgesteld(), '2026-04-24'], [gemotiveerd('2026-06-01'), '2026-04-28']), 'HERSTEL');
    expect(termijn).toMatchObject({ begin: '2026-04-28', eind: '2026-06-01' });
    expect(wekt(termijn)).toEqual(['verstreken 2026-06-02']);
    const later = na(
      [vastgesteld(), '2026-04-24'],
      [gemotiveerd('2026-06-01'), '2026-04-28'],
      [gemotiveerd('2026-07-01'), '2026-05-28'],
    );
    expect(enige(later, 'HERSTEL')).toMatchObject({ id: termijn.id, eind: '2026-07-01' });
  });

  it('given that it was done, then it is closed; other words leave that so, another day is a promise anew', () => {
    const gedaan = feit.herstelAfgerond.of({
      ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId: afwijkingId(1), toelichting: null },
    });
    const history = [
      [vastgesteld(), '2026-04-24'],
      [gemotiveerd('2026-06-01'), '2026-04-28'],
      [gedaan, '2026-05-20'],
    ] as const;
    expect(enige(na(...history), 'HERSTEL')).toMatchObject({ geslotenOp: om('2026-05-20'), momenten: [] });
    expect(enige(na(...history, [gemotiveerd('2026-06-01'), '2026-05-25']), 'HERSTEL').geslotenOp).not.toBeNull();
    expect(enige(na(...history, [gemotiveerd('2026-07-01'), '2026-05-25']), 'HERSTEL')).toMatchObject({
      ...{ geslotenOp: null, eind: '2026-07-01' },
    });
  });

  it('given no promise, then nothing', () =>
    expect(vanRegel(na([vastgesteld(), '2026-04-24'], [gemotiveerd(), '2026-04-28']), 'HERSTEL')).toEqual([]));
});

describe('the deviations of a traject', () => {
  it('belong to its jeugdige, also when all of them lapsed; to nobody before there is one', () => {
    const stand = (...gebeurd: readonly Gebeurd[]) =>
      verloop(...gebeurd).reduce<Parameters<typeof normtoetsBewaking.jeugdigeVan>[0] | null>(
        (tot, event) => normtoetsBewaking.evolve(tot, event as never),
        null,
      )!;
    expect(normtoetsBewaking.jeugdigeVan(stand([vervallen(), '2026-04-24']))).toBeNull();
    expect(normtoetsBewaking.jeugdigeVan(stand([vastgesteld(), '2026-04-24'], [vervallen(), '2026-04-25']))).toBe(
      jeugdigeId,
    );
  });

  it('whatever comes in which order, then one term for each that stands', () => {
    const gebeurd = fc.tuple(
      fc.integer({ min: 1, max: 3 }).chain((nr) =>
        fc.constantFrom<NormenkaderEvent[]>(
          vastgesteld(nr),
          vervallen(nr),
          gemotiveerd(null, nr),
          gemotiveerd('2026-12-01', nr),
          feit.herstelAfgerond.of({
            ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId: afwijkingId(nr), toelichting: null },
          }),
        ),
      ),
      fc.integer({ min: 1, max: 28 }).map((dag) => `2026-04-${String(dag).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(fc.array(gebeurd, { maxLength: 15 }), (reeks) => {
        const staat = new Map<string, boolean>();
        for (const [{ type, data }] of reeks) {
          const { afwijkingId: id } = data as { afwijkingId: string };
          if (type === 'normenkader.herstel-afgerond@1') continue;
          if (type === 'normenkader.afwijking-vastgesteld@2' || staat.has(id))
            staat.set(id, type !== 'normenkader.afwijking-vervallen@1');
        }
        const staand = [...staat.values()].filter((staatNog) => staatNog);
        expect(vanRegel(na(...reeks), 'MOT')).toHaveLength(staand.length);
      }),
    );
  });
});
