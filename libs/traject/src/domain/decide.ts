import {
  beslis,
  type Beslissers,
  type Datum,
  datumVan,
  type Decider,
  deriveId,
  type Instant,
  leeftijdOp,
  leeftijdsfout,
  levensgebiedInWoorden,
  onbekend,
  ongeldig,
  plusDagen,
  type Variant,
  volgorde,
  weiger,
  zinOverLeeftijd,
} from '@regielijn/kern';
import type { z } from 'zod';
import type {
  EindigNaOnttrekking,
  MeldAan,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  TrajectCommand,
  WijsPlekToe,
} from './commands.js';
import { nazorgBesluiten } from './nazorg/decide.js';
import { nietNu } from './niet-nu.js';
import { onderwijsBesluiten } from './onderwijs/decide.js';
import { plannenBesluiten } from './plannen/decide.js';
import { toeleidingBesluiten, type ToeleidingFacts } from './toeleiding/decide.js';
import { uitstroomBesluiten } from './uitstroom/decide.js';
import { vlaggenVanWeging, zonderOpnameBesluiten } from './zonder-opname/decide.js';
import { zorgBesluiten, type ZorgFacts } from './zorg/decide.js';
import { trajectFeiten as feit, type TrajectEvent, type VlagSchema } from './events.js';
import { LeeftijdSchema } from './leeftijd.js';
import {
  evolve,
  initialState,
  type TijdensVerblijf,
  type Toewijzing,
  type Traject,
  type TrajectState,
} from './state.js';

/** A new traject's id follows from the command of the aanmelding. */
export const nieuwTrajectId = (commandId: string): string => deriveId('traject', commandId);

/** What a traject needs to know from other streams. It may be stale: a rule on it is checked again later. */
export interface TrajectFacts extends ToeleidingFacts, ZorgFacts {
  /** The jeugdige of the aanmelding; null when not registered. */
  readonly jeugdige?: {
    readonly geboortedatum: Datum;
    readonly gemeentecode: string | null;
    readonly regio: string;
  } | null;
  /** The voorziening that the command names; null when not known. */
  readonly voorziening?: {
    readonly variant: Variant;
    /** The reservation that the command names, when it holds for this traject at this moment. */
    readonly reservering: { readonly reserveringId: string; readonly geldigTot: Instant } | null;
  } | null;
  /** Whether the named machtiging is of this jeugdige and allows an opname on that day. */
  readonly machtigingGeldt?: boolean;
  /** The last traject of this jeugdige that ended before the aanmelding. */
  readonly vorigTrajectId?: string | null;
}

const meldAan = (
  { data, context }: MeldAan,
  state: TrajectState,
  { jeugdige, vorigTrajectId = null }: TrajectFacts,
): readonly TrajectEvent[] => {
  if (state !== null) return [];
  if (!jeugdige) throw onbekend('Deze jeugdige');
  const { gemeentecode, regio, geboortedatum } = jeugdige;
  const fout = leeftijdsfout(geboortedatum, datumVan(context.geldigOp));
  if (fout) throw ongeldig(fout.code, zinOverLeeftijd(fout));
  const trajectId = nieuwTrajectId(context.commandId);
  const hernieuwd = vorigTrajectId !== null;
  return [feit.aangemeld.of({ trajectId, ...data, gemeentecode, regio, hernieuwd, vorigTrajectId })];
};

const wijsPlekToe = (
  { data, context }: WijsPlekToe,
  state: Traject,
  { voorziening }: TrajectFacts,
): readonly TrajectEvent[] => {
  if (!('toewijzing' in state)) throw nietNu('Een plek toewijzen', state.status);
  if (!voorziening) throw onbekend('Deze voorziening');
  const { voorzieningId, reserveringId } = data;
  if (voorziening.reservering?.reserveringId !== reserveringId)
    throw weiger(
      'GEEN_GELDIGE_RESERVERING',
      'Voor dit traject is hier geen geldige reservering. Reserveer eerst een plek.',
      { voorzieningId, reserveringId },
    );
  if (state.toewijzing?.reserveringId === reserveringId) return [];
  volgorde(state.aangemeldOp, context.geldigOp, 'de aanmelding');
  const { trajectId, jeugdigeId } = state;
  const { variant, reservering } = voorziening;
  const { geldigTot } = reservering;
  return [feit.plekToegewezen.of({ trajectId, jeugdigeId, voorzieningId, reserveringId, variant, geldigTot })];
};

