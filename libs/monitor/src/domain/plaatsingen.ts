import { beginVan, type Datum, datumVan, type Instant, OVERIG, plusMaanden, type RegioIndeling } from '@regielijn/kern';

/** What a traject contributes to the figures: codes and moments, no personal data. */
export interface TrajectFeit {
  /** The same for all dossiers of one jeugdige. */
  readonly jeugdigeId: string;
  readonly regio: string;
  readonly gemeentecode: string | null;
  readonly urgentie: string;
  readonly herkomst: string;
  readonly leeftijd: number;
  readonly opnameOp: Instant;
  readonly overplaatsingen: readonly Instant[];
  readonly eindeOp: Instant | null;
  readonly einde: 'uitstroom' | 'onttrekking' | null;
  readonly bestemming: string | null;
}

/**
 * What counts as a plaatsing.
 * - `jbwest`: an opname that starts a traject (Jaarrapportage plaatsingscoördinatie Zuid West, JB West)
 * - `jzn`: that, and every overplaatsing (Factsheet JeugdzorgPlus, Jeugdzorg Nederland)
 */
export type Definitie = 'jbwest' | 'jzn';

export interface Aandeel {
  readonly teller: number;
  readonly noemer: number;
  /** Whole percent, half up; null when there is nothing to divide by. */
  readonly procent: number | null;
}

export const aandeel = (teller: number, noemer: number): Aandeel => ({
  teller,
  noemer,
  procent: noemer === 0 ? null : Math.floor((teller * 100) / noemer + 0.5),
});

type Soort = 'nieuw' | 'hernieuwd' | 'hernieuwdNaOnttrekking';

const tel = <T>(lijst: readonly T[], test: (waarde: T) => boolean): number => lijst.filter(test).length;

/** From history alone: no earlier traject is new; after an onttrekking past its threshold is a kind of its own. */
const soortVan = (traject: TrajectFeit, trajecten: readonly TrajectFeit[]): Soort => {
  const vorige = trajecten.filter(({ opnameOp }) => opnameOp < traject.opnameOp).at(-1);
  if (!vorige) return 'nieuw';
  return vorige.einde === 'onttrekking' ? 'hernieuwdNaOnttrekking' : 'hernieuwd';
};

const perJeugdige = (trajecten: readonly TrajectFeit[]): ReadonlyMap<string, readonly TrajectFeit[]> => {
  const groepen = new Map<string, TrajectFeit[]>();
  for (const traject of [...trajecten].sort((a, b) => (a.opnameOp < b.opnameOp ? -1 : 1)))
    groepen.set(traject.jeugdigeId, [...(groepen.get(traject.jeugdigeId) ?? []), traject]);
  return groepen;
};

/** Name of each region as published, `overig` last. */
export const regionamen = (indeling: RegioIndeling): readonly { id: string; naam: string }[] => [
  ...indeling.regios,
  { id: OVERIG, naam: OVERIG },
];

const perRegio = (lijst: readonly TrajectFeit[], indeling: RegioIndeling): Record<string, number> =>
  Object.fromEntries(regionamen(indeling).map(({ id, naam }) => [naam, tel(lijst, ({ regio }) => regio === id)]));

/** How many gemeenten had how many plaatsingen, and the counts of those with more than ten. */
const gemeenten = (lijst: readonly TrajectFeit[], indeling: RegioIndeling, op: Datum) => {
  const aantallen = indeling
    .gemeentenOp(op)
    .map(({ code, naam }) => ({ naam, aantal: tel(lijst, ({ gemeentecode }) => gemeentecode === code) }));
  const klasse = (van: number, tot: number): number => tel(aantallen, ({ aantal }) => aantal >= van && aantal <= tot);
  return {
    gemeenteklassen: { '0': klasse(0, 0), '1-5': klasse(1, 5), '6-10': klasse(6, 10), '>10': klasse(11, Infinity) },
    gemeenten: Object.fromEntries(
      aantallen
        .filter(({ aantal }) => aantal > 10)
        .sort((a, b) => b.aantal - a.aantal || a.naam.localeCompare(b.naam))
        .map(({ naam, aantal }) => [naam, aantal]),
    ),
  };
};

/** Longer than twelve calendar months, by Amsterdam days. */
const langerDanJaar = ({ opnameOp, eindeOp }: TrajectFeit): boolean =>
  eindeOp !== null && datumVan(eindeOp) > plusMaanden(datumVan(opnameOp), 12);

