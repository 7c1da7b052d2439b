import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { vraag } from '../../../termijnen/src/termijnen.kit.js';
import { wettelijkUiterlijk } from './geldigheidsduur.js';

const volgens = (regel: string, feiten: object): string | null => vraag({ regel, ...feiten }).eind;

/** Any day under the text of law that the terms know. */
const dag = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
  .map((datum) => datum.toISOString().slice(0, 10));

describe('the longest validity of a machtiging and the terms of law say the same', () => {
  it.each([
    ['D1', 'MGJ', false],
    ['D2', 'SPOED', false],
    ['D3', 'VMGJ', false],
    ['D4', 'VMGJ', true],
  ] as const)('%s, a %s, extended: %s', (regel, soort, verlenging) => {
    fc.assert(
      fc.property(dag, (start) => {
        expect(wettelijkUiterlijk(soort, start, { verlenging })).toBe(volgens(regel, { start }));
      }),
    );
  });

  it('D13, for who is eighteen', () => {
    fc.assert(
      fc.property(dag, (achttien) => {
        const geboortedatum = `${Number(achttien.slice(0, 4)) - 18}${achttien.slice(4)}`;
        fc.pre(!achttien.endsWith('02-29'));
        const eind = wettelijkUiterlijk('MGJ', achttien, { geboortedatum });
        expect(eind).toBe(volgens('D13', { geboortedatum }));
      }),
    );
  });
});
