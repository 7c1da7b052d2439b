import { describe, expect, it } from '@jest/globals';
import { type Bevinding, signaal, weigering } from './bevinding.js';
import { weigerVerboden } from './weiger-bevinding.js';

const eerste = weigering('EERSTE', 'De eerste zin.', 'Jeugdwet art. 1');
const tweede = weigering('TWEEDE', 'De tweede zin.', 'Jeugdwet art. 2');
const kijk = signaal('KIJK', 'Iemand moet kijken.', 'Jeugdwet art. 3');

const uitkomst = (...bevindingen: readonly Bevinding[]): unknown => {
  try {
    return weigerVerboden(bevindingen);
  } catch (error) {
    return error;
  }
};

describe('a decision and what the law has to say about it', () => {
  it('given nothing, or something that somebody should look at, then it passes', () => {
    expect(uitkomst()).toBeUndefined();
    expect(uitkomst(kijk)).toBeUndefined();
  });

  it('given what the law forbids twice, then it is refused by the first, with its article and with both codes', () => {
    expect(uitkomst(kijk, eerste, tweede)).toMatchObject({
      kind: 'refused',
      code: 'EERSTE',
      message: 'De eerste zin.',
      bron: 'Jeugdwet art. 1',
      data: { codes: ['EERSTE', 'TWEEDE'] },
    });
  });
});
