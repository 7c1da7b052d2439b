import { describe, expect, it } from '@jest/globals';
import { fold, type Instant, type Past, withCorrections } from '@regielijn/kern';
import fc from 'fast-check';
import { atHour, play, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { trajectDecider } from './decide.js';
import type { TrajectEvent } from './events.js';
import { herleid, strijdig } from './herleid.js';
import { om, trajectId, voorzieningId } from './traject.kit.js';
import { keuze, type Log, slice } from './verloop-zorg.kit.js';
import { MeldIncident } from './zorg/commands.js';
import { incident, metRegels, pasToe, regels } from './zorg/zorg.kit.js';

const UUR_MS = 3_600_000;
const uren = (van: Instant, tot: Instant): number => (Date.parse(tot) - Date.parse(van)) / UUR_MS;

/** Follows each measure through the log by hand, with the hours of the law written out. */
const volgDeMaatregelen = (log: Log): void => {
  for (const begin of log.filter(({ type }) => type === 'traject.maatregel-toegepast@1')) {
    const { maatregelId, maatregel, inPlan } = begin.data as {
      maatregelId: string;
      maatregel: string;
      inPlan: boolean;
    };
    const van = (type: string) =>
      log.filter(
        (event) => event.type === type && (event.data as { maatregelId?: string }).maatregelId === maatregelId,
      );
    const [verlengingen, toestemmingen, eindes] = [
      van('traject.maatregel-verlengd@1'),
      van('traject.maatregel-toestemming-gegeven@1'),
      van('traject.maatregel-beeindigd@1'),
    ];
    expect(verlengingen.length).toBeLessThanOrEqual(maatregel === 'insluiting' ? 1 : 0);
    expect(verlengingen.filter(({ geldigOp }) => uren(begin.geldigOp, geldigOp) > 24)).toEqual([]);
    expect(eindes.length).toBeLessThanOrEqual(1);
    for (const einde of eindes) {
      const duur = uren(begin.geldigOp, einde.geldigOp);
      expect(duur).toBeGreaterThanOrEqual(0);
      const opTijd = toestemmingen.some(({ geldigOp }) => uren(begin.geldigOp, geldigOp) <= 12);
      const verwacht =
        maatregel === 'insluiting'
          ? [duur > 24 * (1 + verlengingen.length) && 'insluiting_langer_dan_toegestaan']
          : inPlan
            ? []
            : [
                duur > 72 && 'langer_dan_drie_dagen',
                duur > 12 && !opTijd && 'langer_dan_twaalf_uur_zonder_toestemming',
              ];
      expect((einde.data as { vlaggen: string[] }).vlaggen).toEqual(verwacht.filter((vlag) => vlag !== false));
    }
  }
};
describe('whatever happens in the daily care of a traject', () => {
  it('then each measure ends once, is extended only as the law has it, and carries what was wrong with its length', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const log = play(slice, sequence);
        volgDeMaatregelen(log);
        expect(strijdig(log as readonly Past<TrajectEvent>[])).toEqual([]);
      }),
      runs(80),
    );
  });

  it('then no verlof was granted without instemming, and a measure or incident is never refused', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const log = play(slice, sequence);
        const verloven = log.filter(({ type }) => type === 'traject.verlof-verleend@1');
        expect(
          verloven.filter(
            ({ data }) => !(data as { instemmingGedragswetenschapper: boolean }).instemmingGedragswetenschapper,
          ),
        ).toEqual([]);
        const state = fold(trajectDecider, log);
        const later = om(atHour(1000));
        expect(trajectDecider.decide(pasToe({}, atHour(1000)), state, metRegels)).toHaveLength(1);
        const melding = new MeldIncident({ trajectId, ...incident }, later);
        expect(trajectDecider.decide(melding, state, {})).toHaveLength(1);
      }),
      runs(40),
    );
  });

  it('and facts are corrected and withdrawn in between, then what follows can always be said, and once said stays', () => {
    const velden = fc.oneof(
      fc.constant({}),
      fc.boolean().map((noodsituatie) => ({ noodsituatie })),
      fc.boolean().map((inPlan) => ({ inPlan })),
      fc.constantFrom('wachtlijst', 'plek').map((antwoord) => ({ antwoord })),
    );
    const elders = {
      ...{ jeugdige: metRegels.jeugdige!, varianten: new Map([[voorzieningId, 'dwanggroep' as const]]) },
      ...{ machtigingGeldt: () => true, machtigingSoort: () => 'MGJ' as const, maatregelRegels: regels },
    };
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        const feiten = withCorrections(play(slice, sequence)) as readonly Past<TrajectEvent>[];
        expect(() => strijdig(feiten)).not.toThrow();
        const volgt = new Map(herleid(feiten, elders).map(({ feit, velden }) => [feit, velden]));
        const verbeterd = feiten.map((feit) => ({ ...feit, data: { ...feit.data, ...volgt.get(feit.id) } }));
        expect(new Map(herleid(verbeterd as never, elders).map(({ feit, velden }) => [feit, velden]))).toEqual(volgt);
      }),
      runs(60),
    );
  });
});
