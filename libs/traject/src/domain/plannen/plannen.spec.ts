import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import type { TrajectEvent } from '../events.js';
import {
  besproken,
  bespreek,
  bezwaar,
  evalueer,
  geevalueerd,
  ingestemd,
  maakBezwaar,
  planVastgesteld,
  stelPlanVast,
  stelVeiligheidsplanVast,
  stemIn,
  veiligheidsplan,
} from '../plannen.kit.js';
import { aangemeld, EERDER, scenario, TOEN, verblijf } from '../traject.kit.js';

const plannen = (...events: readonly TrajectEvent[]) => fold(trajectDecider, past([aangemeld, ...events]))!.plannen;

describe('the hulpverleningsplan', () => {
  it('given a traject, when a version is vastgesteld, then it is recorded; told again of that moment, then nothing', () => {
    scenario(...verblijf)
      .when(stelPlanVast())
      .then(planVastgesteld());
    scenario(...verblijf, planVastgesteld())
      .when(stelPlanVast(1, TOEN))
      .thenNothingHappened();
  });

  it('given a version, when that number is vastgesteld once more, then it is refused; the next is not', () => {
    scenario(...verblijf, planVastgesteld())
      .when(stelPlanVast())
      .thenRefused('PLANVERSIE_BESTAAT_AL');
    scenario(...verblijf, planVastgesteld())
      .when(stelPlanVast(2))
      .then(planVastgesteld(2));
  });

  it('given no version yet, when one is discussed, then it is recorded, and the version can be vastgesteld after it', () => {
    scenario(...verblijf)
      .when(bespreek())
      .then(besproken());
    scenario(...verblijf, besproken())
      .when(stelPlanVast())
      .then(planVastgesteld());
    expect(plannen(besproken(), planVastgesteld()).versies).toEqual([
      { versie: 1, besprokenOp: TOEN, vastgesteldOp: TOEN, standpunten: {} },
    ]);
  });

  it('given a version, when somebody agrees, then it is recorded once; an objection is recorded each time', () => {
    scenario(...verblijf, besproken())
      .when(stemIn())
      .then(ingestemd());
    scenario(...verblijf, besproken(), ingestemd())
      .when(stemIn())
      .thenNothingHappened();
    scenario(...verblijf, besproken(), ingestemd())
      .when(stemIn('ouders'))
      .then(ingestemd('ouders'));
    scenario(...verblijf, besproken(), bezwaar)
      .when(maakBezwaar())
      .then(bezwaar);
  });

  it('given an objection after an agreement, then the objection counts, and agreeing again is new', () => {
    const gewisseld = [besproken(), ingestemd(), bezwaar];
    expect(plannen(...gewisseld).versies[0]!.standpunten).toEqual({ jeugdige: 'bezwaar' });
    scenario(...verblijf, ...gewisseld)
      .when(stemIn())
      .then(ingestemd());
  });

  it.each([stemIn(), maakBezwaar(), evalueer()])(
    'given no version, when $naam is asked, then it is refused',
    (command) =>
      scenario(...verblijf)
        .when(command)
        .thenRefused('PLANVERSIE_ONBEKEND'),
  );

  it('given a version that was only discussed, when evaluated, then it is refused', () => {
    scenario(...verblijf, besproken())
      .when(evalueer())
      .thenRefused('PLANVERSIE_ONBEKEND');
  });

  it('given a plan, when evaluated, then the evaluations are numbered on', () => {
    scenario(...verblijf, planVastgesteld())
      .when(evalueer())
      .then(geevalueerd(1));
    scenario(...verblijf, planVastgesteld(), geevalueerd(1))
      .when(evalueer())
      .then(geevalueerd(2));
    scenario(...verblijf, planVastgesteld(), geevalueerd(1))
      .when(evalueer(TOEN))
      .thenNothingHappened();
    scenario(...verblijf, planVastgesteld())
      .when(evalueer(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given versions told out of order, then they stand by number', () => {
    expect(plannen(planVastgesteld(2), planVastgesteld(1)).versies.map(({ versie }) => versie)).toEqual([1, 2]);
  });
});

describe('the veiligheidsplan', () => {
  it.each([
    [{}, ['jongere', 'gezin', 'professionals', 'omgeving']],
    [{ gezin: null, omgeving: null }, ['jongere', 'professionals']],
  ] as const)('given the parts %j, then it says which are there', (velden, onderdelen) => {
    scenario(aangemeld)
      .when(stelVeiligheidsplanVast(velden))
      .then(veiligheidsplan(velden, [...onderdelen]));
  });

  it('given no part at all, then it is refused', () => {
    scenario(aangemeld)
      .when(stelVeiligheidsplanVast({ jongere: null, gezin: null, professionals: null, omgeving: null }))
      .thenRefused('VEILIGHEIDSPLAN_LEEG');
  });

  it('given two, then the last one counts', () => {
    const onderdelen = ['jongere', 'gezin', 'professionals', 'omgeving'] as const;
    const beide = [veiligheidsplan({ gezin: null }, ['jongere']), veiligheidsplan({}, [...onderdelen])];
    expect(plannen(...beide).veiligheidsplan).toEqual({ vastgesteldOp: TOEN, onderdelen });
  });
});
