import { datumVan, isBinnenKantoortijd, isWerkdag, leeftijdOp, plusDagen, type Regios } from '@regielijn/kern';
import { Temporal } from 'temporal-polyfill';
import type { DemoPlan, GeplandeJeugdige, GeplandeVoorziening, GeplandTraject } from './demo-plan.js';
import type { DemoTargets } from './targets.js';

const KANTOORTIJD = { van: '09:00', tot: '17:00' };
const UUR = 3_600_000;

const urenTussen = (van: string, tot: string): number => (Date.parse(tot) - Date.parse(van)) / UUR;

/** What in a plan could not have happened, or not in this landsdeel and these years. Empty when all is well. */
export function schendingen(plan: DemoPlan, targets: DemoTargets, regios: Regios): string[] {
  const groepen = new Map(plan.voorzieningen.map((voorziening) => [voorziening.key, voorziening]));
  return [
    ...plan.jeugdigen.flatMap((jeugdige) => [
      ...herkomstSchendingen(jeugdige, targets, regios),
      ...volgordeSchendingen(jeugdige),
      ...jeugdige.trajecten.flatMap((traject) => [
        ...opnameSchendingen(jeugdige, traject, targets),
        ...verblijfSchendingen(groepen, traject),
        ...eindeSchendingen(traject, targets),
        ...afwezigheidSchendingen(traject, targets),
      ]),
    ]),
    ...plekSchendingen(plan),
    ...sleutelSchendingen(plan),
  ];
}

function herkomstSchendingen({ key, regio, herkomstGemeente }: GeplandeJeugdige, targets: DemoTargets, regios: Regios) {
  const landsdeel = regios.landsdelen.find(({ id }) => id === targets.landsdeel);
  const klopt =
    'code' in herkomstGemeente
      ? landsdeel?.regios.some(
          ({ id, gemeenten }) => id === regio && gemeenten.some(({ code }) => code === herkomstGemeente.code),
        )
      : regio === 'overig' && landsdeel?.overig.redenen.includes(herkomstGemeente.overig);
  return klopt ? [] : [`${key}: gemeente hoort niet bij de regio`];
}

function volgordeSchendingen({ trajecten }: GeplandeJeugdige): string[] {
  return trajecten
    .filter(({ aanmeldingOp }, index) => aanmeldingOp <= (trajecten[index - 1]?.eindigtOp ?? ''))
    .map(({ key }) => `${key}: begint voor het einde van het vorige traject`);
}

function opnameSchendingen(
  { geboortedatum }: GeplandeJeugdige,
  traject: GeplandTraject,
  targets: DemoTargets,
): string[] {
  const { key, urgentie, aanmeldingOp, verblijven } = traject;
  const opname = verblijven[0]?.van ?? '';
  const leeftijd = leeftijdOp(geboortedatum, datumVan(opname));
  const dagenGewacht = urenTussen(aanmeldingOp, opname) / 24;
  const opKantoor = (moment: string): boolean =>
    isWerkdag(datumVan(moment)) && isBinnenKantoortijd(moment, KANTOORTIJD);
  return [
    ...(leeftijd < 12 || leeftijd > 17 ? [`${key}: ${leeftijd} jaar bij opname`] : []),
    ...(datumVan(opname) >= `${targets.jaar + 1}-01-01` ? [`${key}: opname na het jaar`] : []),
    ...(urgentie === 'regulier' && ![aanmeldingOp, opname].every(opKantoor)
      ? [`${key}: regulier buiten kantoortijd`]
      : []),
    ...(urgentie === 'regulier' && (dagenGewacht < 6 || dagenGewacht > 57)
      ? [`${key}: regulier wacht ${dagenGewacht}`]
      : []),
    ...(urgentie !== 'regulier' && (dagenGewacht <= 0 || dagenGewacht > 3.1)
      ? [`${key}: spoed wacht ${dagenGewacht}`]
      : []),
  ];
}

function verblijfSchendingen(
  groepen: ReadonlyMap<string, GeplandeVoorziening>,
  { key, verblijven, eindigtOp }: GeplandTraject,
): string[] {
  return verblijven.flatMap(({ voorziening, van, tot }, index) => {
    const volgende = verblijven[index + 1];
    const groep = groepen.get(voorziening);
    const open = groep && datumVan(van) >= groep.geopendOp && datumVan(tot) < groep.geslotenOp;
    return [
      ...(van < tot ? [] : [`${key}: verblijf zonder duur`]),
      ...(tot === (volgende?.van ?? eindigtOp) ? [] : [`${key}: verblijven sluiten niet aan`]),
      ...(voorziening === volgende?.voorziening ? [`${key}: overplaatsing naar dezelfde groep`] : []),
      ...(open ? [] : [`${key}: groep is niet open`]),
    ];
  });
}

function eindeSchendingen({ key, einde, eindigtOp, verblijven }: GeplandTraject, targets: DemoTargets): string[] {
  const telaat =
    datumVan(eindigtOp) > targets.aannames.laatsteUitstroom ? [`${key}: eindigt na de laatste uitstroom`] : [];
  if (einde.soort === 'uitstroom') return telaat;
  const vanaf = Temporal.Instant.from(einde.vanaf).toZonedDateTimeISO('Europe/Amsterdam');
  const drempel = vanaf.add({ days: targets.onttrekking.drempelDagen }).toInstant();
  return [
    ...telaat,
    ...(Temporal.Instant.compare(drempel, eindigtOp) === 0 ? [] : [`${key}: einde ligt niet op de drempel`]),
    ...(einde.vanaf > (verblijven.at(-1)?.van ?? '') ? [] : [`${key}: overplaatsing tijdens onttrekking`]),
  ];
}

function afwezigheidSchendingen(traject: GeplandTraject, { onttrekking }: DemoTargets): string[] {
  const { key, korteOnttrekkingen, verblijven, einde, eindigtOp } = traject;
  const uiterlijk = einde.soort === 'onttrekking' ? einde.vanaf : eindigtOp;
  return korteOnttrekkingen
    .filter(
      ({ van, tot }) =>
        van >= tot ||
        datumVan(tot) >= plusDagen(datumVan(van), onttrekking.drempelDagen) ||
        tot >= uiterlijk ||
        !verblijven.some((verblijf) => verblijf.van < van && tot < verblijf.tot),
    )
    .map(({ van }) => `${key}: korte onttrekking op ${van} past niet`);
}

/** At the start of every verblijf, counts who is in that group. */
function plekSchendingen({ jeugdigen, voorzieningen }: DemoPlan): string[] {
  const verblijven = jeugdigen.flatMap(({ trajecten }) => trajecten.flatMap((traject) => traject.verblijven));
  return voorzieningen.flatMap(({ key, plekken }) => {
    const eigen = verblijven.filter(({ voorziening }) => voorziening === key);
    const hoogste = Math.max(
      ...eigen.map(({ van }) => eigen.filter((ander) => ander.van <= van && van < ander.tot).length),
    );
    return hoogste > plekken ? [`${key}: ${hoogste} jeugdigen op ${plekken} plekken`] : [];
  });
}

function sleutelSchendingen({ jeugdigen, voorzieningen }: DemoPlan): string[] {
  const sleutels = [
    ...voorzieningen.map(({ key }) => key),
    ...jeugdigen.flatMap(({ key, trajecten }) => [key, ...trajecten.map((traject) => traject.key)]),
  ];
  return new Set(sleutels).size === sleutels.length ? [] : ['een key komt tweemaal voor'];
}