/** A wrong geboortedatum, or one whose key was destroyed, must not become an age in the figures. */
export const leeftijdBijOpname = (geboortedatum: Datum, opnameOp: Instant): number => {
  const { data, success } = LeeftijdSchema.safeParse(leeftijdOp(geboortedatum, datumVan(opnameOp)));
  if (!success)
    throw ongeldig(
      'LEEFTIJD_KLOPT_NIET',
      'De leeftijd bij de opname klopt niet. Kijk de geboortedatum en de datum na.',
    );
  return data;
};

/** What should have been there at the opname and was not. */
export const vlaggenBijOpname = (
  toewijzing: Toewijzing | null,
  voorzieningId: string,
  opnameOp: Instant,
  machtigingGeldt: boolean,
): z.output<typeof VlagSchema>[] => {
  const vlaggen: z.output<typeof VlagSchema>[] = machtigingGeldt ? [] : ['zonder_machtiging'];
  if (toewijzing === null || toewijzing.geldigTot <= opnameOp) vlaggen.push('zonder_toewijzing');
  else if (toewijzing.voorzieningId !== voorzieningId) vlaggen.push('andere_plek_dan_toegewezen');
  return vlaggen;
};

const startOpname = (
  { data, context }: StartOpname,
  state: Traject,
  { jeugdige, voorziening, machtigingGeldt }: TrajectFacts,
): readonly TrajectEvent[] => {
  const { geldigOp } = context;
  if (state.status === 'verblijf' && state.opnameOp === geldigOp && state.voorzieningId === data.voorzieningId)
    return [];
  if (!('toewijzing' in state)) throw nietNu('Een opname', state.status);
  if (!jeugdige || !voorziening) throw onbekend('Deze jeugdige of voorziening');
  volgorde(state.aangemeldOp, geldigOp, 'de aanmelding');
  if ('hulp' in state) volgorde(state.hulp.vanaf, geldigOp, 'het begin van de hulp zonder opname');
  const { jeugdigeId } = state;
  const leeftijd = leeftijdBijOpname(jeugdige.geboortedatum, geldigOp);
  const vlaggen = [
    ...vlaggenBijOpname(state.toewijzing, data.voorzieningId, geldigOp, machtigingGeldt ?? false),
    ...vlaggenVanWeging(voorziening.variant, state.toeleiding, geldigOp),
  ];
  return [feit.opnameGestart.of({ jeugdigeId, ...data, variant: voorziening.variant, leeftijd, vlaggen })];
};

type VerblijfCommand = PlaatsOver | MeldOnttrekking | MeldTerugkeer | EindigNaOnttrekking | MeldUitstroom;

/** The end that is already known, told once more. */
const isBekendEinde = (command: VerblijfCommand, state: Traject): boolean => {
  if (!('bestemming' in state && 'opnameOp' in state) || state.eindeOp !== command.context.geldigOp) return false;
  if (command.naam === 'traject.meld-uitstroom') return command.data.bestemming === state.bestemming;
  return command.naam === 'traject.eindig-na-onttrekking' && state.bestemming === null;
};

const tijdensVerblijf = (command: VerblijfCommand, state: Traject, facts: TrajectFacts): readonly TrajectEvent[] => {
  const { geldigOp } = command.context;
  const { trajectId, jeugdigeId } = state;
  if (isBekendEinde(command, state)) return [];
  if (state.status !== 'verblijf') throw nietNu('Dit', state.status);
  volgorde(state.verblijfVanaf, geldigOp, 'het begin van het verblijf');
  switch (command.naam) {
    case 'traject.plaats-over':
      return plaatsOver(command, state, facts);
    case 'traject.meld-onttrekking':
      return state.onttrokkenVanaf === null ? [feit.onttrekkingGemeld.of({ trajectId, jeugdigeId })] : [];
    case 'traject.meld-terugkeer':
      volgorde(onttrokkenVanaf(state), geldigOp, 'de onttrekking');
      return [feit.teruggekeerd.of({ trajectId, jeugdigeId })];
    case 'traject.eindig-na-onttrekking':
      return eindigNaOnttrekking(state, geldigOp, command.data.drempelDagen);
    case 'traject.meld-uitstroom':
      volgorde(state.laatstGebeurdOp, geldigOp, 'wat er in dit verblijf al is gebeurd');
      return [feit.uitstroomGerealiseerd.of({ trajectId, jeugdigeId, bestemming: command.data.bestemming })];
    default:
      return command satisfies never;
  }
};

