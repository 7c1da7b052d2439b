import {
  type Beslissers,
  type Datum,
  datumVan,
  deriveId,
  type Instant,
  type MachtigingSoort,
  nietGevonden,
  onbekend,
  ongeldig,
  volgorde,
  weiger,
} from '@regielijn/kern';
import { nietNu } from '../niet-nu.js';
import type { Traject } from '../state.js';
import type {
  BeeindigMaatregel,
  PasMaatregelToe,
  TrekVerlofIn,
  VerleenVerlof,
  VerlengMaatregel,
  ZorgCommand,
} from './commands.js';
import { type ZorgEvent, zorgFeiten as feit } from './events.js';
import type { MaatregelRegels } from './maatregelen.js';
import type { Maatregel } from './state.js';
import { isBekend, volgtUitBegin, volgtUitEinde } from './volgt.js';

export const nieuwMaatregelId = (commandId: string): string => deriveId('maatregel', commandId);
export const nieuwVerlofId = (commandId: string): string => deriveId('verlof', commandId);
export const nieuwIncidentId = (commandId: string): string => deriveId('incident', commandId);

export interface ZorgFacts {
  readonly jeugdige?: { readonly geboortedatum: Datum } | null;
  /** The kind of the machtiging that a measure names, when it is of this jeugdige and holds at that moment. */
  readonly machtigingSoort?: MachtigingSoort | null;
  readonly maatregelRegels?: MaatregelRegels;
}

/** Without the rules of the law nothing can be said of a measure: whoever calls always brings them. */
const regelsUit = ({ maatregelRegels }: ZorgFacts): MaatregelRegels => {
  if (!maatregelRegels) throw new Error('the rules on maatregelen are missing');
  return maatregelRegels;
};

const pasMaatregelToe = (
  { data, context: { commandId, geldigOp } }: PasMaatregelToe,
  state: Traject,
  facts: ZorgFacts,
): readonly ZorgEvent[] => {
  const regels = regelsUit(facts);
  const { jeugdige, machtigingSoort = null } = facts;
  if (!jeugdige) throw onbekend('Deze jeugdige');
  volgorde(state.aangemeldOp, geldigOp, 'de aanmelding');
  if (!isBekend(data.maatregel, datumVan(geldigOp), regels))
    throw ongeldig(
      'MAATREGEL_ONBEKEND',
      'Deze maatregel staat niet op de lijst. Kies een maatregel uit de lijst, of "overig" als het een andere was.',
      { maatregel: data.maatregel },
      'Jeugdwet art. 6.3.1.1 lid 3',
    );
  const { geboortedatum } = jeugdige;
  const volgt = volgtUitBegin(data, geldigOp, state, { geboortedatum, machtigingSoort, regels });
  const { jeugdigeId } = state;
  return [feit.maatregelToegepast.of({ jeugdigeId, ...data, maatregelId: nieuwMaatregelId(commandId), ...volgt })];
};

const maatregelVan = ({ zorg }: Traject, id: string, op: Instant): Maatregel => {
  const maatregel = zorg.maatregelen.find(({ maatregelId }) => maatregelId === id);
  if (!maatregel)
    throw nietGevonden('Deze maatregel staat niet bij dit traject. Kijk na of het nummer klopt.', { maatregelId: id });
  volgorde(maatregel.begonnenOp, op, 'het begin van de maatregel');
  return maatregel;
};

/** Nothing is told of a measure after its end: the flags of the end follow from all that went before. */
const vereisLopend = ({ maatregelId, geeindigdOp }: Maatregel): void => {
  if (geeindigdOp !== null)
    throw weiger(
      'MAATREGEL_VOORBIJ',
      'Het einde van deze maatregel is al vastgelegd. Klopt dat niet, corrigeer het dan of trek het in.',
      { maatregelId },
    );
};

