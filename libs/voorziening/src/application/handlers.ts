import { correctieHandlers, plainHandlers } from '@regielijn/poort';
import {
  BevestigPlekken,
  BezetPlek,
  GeefPlekVrij,
  GeefReserveringVrij,
  OpenPlekken,
  OpenVoorziening,
  ReserveerPlek,
  SluitPlekken,
  type VoorzieningCommand,
  voorzieningCorrectieCommands,
} from '../domain/commands.js';
import { nieuwVoorzieningId, voorzieningDecider } from '../domain/decide.js';
import { voorzieningCorrecties, voorzieningEvents, voorzieningStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';

/** A voorziening decides on its own stream alone, so its commands need no handler of their own. */
const streamOf = (command: VoorzieningCommand): string =>
  voorzieningStream(
    command.naam === 'voorziening.open' ? nieuwVoorzieningId(command.context.commandId) : command.data.voorzieningId,
  );

const commands = [
  OpenVoorziening,
  OpenPlekken,
  SluitPlekken,
  BevestigPlekken,
  ReserveerPlek,
  GeefReserveringVrij,
  BezetPlek,
  GeefPlekVrij,
];

export const voorzieningHandlers = [
  ...plainHandlers(voorzieningDecider, streamOf, commands),
  ...correctieHandlers({
    commands: voorzieningCorrectieCommands,
    events: voorzieningCorrecties,
    definitions: voorzieningEvents,
    streamOf: voorzieningStream,
    idVeld: 'voorzieningId',
    sleutelVeld: 'voorzieningId',
    strijdig: (feiten) => strijdig(feiten as never),
    herleid: (feiten) => herleid(feiten as never),
  }),
];

export const voorzieningCommands = [...commands, ...Object.values(voorzieningCorrectieCommands)];
