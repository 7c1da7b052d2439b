import { describe, expect, it } from '@jest/globals';
import { fold, type Past } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import { bewakingsregels, enige, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { terugkeerDecider } from '../domain/decide.js';
import type { TerugkeerEvent } from '../domain/events.js';
import { doetMee, geopend, gesloten, gewisseld, ingetrokken, vastgelegd, verschoven } from '../domain/terugkeer.kit.js';
import { terugkeerTermijnen } from './termijnen.js';

/** The terms after this happened, a day after the other from Monday 2 March on; the help ends on 2 June. */
const na = (...history: readonly TerugkeerEvent[]) => {
  const feiten: readonly Past<TerugkeerEvent>[] = past(history).map((feit, nr) => ({
    ...feit,
    geldigOp: `2026-03-${String(2 + nr).padStart(2, '0')}T09:30:00.000Z`,
  }));
  return terugkeerTermijnen(fold(terugkeerDecider, feiten)!, bewakingsregels);
};

describe('whether the lokale team takes part', () => {
  it('given a preparation that began, then it has two weeks, and two weeks later somebody above must look', () => {
    const termijn = enige(na(geopend), 'TERUGKEER_DEELNAME');
    expect(termijn).toMatchObject({ begin: '2026-03-02', eind: '2026-03-16', voor: ['casusregie', 'systeemregie'] });
    expect(wekt(termijn)).toEqual(['verstreken 2026-03-17', 'opgeschaald 2026-03-30']);
  });

  it('given that it answered, then it is met at that moment', () =>
    expect(enige(na(geopend, doetMee()), 'TERUGKEER_DEELNAME')).toMatchObject({
      ...{ geslotenOp: '2026-03-03T09:30:00.000Z', momenten: [] },
    }));

  it('given a jeugdige who moved, then the next gemeente has its own two weeks', () => {
    const termijn = enige(na(geopend, doetMee(), gewisseld), 'TERUGKEER_DEELNAME');
    expect(termijn).toMatchObject({ begin: '2026-03-04', eind: '2026-03-18', geslotenOp: null });
    expect(termijn.id).not.toBe(enige(na(geopend), 'TERUGKEER_DEELNAME').id);
  });
});

describe('a partner for each levensgebied', () => {
  it('given an end, then they are there a month before it', () => {
    const termijn = enige(na(geopend), 'TERUGKEER_PARTNERS');
    expect(termijn).toMatchObject({ begin: '2026-03-02', eind: '2026-05-02', geslotenOp: null });
    expect(wekt(termijn)).toEqual(['verstreken 2026-05-02']);
  });

  it('given an end that moved, then the same term moves along', () =>
    expect(enige(na(geopend, verschoven('2026-12-02')), 'TERUGKEER_PARTNERS')).toMatchObject({
      ...{ id: enige(na(geopend), 'TERUGKEER_PARTNERS').id, eind: '2026-11-02' },
    }));

  it('given an end within a month, then it is asked for at once', () => {
    const kort = { ...geopend, data: { ...geopend.data, eindeOp: '2026-03-20' } } as TerugkeerEvent;
    expect(wekt(enige(na(kort), 'TERUGKEER_PARTNERS'))).toEqual(['verstreken 2026-03-02']);
  });

  it('given that the last one was asked, or found not to be needed, then it is met at that moment', () => {
    const bijna = [geopend, vastgelegd('wonen', 'gevraagd', 'corp-1'), vastgelegd('support', 'geregeld', 'jim-west')];
    expect(enige(na(...bijna), 'TERUGKEER_PARTNERS').geslotenOp).toBeNull();
    expect(enige(na(...bijna, vastgelegd('school_werk', 'niet_nodig')), 'TERUGKEER_PARTNERS')).toMatchObject({
      ...{ geslotenOp: '2026-03-05T09:30:00.000Z', momenten: [] },
    });
  });
});

describe('a preparation that is over', () => {
  it('given no end in sight any more, then nobody is waited for', () => expect(na(geopend, ingetrokken)).toEqual([]));

  it('given that the help ended, then what never came closed with it', () =>
    expect(na(geopend, gesloten()).map(({ geslotenOp }) => geslotenOp)).toEqual([
      ...['2026-03-03T09:30:00.000Z', '2026-03-03T09:30:00.000Z'],
    ]));
});
