import { describe, expect, it } from '@jest/globals';
import { FASEN, FASEOVERGANGEN, isInJhp, magOvergaan } from './fasen.js';
import { scenarios } from './rules.kit.js';

const toegestaan = scenarios('fasen');

describe('the phases of a casus', () => {
  it.each(toegestaan)('$titel', ({ feiten: { van, naar }, uitkomst }) => {
    expect(magOvergaan(van, naar)).toBe(uitkomst === 'mag');
  });

  const paren = FASEN.flatMap((van) => FASEN.map((naar) => [van, naar] as const));
  const anders = paren.filter(
    ([van, naar]) => !toegestaan.some(({ feiten }) => feiten.van === van && feiten.naar === naar),
  );

  it('given two phases that no scenario names, then the step is refused', () => {
    expect(anders.filter(([van, naar]) => magOvergaan(van, naar))).toEqual([]);
    expect(anders).toHaveLength(81 - 11);
  });

  it('given the table, then it holds each step once, with words for what brings it', () => {
    expect(FASEOVERGANGEN).toHaveLength(toegestaan.length);
    expect(FASEOVERGANGEN.filter(({ door }) => door.length < 10)).toEqual([]);
  });

  it('given a phase, then a variant can run from the machtiging up to the uitstroom', () => {
    expect(FASEN.filter(isInJhp)).toEqual([
      'OVERDRACHT_NAAR_GI',
      'JHP_TRAJECT',
      'UITSTROOM_VOORBEREIDING',
      'OVERDRACHT_NAAR_GEMEENTE',
    ]);
  });
});