/** An insluiting that the law forbade from its beginning is ended, never made longer. Source: Jeugdwet art. 6.3.2.2 lid 2. */
const vereisToegestaan = ({ maatregelId, vlaggen }: Maatregel): void => {
  if (!vlaggen.some((vlag) => vlag === 'jonger_dan_twaalf' || vlag === 'zonder_noodsituatie')) return;
  throw weiger(
    'INSLUITING_MAG_NIET',
    'Deze insluiting had niet gemogen: alleen vanaf twaalf jaar en in een noodsituatie. Beëindig haar nu.',
    { maatregelId, vlaggen },
    'Jeugdwet art. 6.3.2.2 lid 2',
  );
};

/** An insluiting, and no other measure, may be made longer: once, in time, by a gedragswetenschapper who finds it needed. */
const verlengMaatregel = (
  { data, context: { geldigOp } }: VerlengMaatregel,
  state: Traject,
  facts: ZorgFacts,
): readonly ZorgEvent[] => {
  const regels = regelsUit(facts);
  const { maatregelId, door, instemmingGedragswetenschapper } = data;
  const lopend = maatregelVan(state, maatregelId, geldigOp);
  vereisLopend(lopend);
  const { begonnenOp, verlengingen, maatregel } = lopend;
  const bron = 'Jeugdwet art. 6.3.2.2 lid 3';
  const nee = (code: string, zin: string) => weiger(code, zin, { maatregelId }, bron);
  if (regels.lijstOp(datumVan(begonnenOp))?.get(maatregel)?.termijn !== 'D17')
    throw nee(
      'ALLEEN_INSLUITING_VERLENGEN',
      'Alleen een insluiting kunt u verlengen. Neem een andere maatregel op in het hulpverleningsplan.',
    );
  vereisToegestaan(lopend);
  if (!instemmingGedragswetenschapper || !regels.magVerlengen(begonnenOp, 1, door))
    throw nee(
      'VERLENGEN_DOOR_GEDRAGSWETENSCHAPPER',
      'Alleen een gedragswetenschapper die de insluiting nog nodig vindt, mag haar verlengen. Beëindig haar anders.',
    );
  if (!regels.magVerlengen(begonnenOp, verlengingen + 1, door))
    throw nee('INSLUITING_AL_VERLENGD', 'Een insluiting mag één keer worden verlengd. Beëindig haar op tijd.');
  const { uiterlijk } = regels.termijn('D17', begonnenOp, verlengingen);
  if (uiterlijk !== null && geldigOp > uiterlijk)
    throw nee('INSLUITING_TERMIJN_VOORBIJ', 'De insluiting had al moeten eindigen. Beëindig haar nu.');
  return [feit.maatregelVerlengd.of({ jeugdigeId: state.jeugdigeId, ...data })];
};

const beeindigMaatregel = (
  { data, context: { geldigOp } }: BeeindigMaatregel,
  state: Traject,
  facts: ZorgFacts,
): readonly ZorgEvent[] => {
  const maatregel = maatregelVan(state, data.maatregelId, geldigOp);
  if (maatregel.geeindigdOp === geldigOp) return [];
  vereisLopend(maatregel);
  const vlaggen = volgtUitEinde(maatregel, geldigOp, regelsUit(facts));
  return [feit.maatregelBeeindigd.of({ jeugdigeId: state.jeugdigeId, ...data, vlaggen })];
};

const verleenVerlof = ({ data, context }: VerleenVerlof, state: Traject): readonly ZorgEvent[] => {
  if (state.status !== 'verblijf') throw nietNu('Verlof', state.status);
  volgorde(state.opnameOp, context.geldigOp, 'de opname');
  const { van, tot, instemmingGedragswetenschapper } = data;
  if (!instemmingGedragswetenschapper)
    throw weiger(
      'VERLOF_ZONDER_INSTEMMING',
      'Verlof kan alleen als een gedragswetenschapper ermee instemt. Vraag die instemming eerst.',
      {},
      'Jeugdwet art. 6.4.1 lid 3',
    );
  const bekend = state.zorg.verloven.some(
    (verlof) => verlof.van === van && verlof.tot === tot && verlof.ingetrokkenOp === null,
  );
  if (bekend) return [];
  return [
    feit.verlofVerleend.of({ jeugdigeId: state.jeugdigeId, ...data, verlofId: nieuwVerlofId(context.commandId) }),
  ];
};

