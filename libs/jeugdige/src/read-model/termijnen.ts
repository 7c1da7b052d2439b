import { datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewaking,
  dagNa,
  type Moment,
  naDeDag,
  opgeschaald,
  type Termijn,
  type Termijnregels,
  termijnVanAfspraak,
  termijnVanRegel,
} from '@regielijn/termijnen';
import { jeugdigeStream } from '../domain/events.js';
import { casusregieNu, metMedewerkers, zonderMedewerkerSinds } from '../domain/regie/lijnen.js';
import { evolve, type Jeugdige, jeugdigeVan, type JeugdigeState } from '../domain/state.js';

const BEIDEN = ['casusregie', 'systeemregie'] as const;

/** An offer lapses at its own moment; until then the giver stays accountable, and after it somebody above must look. */
const vervalt = ({ jeugdigeId }: Jeugdige, overdrachtId: string, geldigTot: Instant): Moment => ({
  ...{ soort: 'opgeschaald', op: geldigTot },
  opdracht: {
    naam: 'jeugdige.laat-regieoverdracht-verlopen',
    invoer: { jeugdigeId, overdrachtId },
    geldigOp: geldigTot,
  },
});

const aanbod = (state: Jeugdige, regels: Termijnregels): Termijn | null => {
  const { overdracht, jeugdigeId } = state;
  if (overdracht === null) return null;
  const { overdrachtId, van, aan, aangebodenOp, geldigTot } = overdracht;
  const voor = [van, aan].map(({ organisatie }) => ({ organisatie }));
  return termijnVanRegel(
    'OVD',
    { start: aangebodenOp },
    { bij: jeugdigeStream(jeugdigeId), nr: overdrachtId, voor },
    regels,
    ({ laatste }) => [
      naDeDag(laatste).op < geldigTot ? naDeDag(laatste) : null,
      vervalt(state, overdrachtId, geldigTot),
    ],
  );
};

/** Casusregie that was taken over, or that somebody left: from then on somebody must be named. */
const niemandAangewezen = (state: Jeugdige, regels: Termijnregels): Termijn | null => {
  const lijn = metMedewerkers(state, 'casusregie');
  const sinds = zonderMedewerkerSinds(lijn);
  // Before a first handover the lokale team need not say who it is.
  if (sinds === null || lijn.length === 1) return null;
  return termijnVanAfspraak(
    'NIEMAND',
    { bij: jeugdigeStream(state.jeugdigeId), nr: sinds, begin: datumVan(sinds), voor: ['casusregie'] },
    regels,
    (eind) => [naDeDag(eind)],
  );
};

/** As long as a GI holds casusregie it keeps in touch with the gemeente. */
const afstemming = (state: Jeugdige, regels: Termijnregels): Termijn | null => {
  const { houder, vanaf } = casusregieNu(state);
  if (houder.soort !== 'GI') return null;
  const { AFSTEMMING } = regels.afspraken;
  const vorige = state.afstemming !== null && state.afstemming.op >= vanaf ? state.afstemming : null;
  const begin = datumVan(vorige?.op ?? vanaf);
  return termijnVanAfspraak(
    'AFSTEMMING',
    {
      ...{ bij: jeugdigeStream(state.jeugdigeId), nr: vorige?.op ?? vanaf, voor: BEIDEN },
      ...{ begin, eind: vorige?.volgendeOp ?? dagNa(begin, AFSTEMMING.termijn, regels) },
    },
    regels,
    (eind) => [naDeDag(eind), opgeschaald(dagNa(eind, AFSTEMMING.opschaling, regels))],
  );
};

/** The search for a JIM goes on on the agreed day; who was asked owes an answer. */
const jim = ({ jim: stand, jeugdigeId }: Jeugdige, regels: Termijnregels): Termijn | null => {
  const { status, sinds, volgendeOp } = stand;
  if (sinds === null) return null;
  const wacht = status === 'gevraagd' || (volgendeOp !== null && (status === 'zoekend' || status === 'geweigerd'));
  if (!wacht) return null;
  const begin = datumVan(stand.laatsteStap?.op ?? sinds);
  return termijnVanAfspraak(
    'JIM',
    {
      ...{ bij: jeugdigeStream(jeugdigeId), nr: `${status} ${begin}`, begin, voor: ['casusregie'] },
      ...(volgendeOp === null ? {} : { eind: volgendeOp }),
    },
    regels,
    (eind) => [naDeDag(eind)],
  );
};

/** Who was asked for advice answers by the agreed day, or in the time that is usual. */
const adviezen = ({ jeugdigeId, verslag }: Jeugdige, regels: Termijnregels): readonly Termijn[] =>
  verslag.adviezen.map(({ adviesId, organisatie, gevraagdOp, uiterlijk, gegevenOp }) =>
    termijnVanAfspraak(
      'ADVIES',
      {
        ...{ bij: jeugdigeStream(jeugdigeId), nr: adviesId, begin: datumVan(gevraagdOp), geslotenOp: gegevenOp },
        ...(uiterlijk === null ? {} : { eind: uiterlijk }),
        voor: ['casusregie', ...(organisatie === null ? [] : [{ organisatie }])],
      },
      regels,
      (eind) => [naDeDag(eind)],
    ),
  );

/** The terms of a dossier that is open, and goes on in itself. */
export const jeugdigeTermijnen = (stand: JeugdigeState, regels: Termijnregels): readonly Termijn[] => {
  const state = jeugdigeVan(stand);
  if (state?.status !== 'open' || state.opgegaanIn !== null) return [];
  return [aanbod, niemandAangewezen, afstemming, jim, adviezen].flatMap((van) => van(state, regels) ?? []);
};

export const jeugdigeBewaking: Bewaking<JeugdigeState> = {
  categorie: 'jeugdige',
  evolve: (stand, event) => evolve(stand, event),
  termijnen: jeugdigeTermijnen,
  jeugdigeVan: (stand) => stand?.jeugdigeId ?? null,
};
