import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { play, type Played, turns } from '../../../kern/src/sequence.kit.js';
import { adresseer, gelukt, handelAf, herinner, legVast, mislukt, opgesteld, stelOp } from './bericht.kit.js';
import type { BerichtCommand } from './commands.js';
import { berichtDecider } from './decide.js';
import { berichtEvents, type BerichtEvent } from './events.js';
import type { BerichtState } from './state.js';

interface Keuze {
  readonly doe: 'stel op' | 'adresseer' | 'lukt' | 'mislukt' | 'weigert' | 'herinner' | 'handel af';
  readonly wie: string;
  readonly ook: string;
}

const wie = fc.constantFrom('jb-017', 'jb-018', 'postbus:gi-jb-west');
const keuze: fc.Arbitrary<Keuze> = fc.record({
  doe: fc.constantFrom<Keuze['doe'][]>(
    ...(['stel op', 'adresseer', 'lukt', 'mislukt', 'weigert', 'herinner', 'handel af'] as const),
  ),
  wie,
  ook: wie,
});

const slice: Played<Keuze, BerichtCommand, BerichtState, BerichtEvent, undefined> = {
  decider: berichtDecider,
  definitions: berichtEvents,
  // Nothing of a message is corrected: the sequences have no such turns.
  correcties: { gecorrigeerd: berichtEvents[0]!, feitIngetrokken: berichtEvents[0]! },
  start: [opgesteld],
  commandOf: ({ doe, wie: naam, ook }, context) => {
    const command = {
      'stel op': stelOp,
      adresseer: () => adresseer(naam, ook),
      lukt: () => legVast(naam, gelukt, context),
      mislukt: () => legVast(naam, mislukt, context),
      weigert: () => legVast(naam, { soort: 'mislukt', code: 'ADRES_GEWEIGERD', definitief: true }, context),
      herinner,
      'handel af': handelAf,
    }[doe]();
    return { command, facts: undefined };
  },
};

const reeks = turns(keuze).map((beurten) => play(slice, beurten));
const aantal = (history: readonly Past<DomainEvent>[], type: RegExp, naam?: string): number =>
  history.filter(
    (event) =>
      type.test(event.type) && (naam === undefined || (event.data as { ontvanger: string }).ontvanger === naam),
  ).length;

describe('whatever becomes of a message, in whatever order', () => {
  it('then nobody gets it more than twice: once, and once as a reminder', () => {
    fc.assert(
      fc.property(reeks, (history) => {
        for (const naam of ['jb-017', 'jb-018', 'postbus:gi-jb-west'])
          expect(
            aantal(history, /verzonden@1$/, naam) - aantal(history, /niet-verzonden@1$/, naam),
          ).toBeLessThanOrEqual(1 + aantal(history, /herinnerd@1$/));
      }),
    );
  });

  it('then it is repeated at most once and closed at most once, and after that is told at most what was on its way', () => {
    fc.assert(
      fc.property(reeks, (history) => {
        expect(aantal(history, /herinnerd@1$/)).toBeLessThanOrEqual(1);
        expect(aantal(history, /afgehandeld@1$/)).toBeLessThanOrEqual(1);
        const einde = history.findIndex(({ type }) => type === 'bericht.afgehandeld@1');
        const daarna = einde === -1 ? [] : history.slice(einde + 1).map(({ type }) => type);
        expect(daarna.filter((type) => type !== 'bericht.verzonden@1')).toEqual([]);
      }),
    );
  });

  it('then the tries of a delivery are counted without a gap, and each failure has a next try or is the last', () => {
    fc.assert(
      fc.property(reeks, (history) => {
        const { leveringen } = fold(berichtDecider, history)!;
        for (const { stand, pogingen, volgendeOp } of Object.values(leveringen))
          expect(volgendeOp !== null).toBe(stand === 'wacht' && pogingen > 0);
      }),
    );
  });
});
