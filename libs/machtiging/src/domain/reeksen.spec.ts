import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, gevolgenVan, metStand, type Past, withCorrections } from '@regielijn/kern';
import fc from 'fast-check';
import { play, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { machtigingDecider } from './decide.js';
import type { MachtigingEvent } from './events.js';
import { herleid, strijdig } from './herleid.js';
import { facts } from './machtiging.kit.js';
import { DAGEN, keuze, slice, soort, velden } from './reeksen.kit.js';
import { overgang } from './regels/overgangen.js';
import { geldtOp } from './stand.js';
import { besluitFeiten, gebeurtenisVan, planEnOpnameFeiten } from './verloop/events.js';

/** What a feit is refused for: there is nothing it could happen to, or it was told already. Never for what it says. */
const MAG_GEWEIGERD = new Set([
  'machtiging.leg-beschikking-vast',
  'machtiging.leg-einde-vast',
  // Before what it is about.
  'machtiging.leg-melding-vast',
]);

const besluiten = new Set<string>(
  [...Object.values(besluitFeiten), ...Object.values(planEnOpnameFeiten)].map(({ type }) => type),
);
const dagenMetGeldigheid = (history: readonly Past<DomainEvent>[]): string[] => {
  const state = fold(machtigingDecider, history);
  return DAGEN.filter((op) => geldtOp(state, op));
};

describe('whatever is recorded about a machtiging', () => {
  it('then no decision stands that the table does not know, and a feit outside it changes no toestand', () => {
    fc.assert(
      fc.property(soort, turns(keuze), (van, sequence) => {
        const geweigerd: string[] = [];
        const history = play(
          slice(van, ({ naam }) => geweigerd.push(naam)),
          sequence,
        );
        for (const { feit, stand, daarna } of metStand(machtigingDecider, history as Past<MachtigingEvent>[])) {
          const naam = gebeurtenisVan(feit.type);
          if (stand === null || naam === undefined) continue;
          const rij = overgang(van, stand.toestand, naam);
          if (besluiten.has(feit.type)) expect(rij).not.toBeNull();
          const buiten = 'vlaggen' in feit.data && feit.data.vlaggen!.length > 0;
          expect(daarna!.toestand).toBe(buiten ? stand.toestand : rij!.naar);
        }
        const feiten = geweigerd.filter((naam) => naam.startsWith('machtiging.leg-') && !MAG_GEWEIGERD.has(naam));
        expect(feiten).toEqual([]);
      }),
      runs(60),
    );
  });

  it('then what follows from the facts stands in them already, and nothing is at odds', () => {
    fc.assert(
      fc.property(soort, turns(keuze), (van, sequence) => {
        const history = play(slice(van), sequence) as readonly Past<MachtigingEvent>[];
        expect(gevolgenVan(history, herleid(history, facts))).toEqual([]);
        expect(strijdig(history, '2099-01-01T00:00:00.000Z')).toEqual([]);
      }),
      runs(30),
    );
  });

  it('then it holds from its first day without a gap, at most until the end of the one grant', () => {
    fc.assert(
      fc.property(soort, turns(keuze), (van, sequence) => {
        const history = play(slice(van), sequence) as readonly Past<MachtigingEvent>[];
        const verleningen = history.filter((event) => event.type === 'machtiging.verleend@2');
        expect(verleningen.length).toBeLessThanOrEqual(1);
        const [geldigVan, geldigTot] = [verleningen[0]?.data.geldigVan ?? '', verleningen[0]?.data.geldigTot ?? ''];
        const dagen = dagenMetGeldigheid(history);
        const inGrant = DAGEN.filter((op) => op >= geldigVan && op < geldigTot);
        expect(dagen).toEqual(inGrant.slice(0, dagen.length));
        const kort = history.some(({ type }) => /geeindigd|opnamebeslissing/.test(type));
        if (!kort) expect(dagen).toEqual(inGrant);
      }),
      runs(30),
    );
  });

  it('and facts are corrected and withdrawn in between, then it never holds outside the days of a grant that stands', () => {
    fc.assert(
      fc.property(soort, turnsWithCorrections(keuze, velden), (van, sequence) => {
        const history = play(slice(van), sequence);
        const standing = withCorrections(history) as readonly Past<MachtigingEvent>[];
        const buiten = dagenMetGeldigheid(history).filter(
          (op) =>
            !standing.some(
              (event) =>
                event.type === 'machtiging.verleend@2' && event.data.geldigVan <= op && op < event.data.geldigTot,
            ),
        );
        expect(buiten).toEqual([]);
        // Whatever stands, what follows from it can be said, and saying it twice changes nothing.
        expect(() => herleid(standing, facts)).not.toThrow();
      }),
      runs(40),
    );
  });
});
