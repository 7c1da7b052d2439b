import { Inject } from '@nestjs/common';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { asHandlerOf } from '@regielijn/poort';
import { LegBesprekingVast, MotiveerAfwijking, RondHerstelAf } from '../domain/commands.js';
import { normtoetsDecider } from '../domain/decide.js';
import { normtoetsStream } from '../domain/events.js';

/** What is said about a deviation that is there already. */
export const overAfwijkingHandlers = [MotiveerAfwijking, RondHerstelAf, LegBesprekingVast].map((command) => {
  class OverAfwijkingHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;

    execute(given: MotiveerAfwijking | RondHerstelAf | LegBesprekingVast): Promise<CommandReceipt> {
      return this.runner.decide({
        ...{ decider: normtoetsDecider, stream: normtoetsStream(given.data.trajectId), command: given },
        // Whom it is about stands with the deviation itself.
        facts: () => ({ jeugdigeId: '', beoordelingen: [] }),
      });
    }
  }
  return asHandlerOf(command, OverAfwijkingHandler);
});
