import { datumVan } from '@regielijn/kern';
import { type Bewaking, naDeDag, type Termijn, type Termijnregels, termijnVanAfspraak } from '@regielijn/termijnen';
import { evolve, type Review, type ReviewState } from '../domain/state.js';

/**
 * What an organisation agreed to do, by a day. An actie that is not done when its review closes is a term of the next one,
 * which begins with it: the same term, so what was told of it is not told again.
 */
const acties = ({ acties: alle, geopendOp, gesloten }: Review, regels: Termijnregels): readonly Termijn[] =>
  Object.entries(alle)
    .filter(([, { afgerondOp }]) => afgerondOp !== null || gesloten === null)
    .map(([actieId, { eigenaar, uiterlijk, afgerondOp: geslotenOp }]) => {
      // Of one that was taken over the last day may be over already.
      const begin = [datumVan(geopendOp), uiterlijk].sort()[0]!;
      const vorm = { bij: actieId, begin, eind: uiterlijk, voor: [{ organisatie: eigenaar }], geslotenOp };
      const termijn = termijnVanAfspraak('ACTIE', vorm, regels, (eind) => [naDeDag(eind)]);
      return { ...termijn, pauzeerbaar: false };
    });

export const reviewBewaking: Bewaking<ReviewState> = {
  categorie: 'kwartaalreview',
  evolve: (stand, event) => evolve(stand, event),
  termijnen: (stand, regels) => (stand === null ? [] : acties(stand, regels)),
  jeugdigeVan: () => null,
};
