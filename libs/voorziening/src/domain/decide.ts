import { beginVan, type Decider, deriveId, type Instant, onbekend, weiger } from '@regielijn/kern';
import type {
  GeefReserveringVrij,
  OpenVoorziening,
  ReserveerPlek,
  SluitPlekken,
  VoorzieningCommand,
} from './commands.js';
import { voorzieningFeiten as feit, type VoorzieningEvent } from './events.js';
import {
  bovenCapaciteit,
  evolve,
  geldigeReserveringen,
  initialState,
  minstOpenPlekken,
  openPlekken,
  type Voorziening,
  type VoorzieningState,
} from './state.js';

/** A new voorziening's id follows from the command that opens it. */
export const nieuwVoorzieningId = (commandId: string): string => deriveId('voorziening', commandId);

export const reserveringIdVan = (commandId: string): string => deriveId('reservering', commandId);

const open = ({ data, context }: OpenVoorziening, state: VoorzieningState): readonly VoorzieningEvent[] =>
  state === null ? [feit.geopend.of({ voorzieningId: nieuwVoorzieningId(context.commandId), ...data })] : [];

/** Closing may leave fewer plekken than people who live there now, never fewer than are promised. */
const sluit = ({ data, context }: SluitPlekken, state: Voorziening): readonly VoorzieningEvent[] => {
  const ingang = beginVan(data.vanaf) > context.nu ? beginVan(data.vanaf) : context.nu;
  const naSluiting = openPlekken(state, data.vanaf) - data.aantal;
  if (naSluiting < 0)
    throw weiger('MINDER_DAN_NUL_PLEKKEN', 'U kunt niet meer plekken sluiten dan er open zijn.', {
      open: naSluiting + data.aantal,
    });
  const beloofd = geldigeReserveringen(state, ingang).length;
  const bewoond = ingang === context.nu ? state.bezet.length : 0;
  if (beloofd > 0 && naSluiting < beloofd + bewoond)
    throw weiger('PLEK_IS_GERESERVEERD', 'Er is op die dag nog een plek gereserveerd. Geef die eerst vrij.', {
      gereserveerd: beloofd,
    });
  return [feit.plekkenGesloten.of(data)];
};

const reserveer = ({ data, context }: ReserveerPlek, state: Voorziening): readonly VoorzieningEvent[] => {
  const { nu, commandId } = context;
  if (data.geldigTot <= nu)
    throw weiger('RESERVERING_AL_VERLOPEN', 'De reservering moet eindigen na dit moment.', {
      geldigTot: data.geldigTot,
    });
  const gereserveerd = geldigeReserveringen(state, nu);
  if (gereserveerd.some(({ trajectId }) => trajectId === data.trajectId))
    throw weiger('AL_GERESERVEERD', 'Voor dit traject is hier al een plek gereserveerd.', {
      trajectId: data.trajectId,
    });
  const open = minstOpenPlekken(state, nu, data.geldigTot);
  if (gereserveerd.length + state.bezet.length >= open)
    throw weiger('GEEN_PLEK_VRIJ', 'Er is in deze voorziening geen plek vrij.', {
      open,
      bezet: state.bezet.length,
      gereserveerd: gereserveerd.length,
    });
  return [feit.plekGereserveerd.of({ ...data, reserveringId: reserveringIdVan(commandId) })];
};

const geefReserveringVrij = ({ data }: GeefReserveringVrij, state: Voorziening): readonly VoorzieningEvent[] => {
  const reservering = state.reserveringen.find(({ reserveringId }) => reserveringId === data.reserveringId);
  return reservering ? [feit.reserveringVrijgegeven.of({ ...data, trajectId: reservering.trajectId })] : [];
};

const bezet = (
  { voorzieningId, trajectId }: { voorzieningId: string; trajectId: string },
  geldigOp: Instant,
  state: Voorziening,
): readonly VoorzieningEvent[] => {
  if (state.bezet.includes(trajectId)) return [];
  // The newest: of a fact that is told late, an earlier one that lapsed counts as good too, and the one that holds would stay.
  const eigen = geldigeReserveringen(state, geldigOp).findLast((reservering) => reservering.trajectId === trajectId);
  return [
    feit.plekBezet.of({
      voorzieningId,
      trajectId,
      reserveringId: eigen?.reserveringId ?? null,
      bovenCapaciteit: bovenCapaciteit(state, trajectId, geldigOp),
    }),
  ];
};

const decide = (command: VoorzieningCommand, state: VoorzieningState): readonly VoorzieningEvent[] => {
  if (command.naam === 'voorziening.open') return open(command, state);
  if (state === null) throw onbekend('Deze voorziening');
  switch (command.naam) {
    case 'voorziening.open-plekken':
      return [feit.plekkenGeopend.of(command.data)];
    case 'voorziening.sluit-plekken':
      return sluit(command, state);
    case 'voorziening.bevestig-plekken':
      return state.bevestigdOp !== null && state.bevestigdOp >= command.context.geldigOp
        ? []
        : [feit.plekkenBevestigd.of(command.data)];
    case 'voorziening.reserveer-plek':
      return reserveer(command, state);
    case 'voorziening.geef-reservering-vrij':
      return geefReserveringVrij(command, state);
    case 'voorziening.bezet-plek':
      return bezet(command.data, command.context.geldigOp, state);
    case 'voorziening.geef-plek-vrij':
      return state.bezet.includes(command.data.trajectId) ? [feit.plekVrijgekomen.of(command.data)] : [];
    default:
      return command satisfies never;
  }
};

export const voorzieningDecider: Decider<VoorzieningCommand, VoorzieningState, VoorzieningEvent> = {
  initialState,
  decide,
  evolve,
};
