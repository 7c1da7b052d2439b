import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, type RecordedEvent } from '@regielijn/event-store';
import {
  beslisCorrectie,
  beslisIntrekking,
  type Command,
  type CommandClass,
  type CorrectieSchema,
  type Decider,
  type DomainEvent,
  type EventDefinition,
  type IntrekkingSchema,
} from '@regielijn/kern';
import type { z } from 'zod';
import { nietInToekomst } from './poort.js';

const register = (command: object, handler: Type): Type<ICommandHandler> => {
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
    return register(command, PlainHandler);
  });

/** An event of `correctieEvents`, whatever its id field is called. */
interface CorrectieEvent {
  of(data: never): DomainEvent;
}

type Correctie = z.output<typeof CorrectieSchema>;
type Intrekking = z.output<typeof IntrekkingSchema>;

/** The two handlers that correct and withdraw facts of a slice. `idVeld` names the id of its streams. */
export const correctieHandlers = (slice: {
  readonly commands: { readonly Corrigeer: object; readonly TrekFeitIn: object };
  readonly events: { readonly gecorrigeerd: CorrectieEvent; readonly feitIngetrokken: CorrectieEvent };
  readonly definitions: readonly EventDefinition[];
  readonly streamOf: (id: string) => string;
  readonly idVeld: string;
  /** The field that names whose key the reason takes, and its value read from the stream's first event. */
  readonly sleutelVeld: string;
}): Type<ICommandHandler>[] => {
  const sleutel = (history: readonly RecordedEvent[]): Record<string, string> => ({
    [slice.sleutelVeld]: history[0]!.data[slice.sleutelVeld] as string,
  });
  const stream = (command: Command): string => slice.streamOf((command.data as Record<string, string>)[slice.idVeld]!);

  class CorrigeerHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;

    execute(command: Command<string, Correctie>): Promise<CommandReceipt> {
      return this.runner.execute(stream(command), command, (history) => {
        const { vervangt, gebeurdOp, reden } = command.data;
        if (gebeurdOp !== null) nietInToekomst(gebeurdOp, command.context.nu);
        const uitkomst = beslisCorrectie(slice.definitions, history, command.data);
        if (!uitkomst) return [];
        return [
          slice.events.gecorrigeerd.of({ ...sleutel(history), vervangt, gebeurdOp, reden, ...uitkomst } as never),
        ];
      });
    }
  }

  class TrekFeitInHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;

    execute(command: Command<string, Intrekking>): Promise<CommandReceipt> {
      return this.runner.execute(stream(command), command, (history) => {
        const { vervangt, reden } = command.data;
        const uitkomst = beslisIntrekking(slice.definitions, history, vervangt);
        return [slice.events.feitIngetrokken.of({ ...sleutel(history), vervangt, reden, ...uitkomst } as never)];
      });
    }
  }

  return [register(slice.commands.Corrigeer, CorrigeerHandler), register(slice.commands.TrekFeitIn, TrekFeitInHandler)];
};
