import { beginVan, type Datum, datumVan } from '@regielijn/kern';
import {
  type Bewaking,
  dagNa,
  dagVoor,
  naDeDag,
  opDeDag,
  type Opdracht,
  type Termijn,
  type Termijnregels,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from '@regielijn/termijnen';
import { termijnVan } from '../application/machtiging-facts.js';
import type { Eindegrond } from '../domain/einde/events.js';
import { machtigingStream } from '../domain/ids.js';
import {
  eindVan,
  type GevraagdeMelding,
  isVerleend,
  type Machtiging,
  type VerleendeMachtiging,
} from '../domain/stand.js';
import { evolve } from '../domain/state.js';
import { zonderUitvoeringOm } from '../domain/zonder-uitvoering.js';

const CASUSREGIE = ['casusregie'] as const;
const BEIDEN = ['casusregie', 'systeemregie'] as const;

const legEindeVast = ({ machtigingId }: Machtiging, grond: Eindegrond, dag: Datum): Opdracht => ({
  ...{ naam: 'machtiging.leg-einde-vast', invoer: { machtigingId, grond }, geldigOp: beginVan(dag) },
});

const geslotenOp = (state: VerleendeMachtiging): string | null =>
  state.status === 'geeindigd' ? beginVan(state.geeindigdOp) : null;

const regelVanSoort = ({ soort, omgezet, verlenging }: VerleendeMachtiging) => {
  if (soort === 'VMGJ') return omgezet ? 'D9' : verlenging ? 'D4' : 'D3';
  return soort === 'MGJ' ? 'D1' : 'D2';
};

/** Since when a voorwaardelijke machtiging counts as a gewone; undefined: it does not. */
const omgezetOp = ({ omgezet, verloop }: VerleendeMachtiging): Datum | undefined => {
  const beslissing = verloop.find(({ gebeurtenis }) => gebeurtenis === 'opnamebeslissing_genomen');
  return omgezet && beslissing ? datumVan(beslissing.op) : undefined;
};

/** An end that comes in sight: the return is prepared, by whoever follows the help itself. */
const bereidTerugkeerVoor = ({ machtigingId }: Machtiging, dag: Datum): Opdracht => ({
  ...{ naam: 'terugkeer.bereid-voor', invoer: { machtigingId }, geldigOp: beginVan(dag) },
});

/**
 * Until when it holds. The day of the beschikking is the truth; the law's own maximum stands in the dossier. The end of
 * one that is shorter than the warning is in sight from its first day on; of a spoedmachtiging `SPOED_MGJ` warns.
 */
const geldigheid = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  const { geldigVan, geldigTot, beschikkingTot, machtigingId, soort } = state;
  const besluit = omgezetOp(state);
  const begin = besluit ?? geldigVan;
  const eerder = dagVoor(geldigTot, regels.afspraken.EINDE.termijn);
  const inZicht = eerder > begin ? eerder : begin;
  const termijn = termijnVanRegel(
    regelVanSoort(state),
    besluit === undefined
      ? { start: geldigVan, geldigTot, soort }
      : { besluit, vmgjGeldigTot: beschikkingTot, geldigTot },
    { bij: machtigingStream(machtigingId), voor: BEIDEN, geslotenOp: geslotenOp(state) },
    regels,
    () => [
      soort === 'SPOED' ? null : vooraf(inZicht, bereidTerugkeerVoor(state, inZicht)),
      opDeDag(geldigTot, legEindeVast(state, 'verlopen', geldigTot)),
    ],
  );
  return termijn && { ...termijn, begin, eind: geldigTot };
};

/** The time in which nobody carries it out, as far as what is recorded goes. */
const nietUitgevoerd = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  if (state.soort === 'SPOED') return null;
  const eind = eindVan(state);
  const stil = zonderUitvoeringOm(state, beginVan(eind), termijnVan(regels));
  if (stil === null) return null;
  const { geldigVan, soort, omgezet, machtigingId, toestand } = state;
  const isVervallen = state.status === 'geeindigd' && state.grond === 'niet_ten_uitvoer_gelegd';
  // By reading A2 a voorwaardelijke machtiging may lapse too, but no article says how: that is only told.
  const kanVervallen = stil.vervaltOp !== null && (soort === 'MGJ' || omgezet);
  const isGeschorst = toestand === 'GESCHORST';
  const sinds = isGeschorst ? { schorsingVanaf: stil.sinds } : { laatsteTenuitvoerlegging: stil.sinds };
  const termijn = termijnVanRegel(
    'D5',
    { geldigVan, soort, omgezetInMgj: omgezet, ...sinds },
    { bij: machtigingStream(machtigingId), nr: stil.sinds, voor: BEIDEN, geslotenOp: geslotenOp(state) },
    regels,
    ({ laatste }) => [
      vooraf(dagVoor(laatste, regels.afspraken.VERVAL.vooraf)),
      // Under schorsing the law does not say whether it lapses: somebody must look, nothing is told.
      opDeDag(laatste, kanVervallen ? legEindeVast(state, 'niet_ten_uitvoer_gelegd', laatste) : null),
    ],
  );
  return termijn && (isVervallen || termijn.eind < eind) ? { ...termijn, begin: stil.sinds } : null;
};

