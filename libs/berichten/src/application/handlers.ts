import { plainHandlers } from '@regielijn/poort';
import {
  AdresseerBericht,
  type BerichtCommand,
  HandelBerichtAf,
  HerinnerAanBericht,
  LegVerzendingVast,
  StelBerichtOp,
  StelPostbusIn,
  StelVoorkeurIn,
} from '../domain/commands.js';
import { berichtDecider, berichtIdVan } from '../domain/decide.js';
import { berichtStream } from '../domain/events.js';
import { StelPostbusInHandler, StelVoorkeurInHandler } from './voorkeur.handlers.js';

const streamOf = (command: BerichtCommand): string =>
  berichtStream(
    command.naam === 'bericht.stel-op'
      ? berichtIdVan(command.data.aanleiding, command.data.organisatie)
      : command.data.berichtId,
  );

const commands = [StelBerichtOp, AdresseerBericht, LegVerzendingVast, HerinnerAanBericht, HandelBerichtAf];

export const berichtHandlers = [
  ...plainHandlers(berichtDecider, streamOf, commands),
  StelVoorkeurInHandler,
  StelPostbusInHandler,
];

export const berichtCommands = [...commands, StelVoorkeurIn, StelPostbusIn];
