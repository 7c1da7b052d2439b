import { beginVan, datumVan, leeftijdOp, type Regios } from '@regielijn/kern';
import { Temporal } from 'temporal-polyfill';
import type { DemoPlan, GeplandeJeugdige, GeplandTraject } from './demo-plan.js';
import type { DemoTargets } from './targets.js';

/** One traject with its jeugdige and the traject before it. */
interface Geval {
  readonly jeugdige: GeplandeJeugdige;
  readonly traject: GeplandTraject;
  readonly vorige: GeplandTraject | undefined;
}

const opnameVan = ({ verblijven }: GeplandTraject): string => verblijven[0]?.van ?? 'geen opname';

/** In care counts from the opname, up to but not including the end. */
function inZorgOp(gevallen: readonly Geval[], peildatum: string): readonly Geval[] {
  const moment = beginVan(peildatum);
  return gevallen.filter(({ traject }) => opnameVan(traject) <= moment && moment < traject.eindigtOp);
}

const inJaar = (moment: string, jaar: number): boolean => datumVan(moment).startsWith(`${jaar}-`);

const procentHalfOmhoog = (teller: number, noemer: number): number => Math.floor((100 * teller) / noemer + 0.5);

/** How often each value occurs. */
function turf(waarden: readonly string[]): Record<string, number> {
  const aantallen: Record<string, number> = {};
  for (const waarde of waarden) aantallen[waarde] = (aantallen[waarde] ?? 0) + 1;
  return aantallen;
}

/** The counts of just these cells, 0 where nothing was counted. */
const alsCellen = (aantallen: Record<string, number>, cellen: readonly string[]): Record<string, number> =>
  Object.fromEntries(cellen.map((cel) => [cel, aantallen[cel] ?? 0]));

const alsProcenten = (waarden: readonly string[], cellen: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(alsCellen(turf(waarden), cellen)).map(([cel, n]) => [cel, procentHalfOmhoog(n, waarden.length)]),
  );

function soortVan({ vorige }: Geval): string {
  if (!vorige) return 'nieuw';
  return vorige.einde.soort === 'onttrekking' ? 'hernieuwd_na_onttrekking' : 'hernieuwd';
}

function duurtLanger({ traject }: Geval, maanden: number): boolean {
  const opname = Temporal.Instant.from(opnameVan(traject)).toZonedDateTimeISO('Europe/Amsterdam');
  return Temporal.Instant.compare(traject.eindigtOp, opname.add({ months: maanden }).toInstant()) > 0;
}

const gevallenVan = (plan: DemoPlan): Geval[] =>
  plan.jeugdigen.flatMap((jeugdige) =>
    jeugdige.trajecten.map((traject, index) => ({ jeugdige, traject, vorige: jeugdige.trajecten[index - 1] })),
  );

/**
 * Counts every published cell in a plan, from the plan alone: which opnames and ends fall in the year, what came before
 * them, who was in care when. Knows nothing of how the plan was made.
 */
