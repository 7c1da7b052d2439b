import { faker } from '@faker-js/faker/locale/nl';
import { landsdeelVan, type Regios } from '@regielijn/kern';
import { bouwAf } from './afbouw.js';
import { maakBeginstand } from './beginstand.js';
import type { DemoPlan } from './demo-plan.js';
import { type GemeenteAantallen, verdeelGemeenten } from './gemeenten.js';
import { koppelGeschiedenis } from './geschiedenis.js';
import { verdeelOverGroepen } from './groepen.js';
import { bepaalQuota, controleerSommen } from './haalbaarheid.js';
import { ketensVan, kiesGeboortedagen } from './jeugdigen.js';
import { kiesBestemming, kiesHerkomst } from './kenmerken.js';
import type { Ontwerp, Opdracht } from './ontwerp.js';
import { maakOpnames } from './opnames.js';
import type { DemoTargets } from './targets.js';
import { maakTijdlijnen } from './tijdlijn.js';
import { schrijfJeugdigenUit } from './uitschrijven.js';
import { kiesOverplaatsingen } from './verblijfsverloop.js';
import { laatVertrekken } from './vertrek.js';

/**
 * A synthetic caseload that reproduces the published figures of one landsdeel and year cell for cell: everybody in care
 * when the year began, all opnames of the year, and the earlier trajecten that hernieuwde plaatsingen follow, each up to
 * its end. The same figures, regions and seed give the same plan.
 *
 * Throws `DEMO_CIJFERS_ONHAALBAAR` with the cell, what it must be and what it comes to, when the figures contradict each
 * other; `LANDSDEEL_ONBEKEND` when their landsdeel has no regions.
 */
export function planDemo(targets: DemoTargets, regios: Regios, seed: number): DemoPlan {
  const landsdeel = landsdeelVan(regios, targets.landsdeel);
  controleerSommen(targets, landsdeel);
  faker.seed(seed);
  const opdracht: Opdracht = { targets, landsdeel, quota: bepaalQuota(targets), random: faker };
  const gemeenten = verdeelGemeenten(targets, landsdeel, opdracht.random);
  const trajecten = maakTrajecten(opdracht, gemeenten);
  const overplaatsingen = kiesOverplaatsingen(trajecten, opdracht);
  const ketens = ketensVan(trajecten);
  const tijdlijnen = new Map(ketens.map((keten) => [keten, maakTijdlijnen(keten, overplaatsingen, opdracht)]));
  const { voorzieningen, plaatsen } = verdeelOverGroepen([...tijdlijnen.values()].flat(), opdracht);
  const caseload = {
    gemeenten,
    geboortedagen: kiesGeboortedagen(ketens, opdracht),
    herkomst: kiesHerkomst(trajecten, opdracht),
    bestemming: kiesBestemming(trajecten, opdracht),
    tijdlijnen,
    plaatsen,
  };
  return { voorzieningen, jeugdigen: schrijfJeugdigenUit(caseload, opdracht) };
}

/** All trajecten with their days and their order per jeugdige. */
function maakTrajecten(opdracht: Opdracht, gemeenten: GemeenteAantallen): Ontwerp[] {
  const opnames = maakOpnames(opdracht, gemeenten);
  const vertrek = laatVertrekken(opnames, opdracht);
  const inBeeld = [...maakBeginstand(vertrek, opdracht), ...opnames];
  bouwAf(inBeeld, opdracht);
  return [...koppelGeschiedenis(inBeeld, opdracht), ...inBeeld];
}
