import { type Datum, datumVan } from '@regielijn/kern';
import { type Bewakingsregels, type Moment, naDeDag, type Termijn, termijnVanRegel } from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { Traject } from '../domain/state.js';
import type { Maatregel } from '../domain/zorg/state.js';

const CASUSREGIE = ['casusregie'] as const;
const INSLUITING = 'insluiting';
/** How many half years ahead the overviews are named; a verblijf that lasts longer has its next ones by then. */
const HALVE_JAREN = 6;

const opMoment = (soort: Moment['soort'], op: string): Moment => ({ soort, op, opdracht: null });

/** How long one measure may last. Source: Jeugdwet art. 6.3.1.2 lid 4 and 5, art. 6.3.2.2 lid 3. */
const duur = (trajectId: string, maatregel: Maatregel, regels: Bewakingsregels): Termijn | null => {
  const { maatregelId, begonnenOp, geeindigdOp, inPlan, toestemmingOp, verlengingen } = maatregel;
  const isInsluiting = maatregel.maatregel === INSLUITING;
  if (inPlan && !isInsluiting) return null;
  return termijnVanRegel(
    isInsluiting ? 'D17' : 'D16',
    {
      start: begonnenOp,
      ...(isInsluiting && verlengingen > 0 ? { verlengingen, verlengdDoor: 'gedragswetenschapper' } : {}),
    },
    { bij: trajectStream(trajectId), nr: maatregelId, voor: CASUSREGIE, geslotenOp: geeindigdOp },
    regels,
    ({ eindMoment, toestemmingNa, laatste }) => [
      toestemmingNa !== undefined && toestemmingOp === null ? opMoment('vooraf', toestemmingNa) : null,
      eindMoment === undefined ? naDeDag(laatste) : opMoment('verstreken', eindMoment),
    ],
  );
};

/** Half-yearly overviews of measures, to who must have them, as long as the verblijf goes on. Source: Jeugdwet art. 6.7.1 and 6.7.3. */
const overzichten = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => {
  const eerste = state.zorg.maatregelen.map(({ begonnenOp }) => begonnenOp).sort()[0];
  if (eerste === undefined || state.status !== 'verblijf') return [];
  const termijnen: Termijn[] = [];
  let vorige: Datum = datumVan(eerste);
  for (let nr = 1; nr <= HALVE_JAREN; nr += 1) {
    const termijn = termijnVanRegel(
      'D21',
      { vorige, aan: 'gi_ouders' },
      { bij: trajectStream(state.trajectId), nr, voor: CASUSREGIE },
      regels,
      ({ laatste }) => [naDeDag(laatste)],
    );
    if (termijn === null) break;
    termijnen.push({ ...termijn, begin: vorige });
    vorige = termijn.eind;
  }
  return termijnen;
};

/** The terms of vrijheidsbeperkende maatregelen. */
export const maatregelTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => [
  ...state.zorg.maatregelen.flatMap((maatregel) => duur(state.trajectId, maatregel, regels) ?? []),
  ...overzichten(state, regels),
];
