import { describe, expect, it } from '@jest/globals';
import { type Command, deriveId, fold, type Instant, type Past, plusUren } from '@regielijn/kern';
import type { Termijn } from '@regielijn/termijnen';
import fc from 'fast-check';
import { given, testContext } from '../../../kern/src/scenario.kit.js';
import { play, type Played, runs, turns } from '../../../kern/src/sequence.kit.js';
import { type BewakingCommand, HervatTermijn, LegGevolgVast, MeldTermijn, PauzeerTermijn } from './commands.js';
import { bewakingDecider, type BewakingFacts } from './decide.js';
import {
  type BewakingEvent,
  bewakingEvents,
  bewakingFeiten as feit,
  isTermijnStream,
  termijnStream,
} from './events.js';
import { lopendePauze, type Termijnbewaking } from './state.js';

const [termijnId, jeugdigeId, gemeldId] = [deriveId('termijn'), deriveId('jeugdige'), deriveId('gemeld')];
const termijn: Termijn = {
  ...{ id: termijnId, regel: 'KLAAR', naam: 'Wacht', artikel: 'Voorstel', telling: 'kalenderdagen' },
  ...{ begin: '2026-03-02', eind: '2026-03-30', atw: null, pauzeerbaar: true, pauzes: [], momenten: [], voor: [] },
  geslotenOp: null,
};
const facts = (wijziging: Partial<Termijn> = {}): BewakingFacts => ({
  termijn: { ...termijn, ...wijziging },
  jeugdigeId,
});

const om = (geldigOp: Instant) => testContext({ geldigOp, nu: geldigOp });
const wektOp = '2026-03-30T22:00:00.000Z';
const gezegd = {
  ...{
    termijnId,
    stream: 'traject-1',
    jeugdigeId,
    regel: 'KLAAR',
    naam: 'Wacht',
    moment: 'verstreken' as const,
    wektOp,
  },
  ...{ eind: '2026-03-30', voor: ['gi-demo'], opdracht: null },
};
const meld = (wijziging: Partial<MeldTermijn['data']> = {}) => new MeldTermijn({ ...gezegd, ...wijziging }, om(wektOp));
const gemeld = (wijziging: Partial<MeldTermijn['data']> = {}) => feit.gemeld.of({ ...gezegd, ...wijziging });
/** What lies in the log of these tests, lies there since this moment. */
const TOEN = '2026-03-01T09:00:00.000Z';
const pauzeer = (op = '2026-03-10T09:00:00.000Z') =>
  new PauzeerTermijn({ termijnId, reden: 'De ouders zijn op reis' }, om(op));
const gepauzeerd = feit.gepauzeerd.of({ termijnId, jeugdigeId, reden: 'De ouders zijn op reis' });
const hervat = (op = '2026-03-10T09:00:00.000Z') => new HervatTermijn({ termijnId }, om(op));
const hervatNa = (dagen: number) => feit.hervat.of({ termijnId, jeugdigeId, dagen });

const na = (...history: readonly BewakingEvent[]) => given(bewakingDecider, history);

describe('a moment of a term that came', () => {
  it('given nothing, then it is told as it was handed over', () => na().when(meld(), null).then(gemeld()));

  it('given that it was told, when it is told again, then nothing happens, whoever must hear of it now', () =>
    na(gemeld())
      .when(meld({ voor: ['gemeente-0599'] }), null)
      .thenNothingHappened());

  it.each<[string, Partial<MeldTermijn['data']>]>([
    ['at another moment: the term moved', { wektOp: '2026-04-30T22:00:00.000Z' }],
    ['of another kind', { moment: 'vooraf' }],
  ])('given that it was told, when it comes %s, then that is told too', (_, ander) =>
    na(gemeld()).when(meld(ander), null).then(gemeld(ander)),
  );

  it('given a term that stands still by now, then nothing is told; once it runs again, it is', () => {
    na(gepauzeerd).when(meld(), null).thenNothingHappened();
    na(gepauzeerd, hervatNa(1)).when(meld(), null).then(gemeld());
  });
});

