import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, type Json, LEVENSGEBIEDEN, type Past, withCorrections } from '@regielijn/kern';
import fc from 'fast-check';
import { vereisSamenhang } from '../../../termijnen/src/bewaking.kit.js';
import { play, type Played, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { terugkeerBewaking } from '../read-model/termijnen.js';
import type { TerugkeerCommand } from './commands.js';
import { terugkeerDecider } from './decide.js';
import { type TerugkeerFacts, volgEinde } from './einde.js';
import { GebiedstandSchema, terugkeerCorrecties, type TerugkeerEvent, terugkeerEvents } from './events.js';
import { herleid, strijdig } from './herleid.js';
import { nietGeregeld, type TerugkeerState } from './state.js';
import {
  doeMee,
  ELDERS,
  facts,
  GEMEENTE,
  geopend,
  legVast,
  legVerwachtVast,
  voorbij,
  werkBij,
  zonderEinde,
} from './terugkeer.kit.js';

interface Keuze {
  readonly doe: TerugkeerCommand['naam'];
  readonly bekend: TerugkeerFacts;
  readonly gebied: (typeof LEVENSGEBIEDEN)[number];
  readonly stand: 'gezocht' | 'gevraagd' | 'geregeld' | 'niet_nodig';
  readonly partner: string | null;
  readonly verwachtOp: string | null;
  readonly gemeente: string;
}

const verlengd = facts({ machtigingTot: '2026-12-02', inZichtVanaf: '2026-09-02' });
const keuze: fc.Arbitrary<Keuze> = fc.record({
  doe: fc.constantFrom<TerugkeerCommand['naam'][]>(
    ...(['terugkeer.werk-bij', 'terugkeer.leg-verwacht-einde-vast', 'terugkeer.aanvaard-deelname'] as const),
    'terugkeer.leg-levensgebied-vast',
  ),
  bekend: fc.constantFrom(
    ...[facts(), verlengd, zonderEinde, voorbij(), voorbij('2026-05-21'), facts({ hulp: 'nog_niet' })],
    facts({ gemeente: ELDERS }),
  ),
  gebied: fc.constantFrom(...LEVENSGEBIEDEN),
  stand: fc.constantFrom(...GebiedstandSchema.options),
  partner: fc.constantFrom(null, 'corp-1', 'jim-west'),
  verwachtOp: fc.constantFrom(null, '2026-05-01', '2026-09-01'),
  gemeente: fc.constantFrom(GEMEENTE, ELDERS),
});

const velden: fc.Arbitrary<Record<string, Json>> = fc.constantFrom<Record<string, Json>[]>(
  { stand: 'geregeld', partner: 'corp-2' },
  { stand: 'gezocht', partner: null },
  { levensgebied: 'wonen' },
  { medewerker: 'lt-9' },
  { verwachtOp: '2026-07-01' },
);

const slice: Played<Keuze, TerugkeerCommand, TerugkeerState, TerugkeerEvent, TerugkeerFacts> = {
  decider: terugkeerDecider,
  definitions: terugkeerEvents,
  correcties: terugkeerCorrecties,
  start: [geopend],
  commandOf: ({ doe, bekend, gebied, stand, partner, verwachtOp, gemeente }, context) => {
    const command = {
      'terugkeer.werk-bij': () => werkBij(context),
      'terugkeer.leg-verwacht-einde-vast': () => legVerwachtVast(verwachtOp, context),
      'terugkeer.aanvaard-deelname': () => doeMee(gemeente, 'lt-1', context),
      'terugkeer.leg-levensgebied-vast': () => legVast(gebied, stand, partner, null, context),
    }[doe]();
    return { command, facts: bekend };
  },
};

type History = readonly Past<DomainEvent>[];
const stand = (history: History) => fold(terugkeerDecider, history)!;

describe('whatever happens around a return, in whatever order', () => {
  const alle = turns(keuze);

  it('then it is open or not: it begins when it was not, and moves, ends and changes hands only while it is', () => {
    fc.assert(
      fc.property(alle, (beurten) => {
        let isOpen = true;
        for (const { type } of play(slice, beurten).slice(1)) {
          if (type === 'terugkeer.geopend@1') expect(isOpen).toBe(false);
          if (/(verschoven|gewisseld|ingetrokken|aanvaard)@/.test(type)) expect(isOpen).toBe(true);
          if (type === 'terugkeer.geopend@1') isOpen = true;
          if (/(terugkeer\.ingetrokken|gesloten)@/.test(type)) isOpen = false;
        }
      }),
    );
  });

  it('then following the end once more, at whatever earlier moment, changes nothing', () => {
    fc.assert(
      fc.property(alle, keuze, fc.nat(20), (beurten, { bekend }, dag) => {
        const history = play(slice, beurten);
        const state = stand(history);
        const [nu, toen] = ['2026-04-01', `2026-03-${String(1 + dag).padStart(2, '0')}`];
        const gevolgd = volgEinde(state, bekend, nu).reduce<TerugkeerState>(
          (tot, event) =>
            terugkeerDecider.evolve(tot, {
              ...event,
              id: 'x',
              geldigOp: `${nu}T09:00:00.000Z`,
              vastgelegdOp: `${nu}T09:00:00.000Z`,
            }),
          state,
        );
        expect(volgEinde(gevolgd, bekend, nu)).toEqual([]);
        expect(volgEinde(gevolgd, bekend, toen)).toEqual([]);
      }),
    );
  });

  it('then who takes part is of the gemeente to which the jeugdige returns, and it closes with what is not arranged', () => {
    fc.assert(
      fc.property(alle, (beurten) => {
        const history = play(slice, beurten) as Past<TerugkeerEvent>[];
        history.forEach((event, nr) => {
          const { gemeente, deelname } = stand(history.slice(0, nr + 1));
          expect([gemeente, undefined]).toContain(deelname?.organisatie);
          if (event.type !== 'terugkeer.gesloten@1') return;
          const voor = stand(history.slice(0, nr));
          expect(event.data.nietGeregeld).toEqual(nietGeregeld(voor));
          expect(event.data.vlaggen.includes('lokaal_team_deed_niet_mee')).toBe(voor.deelname === null);
        });
        expect(strijdig(history)).toEqual([]);
      }),
    );
  });

  it('then its terms hang together', () => {
    fc.assert(fc.property(alle, (beurten) => void vereisSamenhang(terugkeerBewaking, play(slice, beurten))));
  });

  it('given corrections in between, then it folds, its terms hang together, and what follows settles at once', () => {
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (beurten) => {
        const history = play(slice, beurten);
        vereisSamenhang(terugkeerBewaking, history);
        const feiten = withCorrections(history) as Past<TerugkeerEvent>[];
        const afgeleid = new Map(herleid(feiten).map(({ feit, velden: volgt }) => [feit, volgt]));
        const hersteld = feiten.map((feit) => ({ ...feit, data: { ...feit.data, ...afgeleid.get(feit.id) } })) as never;
        expect(new Map(herleid(hersteld).map(({ feit, velden: volgt }) => [feit, volgt]))).toEqual(afgeleid);
      }),
    );
  });
});