/**
 * A request for an MGJ must follow a spoedmachtiging, or there is none when it ends. Asked for as long as the
 * spoedmachtiging holds and nobody requested one.
 */
const spoedZonderMgj = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  const { soort, geldigVan: begin, geldigTot, machtigingId } = state;
  if (soort !== 'SPOED') return null;
  const { termijn, vooraf: eerder } = regels.afspraken.SPOED_MGJ;
  const vraag = dagNa(begin, termijn, regels);
  const momenten = [vooraf(dagVoor(vraag, eerder)), opDeDag(vraag)];
  return termijnVanAfspraak(
    'SPOED_MGJ',
    {
      ...{ bij: machtigingStream(machtigingId), begin, eind: vraag < geldigTot ? vraag : geldigTot },
      ...{ voor: CASUSREGIE, geslotenOp: state.mgjVerzochtOp ?? geslotenOp(state) },
    },
    regels,
    () => momenten.filter(({ op }) => op < beginVan(geldigTot)),
  );
};

/** One that was granted ahead begins on its own day: then somebody who is inside already goes on on it. */
const ingang = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  const { geldigVan, beschikkingOp, machtigingId } = state;
  // What ended before it began is carried out by nobody.
  if (geldigVan <= beschikkingOp || geldigVan >= eindVan(state)) return null;
  return termijnVanAfspraak(
    'INGANG',
    {
      bij: machtigingStream(machtigingId),
      begin: beschikkingOp,
      eind: geldigVan,
      voor: [],
      geslotenOp: geslotenOp(state),
    },
    regels,
    (eind) => [opDeDag(eind)],
  );
};

/** A judge who is asked to extend decides about somebody who is inside. */
const beslissing = (state: Machtiging, regels: Termijnregels): Termijn | null =>
  state.soort !== 'MGJ' || state.verlenging !== true
    ? null
    : termijnVanRegel(
        'D12',
        { start: state.verzochtOp, jeugdigeBinnen: true },
        {
          bij: machtigingStream(state.machtigingId),
          voor: CASUSREGIE,
          geslotenOp: 'beschikkingOp' in state ? beginVan(state.beschikkingOp) : ingetrokkenOp(state),
        },
        regels,
        ({ laatste }) => [naDeDag(laatste)],
      );

const ingetrokkenOp = ({ status, laatsteStap }: Machtiging): string | null =>
  status === 'ingetrokken' ? laatsteStap : null;

/** A notice that the law asks for: with a last day only where it names one. It is the law's, so nobody puts it off. */
const melding =
  ({ machtigingId }: Machtiging, regels: Termijnregels) =>
  ({ gebeurtenisId, aan, sinds, uiterlijk, gedaanOp }: GevraagdeMelding): Termijn | null => {
    const begin = datumVan(sinds);
    const vorm = {
      ...{ bij: machtigingStream(machtigingId), nr: `${gebeurtenisId} ${aan}` },
      ...{ voor: CASUSREGIE, geslotenOp: gedaanOp },
    };
    if (uiterlijk !== null)
      return termijnVanRegel('D10', { start: begin }, vorm, regels, ({ laatste }) => [naDeDag(laatste)]);
    const termijn = termijnVanAfspraak('MELDING', { ...vorm, begin }, regels, (eind) => [naDeDag(eind)]);
    return { ...termijn, naam: `${termijn.naam}: aan ${aan}`, pauzeerbaar: false };
  };

/** The terms of a machtiging. Source: Jeugdwet art. 6.1.6, 6.1.8, 6.1.12 and 6.1.13. */
export const machtigingTermijnen = (state: Machtiging, regels: Termijnregels): readonly Termijn[] =>
  [
    beslissing(state, regels),
    ...(isVerleend(state) ? [geldigheid, nietUitgevoerd, spoedZonderMgj, ingang].map((van) => van(state, regels)) : []),
    ...state.meldingen.map(melding(state, regels)),
  ].filter((termijn) => termijn !== null);

export const machtigingBewaking: Bewaking<Machtiging> = {
  categorie: 'machtiging',
  evolve,
  termijnen: machtigingTermijnen,
  jeugdigeVan: ({ jeugdigeId }) => jeugdigeId,
};