const urgentie = (lijst: readonly TrajectFeit[]) => ({
  urgent: tel(lijst, (traject) => traject.urgentie !== 'regulier'),
  waarvanBloedspoed: tel(lijst, (traject) => traject.urgentie === 'bloedspoed'),
  regulier: tel(lijst, (traject) => traject.urgentie === 'regulier'),
});

/** Shares are over the opnames of the year and over the trajecten that ended in it, whatever the definition. */
const aandelen = (
  opnames: readonly TrajectFeit[],
  { nieuw, hernieuwd }: Readonly<Record<Soort, readonly TrajectFeit[]>>,
  geeindigd: readonly TrajectFeit[],
): Record<string, Aandeel> => {
  const deel = (lijst: readonly TrajectFeit[], test: (traject: TrajectFeit) => boolean): Aandeel =>
    aandeel(tel(lijst, test), lijst.length);
  return {
    leeftijd16of17: deel(opnames, ({ leeftijd }) => leeftijd === 16 || leeftijd === 17),
    'herkomst.nieuw.thuis': deel(nieuw, ({ herkomst }) => herkomst === 'thuis'),
    'herkomst.nieuw.openResidentieel': deel(nieuw, ({ herkomst }) => herkomst === 'open_residentieel'),
    'herkomst.hernieuwd.thuis': deel(hernieuwd, ({ herkomst }) => herkomst === 'thuis'),
    'herkomst.hernieuwd.openResidentieel': deel(hernieuwd, ({ herkomst }) => herkomst === 'open_residentieel'),
    duurLangerDan12Maanden: deel(geeindigd, langerDanJaar),
    'uitstroom.residentieelEnkelvoudig': deel(geeindigd, ({ bestemming }) => bestemming === 'residentieel_enkelvoudig'),
    'uitstroom.thuisOfNetwerk': deel(geeindigd, ({ bestemming }) => bestemming === 'thuis_of_netwerk'),
  };
};

const naarSoort = (
  opnames: readonly TrajectFeit[],
  alle: readonly TrajectFeit[],
): Record<Soort, readonly TrajectFeit[]> => {
  const geschiedenis = perJeugdige(alle);
  const metSoort = opnames.map((traject) => ({
    traject,
    soort: soortVan(traject, geschiedenis.get(traject.jeugdigeId)!),
  }));
  const van = (gezocht: Soort): readonly TrajectFeit[] =>
    metSoort.filter(({ soort }) => soort === gezocht).map(({ traject }) => traject);
  return { nieuw: van('nieuw'), hernieuwd: van('hernieuwd'), hernieuwdNaOnttrekking: van('hernieuwdNaOnttrekking') };
};

/** The published tables over one year, from all trajecten of the jeugdigen concerned. */
export const plaatsingen = (
  trajecten: readonly TrajectFeit[],
  jaar: number,
  definitie: Definitie,
  indeling: RegioIndeling,
) => {
  const [begin, eind] = [beginVan(`${jaar}-01-01`), beginVan(`${jaar + 1}-01-01`)];
  const inJaar = (moment: Instant | null): boolean => moment !== null && moment >= begin && moment < eind;
  const opnames = trajecten.filter(({ opnameOp }) => inJaar(opnameOp));
  const overplaatsingen = trajecten.flatMap((traject) => traject.overplaatsingen.filter(inJaar).map(() => traject));
  const geteld = definitie === 'jzn' ? [...opnames, ...overplaatsingen] : opnames;
  const soorten = naarSoort(opnames, trajecten);
  const geeindigd = trajecten.filter(({ eindeOp }) => inJaar(eindeOp));
  return {
    jaar,
    definitie,
    totaal: geteld.length,
    perRegio: perRegio(geteld, indeling),
    urgentie: urgentie(geteld),
    soort: {
      nieuw: soorten.nieuw.length,
      hernieuwd: soorten.hernieuwd.length,
      hernieuwdNaOnttrekking: soorten.hernieuwdNaOnttrekking.length,
      ...(definitie === 'jzn' ? { overplaatsing: overplaatsingen.length } : {}),
    },
    ...gemeenten(geteld, indeling, `${jaar}-12-31`),
    aandelen: aandelen(opnames, soorten, geeindigd),
  };
};
