import { describe, expect, it } from '@jest/globals';
import { fold, type Instant } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import type { TrajectEvent } from '../events.js';
import {
  dagprogramma,
  legOnderwijsVoorafVast,
  onderwijsGestart,
  onderwijsGestopt,
  onderwijsVooraf,
  oppAfgestemd,
  schrijfUit,
  startOnderwijs,
  stelDagprogrammaVast,
  stemOppAf,
  stopOnderwijs,
  uitgeschreven,
} from '../plannen.kit.js';
import { variantBeeindigd, variantGestart } from '../toeleiding.kit.js';
import { aangemeld, EERDER, opgenomen, scenario, TOEN, uitgestroomd, verblijf } from '../traject.kit.js';
import { dagenZonderOnderwijs } from './state.js';

const anders = [{ vorm: 'dagbesteding' }, { niveau: 'vwo' }, { school: 'school-oost' }] as const;

describe('onderwijs during a traject', () => {
  it('given none, when it begins, then it is recorded; told again, then nothing happens', () => {
    scenario(...verblijf)
      .when(startOnderwijs())
      .then(onderwijsGestart());
    scenario(...verblijf, onderwijsGestart())
      .when(startOnderwijs())
      .thenNothingHappened();
  });

  it.each(anders)('given onderwijs that runs, when it goes on with %j, then that is recorded', (velden) => {
    scenario(...verblijf, onderwijsGestart())
      .when(startOnderwijs(velden))
      .then(onderwijsGestart(velden));
    scenario(...verblijf, onderwijsGestart())
      .when(startOnderwijs(velden, EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given onderwijs, when it stops, then it is recorded; told again of that moment, then nothing happens', () => {
    scenario(...verblijf, onderwijsGestart())
      .when(stopOnderwijs())
      .then(onderwijsGestopt);
    scenario(...verblijf, onderwijsGestart(), onderwijsGestopt)
      .when(stopOnderwijs(TOEN))
      .thenNothingHappened();
    scenario(...verblijf, onderwijsGestart())
      .when(stopOnderwijs(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given no onderwijs that runs, when it is said to stop, then it is refused', () => {
    scenario(...verblijf)
      .when(stopOnderwijs())
      .thenRefused('GEEN_ONDERWIJS');
    scenario(...verblijf, onderwijsGestart(), onderwijsGestopt)
      .when(stopOnderwijs())
      .thenRefused('GEEN_ONDERWIJS');
  });

  it('given what was followed before, then it is recorded, also before help begins; what is known already is not', () => {
    scenario(aangemeld).when(legOnderwijsVoorafVast()).then(onderwijsVooraf());
    scenario(aangemeld, onderwijsVooraf()).when(legOnderwijsVoorafVast()).thenNothingHappened();
    scenario(...verblijf, onderwijsVooraf())
      .when(legOnderwijsVoorafVast('vwo'))
      .then(onderwijsVooraf('vwo'));
    scenario(...verblijf, onderwijsVooraf())
      .when(legOnderwijsVoorafVast('havo', null))
      .then(onderwijsVooraf('havo', null));
  });

  it('given uitschrijving, dagprogramma or OPP, then it is recorded; what is known already is not', () => {
    scenario(...verblijf)
      .when(schrijfUit())
      .then(uitgeschreven());
    scenario(...verblijf, uitgeschreven())
      .when(schrijfUit())
      .thenNothingHappened();
    scenario(...verblijf, uitgeschreven())
      .when(schrijfUit(true))
      .then(uitgeschreven(true));
    scenario(...verblijf)
      .when(stelDagprogrammaVast())
      .then(dagprogramma);
    scenario(...verblijf)
      .when(stemOppAf())
      .then(oppAfgestemd());
    scenario(...verblijf, oppAfgestemd())
      .when(stemOppAf())
      .thenNothingHappened();
    scenario(...verblijf, oppAfgestemd())
      .when(stemOppAf(1, 'school-oost'))
      .then(oppAfgestemd(1, 'school-oost'));
    scenario(...verblijf, oppAfgestemd())
      .when(stemOppAf(2))
      .then(oppAfgestemd(2));
  });
});

describe('days without onderwijs', () => {
  const op = (dag: number): Instant => `2026-03-${String(dag).padStart(2, '0')}T09:00:00.000Z`;
  const traject = (...events: readonly (readonly [dag: number, event: TrajectEvent])[]) =>
    fold(
      trajectDecider,
      events.flatMap(([dag, event]) => past([event], op(dag))),
    )!;
  const opname = [
    [1, aangemeld],
    [2, opgenomen()],
  ] as const;

  it.each<[string, number | null, ReturnType<typeof traject>]>([
    ['no help yet', null, traject([1, aangemeld])],
    ['an opname of 2 March and no onderwijs', 10, traject(...opname)],
    ['onderwijs from 5 March on', 3, traject(...opname, [5, onderwijsGestart()])],
    ['onderwijs from before the opname', 0, traject([1, aangemeld], [1, onderwijsGestart()], [2, opgenomen()])],
    ['onderwijs of 5 to 8 March', 7, traject(...opname, [5, onderwijsGestart()], [8, onderwijsGestopt])],
    ['only dagbesteding from 5 March on', 10, traject(...opname, [5, onderwijsGestart({ vorm: 'dagbesteding' })])],
    [
      'another school from 8 March on',
      3,
      traject(...opname, [5, onderwijsGestart()], [8, onderwijsGestart({ school: 'school-oost' })]),
    ],
    ['an uitstroom of 6 March', 4, traject(...opname, [6, uitgestroomd])],
    ['help without opname of 3 to 7 March', 4, traject([1, aangemeld], [3, variantGestart()], [7, variantBeeindigd])],
    ['help without opname that goes on', 9, traject([1, aangemeld], [3, variantGestart()])],
    ['an opname that is yet to come', 0, traject([1, aangemeld], [20, opgenomen()])],
  ])('given %s, then there are %s until 12 March', (_, dagen, traject) => {
    expect(dagenZonderOnderwijs(traject, '2026-03-12')).toBe(dagen);
  });
});
