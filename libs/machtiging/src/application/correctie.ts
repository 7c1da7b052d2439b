import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import type { Past } from '@regielijn/kern';
import { type CorrectieSlice, corrigeer, trekIn } from '@regielijn/poort';
import type { Termijnregels } from '@regielijn/termijnen';
import { machtigingCorrectieCommands } from '../domain/commands.js';
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
  strijdig: (feiten) => strijdig(feiten as Feiten),
  herleid: async (feiten, runner) => {
    const { jeugdigeId } = (feiten as Feiten)[0]!.data;
    return herleid(feiten as Feiten, await new MachtigingFactsReader(runner, regels).over(jeugdigeId));
  },
});

type Corrigeer = InstanceType<typeof machtigingCorrectieCommands.Corrigeer>;
type TrekFeitIn = InstanceType<typeof machtigingCorrectieCommands.TrekFeitIn>;

@CommandHandler(machtigingCorrectieCommands.Corrigeer)
export class CorrigeerMachtigingHandler implements ICommandHandler<Corrigeer> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(TERMIJNREGELS) private readonly regels: Termijnregels,
  ) {}

  execute(command: Corrigeer): Promise<CommandReceipt> {
    return corrigeer(this.runner, machtigingCorrectie(this.regels), command);
  }
}

@CommandHandler(machtigingCorrectieCommands.TrekFeitIn)
export class TrekMachtigingFeitInHandler implements ICommandHandler<TrekFeitIn> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(TERMIJNREGELS) private readonly regels: Termijnregels,
  ) {}

  execute(command: TrekFeitIn): Promise<CommandReceipt> {
    return trekIn(this.runner, machtigingCorrectie(this.regels), command);
  }
}
