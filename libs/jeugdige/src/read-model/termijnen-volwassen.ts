import {
  type Datum,
  DatumSchema,
  datumVan,
  eersteDagVanKwartaal,
  type Instant,
  type Json,
  plusDagen,
  plusMaanden,
} from '@regielijn/kern';
import {
  type Bewakingsregels,
  dagNa,
  dagVoor,
  type Duur,
  type Moment,
  naDeDag,
  type Termijn,
  type Termijnregels,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from '@regielijn/termijnen';
import { jeugdigeStream } from '../domain/events.js';
import type { Jeugdige } from '../domain/state.js';

const BEIDEN = ['casusregie', 'systeemregie'] as const;
const ACHTTIEN_JAAR = 18 * 12;

const isDatum = (waarde: unknown): waarde is Datum => DatumSchema.safeParse(waarde).success;

/**
 * What these terms know of a geboortedatum: the quarter, as its first day. A signal stands in a log from which nothing
 * is ever removed, and the moment of it tells what it follows from; so nothing here may follow from day or month.
 */
export const geboortekwartaal = (geboortedatum: Json): Json =>
  isDatum(geboortedatum) ? eersteDagVanKwartaal(geboortedatum) : geboortedatum;

interface Kwartaal {
  readonly eerste: Datum;
  readonly laatste: Datum;
}

/** When somebody of this quarter of birth reaches an age in months. */
const bereikt = (geboren: Datum, maanden: number): Kwartaal => {
  const eerste = plusMaanden(geboren, maanden);
  return { eerste, laatste: plusDagen(plusMaanden(eerste, 3), -1) };
};

const inMaanden = ({ aantal, eenheid }: Duur): number => (eenheid === 'jaren' ? 12 * aantal : aantal);
const laatste = (...dagen: readonly Datum[]): Datum => [...dagen].sort().at(-1)!;

/** Since when there is a dossier: nothing is asked of before. */
const sinds = ({ woonplaatsen }: Jeugdige): Datum => datumVan(woonplaatsen[0]!.vanaf);

/** Told while there is time, and when the quarter is over. Who was registered after a warning hears at once. */
const momenten = (state: Jeugdige, kwartaal: Kwartaal, eind: Datum, ...dagen: readonly Datum[]): readonly Moment[] => {
  const begin = sinds(state);
  const nog = dagen.filter((dag) => dag > begin);
  const isGemist = nog.length < dagen.length && begin <= kwartaal.laatste;
  return [...(isGemist ? [begin] : []), ...nog].map((dag) => vooraf(dag)).concat(naDeDag(eind));
};

/** What must be there at an age; a fact closes it, also one of long before. */
const opLeeftijd = (
  state: Jeugdige,
  regels: Termijnregels,
  regel: 'ACHTTIEN' | 'CASUSREGISSEUR_18',
  geslotenOp: Instant | null,
): Termijn => {
  const { leeftijd, vooraf: eerder } = regels.afspraken[regel];
  const kwartaal = bereikt(eersteDagVanKwartaal(state.geboortedatum), inMaanden(leeftijd));
  const waarschuwing = dagVoor(kwartaal.eerste, eerder);
  const begin = laatste(waarschuwing, sinds(state));
  const eind = laatste(kwartaal.laatste, begin);
  return {
    ...termijnVanAfspraak(
      regel,
      { bij: jeugdigeStream(state.jeugdigeId), begin, eind, voor: BEIDEN, geslotenOp },
      regels,
      () => momenten(state, kwartaal, eind, waarschuwing, kwartaal.eerste),
    ),
    opLeeftijd: inMaanden(leeftijd),
  };
};

/** From sixteen on there is a plan on all levensgebieden that norm O3 names, and it is looked at again each half year. */
const toekomstplan = (state: Jeugdige, regels: Bewakingsregels): Termijn => {
  const { leeftijd, termijn, herhaling } = regels.afspraken.TOEKOMSTPLAN;
  const kwartaal = bereikt(eersteDagVanKwartaal(state.geboortedatum), inMaanden(leeftijd));
  const vorige = state.volwassen.toekomstplannen.findLast(({ levensgebieden }) =>
    regels.levensgebieden.every((gebied) => levensgebieden.some((een) => een === gebied)),
  );
  const van = vorige ? datumVan(vorige.op) : sinds(state);
  const eind = laatste(kwartaal.laatste, dagNa(van, vorige ? herhaling : termijn, regels));
  const begin = eind === kwartaal.laatste ? laatste(kwartaal.eerste, sinds(state)) : van;
  const isEerste = vorige === undefined;
  return {
    ...termijnVanAfspraak(
      'TOEKOMSTPLAN',
      { bij: jeugdigeStream(state.jeugdigeId), nr: vorige?.op ?? '', begin, eind, voor: ['casusregie'] },
      regels,
      () => (isEerste ? momenten(state, kwartaal, eind, kwartaal.eerste) : [naDeDag(eind)]),
    ),
    ...(eind === kwartaal.laatste ? { opLeeftijd: inMaanden(leeftijd) } : {}),
  };
};

/**
 * Six months after the eighteenth birthday no machtiging can hold any more (Jeugdwet art. 6.1.2 lid 4 onder d). Asked of
 * whom a machtiging was granted: whether one still holds, another stream knows. One of before the birthday only gets this
 * signal (reading A3).
 */
const machtigingNaAchttien = (state: Jeugdige, regels: Termijnregels): Termijn | null => {
  if (state.regelperioden.length === 0) return null;
  const geboren = eersteDagVanKwartaal(state.geboortedatum);
  const vorm = { bij: jeugdigeStream(state.jeugdigeId), voor: BEIDEN };
  const termijn = termijnVanRegel('D13', { geboortedatum: geboren }, vorm, regels, () => []);
  if (termijn === null) return null;
  const naAchttien = maandenTussen(plusMaanden(geboren, ACHTTIEN_JAAR), termijn.eind);
  const kwartaal = bereikt(geboren, ACHTTIEN_JAAR + naAchttien);
  const waarschuwing = dagVoor(kwartaal.eerste, regels.afspraken.EINDE.termijn);
  const begin = laatste(waarschuwing, sinds(state));
  const eind = laatste(kwartaal.laatste, begin);
  return {
    ...{ ...termijn, begin, eind, opLeeftijd: ACHTTIEN_JAAR + naAchttien },
    momenten: momenten(state, kwartaal, eind, waarschuwing, kwartaal.eerste),
  };
};

/** Both are the first day of a month. */
const maandenTussen = (van: Datum, tot: Datum): number => {
  const [a, b] = [van, tot].map((dag) => 12 * Number(dag.slice(0, 4)) + Number(dag.slice(5, 7)));
  return b! - a!;
};

/**
 * Without a key there is no geboortedatum, and nothing above is watched: the list says so for as long as that lasts. It is
 * told nobody: that a key is not here says something of this installation, and does not belong in a log that travels.
 */
const onleesbaar = (state: Jeugdige, regels: Termijnregels): Termijn => {
  const begin = sinds(state);
  const vorm = { bij: jeugdigeStream(state.jeugdigeId), begin, eind: begin, voor: BEIDEN };
  return { ...termijnVanAfspraak('GEBOORTEDATUM', vorm, regels, () => []), pauzeerbaar: false };
};

/** The terms of getting eighteen. Of the geboortedatum they know the quarter, as the ledger does. */
export const volwassenTermijnen = (state: Jeugdige, regels: Bewakingsregels): readonly Termijn[] => {
  if (!isDatum(state.geboortedatum)) return [onleesbaar(state, regels)];
  const { casusregisseurs, woonplekken } = state.volwassen;
  const woonplek = woonplekken.at(-1);
  return [
    toekomstplan(state, regels),
    opLeeftijd(state, regels, 'CASUSREGISSEUR_18', casusregisseurs.at(-1)?.op ?? null),
    opLeeftijd(state, regels, 'ACHTTIEN', woonplek && woonplek.woont !== null ? woonplek.op : null),
    machtigingNaAchttien(state, regels),
  ].filter((termijn) => termijn !== null);
};
