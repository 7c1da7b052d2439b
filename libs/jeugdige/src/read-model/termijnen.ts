import { datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewaking,
  type Bewakingsregels,
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
import { regiekloof } from '../domain/regie/regiekloof.js';
import { evolve, type Jeugdige, jeugdigeVan, type JeugdigeState } from '../domain/state.js';
import { geboortekwartaal, volwassenTermijnen } from './termijnen-volwassen.js';

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
  // The ledger itself adds the days that the term stood still.
  const { overdrachtId, van, aan, aangebodenOp, aangebodenTot: geldigTot } = overdracht;
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

/** Later than any day that somebody may enter. */
const HORIZON = '2199-12-31';

/**
 * By the regieregel somebody else should hold casusregie, and it is not on offer. Whoever holds it has this long to offer
 * it with care; then it is offered by itself, so that it never falls between two chairs.
 */
const regiekloofTermijn = (state: Jeugdige, regels: Termijnregels): Termijn | null => {
  const kloof = regiekloof(state, HORIZON).at(-1);
  if (kloof === undefined || state.overdracht !== null) return null;
  // Closed by who took over; the rule may also close it on a day to come, and until then it is open.
  const overname = state.casusregie.find(({ vanaf }) => datumVan(vanaf) === kloof.tot);
  const { jeugdigeId } = state;
  // After a refusal the time begins anew: the giver has heard what was missing.
  const vorige = state.nietOvergenomen.at(-1);
  const begin = vorige && datumVan(vorige.op) > kloof.vanaf ? datumVan(vorige.op) : kloof.vanaf;
  const termijn = termijnVanAfspraak(
    'REGIEKLOOF',
    {
      ...{ bij: jeugdigeStream(jeugdigeId), nr: `${kloof.vanaf} ${vorige?.overdrachtId ?? ''}`, begin, voor: BEIDEN },
      geslotenOp: overname?.vanaf ?? null,
    },
    regels,
    (eind) => {
      const moment = naDeDag(eind);
      const opdracht = { naam: 'jeugdige.bied-aan-volgens-regel', invoer: { jeugdigeId }, geldigOp: moment.op };
      return [{ ...moment, opdracht }];
    },
  );
  return kloof.tot !== null && !overname && kloof.tot <= termijn.eind ? null : termijn;
};

/** Casusregie that was taken over, or that somebody left: from then on somebody must be named. */
const niemandAangewezen = (state: Jeugdige, regels: Termijnregels): Termijn | null => {
  const lijn = metMedewerkers(state, 'casusregie');
  const sinds = zonderMedewerkerSinds(lijn);
  // Before a first handover the lokale team need not say who it is, wherever the jeugdige moves.
  const isNooitBenoemd = lijn.every(({ houder, medewerker }) => houder.soort === 'gemeente' && medewerker === null);
  if (sinds === null || isNooitBenoemd) return null;
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
export const jeugdigeTermijnen = (stand: JeugdigeState, regels: Bewakingsregels): readonly Termijn[] => {
  const state = jeugdigeVan(stand);
  if (state?.status !== 'open' || state.opgegaanIn !== null) return [];
  return [aanbod, regiekloofTermijn, niemandAangewezen, afstemming, jim, adviezen, volwassenTermijnen].flatMap(
    (van) => van(state, regels) ?? [],
  );
};

export const jeugdigeBewaking: Bewaking<JeugdigeState> = {
  categorie: 'jeugdige',
  // The quarter of birth stands in the ledger in the clear: it goes when the key goes.
  evolve: (stand, event) => {
    const daarna = evolve(stand, event);
    return daarna?.status === 'vernietigd' ? null : daarna;
  },
  leest: { geboortedatum: geboortekwartaal },
  termijnen: jeugdigeTermijnen,
  jeugdigeVan: (stand) => stand?.jeugdigeId ?? null,
};
