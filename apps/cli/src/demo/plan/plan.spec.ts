import { describe, expect, it } from '@jest/globals';
import { datumVan, isBinnenKantoortijd, leeftijdOp } from '@regielijn/kern';
import fc from 'fast-check';
import { haalbareCijfers } from './cijfers.arbitrary.kit.js';
import type { DemoPlan } from './demo-plan.js';
import { gepubliceerd, hertel } from './hertelling.kit.js';
import { planDemo } from './plan.js';
import { schendingen } from './schendingen.kit.js';
import { verzonnenCijfers, verzonnenRegios, zuidwestCijfers, zuidwestRegios } from './voorbeeld.kit.js';

const trajectenVan = (plan: DemoPlan) =>
  plan.jeugdigen.flatMap((jeugdige) => jeugdige.trajecten.map((traject) => ({ jeugdige, traject })));

describe('given the published figures of Zuidwest 2019', () => {
  const cijfers = zuidwestCijfers();
  const regios = zuidwestRegios();

  const plannen = [2019, 7, 424242].map((seed) => ({ seed, plan: planDemo(cijfers, regios, seed) }));

  describe.each(plannen)('when a plan is made with seed $seed', ({ plan }) => {
    it('then an independent count finds every published cell', () => {
      expect(hertel(plan, cijfers, regios)).toEqual(gepubliceerd(cijfers));
    });

    it('then nothing in it could not have happened', () => {
      expect(schendingen(plan, cijfers, regios)).toEqual([]);
    });

    it('then 421 trajecten end in the year, some of them by the onttrekking before one of the 33', () => {
      const beeindigd = trajectenVan(plan).filter(({ traject }) => datumVan(traject.eindigtOp).startsWith('2019'));
      const door = beeindigd.filter(({ traject }) => traject.einde.soort === 'onttrekking').length;
      expect(beeindigd).toHaveLength(421);
      expect(door).toBeGreaterThan(0);
      expect(door).toBeLessThan(33);
    });

    it('then urgent opnames are spread over day and night, and everybody leaves before turning 18', () => {
      const urgent = trajectenVan(plan).filter(({ traject }) => traject.urgentie !== 'regulier');
      const buiten = urgent.filter(
        ({ traject }) => !isBinnenKantoortijd(traject.verblijven[0]?.van ?? '', { van: '09:00', tot: '17:00' }),
      );
      expect(buiten.length / urgent.length).toBeGreaterThan(0.25);
      expect(buiten.length / urgent.length).toBeLessThan(0.6);
      const volwassen = trajectenVan(plan).filter(
        ({ jeugdige, traject }) => leeftijdOp(jeugdige.geboortedatum, datumVan(traject.eindigtOp)) >= 18,
      );
      expect(volwassen).toEqual([]);
    });
  });

  it('when the seed is the same, then the plan is; when it differs, then the plan does', () => {
    const opnieuw = planDemo(cijfers, regios, 2019);
    expect(opnieuw).toEqual(plannen[0]?.plan);
    expect(opnieuw).not.toEqual(plannen[1]?.plan);
  });
});

describe('given the figures of another landsdeel, with other regions, peildata, duration and threshold', () => {
  it.each([1, 2, 3])('when a plan is made with seed %i, then the same holds', (seed) => {
    const [cijfers, regios] = [verzonnenCijfers(), verzonnenRegios()];
    const plan = planDemo(cijfers, regios, seed);
    expect(hertel(plan, cijfers, regios)).toEqual(gepubliceerd(cijfers));
    expect(schendingen(plan, cijfers, regios)).toEqual([]);
  });
});

describe('given figures at the edge of what can be', () => {
  it('when everybody who was in care at the start must be among the long trajecten, then they all leave in time', () => {
    const [cijfers, regios] = [zuidwestCijfers(), zuidwestRegios()];
    cijfers.duur.procent = { langer: 66, korter: 34 };
    expect(hertel(planDemo(cijfers, regios, 1), cijfers, regios)).toEqual(gepubliceerd(cijfers));
  });

  it.each([1, 2, 3])(
    'when every end in the year has a published bestemming, seed %i, then none is an onttrekking',
    (seed) => {
      const [cijfers, regios] = [verzonnenCijfers(), verzonnenRegios()];
      cijfers.bestemming.procent = { thuis_of_netwerk: 100 };
      const plan = planDemo(cijfers, regios, seed);
      expect(hertel(plan, cijfers, regios)).toEqual(gepubliceerd(cijfers));
      expect(schendingen(plan, cijfers, regios)).toEqual([]);
    },
  );
});

describe('given any figures that a caseload could have given', () => {
  it('when a plan is made, then it gives those figures and nothing impossible', () => {
    const regios = verzonnenRegios();
    fc.assert(
      fc.property(haalbareCijfers, fc.nat(), (cijfers, seed) => {
        const plan = planDemo(cijfers, regios, seed);
        expect(hertel(plan, cijfers, regios)).toEqual(gepubliceerd(cijfers));
        expect(schendingen(plan, cijfers, regios)).toEqual([]);
      }),
      { numRuns: 15, seed: 2019 },
    );
  });
});
