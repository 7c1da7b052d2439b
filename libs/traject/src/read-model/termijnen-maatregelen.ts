import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import { type Bewakingsregels, type Moment, naDeDag, type Termijn, termijnVanRegel } from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { Traject } from '../domain/state.js';
import type { Maatregel } from '../domain/zorg/state.js';

const CASUSREGIE = ['casusregie'] as const;
const INSLUITING = 'insluiting';
/** How many half years ahead the overviews are named; a verblijf that lasts longer has its next ones by then. */
const HALVE_JAREN = 6;

const opMoment = (soort: Moment['soort'], op: string): Moment => ({ soort, op, opdracht: null });

/** When a measure was over; a verblijf or help that ended took its measures along. null: it goes on. */
const voorbijOp = (state: Traject, { begonnenOp, geeindigdOp }: Maatregel): Instant | null => {
  if (geeindigdOp !== null) return geeindigdOp;
  return 'eindeOp' in state && begonnenOp <= state.eindeOp ? state.eindeOp : null;
};

/** How long one measure may last. Source: Jeugdwet art. 6.3.1.2 lid 4 and 5, art. 6.3.2.2 lid 3. */
const duur = (state: Traject, maatregel: Maatregel, regels: Bewakingsregels): Termijn | null => {
  const { maatregelId, begonnenOp, inPlan, toestemmingOp, verlengingen } = maatregel;
  const geslotenOp = voorbijOp(state, maatregel);
  const isInsluiting = maatregel.maatregel === INSLUITING;
  if (inPlan && !isInsluiting) return null;
  return termijnVanRegel(
    isInsluiting ? 'D17' : 'D16',
    {
      start: begonnenOp,
      ...(isInsluiting && verlengingen > 0 ? { verlengingen, verlengdDoor: 'gedragswetenschapper' } : {}),
    },
    { bij: trajectStream(state.trajectId), nr: maatregelId, voor: CASUSREGIE, geslotenOp },
    regels,
    ({ eindMoment, toestemmingNa, laatste }) => [
      toestemmingNa !== undefined && toestemmingOp === null ? opMoment('vooraf', toestemmingNa) : null,
      eindMoment === undefined ? naDeDag(laatste) : opMoment('verstreken', eindMoment),
    ],
  );
};

/**
 * The overviews that are due from one day on, each half a year after the one before; an overview that was given closes all
 * that had begun by then.
 */
const reeks = (
  state: Traject,
  { vanaf, vorig, gegevenOp }: { vanaf: Instant; vorig: Instant | null; gegevenOp: Instant | null },
  regels: Bewakingsregels,
): readonly Termijn[] => {
  const termijnen: Termijn[] = [];
  let vorige: Datum = datumVan(vanaf);
  for (let nr = 1; nr <= HALVE_JAREN; nr += 1) {
    const termijn = termijnVanRegel(
      'D21',
      { vorige, aan: 'gi_ouders' },
      {
        ...{ bij: trajectStream(state.trajectId), nr: vorig === null ? nr : `${vorig} ${nr}`, voor: CASUSREGIE },
        geslotenOp: gegevenOp,
      },
      regels,
      ({ laatste }) => [naDeDag(laatste)],
    );
    if (termijn === null || (nr > 1 && gegevenOp !== null && vorige >= datumVan(gegevenOp))) break;
    termijnen.push({ ...termijn, begin: vorige });
    vorige = termijn.eind;
  }
  return termijnen;
};

/** Half-yearly overviews of measures, to who must have them, as long as the verblijf goes on. Source: Jeugdwet art. 6.7.1 and 6.7.3. */
const overzichten = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => {
  const eerste = state.zorg.maatregelen.map(({ begonnenOp }) => begonnenOp).sort()[0];
  if (eerste === undefined || state.status !== 'verblijf') return [];
  const gegeven = state.zorg.overzichten.filter((op) => op > eerste);
  return [null, ...gegeven].flatMap((vorig, nr) =>
    reeks(state, { vanaf: vorig ?? eerste, vorig, gegevenOp: gegeven[nr] ?? null }, regels),
  );
};

/** The terms of vrijheidsbeperkende maatregelen. */
export const maatregelTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => [
  ...state.zorg.maatregelen.flatMap((maatregel) => duur(state, maatregel, regels) ?? []),
  ...overzichten(state, regels),
];