describe('what came of a command that a moment asked for', () => {
  const leg = (uitkomst: 'uitgevoerd' | 'geweigerd') =>
    new LegGevolgVast(
      { termijnId, gemeldId, uitkomst, code: uitkomst === 'geweigerd' ? 'AL_GEEINDIGD' : null },
      om(wektOp),
    );
  const gelegd = feit.gevolgVastgelegd.of({ termijnId, gemeldId, uitkomst: 'uitgevoerd', code: null });

  it('given nothing, then it is recorded; once more, then nothing happens, whatever came of it then', () => {
    na(gemeld()).when(leg('uitgevoerd'), null).then(gelegd);
    na(gemeld(), gelegd).when(leg('geweigerd'), null).thenNothingHappened();
  });
});

describe('a term that is made to stand still', () => {
  it('given one that no law sets, then it stands still, with the reason', () =>
    na().when(pauzeer(), facts()).then(gepauzeerd));

  it('given that it does already, then nothing happens', () =>
    na(gepauzeerd).when(pauzeer(), facts()).thenNothingHappened());

  it.each<[string, BewakingFacts, string]>([
    ['that nobody knows', null, 'NIET_GEVONDEN'],
    ['of the law', facts({ pauzeerbaar: false }), 'TERMIJN_NIET_STIL_TE_ZETTEN'],
    ['of nobody, such as a plek that is kept', { termijn, jeugdigeId: null }, 'TERMIJN_NIET_STIL_TE_ZETTEN'],
    ['that is closed', facts({ geslotenOp: wektOp }), 'TERMIJN_IS_KLAAR'],
  ])('given one %s, then that is refused', (_, feiten, code) => na().when(pauzeer(), feiten).thenRefused(code));

  it('given a law that refuses, then its article says so', () => {
    const wet = facts({ pauzeerbaar: false, regel: 'D1', artikel: 'Jeugdwet art. 6.1.12 lid 2' });
    expect(() => bewakingDecider.decide(pauzeer(), bewakingDecider.initialState, wet)).toThrow(
      expect.objectContaining({ bron: 'Jeugdwet art. 6.1.12 lid 2', data: { regel: 'D1' } }),
    );
  });

  it('given an earlier pause, then a next one cannot lie before its end', () =>
    na(gepauzeerd, hervatNa(0)).when(pauzeer('2026-02-28T09:00:00.000Z'), facts()).thenRefused('DATUM_VOLGORDE'));

  it('given an earlier pause, then a next one may begin when that one ended', () =>
    na(gepauzeerd, hervatNa(0)).when(pauzeer(TOEN), facts()).then(gepauzeerd));
});

describe('a term that runs again', () => {
  it.each([
    ['the same day', '2026-03-01T22:59:00.000Z', 0],
    ['after midnight in Amsterdam', '2026-03-01T23:01:00.000Z', 1],
    ['over the day on which the clock changes', '2026-03-30T21:00:00.000Z', 29],
  ])('given one that stood still, %s, then its end moves by whole days', (_, op, dagen) =>
    na(gepauzeerd).when(hervat(op), facts()).then(hervatNa(dagen)),
  );

  it('given that it was closed or is of the law by now, then it can still be made to run', () => {
    na(gepauzeerd)
      .when(hervat(TOEN), facts({ geslotenOp: wektOp }))
      .then(hervatNa(0));
    na(gepauzeerd)
      .when(hervat(TOEN), facts({ pauzeerbaar: false }))
      .then(hervatNa(0));
  });

  it('given one that runs, never stood still or no more, then that is refused', () => {
    na().when(hervat(), facts()).thenRefused('TERMIJN_STAAT_NIET_STIL');
    na(gepauzeerd, hervatNa(0)).when(hervat(), facts()).thenRefused('TERMIJN_STAAT_NIET_STIL');
  });

  it('given a moment before the pause began, or a term that nobody knows, then that is refused', () => {
    na(gepauzeerd).when(hervat('2026-02-28T09:00:00.000Z'), facts()).thenRefused('DATUM_VOLGORDE');
    na(gepauzeerd).when(hervat(), null).thenRefused('NIET_GEVONDEN');
  });
});

