import { datumVan } from '@regielijn/kern';
import {
  type Bewaking,
  naDeDag,
  type Termijn,
  type Termijnregels,
  termijnVanAfspraak,
  termijnVanRegel,
} from '@regielijn/termijnen';
import { type Afwijking, evolve, initialState, type NormtoetsState } from '../domain/state.js';

const voor = ['casusregie'] as const;

/** To be motivated; and what was promised then, done. */
const vanAfwijking = (
  id: string,
  { vastgesteldOp, motivering, gemotiveerdOp, hersteldOp }: Afwijking,
  regels: Termijnregels,
): (Termijn | null)[] => [
  termijnVanRegel(
    'MOT',
    { start: datumVan(vastgesteldOp) },
    { bij: id, voor, geslotenOp: gemotiveerdOp },
    regels,
    ({ laatste }) => [naDeDag(laatste)],
  ),
  motivering?.herstelUiterlijk
    ? termijnVanAfspraak(
        'HERSTEL',
        {
          ...{ bij: id, voor, begin: datumVan(motivering.op), eind: motivering.herstelUiterlijk },
          geslotenOp: hersteldOp,
        },
        regels,
        (eind) => [naDeDag(eind)],
      )
    : null,
];

/** In an order of its own: the database keeps none. */
const opVolgorde = ({ afwijkingen }: NormtoetsState): readonly (readonly [string, Afwijking])[] =>
  Object.entries(afwijkingen).sort(([a], [b]) => (a < b ? -1 : 1));

/** The terms of the deviations of a traject that still count. */
export const normtoetsTermijnen = (state: NormtoetsState, regels: Termijnregels): readonly Termijn[] =>
  opVolgorde(state)
    .filter(([, { toestand }]) => toestand !== 'vervallen')
    .flatMap(([id, afwijking]) => vanAfwijking(id, afwijking, regels))
    .filter((termijn) => termijn !== null);

export const normtoetsBewaking: Bewaking<NormtoetsState> = {
  categorie: 'normtoets',
  // The triggers only grow, and no term asks for them.
  evolve: (stand, event) => ({ ...evolve(stand ?? initialState, event), getoetst: [] }),
  termijnen: normtoetsTermijnen,
  jeugdigeVan: (stand) => opVolgorde(stand)[0]?.[1].jeugdigeId ?? null,
};
