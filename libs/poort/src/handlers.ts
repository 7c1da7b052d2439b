import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import type { Command, CommandClass, Decider, DomainEvent } from '@regielijn/kern';

/** Tells Nest that this class carries out this command. */
export const asHandlerOf = (command: object, handler: Type): Type<ICommandHandler> => {
  CommandHandler(command as never)(handler);
  return handler as Type<ICommandHandler>;
};

/**
 * Handlers for the commands that need nothing but their own stream. A command that needs facts from elsewhere has a
 * handler of its own in `application/`.
 */
export const plainHandlers = <C extends Command, S, E extends DomainEvent>(
  decider: Decider<C, S, E>,
  streamOf: (command: C) => string,
  commands: readonly CommandClass<C>[],
): Type<ICommandHandler>[] =>
  commands.map((command) => {
    class PlainHandler {
      @Inject(CommandRunner) private readonly runner!: CommandRunner;

      execute(given: C): Promise<CommandReceipt> {
        return this.runner.run(decider, streamOf(given), given);
      }
    }
    return asHandlerOf(command, PlainHandler);
  });