describe('whatever is asked of a term', () => {
  type Keuze = readonly ['meld' | 'gevolg' | 'pauzeer' | 'hervat', number];
  const keuze = fc.tuple(
    fc.constantFrom('meld' as const, 'gevolg' as const, 'pauzeer' as const, 'hervat' as const),
    fc.nat(2),
  );
  const commandVan = ([wat, nr]: Keuze, context: Command['context']): BewakingCommand => {
    switch (wat) {
      case 'meld':
        return new MeldTermijn({ ...gezegd, wektOp: plusUren(wektOp, nr) }, context);
      case 'gevolg':
        return new LegGevolgVast(
          { termijnId, gemeldId: deriveId('gemeld', nr), uitkomst: 'uitgevoerd', code: null },
          context,
        );
      case 'pauzeer':
        return new PauzeerTermijn({ termijnId, reden: 'reis' }, context);
      default:
        return new HervatTermijn({ termijnId }, context);
    }
  };
  const slice: Played<Keuze, BewakingCommand, Termijnbewaking, BewakingEvent, BewakingFacts> = {
    ...{ decider: bewakingDecider, definitions: bewakingEvents, start: [] },
    correcties: undefined as never,
    commandOf: (gekozen, context) => ({ command: commandVan(gekozen, context), facts: facts() }),
  };

  it('then no moment is told twice, pauses follow each other, and its end moved by as many days as it stood still', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence) as readonly Past<BewakingEvent>[];
        const stand = fold(bewakingDecider, history);
        expect(Object.values(stand.gemeld).filter((keren) => keren > 1)).toEqual([]);
        expect(new Set(stand.afgehandeld).size).toBe(stand.afgehandeld.length);
        expect(stand.pauzes.filter(({ tot }) => tot === null).length).toBeLessThanOrEqual(1);
        const grenzen = stand.pauzes.flatMap(({ van, tot }) => [van, ...(tot === null ? [] : [tot])]);
        expect(grenzen).toEqual([...grenzen].sort());
        const dagen = history.flatMap((event) =>
          event.type === 'bewaking.termijn-hervat@1' ? [event.data.dagen] : [],
        );
        expect(stand.verschoven).toBe(dagen.reduce((som, aantal) => som + aantal, 0));
      }),
      runs(100),
    );
  });

  it('then the same command twice gives nothing the second time, or is refused', () => {
    fc.assert(
      fc.property(turns(keuze), keuze, (sequence, gekozen) => {
        const history = play(slice, sequence) as readonly Past<BewakingEvent>[];
        const op = '2027-01-01T09:00:00.000Z';
        const command = commandVan(gekozen, om(op));
        const stand = fold(bewakingDecider, history);
        if (gekozen[0] === 'hervat' && !lopendePauze(stand)) return;
        const eerst = bewakingDecider.decide(command, stand, facts());
        const daarna = eerst.reduce(
          (tot, event) => bewakingDecider.evolve(tot, { ...event, id: gemeldId, geldigOp: op, vastgelegdOp: op }),
          stand,
        );
        if (gekozen[0] === 'hervat')
          expect(() => bewakingDecider.decide(command, daarna, facts())).toThrow(
            expect.objectContaining({ code: 'TERMIJN_STAAT_NIET_STIL' }),
          );
        else expect(bewakingDecider.decide(command, daarna, facts())).toEqual([]);
      }),
      runs(100),
    );
  });
});

it('a term has a stream of its own', () => {
  expect(isTermijnStream(termijnStream(termijnId))).toBe(true);
  expect(isTermijnStream(`traject-${termijnId}`)).toBe(false);
});
