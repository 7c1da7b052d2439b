import { correctieHandlers, plainHandlers } from '@regielijn/poort';
import {
  DienVerzoekIn,
  LegBeschikkingVast,
  LegEindeVast,
  type MachtigingCommand,
  machtigingCorrectieCommands,
} from '../domain/commands.js';
import { machtigingDecider, nieuwMachtigingId } from '../domain/decide.js';
import { machtigingCorrecties, type MachtigingEvent, machtigingEvents, machtigingStream } from '../domain/events.js';
import type { MachtigingState } from '../domain/state.js';

const streamOf = (command: MachtigingCommand): string =>
  machtigingStream(
    command.naam === 'machtiging.dien-verzoek-in'
      ? nieuwMachtigingId(command.context.commandId)
      : command.data.machtigingId,
  );

const commands = [DienVerzoekIn, LegBeschikkingVast, LegEindeVast];

export const machtigingHandlers = [
  ...plainHandlers<MachtigingCommand, MachtigingState, MachtigingEvent>(machtigingDecider, streamOf, commands),
  ...correctieHandlers({
    commands: machtigingCorrectieCommands,
    events: machtigingCorrecties,
    definitions: machtigingEvents,
    streamOf: machtigingStream,
    idVeld: 'machtigingId',
    sleutelVeld: 'jeugdigeId',
  }),
];

export const machtigingCommands = [...commands, ...Object.values(machtigingCorrectieCommands)];
