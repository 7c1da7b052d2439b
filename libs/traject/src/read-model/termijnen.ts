import { evolve, type Traject } from '../domain/state.js';
import { type Bewaking, type Bewakingsregels, type Termijn } from '@regielijn/termijnen';
import { hulpTermijnen } from './termijnen-hulp.js';
import { maatregelTermijnen } from './termijnen-maatregelen.js';
import { nazorgTermijnen } from './termijnen-nazorg.js';
import { onderwijsTermijnen } from './termijnen-onderwijs.js';
import { verblijfTermijnen } from './termijnen-verblijf.js';

/** The terms of a traject that is not closed. */
export const trajectTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] =>
  state.status === 'afgesloten'
    ? []
    : [hulpTermijnen, verblijfTermijnen, onderwijsTermijnen, maatregelTermijnen, nazorgTermijnen].flatMap((van) =>
        van(state, regels),
      );

export const trajectBewaking: Bewaking<Traject> = {
  categorie: 'traject',
  evolve,
  termijnen: trajectTermijnen,
  jeugdigeVan: ({ jeugdigeId }) => jeugdigeId,
};
