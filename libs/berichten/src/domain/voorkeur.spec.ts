import { describe, expect, it } from '@jest/globals';
import type { Levering } from './state.js';
import { eersteOverzicht, isAanDeBeurt, type Ontvanger, ontvangersVan, postbusVan } from './voorkeur.js';

const persoon = (ontvanger: string, anders: Partial<Ontvanger> = {}): Ontvanger => ({
  ...{ ontvanger, organisatie: 'gi-jb-west', isPostbus: false, adres: 'iemand@voorbeeld.nl', wijze: 'direct', uur: 8 },
  ...anders,
});
const postbus = persoon(postbusVan('gi-jb-west'), { isPostbus: true });

describe('who of an organisation gets its messages', () => {
  it('given workers who asked for them, then those and not the mailbox', () =>
    expect(ontvangersVan('gi-jb-west', [persoon('jb-1'), persoon('jb-2', { wijze: 'dagelijks' }), postbus])).toEqual([
      ...['jb-1', 'jb-2'],
    ]));

  it('given workers who want none, then the mailbox', () =>
    expect(ontvangersVan('gi-jb-west', [persoon('jb-1', { wijze: 'uit', adres: null }), postbus])).toEqual([
      'postbus:gi-jb-west',
    ]));

  it('given only workers of elsewhere, or a mailbox that is off, then nobody', () => {
    expect(ontvangersVan('gi-jb-west', [persoon('lt-1', { organisatie: 'gemeente-0599' })])).toEqual([]);
    expect(ontvangersVan('gi-jb-west', [{ ...postbus, wijze: 'uit' }])).toEqual([]);
  });
});

describe('the first digest after a moment', () => {
  it.each([
    ['before the hour', '2026-03-02T06:59:59.000Z', '2026-03-02T07:00:00.000Z'],
    ['at the hour itself', '2026-03-02T07:00:00.000Z', '2026-03-03T07:00:00.000Z'],
    ['after it', '2026-03-02T16:00:00.000Z', '2026-03-03T07:00:00.000Z'],
    ['in the night in which summer time begins', '2026-03-28T20:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['in the night in which summer time ends', '2026-10-24T20:00:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('given one %s, then at eight in Amsterdam', (_, sinds, overzicht) =>
    expect(eersteOverzicht(sinds, 8)).toBe(overzicht),
  );

  it('given the hour that is there twice, then one digest goes out and the next a day later', () => {
    expect(eersteOverzicht('2026-10-24T20:00:00.000Z', 2)).toBe('2026-10-25T00:00:00.000Z');
    expect(eersteOverzicht('2026-10-25T00:30:00.000Z', 2)).toBe('2026-10-26T01:00:00.000Z');
  });

  it('given the hour that is skipped, then it is not left out', () =>
    expect(eersteOverzicht('2026-03-28T20:00:00.000Z', 2)).toBe('2026-03-29T01:00:00.000Z'));
});

describe('whether a delivery may go', () => {
  const levering: Levering = {
    ...{ stand: 'wacht', sinds: '2026-03-02T16:00:00.000Z', pogingen: 0 },
    ...{ volgendeOp: null, code: null, op: null, inOverzicht: false },
  };
  const mislukt = { ...levering, pogingen: 1, volgendeOp: '2026-03-03T07:05:00.000Z' };

  it.each([
    ['direct', levering, '2026-03-02T16:00:00.000Z', true],
    ['dagelijks', levering, '2026-03-03T06:59:59.000Z', false],
    ['dagelijks', levering, '2026-03-03T07:00:00.000Z', true],
    ['direct', mislukt, '2026-03-03T07:04:59.000Z', false],
    ['direct', mislukt, '2026-03-03T07:05:00.000Z', true],
    ['dagelijks', mislukt, '2026-03-03T07:05:00.000Z', true],
    ['uit', levering, '2026-04-01T00:00:00.000Z', false],
  ] as const)('given %s and %j, at %s: %s', (wijze, wat, nu, mag) =>
    expect(isAanDeBeurt(wat, { wijze, uur: 8 }, nu)).toBe(mag),
  );
});