const trekVerlofIn = ({ data, context }: TrekVerlofIn, state: Traject): readonly ZorgEvent[] => {
  const verlof = state.zorg.verloven.find(({ verlofId }) => verlofId === data.verlofId);
  if (!verlof)
    throw nietGevonden('Dit verlof staat niet bij dit traject. Kijk na of het nummer klopt.', {
      verlofId: data.verlofId,
    });
  if (verlof.ingetrokkenOp !== null) return [];
  volgorde(verlof.verleendOp, context.geldigOp, 'het verlenen van het verlof');
  if (context.geldigOp > verlof.tot)
    throw weiger('VERLOF_VOORBIJ', 'Dit verlof was toen al voorbij. U hoeft het niet in te trekken.', {
      verlofId: data.verlofId,
    });
  return [feit.verlofIngetrokken.of({ jeugdigeId: state.jeugdigeId, ...data })];
};

export const zorgBesluiten: Beslissers<ZorgCommand, Traject, ZorgEvent, ZorgFacts> = {
  'traject.pas-maatregel-toe': pasMaatregelToe,
  'traject.verleng-maatregel': verlengMaatregel,
  'traject.beeindig-maatregel': beeindigMaatregel,
  'traject.geef-maatregel-toestemming': ({ data, context }, state) => {
    const maatregel = maatregelVan(state, data.maatregelId, context.geldigOp);
    if (maatregel.toestemmingOp !== null) return [];
    vereisLopend(maatregel);
    return [feit.maatregelToestemmingGegeven.of({ jeugdigeId: state.jeugdigeId, ...data })];
  },
  'traject.verleen-verlof': verleenVerlof,
  'traject.trek-verlof-in': trekVerlofIn,
  'traject.meld-incident': ({ data, context }, { aangemeldOp, jeugdigeId }) => {
    volgorde(aangemeldOp, context.geldigOp, 'de aanmelding');
    return [feit.incidentGemeld.of({ jeugdigeId, ...data, incidentId: nieuwIncidentId(context.commandId) })];
  },
  'traject.handel-incident-af': ({ data, context }, { jeugdigeId, zorg }) => {
    const incident = zorg.incidenten.find(({ incidentId }) => incidentId === data.incidentId);
    if (!incident)
      throw nietGevonden('Dit incident staat niet bij dit traject. Kijk na of het nummer klopt.', {
        incidentId: data.incidentId,
      });
    if (incident.afgehandeldOp !== null) return [];
    volgorde(incident.gemeldOp, context.geldigOp, 'het incident');
    return [feit.incidentAfgehandeld.of({ jeugdigeId, ...data })];
  },
  'traject.leg-overzicht-maatregelen-vast': ({ data, context: { geldigOp } }, { aangemeldOp, jeugdigeId, zorg }) => {
    volgorde(aangemeldOp, geldigOp, 'de aanmelding');
    return zorg.overzichten.includes(geldigOp) ? [] : [feit.overzichtVerstrekt.of({ jeugdigeId, ...data })];
  },
  'traject.leg-spoedbespreking-vast': ({ data, context: { geldigOp } }, state) => {
    if (!('opnameOp' in state)) throw nietNu('Het bespreken van een spoedplaatsing', state.status);
    volgorde(state.opnameOp, geldigOp, 'de opname');
    const { jeugdigeId, zorg } = state;
    const isBesproken = zorg.spoedBesprokenOp !== null && zorg.spoedBesprokenOp <= geldigOp;
    return isBesproken ? [] : [feit.spoedplaatsingBesproken.of({ jeugdigeId, ...data })];
  },
  'traject.zet-medewerker-in': ({ data, context }, { aangemeldOp, jeugdigeId }) => {
    volgorde(aangemeldOp, context.geldigOp, 'de aanmelding');
    return [feit.medewerkerIngezet.of({ jeugdigeId, ...data })];
  },
};
