import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import type { Termijnregels } from '@regielijn/termijnen';
import {
  HerzieMachtiging,
  machtigingCorrectieCommands,
  type OpMachtiging,
  opMachtigingCommands,
  type VerzoekCommand,
  verzoekCommands,
} from '../domain/commands.js';
import { machtigingDecider } from '../domain/decide.js';
import { machtigingStream, nieuwMachtigingId } from '../domain/ids.js';
import { machtigingCorrectieHandlers } from './correctie.js';
import { MachtigingFactsReader, TERMIJNREGELS } from './machtiging-facts.js';

abstract class MetFacts {
  @Inject(CommandRunner) protected readonly runner!: CommandRunner;
  @Inject(TERMIJNREGELS) private readonly regels!: Termijnregels;

  protected get read(): MachtigingFactsReader {
    return new MachtigingFactsReader(this.runner, this.regels);
  }
}

/** A request makes a new stream; only in an open dossier. */
const verzoekHandler = (opdracht: object): Type<ICommandHandler> => {
  @CommandHandler(opdracht)
  class VerzoekHandler extends MetFacts {
    execute(command: VerzoekCommand): Promise<CommandReceipt> {
      const { jeugdigeId, verlengtMachtigingId } = command.data;
      return this.runner.decide({
        decider: machtigingDecider,
        stream: machtigingStream(nieuwMachtigingId(command.context.commandId)),
        command,
        facts: () => this.read.voorNieuw(jeugdigeId, verlengtMachtigingId),
      });
    }
  }
  return VerzoekHandler;
};

const opMachtigingHandler = (opdracht: object): Type<ICommandHandler> => {
  @CommandHandler(opdracht)
  class OpMachtigingHandler extends MetFacts {
    execute(command: OpMachtiging): Promise<CommandReceipt> {
      return this.runner.decide({
        decider: machtigingDecider,
        stream: machtigingStream(command.data.machtigingId),
        command,
        // Without a machtiging the decision says so, whatever the facts.
        facts: (state) => this.read.over(state?.jeugdigeId ?? ''),
      });
    }
  }
  return OpMachtigingHandler;
};

export const machtigingHandlers = [
  ...verzoekCommands.map(verzoekHandler),
  ...opMachtigingCommands.map(opMachtigingHandler),
  ...machtigingCorrectieHandlers,
];

export const machtigingCommands = [
  ...verzoekCommands,
  ...opMachtigingCommands,
  ...Object.values(machtigingCorrectieCommands),
  HerzieMachtiging,
];
