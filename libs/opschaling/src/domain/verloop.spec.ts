import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, type Json, type Past, withCorrections } from '@regielijn/kern';
import fc from 'fast-check';
import { atHour, play, type Played, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { type OpschalingCommand } from './commands.js';
import { opschalingDecider } from './decide.js';
import { opschalingCorrecties, type OpschalingEvent, opschalingEvents } from './events.js';
import { herleid, strijdig } from './herleid.js';
import type { Ladders } from './ladder.js';
import {
  antwoord,
  geefTerug,
  geopend,
  laatOpschalen,
  ladders,
  neemAan,
  open,
  schaalOp,
  sluitAf,
} from './opschaling.kit.js';
import type { Opschaling, OpschalingState } from './state.js';

interface Keuze {
  readonly doe: OpschalingCommand['naam'];
  readonly organisatie: string;
  readonly trede: string;
}

const TREDEN = ['lokaal_team', 'expertteam', 'ozj', 'expertisenetwerk'];
const ORGANISATIES = ['gemeente-0599', 'expertteam-1'];

const keuze: fc.Arbitrary<Keuze> = fc.record({
  doe: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom<OpschalingCommand['naam'][]>(
        'opschaling.neem-aan',
        'opschaling.geef-terug',
        'opschaling.beantwoord',
        'opschaling.schaal-op',
        'opschaling.laat-opschalen',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<OpschalingCommand['naam'][]>('opschaling.open', 'opschaling.sluit-af') },
  ),
  organisatie: fc.constantFrom(...ORGANISATIES),
  trede: fc.constantFrom(...TREDEN),
});

const velden: fc.Arbitrary<Record<string, Json>> = fc.constantFrom<Record<string, Json>[]>(
  { organisatie: 'gemeente-0599' },
  { naarTrede: 'expertisenetwerk' },
  { trede: 'expertteam' },
  { medewerker: 'lt-9' },
);

type History = readonly Past<DomainEvent>[];
const stand = (history: History): Opschaling => fold(opschalingDecider, history)!;

const slice: Played<Keuze, OpschalingCommand, OpschalingState, OpschalingEvent, Ladders> = {
  decider: opschalingDecider,
  definitions: opschalingEvents,
  correcties: opschalingCorrecties,
  start: [geopend],
  commandOf: ({ doe, organisatie, trede }, context, history) => {
    const command = {
      'opschaling.open': () => open({}, context),
      'opschaling.neem-aan': () => neemAan(organisatie, context),
      'opschaling.geef-terug': () => geefTerug(organisatie, context),
      'opschaling.beantwoord': () => antwoord(organisatie, context),
      'opschaling.schaal-op': () => schaalOp(trede, context),
      'opschaling.laat-opschalen': () => laatOpschalen(stand(history).trede, stand(history).sinds, context),
      'opschaling.sluit-af': () => sluitAf('opgelost', context),
    }[doe]();
    return { command, facts: ladders };
  },
};

describe('whatever happens to a question, in whatever order', () => {
  const alle = turns(keuze);

  it('then it only ever goes up, by treden that hold on that day, and every step says on which it was', () => {
    fc.assert(
      fc.property(alle, (beurten) => {
        const history = play(slice, beurten) as Past<OpschalingEvent>[];
        let trede = 'lokaal_team';
        for (const { type, data } of history.slice(1)) {
          if (type === 'opschaling.opgeschaald@1') {
            expect(data.vanTrede).toBe(trede);
            expect(TREDEN.indexOf(data.naarTrede)).toBeGreaterThan(TREDEN.indexOf(trede));
            expect(data.naarTrede).not.toBe('ozj');
            trede = data.naarTrede;
          } else if ('trede' in data) expect(data.trede).toBe(trede);
        }
      }),
    );
  });

  it('then nobody answered who had not taken it on, and nothing happened after the end', () => {
    fc.assert(
      fc.property(alle, (beurten) => {
        const history = play(slice, beurten) as Past<OpschalingEvent>[];
        let bij: string | null = null;
        for (const [nr, { type, data }] of history.entries()) {
          if (type === 'opschaling.beantwoord@1') expect(data.organisatie).toBe(bij);
          if (type === 'opschaling.aangenomen@1') bij = data.organisatie;
          else bij = null;
          if (type === 'opschaling.afgesloten@1') expect(nr).toBe(history.length - 1);
        }
      }),
    );
  });

  it('then its steps stand in the order of time, and nothing in it contradicts itself', () => {
    fc.assert(
      fc.property(alle, (beurten) => {
        const history = play(slice, beurten) as Past<OpschalingEvent>[];
        const momenten = history.map(({ geldigOp }) => geldigOp);
        // Another worker of the same organisation may be told late.
        const stappen = history
          .filter(({ type }) => type !== 'opschaling.aangenomen@1')
          .map(({ geldigOp }) => geldigOp);
        expect(stappen).toEqual([...stappen].sort());
        expect(momenten.every((moment) => moment >= atHour(0))).toBe(true);
        expect(strijdig(history, ladders)).toEqual([]);
      }),
    );
  });

  it('given corrections in between, then it always folds, and what follows from the facts settles at once', () => {
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (beurten) => {
        const history = play(slice, beurten);
        expect(stand(history).opschalingId).toBe(geopend.data.opschalingId);
        const feiten = withCorrections(history) as Past<OpschalingEvent>[];
        const afgeleid = new Map(herleid(feiten).map(({ feit, velden: volgt }) => [feit, volgt]));
        const hersteld = feiten.map((feit) => ({ ...feit, data: { ...feit.data, ...afgeleid.get(feit.id) } })) as never;
        expect(new Map(herleid(hersteld).map(({ feit, velden: volgt }) => [feit, volgt]))).toEqual(afgeleid);
      }),
    );
  });
});
