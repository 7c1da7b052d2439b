import { describe, expect, it } from '@jest/globals';
import { perVariant, vrijePlekken } from './triage.query.js';

const voorziening = (
  naam: string,
  vrij: number,
  bevestigdOp: string | null,
  variant: 'kib' | 'crisisgroep' = 'kib',
) => ({
  ...{ voorzieningId: naam, naam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant },
  ...{ open: 4, bezet: 4 - vrij, gereserveerd: 0, vrij, bevestigdOp },
});
const plekken = vrijePlekken([
  voorziening('nooit', 1, null),
  voorziening('vroeger', 2, '2026-02-01T09:00:00.000Z'),
  voorziening('vol', 0, '2026-03-01T09:00:00.000Z'),
  voorziening('net', 1, '2026-03-01T23:30:00.000Z'),
  voorziening('te vol', -1, null, 'crisisgroep'),
]);

describe('the free plekken that a triage answers', () => {
  it('given voorzieningen, then those with a free plek are there, what was confirmed last first, by the Dutch day', () => {
    expect(plekken.map(({ naam, bevestigdOp }) => [naam, bevestigdOp])).toEqual([
      ['net', '2026-03-02'],
      ['vroeger', '2026-02-01'],
      ['nooit', null],
    ]);
  });

  it('given one that was never confirmed, then nor is the number of its variant', () => {
    expect(perVariant(plekken)).toEqual({ kib: { aantal: 4, bevestigdOp: null } });
  });

  it('given all confirmed, then the number holds since the day of the one confirmed longest ago', () => {
    expect(perVariant(plekken.filter(({ naam }) => naam !== 'nooit'))).toEqual({
      kib: { aantal: 3, bevestigdOp: '2026-02-01' },
    });
  });
});
