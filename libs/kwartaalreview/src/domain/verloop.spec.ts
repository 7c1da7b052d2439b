import { describe, expect, it } from '@jest/globals';
import { type CommandContext, type DomainEvent, fold, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { play, type Played, runs, turns } from '../../../kern/src/sequence.kit.js';
import type { ReviewCommand } from './commands.js';
import { reviewDecider } from './decide.js';
import { type ReviewEvent, reviewEvents } from './events.js';
import type { ReviewFacts } from './facts.js';
import {
  afw,
  afwijking,
  concludeer,
  deelnemers,
  facts,
  geagendeerd,
  geopend,
  leeslijst,
  lichtToe,
  motiveer,
  regels,
  rondAf,
  sluit,
  spreekAf,
  traject,
  vergader,
  verschoon,
  verval,
  voegToe,
  zetOpAgenda,
} from './review.kit.js';
import type { ReviewState } from './state.js';

const ACCOUNTS = ['gw', 'jb', 'school', 'voorbereider'];
/** Who acted in the cases: one of those at the table in the first, who prepares the review in the third. */
const BETROKKEN = { [traject(1)]: ['jb'], [traject(5)]: ['voorbereider'] };

interface Keuze {
  readonly doe: (typeof DOE)[number];
  readonly nummers: number[];
  readonly aanwezig: string[];
}
const DOE = [
  ...(['zet', 'zet', 'verval', 'motiveer', 'voeg-toe', 'verschoon', 'leeslijst', 'vergader', 'vergader'] as const),
  ...(['concludeer', 'concludeer', 'concludeer', 'licht-toe', 'spreek-af', 'rond-af', 'sluit'] as const),
];
const keuze: fc.Arbitrary<Keuze> = fc.record({
  doe: fc.constantFrom(...DOE),
  nummers: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
  aanwezig: fc.subarray(ACCOUNTS.slice(0, 3), { minLength: 1 }),
});

const opdracht = ({ doe, nummers, aanwezig }: Keuze, context: CommandContext): ReviewCommand => {
  const [n] = nummers as [number];
  const door = { ...context, actor: { subject: 'voorbereider', organisatie: 'landsdeel', rol: 'reviewer' } };
  const ids = nummers.map(afw);
  const tabel: Record<Keuze['doe'], () => ReviewCommand> = {
    zet: () => zetOpAgenda(n, door),
    verval: () => verval(n, door),
    motiveer: () => motiveer(n, ['anders'], door),
    'voeg-toe': () => voegToe(ACCOUNTS[n % 4]!, regels.disciplines[n % 3]!, door),
    verschoon: () => verschoon(aanwezig[0]!, n, door),
    leeslijst: () => leeslijst(...nummers),
    vergader: () => vergader(aanwezig, door),
    concludeer: () => concludeer(ids, door),
    'licht-toe': () => lichtToe(n, `tekst ${n}`, door),
    'spreek-af': () => spreekAf(ids, '2027-01-01', door),
    'rond-af': () => rondAf(afw(n), door),
    sluit: () => sluit(door),
  };
  return tabel[doe]();
};

const slice: Played<Keuze, ReviewCommand, ReviewState, ReviewEvent, ReviewFacts> = {
  decider: reviewDecider,
  definitions: reviewEvents,
  // A review has no corrections; the sequences below ask for none.
  correcties: undefined as never,
  start: [geopend, ...deelnemers, ...[1, 2, 3, 4].map((n) => geagendeerd(n))],
  commandOf: (gekozen, context) => ({
    command: opdracht(gekozen, context),
    facts: facts({
      ...{ betrokken: BETROKKEN, afwijkingen: [afwijking(gekozen.nummers[0]!)] },
      jeugdigen: Object.fromEntries([1, 3, 5, 7].map((n) => [traject(n), traject(n)])),
    }),
  }),
};

const sequences = turns(keuze);
const ofType = <T extends ReviewEvent['type']>(history: readonly Past<DomainEvent>[], type: T) =>
  history.filter((event) => event.type === type) as unknown as Past<Extract<ReviewEvent, { type: T }>>[];

describe('whatever is asked of a review, in whatever order', () => {
  it('then each deviation is concluded at most once, and never after it lapsed', () => {
    fc.assert(
      fc.property(sequences, (beurten) => {
        const history = play(slice, beurten);
        const besproken = ofType(history, 'kwartaalreview.besproken@1').flatMap(({ data }) => data.afwijkingen);
        expect(new Set(besproken).size).toBe(besproken.length);
        const afgevoerd = ofType(history, 'kwartaalreview.afwijking-afgevoerd@1').map(({ data }) => data.afwijkingId);
        expect(afgevoerd.filter((id) => besproken.includes(id))).toEqual([]);
      }),
      runs(50),
    );
  });

  it('then every conclusion had the quorum at the last meeting, of those who may judge each of its cases', () => {
    fc.assert(
      fc.property(sequences, (beurten) => {
        const history = play(slice, beurten);
        for (const [n, event] of history.entries()) {
          if (event.type !== 'kwartaalreview.besproken@1') continue;
          const ervoor = fold(reviewDecider, history.slice(0, n))!;
          const { afwijkingen } = event.data as { afwijkingen: string[] };
          for (const afwijkingId of afwijkingen) {
            const { trajectId } = ervoor.agenda[afwijkingId]!;
            const oordelen = ervoor.vergaderingen
              .at(-1)!
              .aanwezig.filter((account) => !BETROKKEN[trajectId]?.includes(account))
              .filter(
                (account) => !ervoor.verschoningen.some((v) => v.account === account && v.trajectId === trajectId),
              );
            const disciplines = new Set(oordelen.map((account) => ervoor.deelnemers[account]));
            expect(disciplines.size).toBeGreaterThanOrEqual(regels.quorum.minimaalDisciplines);
            expect(disciplines).toContain('gedragswetenschapper');
            // Who gave the command acted in the third case.
            expect(trajectId).not.toBe(traject(5));
          }
        }
      }),
      runs(50),
    );
  });

  it('then nothing follows a closing, and what it hands over is all that was open', () => {
    fc.assert(
      fc.property(sequences, (beurten) => {
        const history = play(slice, beurten);
        const waar = history.findIndex(({ type }) => type === 'kwartaalreview.gesloten@1');
        if (waar < 0) return;
        expect(waar).toBe(history.length - 1);
        const ervoor = fold(reviewDecider, history.slice(0, waar))!;
        const open = Object.keys(ervoor.agenda).filter((id) => ervoor.agenda[id]!.stand === 'open');
        expect((history[waar]!.data as { doorgeschoven: string[] }).doorgeschoven).toEqual(open.sort());
      }),
      runs(50),
    );
  });

  it('and the sequences came to conclusions and closings', () => {
    const soorten = fc.sample(sequences, { numRuns: 100, seed: 1 }).flatMap((beurten) => play(slice, beurten));
    const zelden = (['besproken', 'verschoond', 'gesloten', 'zaak-toegelicht', 'actie-afgesproken'] as const).filter(
      (type) => ofType(soorten, `kwartaalreview.${type}@1`).length < 5,
    );
    expect(zelden).toEqual([]);
  });
});
