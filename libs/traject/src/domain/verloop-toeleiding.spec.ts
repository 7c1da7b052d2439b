import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, type Json, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { past } from '../../../kern/src/scenario.kit.js';
import { play, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { trajectDecider } from './decide.js';
import type { TrajectEvent } from './events.js';
import { strijdig } from './herleid.js';
import * as plannen from './plannen.kit.js';
import * as toeleiding from './toeleiding.kit.js';
import { aangemeld, opgenomen, uitgestroomd } from './traject.kit.js';
import { keuze, slice } from './verloop-toeleiding.kit.js';

type Velden = Record<string, Json>;

const EINDES: readonly string[] = [
  ...[uitgestroomd.type, toeleiding.variantBeeindigd.type, toeleiding.ingetrokken.type],
];

/** Lighter variants that fit and were passed over without a word. */
const zonderReden = (event: Past<TrajectEvent>): readonly string[] => {
  if (event.type !== 'traject.variant-gekozen@1') return [];
  const { lichtereVarianten, redenen } = event.data;
  const metReden = redenen?.map(({ variant }) => variant) ?? [];
  return lichtereVarianten
    .filter(({ variant, passend }) => passend === 'ja' && !metReden.includes(variant))
    .map(({ variant }) => variant);
};

describe('whatever is told about toeleiding, help without opname, plans and onderwijs', () => {
  it('then every accepted fact stands beside the others, no fitting lighter variant is passed over, and it ends once', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence) as readonly Past<TrajectEvent>[];
        expect(strijdig(history)).toEqual([]);
        expect(history.flatMap(zonderReden)).toEqual([]);
        expect(history.filter(({ type }) => EINDES.includes(type)).length).toBeLessThanOrEqual(1);
        expect(history.filter(({ type }) => type === opgenomen().type).length).toBeLessThanOrEqual(1);
      }),
      runs(50),
    );
  });

  it('and facts are corrected and withdrawn in between, then it still folds to a traject', () => {
    const velden = fc.constantFrom<Velden[]>(
      {},
      { versie: 2 },
      { variant: 'kib' },
      { antwoord: 'plek' },
      { uitkomst: 'nee' },
    );
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        expect(fold(trajectDecider, play(slice, sequence))).not.toBeNull();
      }),
      runs(30),
    );
  });

  it('and the facts come in any order, then folding never fails and no stage comes before an earlier one', () => {
    const events: readonly TrajectEvent[] = [
      ...[toeleiding.aangemeldBijAanbieder, toeleiding.geantwoord(), toeleiding.ingetrokken, toeleiding.gekozen()],
      ...[toeleiding.variantGestart(), toeleiding.variantBeeindigd, opgenomen(), uitgestroomd],
      ...[plannen.planVastgesteld(), plannen.ingestemd(), plannen.geevalueerd(1), plannen.onderwijsGestopt],
    ];
    const volgorde = ['aangemeld', 'hulp_zonder_opname', 'verblijf', 'nazorg', 'afgesloten'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 20, size: 'max' }), (some) => {
        const all = past<DomainEvent>([aangemeld, ...some]);
        const standen = all.map((_, index) => fold(trajectDecider, all.slice(0, index + 1))!.status);
        expect(standen).toEqual([...standen].sort((a, b) => volgorde.indexOf(a) - volgorde.indexOf(b)));
      }),
      runs(60),
    );
  });
});
