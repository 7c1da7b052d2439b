import { datumVan } from '@regielijn/kern';
import { type Bewaking, type Termijn, type Termijnregels, termijnVanAfspraak } from '@regielijn/termijnen';
import { evolve, type Voorziening } from '../domain/state.js';

/** A plek that is kept for a traject is given free at the moment that was agreed. */
export const voorzieningTermijnen = (
  { voorzieningId, reserveringen }: Voorziening,
  regels: Termijnregels,
): readonly Termijn[] =>
  reserveringen.map(({ reserveringId, geldigTot }) => {
    const dag = datumVan(geldigTot);
    const opdracht = {
      ...{ naam: 'voorziening.geef-reservering-vrij', geldigOp: geldigTot },
      invoer: { voorzieningId, reserveringId },
    };
    return termijnVanAfspraak('RESERVERING', { bij: reserveringId, begin: dag, eind: dag, voor: [] }, regels, () => [
      { soort: 'verstreken', op: geldigTot, opdracht },
    ]);
  });

export const voorzieningBewaking: Bewaking<Voorziening> = {
  categorie: 'voorziening',
  evolve,
  termijnen: voorzieningTermijnen,
  jeugdigeVan: () => null,
};
