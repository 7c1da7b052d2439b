import { describe, expect, it } from '@jest/globals';
import { deriveId, fold, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { past } from '../../../kern/src/scenario.kit.js';
import { bewakingsregels, vereisSamenhang, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { voorzieningDecider } from '../domain/decide.js';
import { type VoorzieningEvent, voorzieningFeiten as feit } from '../domain/events.js';
import { voorzieningBewaking, voorzieningTermijnen } from './termijnen.js';

const voorzieningId = deriveId('voorziening');
const geopend = feit.geopend.of({
  ...{ voorzieningId, naam: 'Groep Noord', aanbieder: 'aanbieder-west', gemeentecode: '0599', variant: 'dwanggroep' },
});
const reservering = (nr: number) => deriveId('reservering', nr);
const traject = (nr: number) => deriveId('traject', nr);
const gereserveerd = (nr: number, geldigTot = '2026-03-28T23:30:00.000Z') =>
  feit.plekGereserveerd.of({ voorzieningId, reserveringId: reservering(nr), trajectId: traject(nr), geldigTot });
const vrij = (nr: number) =>
  feit.reserveringVrijgegeven.of({ voorzieningId, reserveringId: reservering(nr), trajectId: traject(nr) });
const bezet = (nr: number, reserveringId: string | null) =>
  feit.plekBezet.of({ voorzieningId, trajectId: traject(nr), reserveringId, bovenCapaciteit: false });

const na = (...events: readonly VoorzieningEvent[]) =>
  voorzieningTermijnen(fold(voorzieningDecider, past([geopend, ...events]))!, bewakingsregels);

const zonderPlek = (nr: number) =>
  feit.plekBezet.of({ voorzieningId, trajectId: traject(nr), reserveringId: null, bovenCapaciteit: true });
const vertrokken = (nr: number) => feit.plekVrijgekomen.of({ voorzieningId, trajectId: traject(nr) });
const geopendMet = (aantal: number, vanaf: string) => feit.plekkenGeopend.of({ voorzieningId, aantal, vanaf });

describe('who is opgenomen without an open plek (ZONDER_PLEK)', () => {
  it('given one, then the aanbieder hears of it at once, and it cannot stand still', () => {
    const [termijn] = na(zonderPlek(1));
    expect(termijn).toMatchObject({ regel: 'ZONDER_PLEK', begin: '2026-03-01', eind: '2026-03-01' });
    expect(termijn).toMatchObject({ voor: [{ organisatie: 'aanbieder-west' }], pauzeerbaar: false });
    expect(wekt(termijn!)).toEqual(['verstreken 2026-03-01T09:00:00.000Z']);
  });

  it.each<[string, VoorzieningEvent[], VoorzieningEvent[]]>([
    ['who came within the open plekken', [bezet(1, null)], []],
    ['who left again', [zonderPlek(1), zonderPlek(2), vertrokken(2)], [zonderPlek(1)]],
    [
      'somebody else who left, then the first has that plek',
      [zonderPlek(1), zonderPlek(2), vertrokken(3)],
      [zonderPlek(2)],
    ],
    ['a plek that was opened', [zonderPlek(1), zonderPlek(2), geopendMet(1, '2026-03-01')], [zonderPlek(2)]],
    ['a plek that opens later', [zonderPlek(1), geopendMet(1, '2026-03-02')], [zonderPlek(1)]],
  ])('given %s, then those are left', (_, events, over) => expect(na(...events)).toEqual(na(...over)));
});

describe('a plek that is kept (RESERVERING)', () => {
  it('given one, then it is given free at its own moment, and nobody has to be told', () => {
    const [termijn] = na(gereserveerd(1));
    // Half past midnight in Amsterdam, on the day on which the clock goes forward.
    expect(termijn).toMatchObject({ begin: '2026-03-29', eind: '2026-03-29', voor: [], pauzeerbaar: false });
    expect(wekt(termijn!)).toEqual(['verstreken 2026-03-28T23:30:00.000Z voorziening.geef-reservering-vrij']);
    expect(termijn!.momenten[0]!.opdracht!.invoer).toEqual({ voorzieningId, reserveringId: reservering(1) });
  });

  it.each<[string, VoorzieningEvent]>([
    ['given free', vrij(1)],
    ['used', bezet(1, reservering(1))],
  ])('given that it was %s, then there is nothing left to do, and another one is not touched', (_, event) =>
    expect(na(gereserveerd(1), gereserveerd(2), event)).toEqual(na(gereserveerd(2))),
  );

  it('is about no jeugdige', () =>
    expect(voorzieningBewaking.jeugdigeVan(fold(voorzieningDecider, past([geopend]))!)).toBeNull());

  it('whatever comes in which order, then one term for each plek that is kept, and one for who has none', () => {
    const nr = fc.integer({ min: 1, max: 5 });
    const event = fc.oneof(
      nr.map(vrij),
      nr.map(zonderPlek),
      nr.map(vertrokken),
      nr.chain((n) => fc.constantFrom(bezet(n, null), bezet(n, reservering(n)))),
    );
    const reeks = fc
      .uniqueArray(nr)
      .chain((nummers) =>
        fc.array(event, { maxLength: 10 }).map((rest) => [...nummers.map((n) => gereserveerd(n)), ...rest]),
      );
    fc.assert(
      fc.property(reeks, (events) => {
        const history = past([geopend, ...events]) as readonly Past<VoorzieningEvent>[];
        const termijnen = vereisSamenhang(voorzieningBewaking, history);
        const { reserveringen, zonderPlek: zonder } = fold(voorzieningDecider, history)!;
        expect(termijnen).toHaveLength(reserveringen.length + zonder.length);
      }),
    );
  });
});
