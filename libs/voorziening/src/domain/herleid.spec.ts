import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { type VoorzieningEvent, voorzieningFeiten as feit } from './events.js';
import { herleid, strijdig } from './herleid.js';

const voorzieningId = deriveId('voorziening');
const geopend = feit.geopend.of({
  ...{ voorzieningId, naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' },
});
const erbij = (aantal: number) => feit.plekkenGeopend.of({ voorzieningId, aantal, vanaf: '2026-01-01' });
const eraf = (aantal: number, vanaf = '2026-02-01') => feit.plekkenGesloten.of({ voorzieningId, aantal, vanaf });
const bezet = (wie: string, bovenCapaciteit = false) =>
  feit.plekBezet.of({ voorzieningId, trajectId: deriveId(wie), reserveringId: null, bovenCapaciteit });
const gereserveerd = (wie: string) =>
  feit.plekGereserveerd.of({
    ...{ voorzieningId, trajectId: deriveId(wie), reserveringId: deriveId('reservering', wie) },
    geldigTot: '2026-03-05T09:00:00.000Z',
  });

/** `past` puts everything on 1 March 2026. */
const boven = (...events: VoorzieningEvent[]) => herleid(past([geopend, ...events])).map(({ velden }) => velden);

describe('whether a plek was taken above the open ones', () => {
  it('given one open plek, then the first who comes is within, the second above', () => {
    expect(boven(erbij(1), bezet('a'), bezet('b'))).toEqual([{ bovenCapaciteit: false }, { bovenCapaciteit: true }]);
  });

  it('given that there were two after all, then the second is within too', () => {
    expect(boven(erbij(2), bezet('a'), bezet('b', true))).toEqual([
      { bovenCapaciteit: false },
      { bovenCapaciteit: false },
    ]);
  });

  it('given a plek that is promised to another, then it counts; to oneself, then it does not', () => {
    expect(boven(erbij(1), gereserveerd('b'), bezet('a'))).toEqual([{ bovenCapaciteit: true }]);
    expect(boven(erbij(1), gereserveerd('a'), bezet('a'))).toEqual([{ bovenCapaciteit: false }]);
  });
});

describe('facts of a voorziening that cannot stand together', () => {
  it.each<[number, unknown[]]>([
    [2, []],
    [3, [[eventId(2), 'minder dan nul plekken']]],
  ])('given two plekken, when %s were closed, then', (aantal, verwacht) => {
    const feiten = past([geopend, erbij(2), eraf(aantal)]);
    expect(strijdig(feiten).map(({ feit: id, regel }) => [id, regel])).toEqual(verwacht);
  });
});