export function hertel(plan: DemoPlan, targets: DemoTargets, regios: Regios) {
  const { jaar, herkomst, bezetting } = targets;
  const gevallen = gevallenVan(plan);
  const opnames = gevallen.filter(({ traject }) => inJaar(opnameVan(traject), jaar));
  const beeindigd = gevallen.filter(({ traject }) => inJaar(traject.eindigtOp, jaar));
  const verblijfsstarts = gevallen.flatMap(({ traject }) => traject.verblijven.map(({ van }) => van));
  const perRegio = (deel: readonly Geval[]) =>
    alsCellen(turf(deel.map(({ jeugdige }) => jeugdige.regio)), Object.keys(targets.plaatsingen.perRegio));
  const herkomstVan = (soort: string) =>
    opnames.filter((geval) => soortVan(geval) === soort).map(({ traject }) => traject.herkomst);
  const standen = bezetting.peildata.map((peildatum) => inZorgOp(gevallen, peildatum));
  return {
    plaatsingen: { perRegio: perRegio(opnames), totaal: opnames.length },
    plaatsingenMetOverplaatsingen: verblijfsstarts.filter((van) => inJaar(van, jaar)).length,
    gemeenten: hertelGemeenten(opnames, targets, regios),
    urgentie: alsProcenten(
      opnames.map(({ traject }) => (traject.urgentie === 'regulier' ? 'regulier' : 'urgent')),
      ['urgent', 'regulier'],
    ),
    soort: alsCellen(turf(opnames.map(soortVan)), ['nieuw', 'hernieuwd', 'hernieuwd_na_onttrekking']),
    herkomst: {
      nieuw: alsProcenten(herkomstVan('nieuw'), Object.keys(herkomst.nieuw)),
      hernieuwd: alsProcenten(herkomstVan('hernieuwd'), Object.keys(herkomst.hernieuwd)),
    },
    leeftijd: procentHalfOmhoog(
      opnames.filter(
        ({ jeugdige, traject }) =>
          leeftijdOp(jeugdige.geboortedatum, datumVan(opnameVan(traject))) >= targets.leeftijd.vanaf,
      ).length,
      opnames.length,
    ),
    duur: alsProcenten(
      beeindigd.map((geval) => (duurtLanger(geval, targets.duur.maanden) ? 'langer' : 'korter')),
      ['langer', 'korter'],
    ),
    bestemming: alsProcenten(
      beeindigd.map(({ traject: { einde } }) => (einde.soort === 'uitstroom' ? einde.bestemming : einde.soort)),
      Object.keys(targets.bestemming.procent),
    ),
    bezetting: {
      perRegio: standen.map(perRegio),
      totaal: standen.map(({ length }) => length),
      naHetJaar: bezetting.naHetJaar.totaal.map(({ peildatum }) => inZorgOp(gevallen, peildatum).length),
    },
  };
}

function hertelGemeenten(opnames: readonly Geval[], { landsdeel, jaar, gemeenten }: DemoTargets, regios: Regios) {
  const codes = (regios.landsdelen.find(({ id }) => id === landsdeel)?.regios ?? [])
    .flatMap((regio) => regio.gemeenten)
    .filter(({ geldigVan = '', geldigTot = '9999' }) => geldigVan <= `${jaar}-01-01` && `${jaar}-01-01` < geldigTot)
    .map(({ code }) => code);
  const aantallen = turf(
    opnames.flatMap(({ jeugdige: { herkomstGemeente } }) =>
      'code' in herkomstGemeente ? [herkomstGemeente.code] : [],
    ),
  );
  return {
    klassen: gemeenten.klassen.map(
      ({ van, totEnMet }) =>
        codes.map((code) => aantallen[code] ?? 0).filter((n) => n >= van && n <= (totEnMet ?? n)).length,
    ),
    genoemd: alsCellen(
      aantallen,
      gemeenten.genoemd.map(({ code }) => code),
    ),
  };
}

/** The published cells in the shape of `hertel`. */
export function gepubliceerd(targets: DemoTargets): ReturnType<typeof hertel> {
  const { plaatsingen, gemeenten, bezetting, herkomst } = targets;
  return {
    plaatsingen: { perRegio: plaatsingen.perRegio, totaal: plaatsingen.totaal },
    plaatsingenMetOverplaatsingen: targets.plaatsingenMetOverplaatsingen.totaal,
    gemeenten: {
      klassen: gemeenten.klassen.map((klasse) => klasse.gemeenten),
      genoemd: Object.fromEntries(gemeenten.genoemd.map(({ code, plaatsingen: n }) => [code, n])),
    },
    urgentie: targets.urgentie.procent,
    soort: targets.soort.aantal,
    herkomst: { nieuw: herkomst.nieuw, hernieuwd: herkomst.hernieuwd },
    leeftijd: targets.leeftijd.procent,
    duur: targets.duur.procent,
    bestemming: targets.bestemming.procent,
    bezetting: {
      perRegio: bezetting.peildata.map((_, index) =>
        Object.fromEntries(Object.entries(bezetting.perRegio).map(([regio, stand]) => [regio, stand[index] ?? -1])),
      ),
      totaal: bezetting.totaal,
      naHetJaar: bezetting.naHetJaar.totaal.map(({ aantal }) => aantal),
    },
  };
}
