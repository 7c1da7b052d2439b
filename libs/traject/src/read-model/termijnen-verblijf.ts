import { beginVan, datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewakingsregels,
  dagNa,
  dagVoor,
  naDeDag,
  opDeDag,
  type Termijn,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import { lopendOnderwijs } from '../domain/onderwijs/state.js';
import type { TijdensVerblijf, Traject } from '../domain/state.js';

const CASUSREGIE = ['casusregie'] as const;
const BEIDEN = ['casusregie', 'systeemregie'] as const;
type Terms = readonly (Termijn | null)[];

/** The hulpverleningsplan and its evaluations. Source: Jeugdwet art. 6.2.9 lid 2, 8 and 9. */
const plan = (state: TijdensVerblijf, regels: Bewakingsregels): Terms => {
  const bij = trajectStream(state.trajectId);
  const { versies, evaluaties } = state.plannen;
  const vastgesteld = versies.flatMap(({ vastgesteldOp }) => vastgesteldOp ?? []).sort();
  const eerste = vastgesteld[0] ?? null;
  const laatste = evaluaties
    .map(({ geevalueerdOp }) => geevalueerdOp)
    .sort()
    .at(-1);
  return [
    termijnVanRegel(
      'D14',
      { start: datumVan(state.opnameOp) },
      { bij, nr: state.opnameOp, voor: CASUSREGIE, geslotenOp: eerste },
      regels,
      (antwoord) => [naDeDag(antwoord.laatste)],
    ),
    eerste &&
      termijnVanRegel(
        'D15',
        laatste === undefined ? { start: datumVan(eerste) } : { vorigeEvaluatie: datumVan(laatste) },
        { bij, nr: laatste ?? eerste, voor: CASUSREGIE },
        regels,
        (antwoord) => [naDeDag(antwoord.laatste)],
      ),
  ].map((termijn) => termijn || null);
};

/** An opname that could not wait is looked at the next werkdag. Source: Normenkader O4. */
const bespreking = (state: TijdensVerblijf, regels: Bewakingsregels): Terms => [
  state.toeleiding.bloedspoed === null
    ? null
    : termijnVanRegel(
        'O4',
        { start: datumVan(state.opnameOp) },
        { bij: trajectStream(state.trajectId), nr: state.opnameOp, voor: BEIDEN },
        regels,
        ({ laatste }) => [opDeDag(laatste)],
      ),
];

/** Since when there is no onderwijs; null: there is. */
const zonderOnderwijsSinds = ({ onderwijs, opnameOp }: TijdensVerblijf): Instant | null => {
  if (lopendOnderwijs(onderwijs)?.vorm === 'onderwijs') return null;
  const einden = onderwijs.perioden.filter(({ vorm }) => vorm === 'onderwijs').flatMap(({ tot }) => tot ?? []);
  return [opnameOp, ...einden].sort().at(-1)!;
};

/** School: days without, and the day from which the school van herkomst may deregister. */
const onderwijs = (state: TijdensVerblijf, regels: Bewakingsregels): Terms => {
  const bij = trajectStream(state.trajectId);
  const sinds = zonderOnderwijsSinds(state);
  const opname = datumVan(state.opnameOp);
  const { vooraf: eerder } = regels.afspraken.UITSCHRIJVING;
  return [
    sinds &&
      termijnVanAfspraak(
        'ZONDER_ONDERWIJS',
        { bij, nr: sinds, begin: datumVan(sinds), voor: CASUSREGIE },
        regels,
        (eind) => [naDeDag(eind)],
      ),
    termijnVanAfspraak(
      'UITSCHRIJVING',
      {
        bij,
        nr: state.opnameOp,
        begin: opname,
        voor: CASUSREGIE,
        geslotenOp: state.onderwijs.uitgeschreven?.op ?? null,
      },
      regels,
      (eind) => [vooraf(dagVoor(eind, eerder)), opDeDag(eind)],
    ),
  ].map((termijn) => termijn || null);
};

/** Ready, and no place to go. */
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
    ...(state.status === 'verblijf' ? [plan, bespreking, onderwijs, klaar].flatMap((van) => van(state, regels)) : []),
    ...eenJaarLater(state, regels),
  ].filter((termijn) => termijn !== null);
