import { describe, expect, it } from '@jest/globals';
import { datumVan, deriveId, type DomainEvent, fold, type Past, plusDagen, withCorrections } from '@regielijn/kern';
import fc from 'fast-check';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { play, type Played, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { LegBeschikkingVast, LegEindeVast, type MachtigingCommand } from './commands.js';
import { machtigingDecider } from './decide.js';
import {
  EindegrondSchema,
  machtigingCorrecties,
  type MachtigingEvent,
  machtigingEvents,
  machtigingFeiten as feit,
} from './events.js';
import { geldtOp, type MachtigingState } from './state.js';

const machtigingId = deriveId('machtiging');
const jeugdigeId = deriveId('jeugdige');

const verzocht = feit.verzoekIngediend.of({
  ...{ machtigingId, jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-demo' },
});
const verleend = (geldigVan: string) =>
  feit.verleend.of({
    ...{ machtigingId, jeugdigeId, beschikkingOp: '2026-03-01', geldigVan, geldigTot: '2026-09-02' },
    ...{ wettelijkUiterlijk: '2027-03-02', langerDanWet: false },
  });
/** Everything that `past` puts into the log is of 1 March 2026, this end too. */
const geeindigd = feit.geeindigd.of({ machtigingId, jeugdigeId, grond: 'uitstroom' });

describe('the days on which a machtiging holds', () => {
  const toestand = (...events: readonly MachtigingEvent[]): MachtigingState =>
    fold(machtigingDecider, past([verzocht, ...events]));

  it('given a grant, then it holds from its first day up to, not including, its end date', () => {
    const dagen = ['2026-03-01', '2026-03-02', '2026-09-01', '2026-09-02', '2026-12-31'];
    expect(dagen.map((dag) => geldtOp(toestand(verleend('2026-03-02')), dag))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('given an earlier end, then it no longer holds on the day of that end', () => {
    const state = toestand(verleend('2026-02-01'), geeindigd);
    expect(['2026-02-28', '2026-03-01'].map((dag) => geldtOp(state, dag))).toEqual([true, false]);
  });

  it('given an end that was withdrawn, then it holds again; a grant that was withdrawn never held', () => {
    const intrekking = (index: number, vervangtType: string) =>
      machtigingCorrecties.feitIngetrokken.of({ jeugdigeId, vervangt: eventId(index), vervangtType, reden: 'vergist' });
    const over = [verzocht, verleend('2026-03-02'), geeindigd];
    const weerGeldig = fold(machtigingDecider, past([...over, intrekking(2, geeindigd.type)]));
    expect(geldtOp(weerGeldig, '2026-03-10')).toBe(true);
    const nooitGeldig = fold(machtigingDecider, past([...over, intrekking(1, feit.verleend.type)]));
    expect(geldtOp(nooitGeldig, '2026-03-02')).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['a request', toestand()],
  ])('given %s, then nothing holds', (_, state) => expect(geldtOp(state, '2026-03-02')).toBe(false));
});

type Keuze =
  | { readonly grond: LegEindeVast['data']['grond'] }
  | { readonly beschikkingOp: number; readonly vanaf: number; readonly dagen: number; readonly afgewezen: boolean };

const dag = (n: number): string => plusDagen('2026-03-02', n);
const DAGEN = Array.from({ length: 130 }, (_, n) => dag(n - 20));
const keuze: fc.Arbitrary<Keuze> = fc.oneof(
  fc.record({ grond: fc.constantFrom(...EindegrondSchema.options) }),
  fc.record({
    beschikkingOp: fc.integer({ min: -2, max: 20 }),
    vanaf: fc.integer({ min: -5, max: 30 }),
    dagen: fc.integer({ min: -3, max: 60 }),
    afgewezen: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
);

const slice: Played<Keuze, MachtigingCommand, MachtigingState, MachtigingEvent, undefined> = {
  decider: machtigingDecider,
  definitions: machtigingEvents,
  correcties: machtigingCorrecties,
  start: [verzocht],
  commandOf: (gekozen, context) => {
    if ('grond' in gekozen)
      return { command: new LegEindeVast({ machtigingId, ...gekozen }, context), facts: undefined };
    const dagen = { geldigVan: dag(gekozen.vanaf), geldigTot: dag(gekozen.vanaf + gekozen.dagen) };
    const data = { machtigingId, beschikkingOp: dag(gekozen.beschikkingOp) };
    return {
      command: new LegBeschikkingVast(
        gekozen.afgewezen
          ? { ...data, uitkomst: 'afgewezen', geldigVan: null, geldigTot: null }
          : { ...data, uitkomst: 'verleend', ...dagen },
        context,
      ),
      facts: undefined,
    };
  },
};

const dagenMetGeldigheid = (history: readonly Past<DomainEvent>[]): string[] => {
  const state = fold(machtigingDecider, history);
  return DAGEN.filter((op) => geldtOp(state, op));
};

describe('whatever is recorded about a machtiging', () => {
  it('then it holds exactly on the days of the one grant, until the one end', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence) as readonly Past<MachtigingEvent>[];
        const verleningen = history.filter((event) => event.type === 'machtiging.verleend@1');
        const eindes = history.filter((event) => event.type === 'machtiging.geeindigd@1');
        expect(verleningen.length).toBeLessThanOrEqual(1);
        expect(eindes.length).toBeLessThanOrEqual(verleningen.length);
        const [geldigVan, geldigTot] = [verleningen[0]?.data.geldigVan ?? '', verleningen[0]?.data.geldigTot ?? ''];
        const tot = [geldigTot, ...eindes.map(({ geldigOp }) => datumVan(geldigOp))].sort()[0]!;
        const dagen = DAGEN.filter((op) => op >= geldigVan && op < tot);
        expect(dagenMetGeldigheid(history)).toEqual(dagen);
      }),
      { numRuns: 100 },
    );
  });

  it('and facts are corrected and withdrawn in between, then it never holds outside the days of a grant that stands', () => {
    const velden = fc.oneof(
      fc.integer({ min: -10, max: 60 }).map((n) => ({ geldigTot: dag(n) })),
      fc.integer({ min: -10, max: 60 }).map((n) => ({ geldigVan: dag(n) })),
      fc.constant({ soort: 'SPOED' }),
      fc.constant({ grond: 'opgevolgd' }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        const history = play(slice, sequence);
        const standing = withCorrections(history) as readonly Past<MachtigingEvent>[];
        const buiten = dagenMetGeldigheid(history).filter(
          (op) =>
            !standing.some(
              (event) =>
                event.type === 'machtiging.verleend@1' && event.data.geldigVan <= op && op < event.data.geldigTot,
            ),
        );
        expect(buiten).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
