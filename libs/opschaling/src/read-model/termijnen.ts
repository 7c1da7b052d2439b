import { datumVan } from '@regielijn/kern';
import {
  type Bewaking,
  type Bewakingsregels,
  dagNa,
  type Duur,
  type Moment,
  naDeDag,
  type Termijn,
  termijnVanAfspraak,
} from '@regielijn/termijnen';
import { opschalingStream } from '../domain/events.js';
import { evolve, type Opschaling, type OpschalingStand } from '../domain/state.js';

type OpenStand = Exclude<OpschalingStand, 'afgesloten'>;

/** Whose turn it is, and how long they have. */
const termijnBij = (stand: OpenStand, { ladder, trede }: Opschaling, { ladders }: Bewakingsregels) => {
  const regels = ladders.find(({ id }) => id === ladder)!;
  const { aannemen, antwoorden } = regels.treden.find(({ id }) => id === trede)!;
  const perStand: Readonly<Record<OpenStand, readonly [Parameters<typeof termijnVanAfspraak>[0], Duur]>> = {
    gevraagd: ['OPSCHALING_AANNEMEN', aannemen],
    aangenomen: ['OPSCHALING_ANTWOORD', antwoorden],
    teruggegeven: ['OPSCHALING_VERVOLG', regels.vervolg],
    beantwoord: ['OPSCHALING_VERVOLG', regels.vervolg],
  };
  return perStand[stand];
};

/** Told when the term is over; when another such term passes in silence, it goes to the next trede by itself. */
export const opschalingTermijnen = (state: Opschaling, regels: Bewakingsregels): readonly Termijn[] => {
  const { opschalingId, vraagsteller, organisatie, trede, stand, sinds } = state;
  if (stand === 'afgesloten') return [];
  const [afspraak, duur] = termijnBij(stand, state, regels);
  const begin = datumVan(sinds);
  const verder = (eind: string): Moment => {
    const { op } = naDeDag(dagNa(eind, duur, regels));
    const invoer = { opschalingId, trede, sinds };
    return { soort: 'opgeschaald', op, opdracht: { naam: 'opschaling.laat-opschalen', invoer, geldigOp: op } };
  };
  return [
    termijnVanAfspraak(
      afspraak,
      {
        ...{ bij: opschalingStream(opschalingId), nr: `${stand} ${trede} ${sinds}`, begin },
        eind: dagNa(begin, duur, regels),
        voor: ['casusregie', ...[vraagsteller, organisatie].flatMap((naam) => (naam ? [{ organisatie: naam }] : []))],
      },
      regels,
      // Who has an answer decides what becomes of it.
      (eind) => [naDeDag(eind), stand === 'beantwoord' ? null : verder(eind)],
    ),
  ];
};

export const opschalingBewaking: Bewaking<Opschaling> = {
  categorie: 'opschaling',
  evolve,
  termijnen: opschalingTermijnen,
  jeugdigeVan: ({ jeugdigeId }) => jeugdigeId,
};
