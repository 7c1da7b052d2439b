import {
  type Datum,
  datumVan,
  type Decider,
  deriveId,
  type Instant,
  leeftijdOp,
  nietGevonden,
  ongeldig,
  plusDagen,
  type Variant,
  weiger,
} from '@regielijn/kern';
import type { z } from 'zod';
import type { MeldAan, SluitTrajectAf, StartOpname, TrajectCommand, WijsPlekToe } from './commands.js';
import { trajectFeiten as feit, type TrajectEvent, type VlagSchema } from './events.js';
import { evolve, initialState, type Traject, type TrajectState } from './state.js';

/** A new traject's id follows from the command of the aanmelding. */
export const nieuwTrajectId = (commandId: string): string => deriveId('traject', commandId);

/** What a traject needs to know from other streams. It may be stale: a rule on it is checked again later. */
export interface TrajectFacts {
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
  /** Whether the named machtiging is of this jeugdige and holds on the day of the opname. */
  readonly machtigingGeldt?: boolean;
}

const volgorde = (eerder: Instant, later: Instant, wat: string): void => {
  if (later < eerder)
    throw ongeldig('DATUM_VOLGORDE', `Dit kan niet voor ${wat} liggen. Kijk de datum en tijd na.`, { eerder, later });
};

const nietNu = (wat: string, status: string) =>
  weiger('PAST_NIET_BIJ_TRAJECT', `${wat} past niet bij de stand van dit traject.`, { status });

const meldAan = (
  { data, context }: MeldAan,
  state: TrajectState,
  { jeugdige }: TrajectFacts,
): readonly TrajectEvent[] => {
  if (state !== null) return [];
  if (!jeugdige) throw nietGevonden('Deze jeugdige is niet bekend.');
  const { gemeentecode, regio } = jeugdige;
  return [feit.aangemeld.of({ trajectId: nieuwTrajectId(context.commandId), ...data, gemeentecode, regio })];
};

const wijsPlekToe = ({ data }: WijsPlekToe, state: Traject, { voorziening }: TrajectFacts): readonly TrajectEvent[] => {
  if (state.status !== 'aangemeld') throw nietNu('Een plek toewijzen', state.status);
  if (state.toewijzing?.reserveringId === data.reserveringId) return [];
  if (!voorziening) throw nietGevonden('Deze voorziening is niet bekend.');
  if (!voorziening.reservering)
    throw weiger(
      'GEEN_GELDIGE_RESERVERING',
      'Voor dit traject is hier geen geldige reservering. Reserveer eerst een plek.',
      {
        voorzieningId: data.voorzieningId,
      },
    );
  const { trajectId, jeugdigeId } = state;
  const { variant, reservering } = voorziening;
  return [
    feit.plekToegewezen.of({ trajectId, jeugdigeId, voorzieningId: data.voorzieningId, variant, ...reservering }),
  ];
};

const startOpname = (
  { data, context }: StartOpname,
  state: Traject,
  { jeugdige, voorziening, machtigingGeldt }: TrajectFacts,
): readonly TrajectEvent[] => {
  const { geldigOp } = context;
  if (state.status === 'verblijf' && state.opnameOp === geldigOp && state.voorzieningId === data.voorzieningId)
    return [];
  if (state.status !== 'aangemeld') throw nietNu('Een opname', state.status);
  if (!jeugdige || !voorziening) throw nietGevonden('Deze jeugdige of voorziening is niet bekend.');
  volgorde(state.aangemeldOp, geldigOp, 'de aanmelding');
  const { jeugdigeId, toewijzing } = state;
  const vlaggen: z.output<typeof VlagSchema>[] = [];
  if (!machtigingGeldt) vlaggen.push('zonder_machtiging');
  if (!toewijzing) vlaggen.push('zonder_toewijzing');
  else if (toewijzing.voorzieningId !== data.voorzieningId) vlaggen.push('andere_plek_dan_toegewezen');
  const leeftijd = leeftijdOp(jeugdige.geboortedatum, datumVan(geldigOp));
  return [feit.opnameGestart.of({ jeugdigeId, ...data, variant: voorziening.variant, leeftijd, vlaggen })];
};

type TijdensVerblijf = Extract<
  TrajectCommand,
  {
    naam:
      | 'traject.plaats-over'
      | 'traject.meld-onttrekking'
      | 'traject.meld-terugkeer'
      | 'traject.eindig-na-onttrekking'
      | 'traject.meld-uitstroom';
  }
>;

