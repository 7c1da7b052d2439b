import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import type { Past } from '@regielijn/kern';
import { type CorrectieSlice, corrigeer, herzie, trekIn } from '@regielijn/poort';
import type { Termijnregels } from '@regielijn/termijnen';
import { HerzieMachtiging, machtigingCorrectieCommands } from '../domain/commands.js';
import { machtigingCorrecties, type MachtigingEvent, machtigingEvents } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import { machtigingStream } from '../domain/ids.js';
import { MachtigingFactsReader, TERMIJNREGELS } from './machtiging-facts.js';

type Feiten = readonly Past<MachtigingEvent>[];

const machtigingCorrectie = (regels: Termijnregels): CorrectieSlice => ({
  commands: machtigingCorrectieCommands,
  events: machtigingCorrecties,
  definitions: machtigingEvents,
  streamOf: machtigingStream,
  idVeld: 'machtigingId',
  sleutelVeld: 'jeugdigeId',
  strijdig: (feiten, nu) => strijdig(feiten as Feiten, nu),
  herleid: async (feiten, runner) => {
    const { jeugdigeId } = (feiten as Feiten)[0]!.data;
    return herleid(feiten as Feiten, await new MachtigingFactsReader(runner, regels).over(jeugdigeId));
  },
});

type Corrigeer = InstanceType<typeof machtigingCorrectieCommands.Corrigeer>;
type TrekFeitIn = InstanceType<typeof machtigingCorrectieCommands.TrekFeitIn>;

abstract class CorrectieHandler {
  @Inject(CommandRunner) protected readonly runner!: CommandRunner;
  @Inject(TERMIJNREGELS) private readonly regels!: Termijnregels;

  protected get slice(): CorrectieSlice {
    return machtigingCorrectie(this.regels);
  }
}

@CommandHandler(machtigingCorrectieCommands.Corrigeer)
class CorrigeerMachtigingHandler extends CorrectieHandler {
  execute(command: Corrigeer): Promise<CommandReceipt> {
    return corrigeer(this.runner, this.slice, command);
  }
}

@CommandHandler(machtigingCorrectieCommands.TrekFeitIn)
class TrekMachtigingFeitInHandler extends CorrectieHandler {
  execute(command: TrekFeitIn): Promise<CommandReceipt> {
    return trekIn(this.runner, this.slice, command);
  }
}

@CommandHandler(HerzieMachtiging)
class HerzieMachtigingHandler extends CorrectieHandler {
  execute(command: HerzieMachtiging): Promise<CommandReceipt> {
    return herzie(this.runner, this.slice, command, 'Volgt uit wat er bij de jeugdige is gecorrigeerd.');
  }
}

export const machtigingCorrectieHandlers = [
  CorrigeerMachtigingHandler,
  TrekMachtigingFeitInHandler,
  HerzieMachtigingHandler,
];
