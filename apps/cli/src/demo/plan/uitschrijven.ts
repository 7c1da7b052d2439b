import { type Bestemming, gemeentenOp, type Herkomst, OVERIG } from '@regielijn/kern';
import type { GeplandeJeugdige, GeplandEinde, GeplandTraject, GeplandVerblijf } from './demo-plan.js';
import type { GemeenteAantallen } from './gemeenten.js';
import type { Keten } from './jeugdigen.js';
import { type Dag, datumOp } from './kalender.js';
import type { Ontwerp, Opdracht } from './ontwerp.js';
import type { Tijdlijn } from './tijdlijn.js';

/** Everything that was decided about the trajecten, before it is written down as a plan. */
interface Caseload {
  readonly gemeenten: GemeenteAantallen;
  readonly geboortedagen: ReadonlyMap<Keten, Dag>;
  readonly herkomst: ReadonlyMap<Ontwerp, Herkomst>;
  readonly bestemming: ReadonlyMap<Ontwerp, Bestemming>;
  readonly tijdlijnen: ReadonlyMap<Keten, readonly Tijdlijn[]>;
  /** The key of the voorziening of each verblijf. */
  readonly plaatsen: ReadonlyMap<Tijdlijn, readonly string[]>;
}

/** The jeugdigen in the order of their first aanmelding, with keys by that order. */
export function schrijfJeugdigenUit(caseload: Caseload, opdracht: Opdracht): GeplandeJeugdige[] {
  const eersteAanmelding = (tijdlijnen: readonly Tijdlijn[]): string => tijdlijnen[0]?.aanmeldingOp ?? '';
  return [...caseload.tijdlijnen]
    .toSorted(([, a], [, b]) => (eersteAanmelding(a) < eersteAanmelding(b) ? -1 : 1))
    .map(([keten], index) => schrijfJeugdigeUit(`jeugdige-${index + 1}`, keten, caseload, opdracht));
}

function schrijfJeugdigeUit(key: string, keten: Keten, caseload: Caseload, opdracht: Opdracht): GeplandeJeugdige {
  const { random, targets } = opdracht;
  return {
    key,
    geboortedatum: datumOp(van(caseload.geboortedagen, keten)),
    geslacht: random.helpers.arrayElement(['man', 'vrouw'] as const),
    herkomstGemeente: kiesHerkomstGemeente(keten, caseload.gemeenten, opdracht),
    regio: keten[0]?.regio ?? '',
    kader: random.datatype.boolean(targets.aannames.procentGedwongenKader / 100) ? 'gedwongen' : 'vrijwillig',
    trajecten: van(caseload.tijdlijnen, keten).map((tijdlijn, index) =>
      schrijfTrajectUit(`${key}-traject-${index + 1}`, tijdlijn, caseload),
    ),
  };
}

/** The gemeente of the last traject: it is the same in all of them. Without one, a gemeente of the region by chance. */
function kiesHerkomstGemeente(
  keten: Keten,
  gemeenten: GemeenteAantallen,
  { landsdeel, random, targets }: Opdracht,
): GeplandeJeugdige['herkomstGemeente'] {
  const { regio = '', gemeente } = keten.at(-1) ?? {};
  if (gemeente !== undefined) return { code: gemeente };
  if (regio === OVERIG) return { overig: random.helpers.arrayElement(landsdeel.overig.redenen) };
  const codes = gemeentenOp(landsdeel, regio, `${targets.jaar}-01-01`).map(({ code }) => code);
  const gewicht = (code: string): number => 1 + (gemeenten.get(regio)?.get(code) ?? 0);
  return {
    code: random.helpers.weightedArrayElement(codes.map((value) => ({ value, weight: gewicht(value) }))),
  };
}

function schrijfTrajectUit(key: string, tijdlijn: Tijdlijn, caseload: Caseload): GeplandTraject {
  const { ontwerp, aanmeldingOp, urgentie, korteOnttrekkingen, eindigtOp, grenzen } = tijdlijn;
  const verblijven = van(caseload.plaatsen, tijdlijn).map((voorziening, index): GeplandVerblijf => ({
    voorziening,
    van: grenzen[index] ?? eindigtOp,
    tot: grenzen[index + 1] ?? eindigtOp,
  }));
  return {
    key,
    aanmeldingOp,
    urgentie,
    herkomst: van(caseload.herkomst, ontwerp),
    verblijven,
    korteOnttrekkingen,
    einde: schrijfEindeUit(tijdlijn, caseload),
    eindigtOp,
  };
}

function schrijfEindeUit({ ontwerp, onttrokkenVanaf }: Tijdlijn, { bestemming }: Caseload): GeplandEinde {
  return onttrokkenVanaf === undefined
    ? { soort: 'uitstroom', bestemming: van(bestemming, ontwerp) }
    : { soort: 'onttrekking', vanaf: onttrokkenVanaf };
}

/** A step that forgot one of its trajecten is a mistake in the planner, not in the figures. */
function van<Sleutel, Waarde>(uitkomst: ReadonlyMap<Sleutel, Waarde>, sleutel: Sleutel): Waarde {
  const waarde = uitkomst.get(sleutel);
  if (waarde === undefined) throw new Error('planner: a step left out a traject or jeugdige');
  return waarde;
}
