import { describe, expect, it } from '@jest/globals';
import { isPositie } from './routes.js';

const TWINTIG = '00000000000000000042';

describe('a position in a header', () => {
  it.each([
    ['of PostgreSQL', TWINTIG],
    ['of EventStoreDB', `${TWINTIG}-${TWINTIG}`],
  ])('%s may be one', (_, positie) => {
    expect(isPositie(positie)).toBe(true);
  });

  it.each(['', 'laatste', "1'; drop table", `${TWINTIG}\n`, '7'.repeat(81)])('%j is none', (tekst) => {
    expect(isPositie(tekst)).toBe(false);
  });
});
