import { beginVan, type Datum, datumVan } from '@regielijn/kern';
import {
  type Bewaking,
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

/** Until when it holds. The day of the beschikking is the truth; the law's own maximum stands in the dossier. */
const geldigheid = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  const { geldigVan, geldigTot, beschikkingTot, machtigingId } = state;
  const inZicht = dagVoor(geldigTot, regels.afspraken.EINDE.termijn);
  const termijn = termijnVanRegel(
    regelVanSoort(state),
    state.omgezet
      ? { besluit: state.toestandSinds, vmgjGeldigTot: beschikkingTot }
      : { start: geldigVan, geldigTot, soort: state.soort },
    { bij: machtigingStream(machtigingId), voor: BEIDEN, geslotenOp: geslotenOp(state) },
    regels,
    () => [
      inZicht > geldigVan ? vooraf(inZicht) : null,
      opDeDag(geldigTot, legEindeVast(state, 'verlopen', geldigTot)),
    ],
  );
  return termijn && { ...termijn, begin: geldigVan, eind: geldigTot };
};

/** The time in which nobody carries it out, as far as what is recorded goes. */
const nietUitgevoerd = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  if (state.soort !== 'MGJ' && !state.omgezet) return null;
  const eind = eindVan(state);
  const stil = zonderUitvoeringOm(state, beginVan(eind), termijnVan(regels));
  if (stil === null || (stil.vervaltOp !== null && stil.vervaltOp >= eind)) return null;
  const { geldigVan, soort, omgezet, machtigingId, toestand } = state;
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
      opDeDag(laatste, stil.vervaltOp === null ? null : legEindeVast(state, 'niet_ten_uitvoer_gelegd', laatste)),
    ],
  );
  return termijn && termijn.eind < eind ? { ...termijn, begin: stil.sinds } : null;
};

/** A request for an MGJ must follow a spoedmachtiging, or there is none when it ends. */
const spoedZonderMgj = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  if (state.soort !== 'SPOED') return null;
  const begin = state.geldigVan;
  return termijnVanAfspraak(
    'SPOED_MGJ',
    {
      ...{ bij: machtigingStream(state.machtigingId), begin, voor: CASUSREGIE },
      geslotenOp: state.mgjVerzochtOp ?? geslotenOp(state),
    },
    regels,
    (eind) => [vooraf(dagVoor(eind, regels.afspraken.SPOED_MGJ.vooraf)), opDeDag(eind)],
  );
};

/** One that was granted ahead begins on its own day: then somebody who is inside already goes on on it. */
const ingang = (state: VerleendeMachtiging, regels: Termijnregels): Termijn | null => {
  const { geldigVan, beschikkingOp, machtigingId } = state;
  if (geldigVan <= beschikkingOp) return null;
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

/** A notice that the law asks for: with a last day only where it names one. */
const melding =
  ({ machtigingId }: Machtiging, regels: Termijnregels) =>
  ({ gebeurtenisId, aan, sinds, uiterlijk, gedaanOp }: GevraagdeMelding): Termijn | null => {
    const begin = datumVan(sinds);
    const vorm = {
      ...{ bij: machtigingStream(machtigingId), nr: `${gebeurtenisId} ${aan}` },
      ...{ voor: CASUSREGIE, geslotenOp: gedaanOp },
    };
    return uiterlijk === null
      ? termijnVanAfspraak('MELDING', { ...vorm, begin }, regels, (eind) => [naDeDag(eind)])
      : termijnVanRegel('D10', { start: begin }, vorm, regels, ({ laatste }) => [naDeDag(laatste)]);
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