const plaatsOver = (
  { data: { voorzieningId, reden } }: PlaatsOver,
  { trajectId, jeugdigeId, voorzieningId: vanVoorzieningId }: TijdensVerblijf,
  { voorziening }: TrajectFacts,
): readonly TrajectEvent[] => {
  if (voorzieningId === vanVoorzieningId) return [];
  if (!voorziening) throw onbekend('Deze voorziening');
  const { variant } = voorziening;
  return [feit.overgeplaatst.of({ trajectId, jeugdigeId, vanVoorzieningId, voorzieningId, variant, reden })];
};

const onttrokkenVanaf = (state: TijdensVerblijf): Instant => {
  if (state.onttrokkenVanaf === null)
    throw weiger('NIET_ONTTROKKEN', 'Deze jeugdige is niet onttrokken. Meld eerst de onttrekking.');
  return state.onttrokkenVanaf;
};

const eindigNaOnttrekking = (
  state: TijdensVerblijf,
  geldigOp: Instant,
  drempelDagen: number,
): readonly TrajectEvent[] => {
  const drempel = plusDagen(datumVan(onttrokkenVanaf(state)), drempelDagen);
  if (datumVan(geldigOp) < drempel)
    throw weiger(
      'DREMPEL_NIET_BEREIKT',
      `De onttrekking duurt nog niet lang genoeg om het traject te eindigen. Dat kan vanaf ${drempel}.`,
      { drempel },
    );
  volgorde(state.laatstGebeurdOp, geldigOp, 'wat er in dit verblijf al is gebeurd');
  const { trajectId, jeugdigeId } = state;
  return [feit.geeindigdNaOnttrekking.of({ trajectId, jeugdigeId, drempelDagen })];
};

const sluitAf = ({ context }: SluitTrajectAf, state: Traject): readonly TrajectEvent[] => {
  if (state.status === 'afgesloten') return [];
  if (state.status !== 'nazorg') throw nietNu('Afsluiten', state.status);
  const { trajectId, jeugdigeId, eindeOp, nazorg } = state;
  volgorde(eindeOp, context.geldigOp, 'het einde van het verblijf');
  if (nazorg.nodig === null)
    throw weiger('NAZORGPLAN_ONTBREEKT', 'Stel eerst het nazorgplan vast.', {}, 'Normenkader B7');
  const open = nazorg.nodig.filter((levensgebied) => !nazorg.opgepakt.includes(levensgebied));
  if (open.length > 0)
    throw weiger(
      'NAZORG_STAAT_OPEN',
      `Dit deel van de nazorg is nog niet opgepakt: ${open.map(levensgebiedInWoorden).join(', ')}. Leg vast wie dat oppakt, of pas het nazorgplan aan.`,
      { levensgebieden: open },
      'Normenkader B7',
    );
  return [feit.afgesloten.of({ trajectId, jeugdigeId })];
};

const besluiten: Beslissers<Exclude<TrajectCommand, MeldAan>, Traject, TrajectEvent, TrajectFacts> = {
  ...nazorgBesluiten,
  ...toeleidingBesluiten,
  ...zonderOpnameBesluiten,
  ...plannenBesluiten,
  ...onderwijsBesluiten,
  ...zorgBesluiten,
  ...uitstroomBesluiten,
  'traject.wijs-plek-toe': wijsPlekToe,
  'traject.start-opname': startOpname,
  'traject.plaats-over': tijdensVerblijf,
  'traject.meld-onttrekking': tijdensVerblijf,
  'traject.meld-terugkeer': tijdensVerblijf,
  'traject.eindig-na-onttrekking': tijdensVerblijf,
  'traject.meld-uitstroom': tijdensVerblijf,
  'traject.sluit-af': sluitAf,
};

const decide = (command: TrajectCommand, state: TrajectState, facts: TrajectFacts): readonly TrajectEvent[] => {
  if (command.naam === 'traject.meld-aan') return meldAan(command, state, facts);
  if (state === null) throw onbekend('Dit traject');
  return beslis(besluiten, command, state, facts);
};

export const trajectDecider: Decider<TrajectCommand, TrajectState, TrajectEvent, TrajectFacts> = {
  initialState,
  decide,
  evolve,
};
