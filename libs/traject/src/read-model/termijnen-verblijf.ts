import { beginVan, datumVan, type Instant, uniek } from '@regielijn/kern';
import {
  type Bewakingsregels,
  dagNa,
  naDeDag,
  opDeDag,
  type Termijn,
  termijnVanAfspraak,
  termijnVanRegel,
} from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { TijdensVerblijf, Traject } from '../domain/state.js';
import { nietVoor } from './niet-voor.js';

const CASUSREGIE = ['casusregie'] as const;
const BEIDEN = ['casusregie', 'systeemregie'] as const;
type Terms = readonly (Termijn | null)[];

/** Each evaluation by the one before it, the first by the plan. Source: Jeugdwet art. 6.2.9 lid 8 and 9. */
const evaluaties = (state: TijdensVerblijf, begin: Instant, regels: Bewakingsregels): Terms =>
  uniek([begin, ...state.plannen.evaluaties.map(({ geevalueerdOp }) => nietVoor(begin, geevalueerdOp)).sort()]).map(
    (sinds, nr, alle) =>
      termijnVanRegel(
        'D15',
        nr === 0 ? { start: datumVan(sinds) } : { vorigeEvaluatie: datumVan(sinds) },
        { bij: trajectStream(state.trajectId), nr: sinds, voor: CASUSREGIE, geslotenOp: alle[nr + 1] ?? null },
        regels,
        ({ laatste }) => [naDeDag(laatste)],
      ),
  );

/** The hulpverleningsplan: one that was there before the opname is there at the opname. Source: Jeugdwet art. 6.2.9 lid 2. */
const plan = (state: TijdensVerblijf, regels: Bewakingsregels): Terms => {
  const { trajectId, opnameOp, plannen } = state;
  const eerste = plannen.versies.flatMap(({ vastgesteldOp }) => vastgesteldOp ?? []).sort()[0];
  const geslotenOp = eerste === undefined ? null : nietVoor(opnameOp, eerste);
  return [
    termijnVanRegel(
      'D14',
      { start: datumVan(opnameOp) },
      { bij: trajectStream(trajectId), nr: opnameOp, voor: CASUSREGIE, geslotenOp },
      regels,
      ({ laatste }) => [naDeDag(laatste)],
    ),
    ...(geslotenOp === null ? [] : evaluaties(state, geslotenOp, regels)),
  ];
};

/** A plaatsing that could not wait is looked at the next werkdag, whatever was found of bloedspoed. Source: Normenkader O4. */
const bespreking = (state: TijdensVerblijf, regels: Bewakingsregels): Terms => {
  const { urgentie, toeleiding, trajectId, opnameOp, zorg } = state;
  const geslotenOp = zorg.spoedBesprokenOp && nietVoor(opnameOp, zorg.spoedBesprokenOp);
  if (urgentie === 'regulier' && toeleiding.bloedspoed?.uitkomst !== 'positief') return [];
  return [
    termijnVanRegel(
      'O4',
      { start: datumVan(opnameOp) },
      { bij: trajectStream(trajectId), nr: opnameOp, voor: BEIDEN, geslotenOp },
      regels,
      ({ laatste }) => [opDeDag(laatste)],
    ),
  ];
};

/** Ready, and still there. */
const klaar = (state: TijdensVerblijf, regels: Bewakingsregels): Terms => {
  const sinds = state.uitstroom.klaar?.sinds;
  if (sinds === undefined) return [];
  return [
    termijnVanAfspraak(
      'KLAAR',
      { bij: trajectStream(state.trajectId), nr: sinds, begin: datumVan(sinds), voor: BEIDEN },
      regels,
      (eind) => [naDeDag(eind)],
    ),
  ];
};

/** Where the jeugdige lives a year after the opname, also when the verblijf has ended. */
const eenJaarLater = (state: Traject, regels: Bewakingsregels): Terms => {
  if (!('opnameOp' in state)) return [];
  const begin = datumVan(state.opnameOp);
  return [
    termijnVanAfspraak(
      'WOONT',
      {
        ...{ bij: trajectStream(state.trajectId), nr: state.opnameOp, begin, voor: CASUSREGIE },
        geslotenOp:
          state.uitstroom.woontNaEenJaar === null
            ? null
            : beginVan(dagNa(begin, regels.afspraken.WOONT.termijn, regels)),
      },
      regels,
      (eind) => [opDeDag(eind)],
    ),
  ];
};

/** The terms of an opname. */
export const verblijfTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] =>
  [
    ...(state.status === 'verblijf' ? [plan, bespreking, klaar].flatMap((van) => van(state, regels)) : []),
    ...eenJaarLater(state, regels),
  ].filter((termijn) => termijn !== null);