const tijdensVerblijf = (command: TijdensVerblijf, state: Traject, facts: TrajectFacts): readonly TrajectEvent[] => {
  const { geldigOp } = command.context;
  const { trajectId, jeugdigeId } = state;
  if (state.status !== 'verblijf') {
    if ('eindeOp' in state && state.eindeOp === geldigOp) return [];
    throw nietNu('Dit', state.status);
  }
  volgorde(state.verblijfVanaf, geldigOp, 'het begin van het verblijf');
  switch (command.naam) {
    case 'traject.plaats-over': {
      const { voorzieningId, reden } = command.data;
      if (voorzieningId === state.voorzieningId) return [];
      if (!facts.voorziening) throw nietGevonden('Deze voorziening is niet bekend.');
      const { variant } = facts.voorziening;
      return [
        feit.overgeplaatst.of({
          trajectId,
          jeugdigeId,
          vanVoorzieningId: state.voorzieningId,
          voorzieningId,
          variant,
          reden,
        }),
      ];
    }
    case 'traject.meld-onttrekking':
      return state.onttrokkenVanaf === null ? [feit.onttrekkingGemeld.of({ trajectId, jeugdigeId })] : [];
    case 'traject.meld-terugkeer':
      if (state.onttrokkenVanaf === null) return [];
      volgorde(state.onttrokkenVanaf, geldigOp, 'de onttrekking');
      return [feit.teruggekeerd.of({ trajectId, jeugdigeId })];
    case 'traject.eindig-na-onttrekking':
      return eindigNaOnttrekking(state, geldigOp, command.data.drempelDagen);
    case 'traject.meld-uitstroom':
      return [feit.uitstroomGerealiseerd.of({ trajectId, jeugdigeId, bestemming: command.data.bestemming })];
    default:
      return command satisfies never;
  }
};

const eindigNaOnttrekking = (
  { trajectId, jeugdigeId, onttrokkenVanaf }: Extract<Traject, { status: 'verblijf' }>,
  geldigOp: Instant,
  drempelDagen: number,
): readonly TrajectEvent[] => {
  if (onttrokkenVanaf === null)
    throw weiger('NIET_ONTTROKKEN', 'Deze jeugdige is niet onttrokken. Meld eerst de onttrekking.');
  const drempel = plusDagen(datumVan(onttrokkenVanaf), drempelDagen);
  if (datumVan(geldigOp) < drempel)
    throw weiger('DREMPEL_NIET_BEREIKT', 'De onttrekking duurt nog niet lang genoeg om het traject te eindigen.', {
      drempel,
    });
  return [feit.geeindigdNaOnttrekking.of({ trajectId, jeugdigeId, drempelDagen })];
};

const sluitAf = (_: SluitTrajectAf, state: Traject): readonly TrajectEvent[] => {
  if (state.status === 'afgesloten') return [];
  if (state.status !== 'nazorg') throw nietNu('Afsluiten', state.status);
  const open = (state.nazorg ?? []).filter(({ opgepakt }) => !opgepakt).map(({ levensgebied }) => levensgebied);
  if (state.nazorg === null)
    throw weiger('NAZORGPLAN_ONTBREEKT', 'Stel eerst het nazorgplan vast.', {}, 'Normenkader B7');
  if (open.length > 0)
    throw weiger(
      'NAZORG_STAAT_OPEN',
      'Nog niet alle nodige nazorg is opgepakt.',
      { levensgebieden: open },
      'Normenkader B7',
    );
  return [feit.afgesloten.of({ trajectId: state.trajectId, jeugdigeId: state.jeugdigeId })];
};

const decide = (command: TrajectCommand, state: TrajectState, facts: TrajectFacts): readonly TrajectEvent[] => {
  if (command.naam === 'traject.meld-aan') return meldAan(command, state, facts);
  if (state === null) throw nietGevonden('Dit traject is niet bekend.');
  const { jeugdigeId } = state;
  switch (command.naam) {
    case 'traject.wijs-plek-toe':
      return wijsPlekToe(command, state, facts);
    case 'traject.start-opname':
      return startOpname(command, state, facts);
    case 'traject.stel-perspectief-vast':
      return [feit.perspectiefVastgesteld.of({ jeugdigeId, ...command.data })];
    case 'traject.stel-nazorgplan-vast':
      if (state.status === 'aangemeld') throw nietNu('Een nazorgplan', state.status);
      return [feit.nazorgplanVastgesteld.of({ jeugdigeId, ...command.data })];
    case 'traject.leg-lokale-partner-vast':
      if (!('eindeOp' in state)) throw nietNu('Nazorg', state.status);
      return [feit.lokalePartnerOpgepakt.of({ jeugdigeId, ...command.data })];
    case 'traject.sluit-af':
      return sluitAf(command, state);
    case 'traject.plaats-over':
    case 'traject.meld-onttrekking':
    case 'traject.meld-terugkeer':
    case 'traject.eindig-na-onttrekking':
    case 'traject.meld-uitstroom':
      return tijdensVerblijf(command, state, facts);
    default:
      return command satisfies never;
  }
};

export const trajectDecider: Decider<TrajectCommand, TrajectState, TrajectEvent, TrajectFacts> = {
  initialState,
  decide,
  evolve,
};
