import { datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewaking,
  type Bewakingsregels,
  dagNa,
  dagVoor,
  naDeDag,
  opDeDag,
  opgeschaald,
  type Termijn,
  termijnVanAfspraak,
} from '@regielijn/termijnen';
import { terugkeerStream } from '../domain/events.js';
import { evolve, type Terugkeer, zonderPartner } from '../domain/state.js';

const BEIDEN = ['casusregie', 'systeemregie'] as const;

/** What was there before this preparation began is there when it begins; what never came, closes with it. */
const geslotenOp = ({ stand, sinds, geopendOp }: Terugkeer, gedaanOp: Instant | null): Instant | null => {
  if (gedaanOp !== null) return gedaanOp < geopendOp ? geopendOp : gedaanOp;
  return stand === 'gesloten' ? sinds : null;
};

/** The lokale team says that it takes part; when it goes on saying nothing, somebody above must look. */
const deelname = (state: Terugkeer, regels: Bewakingsregels): Termijn => {
  const { trajectId, gemeente, gemeenteSinds } = state;
  const { opschaling } = regels.afspraken.TERUGKEER_DEELNAME;
  return termijnVanAfspraak(
    'TERUGKEER_DEELNAME',
    {
      ...{ bij: terugkeerStream(trajectId), nr: `${gemeente} ${gemeenteSinds}`, begin: datumVan(gemeenteSinds) },
      ...{ voor: BEIDEN, geslotenOp: geslotenOp(state, state.deelname?.op ?? null) },
    },
    regels,
    (eind) => [naDeDag(eind), opgeschaald(dagNa(eind, opschaling, regels))],
  );
};

/** When the last levensgebied got a partner, or was found to need none; null: not yet. */
const allePartnersOp = (state: Terugkeer): Instant | null =>
  zonderPartner(state).length > 0
    ? null
    : (state.levensgebieden
        .flatMap(({ sinds }) => sinds ?? [])
        .sort()
        .at(-1) ?? null);

/** So long before the end each levensgebied has a partner who was asked. It moves with the end. */
const partners = (state: Terugkeer, regels: Bewakingsregels): Termijn => {
  const { trajectId, geopendOp, eindeOp } = state;
  const begin = datumVan(geopendOp);
  const laatste = dagVoor(eindeOp, regels.afspraken.TERUGKEER_PARTNERS.vooraf);
  return termijnVanAfspraak(
    'TERUGKEER_PARTNERS',
    {
      ...{ bij: terugkeerStream(trajectId), nr: geopendOp, begin, eind: laatste > begin ? laatste : begin },
      ...{ voor: BEIDEN, geslotenOp: geslotenOp(state, allePartnersOp(state)) },
    },
    regels,
    (eind) => [opDeDag(eind)],
  );
};

/** The terms of a preparation; without an end in sight there are none. */
export const terugkeerTermijnen = (state: Terugkeer, regels: Bewakingsregels): readonly Termijn[] =>
  state.stand === 'ingetrokken' ? [] : [deelname(state, regels), partners(state, regels)];

export const terugkeerBewaking: Bewaking<Terugkeer> = {
  categorie: 'terugkeer',
  evolve,
  termijnen: terugkeerTermijnen,
  jeugdigeVan: ({ jeugdigeId }) => jeugdigeId,
};
