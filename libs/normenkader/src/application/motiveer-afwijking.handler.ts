import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { MotiveerAfwijking } from '../domain/commands.js';
import { normtoetsDecider } from '../domain/decide.js';
import { normtoetsStream } from '../domain/events.js';

@CommandHandler(MotiveerAfwijking)
export class MotiveerAfwijkingHandler implements ICommandHandler<MotiveerAfwijking> {
  constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {}

  execute(command: MotiveerAfwijking): Promise<CommandReceipt> {
    return this.runner.decide({
      ...{ decider: normtoetsDecider, stream: normtoetsStream(command.data.trajectId), command },
      // Whom it is about stands with the deviation itself.
      facts: () => ({ jeugdigeId: '', beoordelingen: [] }),
    });
  }
}
