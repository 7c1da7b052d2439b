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

  it('given what the law forbids twice, then it is refused by the first, with what to do about both', () => {
    expect(uitkomst(kijk, eerste, tweede)).toMatchObject({
      kind: 'refused',
      code: 'EERSTE',
      message: 'De eerste zin. De tweede zin.',
      bron: 'Jeugdwet art. 1; Jeugdwet art. 2',
      data: { codes: ['EERSTE', 'TWEEDE'] },
    });
  });

  it('given the same rule more than once, then each code, sentence and article once', () => {
    const anders = weigering('EERSTE', 'Nog een zin.', 'Jeugdwet art. 1');
    expect(uitkomst(eerste, anders, eerste)).toMatchObject({
      code: 'EERSTE',
      message: 'De eerste zin. Nog een zin.',
      bron: 'Jeugdwet art. 1',
      data: { codes: ['EERSTE'] },
    });
  });
});
