import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { jeugdigeDecider, jeugdigeStream, vereisOpenDossier } from '@regielijn/jeugdige';
import { DienVerzoekIn } from '../domain/commands.js';
import { machtigingDecider, nieuwMachtigingId } from '../domain/decide.js';
import { machtigingStream } from '../domain/events.js';

@CommandHandler(DienVerzoekIn)
export class DienVerzoekInHandler implements ICommandHandler<DienVerzoekIn> {
  constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {}

  execute(command: DienVerzoekIn): Promise<CommandReceipt> {
    return this.runner.decide({
      decider: machtigingDecider,
      stream: machtigingStream(nieuwMachtigingId(command.context.commandId)),
      command,
      facts: async () => {
        const jeugdige = await this.runner.stateOf(jeugdigeDecider, jeugdigeStream(command.data.jeugdigeId));
        vereisOpenDossier(jeugdige);
        return undefined;
      },
    });
  }
}
