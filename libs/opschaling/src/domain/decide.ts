import { type Beslissers, beslis, datumVan, type Decider, deriveId, onbekend, ongeldig, weiger } from '@regielijn/kern';
import type {
  LaatOpschalen,
  NeemOpschalingAan,
  OpenOpschaling,
  OpschalingCommand,
  SchaalOp,
  VervolgCommand,
} from './commands.js';
import { opschalingFeiten as feit, type OpschalingEvent } from './events.js';
import { hogerDan, type Ladders, tredenOp } from './ladder.js';
import { vereisKan } from './regels.js';
import { evolve, initialState, type Opschaling, type OpschalingState } from './state.js';

/** A new escalation's id follows from the command that opens it. */
export const nieuwOpschalingId = (commandId: string): string => deriveId('opschaling', commandId);

type Gebeurtenissen = readonly OpschalingEvent[];

/** This fact, when it can follow upon what there is. */
const leg = (
  event: OpschalingEvent,
  { context: { commandId, geldigOp, nu } }: OpschalingCommand,
  state: OpschalingState,
  ladders: Ladders,
): Gebeurtenissen => {
  vereisKan({ ...event, id: commandId, geldigOp, vastgelegdOp: nu }, state, ladders);
  return [event];
};

const open = (command: OpenOpschaling, state: OpschalingState, ladders: Ladders): Gebeurtenissen => {
  if (state !== null) return [];
  const { data, context } = command;
  const { jeugdigeId, betreft, ladder } = data;
  if ((jeugdigeId === null) !== (betreft.soort === 'review'))
    throw ongeldig(
      'OPSCHALING_ZONDER_JEUGDIGE',
      'Noem de jeugdige om wie het gaat. Alleen een opschaling over een kwartaalreview gaat over niemand.',
    );
  const [trede] = tredenOp(ladders, ladder, datumVan(context.geldigOp));
  if (trede === undefined)
    throw weiger('LADDER_GELDT_NIET', 'Deze ladder was er op die dag nog niet. Kijk de datum na.', { ladder });
  const opschalingId = nieuwOpschalingId(context.commandId);
  const sleutelId = jeugdigeId ?? opschalingId;
  return leg(feit.geopend.of({ ...data, opschalingId, sleutelId, trede }), command, state, ladders);
};

const wieVan = ({ opschalingId, jeugdigeId, sleutelId }: Opschaling) => ({ opschalingId, jeugdigeId, sleutelId });

const neemAan = (command: NeemOpschalingAan, state: Opschaling, ladders: Ladders): Gebeurtenissen => {
  const { organisatie, medewerker } = command.data;
  if (state.stand === 'aangenomen' && state.organisatie === organisatie && state.medewerker === medewerker) return [];
  const { trede } = state;
  return leg(feit.aangenomen.of({ ...wieVan(state), trede, organisatie, medewerker }), command, state, ladders);
};

const schaalOp = (command: SchaalOp, state: Opschaling, ladders: Ladders): Gebeurtenissen => {
  const { naarTrede, toelichting } = command.data;
  if (state.stand !== 'afgesloten' && state.trede === naarTrede) return [];
  const vanTrede = state.trede;
  return leg(
    feit.opgeschaald.of({ ...wieVan(state), vanTrede, naarTrede, aanleiding: 'verzoek', toelichting }),
    command,
    state,
    ladders,
  );
};

/** Nothing, when somebody did something in the meantime or there is nowhere to go: the clock asks without looking. */
const laatOpschalen = (
  { data, context }: LaatOpschalen,
  { stand, trede, sinds, ladder, ...state }: Opschaling,
  ladders: Ladders,
): Gebeurtenissen => {
  const wachtNog = stand !== 'beantwoord' && stand !== 'afgesloten' && trede === data.trede && sinds === data.sinds;
  const [naarTrede] = hogerDan(ladders, ladder, trede, datumVan(context.geldigOp));
  if (!wachtNog || naarTrede === undefined || context.geldigOp < sinds) return [];
  const { opschalingId, jeugdigeId, sleutelId } = state;
  const wie = { opschalingId, jeugdigeId, sleutelId };
  return [feit.opgeschaald.of({ ...wie, vanTrede: trede, naarTrede, aanleiding: 'klok', toelichting: null })];
};

const besluiten: Beslissers<VervolgCommand, Opschaling, OpschalingEvent, Ladders> = {
  'opschaling.neem-aan': neemAan,
  'opschaling.geef-terug': (command, state, ladders) => {
    const { organisatie, reden, toelichting } = command.data;
    if (state.stand === 'teruggegeven' && state.organisatie === organisatie) return [];
    const { trede } = state;
    const wie = wieVan(state);
    return leg(feit.teruggegeven.of({ ...wie, trede, organisatie, reden, toelichting }), command, state, ladders);
  },
  'opschaling.beantwoord': (command, state, ladders) => {
    const { organisatie, strekking, antwoord } = command.data;
    const { trede } = state;
    const wie = wieVan(state);
    return leg(feit.beantwoord.of({ ...wie, trede, organisatie, strekking, antwoord }), command, state, ladders);
  },
  'opschaling.schaal-op': schaalOp,
  'opschaling.laat-opschalen': laatOpschalen,
  'opschaling.sluit-af': (command, state, ladders) => {
    const { uitkomst, toelichting } = command.data;
    if (state.stand === 'afgesloten' && state.uitkomst === uitkomst) return [];
    return leg(feit.afgesloten.of({ ...wieVan(state), uitkomst, toelichting }), command, state, ladders);
  },
};

const decide = (command: OpschalingCommand, state: OpschalingState, ladders: Ladders): Gebeurtenissen => {
  if (command.naam === 'opschaling.open') return open(command, state, ladders);
  if (state === null) throw onbekend('Deze opschaling');
  return beslis(besluiten, command, state, ladders);
};

export const opschalingDecider: Decider<OpschalingCommand, OpschalingState, OpschalingEvent, Ladders> = {
  initialState,
  decide,
  evolve,
};
