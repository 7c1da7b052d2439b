import { describe, expect, it } from '@jest/globals';
import { FASEN, isInJhp } from './fasen.js';

describe('the phases of a casus', () => {
  it('given a phase, then a variant can run from the machtiging up to the uitstroom', () => {
    expect(FASEN.filter(isInJhp)).toEqual([
      'OVERDRACHT_NAAR_GI',
      'JHP_TRAJECT',
      'UITSTROOM_VOORBEREIDING',
      'OVERDRACHT_NAAR_GEMEENTE',
    ]);
  });
});
