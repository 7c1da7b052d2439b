import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewakingsregels,
  dagVoor,
  naDeDag,
  type Termijn,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { Traject } from '../domain/state.js';
import type { Medewerker } from '../domain/zorg/state.js';
import { metToets } from './toets-norm.js';

const CASUSREGIE = ['casusregie'] as const;

/** When help began, with an opname or without; null: not yet. */
const beginVanHulp = (state: Traject): Instant | null => {
  if ('opnameOp' in state) return state.opnameOp;
  return 'hulp' in state ? state.hulp.vanaf : null;
};

/** Norm B4: who waits for help, waits no longer than agreed. */
const wachten = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => {
  const { keuze } = state.toeleiding;
  if (keuze === null) return [];
  const begin = datumVan(keuze.gekozenOp);
  return [
    termijnVanAfspraak(
      'B4',
      {
        ...{ bij: trajectStream(state.trajectId), nr: keuze.gekozenOp, begin, voor: CASUSREGIE },
        geslotenOp: beginVanHulp(state),
      },
      regels,
      (eind) => [metToets(naDeDag(eind), state.trajectId, 'B4')],
    ),
  ];
};

/** Norm O3: the perspectief is clear; what is asked of one levensgebied depends on an age that is not known here. */
const isPerspectiefBekend = ({ plannen }: Traject, { levensgebieden }: Bewakingsregels): boolean =>
  levensgebieden.every((gebied) => gebied === 'inkomen' || plannen.perspectieven.some((bekend) => bekend === gebied));

/** Norms O3 and B3, from the day on which help began. Their check comes in any case; the warning only where it helps. */
const normenVanHulp = (state: Traject, regels: Bewakingsregels): readonly (Termijn | null)[] => {
  const begin = beginVanHulp(state);
  if (begin === null || 'eindeOp' in state) return [];
  const { trajectId } = state;
  const vorm = { bij: trajectStream(trajectId), nr: begin, voor: CASUSREGIE };
  const feiten = { start: datumVan(begin) };
  return [
    'opnameOp' in state
      ? termijnVanRegel('O3', feiten, vorm, regels, ({ laatste, waarschuwing }) => [
          isPerspectiefBekend(state, regels) ? null : vooraf(waarschuwing!),
          metToets(naDeDag(laatste), trajectId, 'O3'),
        ])
      : null,
    termijnVanRegel('B3', feiten, vorm, regels, ({ laatste }) => [metToets(naDeDag(laatste), trajectId, 'B3')]),
  ];
};

/** Norm B5: a registration that ends while somebody is at work. */
const registratie = (
  { trajectId }: Traject,
  { medewerker, geldigTot, inzetTot, vanaf }: Medewerker,
  regels: Bewakingsregels,
): readonly Termijn[] => {
  if (geldigTot === null || (inzetTot !== null && inzetTot <= geldigTot)) return [];
  const begin: Datum = datumVan(vanaf);
  return [
    termijnVanAfspraak(
      'B5',
      { bij: trajectStream(trajectId), nr: medewerker, begin, eind: geldigTot, voor: CASUSREGIE },
      regels,
      (eind) => [
        dagVoor(eind, regels.afspraken.B5.vooraf) > begin ? vooraf(dagVoor(eind, regels.afspraken.B5.vooraf)) : null,
        metToets(naDeDag(eind), trajectId, 'B5'),
      ],
    ),
  ];
};

/** The terms between the choice of help and its end. */
export const hulpTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] =>
  [
    ...wachten(state, regels),
    ...normenVanHulp(state, regels),
    ...('eindeOp' in state ? [] : state.zorg.medewerkers.flatMap((een) => registratie(state, een, regels))),
  ].filter((termijn) => termijn !== null);
