import { correctieHandlers, plainHandlers } from '@regielijn/poort';
import {
  DienVerzoekIn,
  LegBeschikkingVast,
  LegEindeVast,
  type MachtigingCommand,
  machtigingCorrectieCommands,
} from '../domain/commands.js';
import { machtigingDecider } from '../domain/decide.js';
import { machtigingCorrecties, type MachtigingEvent, machtigingEvents, machtigingStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import type { MachtigingState } from '../domain/state.js';
import { DienVerzoekInHandler } from './dien-verzoek-in.handler.js';

const plain = [LegBeschikkingVast, LegEindeVast];

type OpMachtiging = Exclude<MachtigingCommand, DienVerzoekIn>;

export const machtigingHandlers = [
  DienVerzoekInHandler,
  ...plainHandlers<OpMachtiging, MachtigingState, MachtigingEvent>(
    machtigingDecider,
    (command) => machtigingStream(command.data.machtigingId),
    plain,
  ),
  ...correctieHandlers({
    commands: machtigingCorrectieCommands,
    events: machtigingCorrecties,
    definitions: machtigingEvents,
    streamOf: machtigingStream,
    idVeld: 'machtigingId',
    sleutelVeld: 'jeugdigeId',
    strijdig: (feiten) => strijdig(feiten as never),
    herleid: (feiten) => herleid(feiten as never),
  }),
];

export const machtigingCommands = [DienVerzoekIn, ...plain, ...Object.values(machtigingCorrectieCommands)];
