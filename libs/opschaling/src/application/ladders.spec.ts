import { describe, expect, it } from '@jest/globals';
import { hogerDan, tredenOp } from '../domain/ladder.js';
import { ladders, ruweLadders } from '../domain/opschaling.kit.js';
import { LaddersSchema } from './ladders.js';

describe('the ladders as delivered', () => {
  it.each([
    ['2021-06-30', ['lokaal_team', 'expertteam', 'ozj']],
    ['2021-07-01', ['lokaal_team', 'expertteam', 'expertisenetwerk']],
    ['2026-03-02', ['lokaal_team', 'expertteam', 'expertisenetwerk']],
  ])('given a case on %s, then it goes up by %j', (dag, treden) =>
    expect(tredenOp(ladders, 'casus', dag)).toEqual(treden),
  );

  it('given a norm, then from the day of the normenkader on it goes from review to the whole country', () => {
    expect(tredenOp(ladders, 'norm', '2020-10-11')).toEqual([]);
    expect(tredenOp(ladders, 'norm', '2020-10-12')).toEqual(['review', 'regio', 'stuurgroep', 'landelijk']);
  });

  it('given a question that lay with who ended, then it goes on to who came in its place', () =>
    expect(hogerDan(ladders, 'casus', 'ozj', '2021-07-01')).toEqual(['expertisenetwerk']));

  it('given the last trede, then there is none above it', () =>
    expect(hogerDan(ladders, 'norm', 'landelijk', '2026-03-02')).toEqual([]));
});

describe('a file of ladders that is wrong', () => {
  const met = (verander: (ruw: any) => void): readonly (readonly PropertyKey[])[] => {
    const ruw = ruweLadders();
    verander(ruw);
    return LaddersSchema.safeParse(ruw).error?.issues.map(({ path }) => path) ?? [];
  };

  it.each<[string, (ruw: any) => void, readonly (string | number)[]]>([
    ['a ladder is missing', (ruw) => ruw.ladders.pop(), ['ladders']],
    ['a ladder is there twice', (ruw) => ruw.ladders.push(ruw.ladders[0]), ['ladders']],
    ['a trede is there twice', ({ ladders: [een] }) => een.treden.push(een.treden[0]), ['ladders', 0, 'treden']],
    ['a source is unknown', ({ ladders: [een] }) => (een.treden[1].bron = 'x'), ['ladders', 0, 'treden', 1, 'bron']],
    [
      'the source of the terms is',
      ({ ladders: [, twee] }) => (twee.bronTermijnen = 'x'),
      ['ladders', 1, 'bronTermijnen'],
    ],
    [
      'a trede ends before it begins',
      ({ ladders: [een] }) => (een.treden[3].geldigTot = '2021-07-01'),
      ['ladders', 0, 'treden', 3, 'geldigTot'],
    ],
    [
      'a term is no length',
      ({ ladders: [een] }) => (een.treden[0].aannemen = 'spoedig'),
      ['ladders', 0, 'treden', 0, 'aannemen'],
    ],
  ])('given that %s, then the start names it', (_, verander, pad) => expect(met(verander)).toEqual([pad]));
});
