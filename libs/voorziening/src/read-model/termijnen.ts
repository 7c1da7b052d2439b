import { datumVan } from '@regielijn/kern';
import { type Bewaking, type Termijn, type Termijnregels, termijnVanAfspraak } from '@regielijn/termijnen';
import { evolve, type Voorziening } from '../domain/state.js';

/** A plek that is kept for a traject is given free at the moment that was agreed; another jeugdige may wait for it. */
const vastgehouden = ({ voorzieningId, reserveringen }: Voorziening, regels: Termijnregels): readonly Termijn[] =>
  reserveringen.map(({ reserveringId, geldigTot }) => {
    const dag = datumVan(geldigTot);
    const opdracht = {
      ...{ naam: 'voorziening.geef-reservering-vrij', geldigOp: geldigTot },
      invoer: { voorzieningId, reserveringId },
    };
    const vorm = { bij: reserveringId, begin: dag, eind: dag, voor: [] };
    const termijn = termijnVanAfspraak('RESERVERING', vorm, regels, () => [
      { soort: 'verstreken', op: geldigTot, opdracht },
    ]);
    return { ...termijn, pauzeerbaar: false };
  });

/** Who is opgenomen without an open plek needs one at once: the aanbieder hears of it. */
const zonderOpenPlek = (
  { voorzieningId, aanbieder, zonderPlek }: Voorziening,
  regels: Termijnregels,
): readonly Termijn[] =>
  zonderPlek.map(({ trajectId, sinds }) => {
    const dag = datumVan(sinds);
    const vorm = { bij: voorzieningId, nr: `${trajectId} ${sinds}`, begin: dag, eind: dag };
    const termijn = termijnVanAfspraak('ZONDER_PLEK', { ...vorm, voor: [{ organisatie: aanbieder }] }, regels, () => [
      { soort: 'verstreken', op: sinds, opdracht: null },
    ]);
    return { ...termijn, pauzeerbaar: false };
  });

export const voorzieningTermijnen = (stand: Voorziening, regels: Termijnregels): readonly Termijn[] => [
  ...vastgehouden(stand, regels),
  ...zonderOpenPlek(stand, regels),
];

export const voorzieningBewaking: Bewaking<Voorziening> = {
  categorie: 'voorziening',
  evolve,
  termijnen: voorzieningTermijnen,
  jeugdigeVan: () => null,
};
