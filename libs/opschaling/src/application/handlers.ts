import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog } from '@regielijn/event-store';
import { dossiersVan, leesJeugdige, vereisOpenDossier } from '@regielijn/jeugdige';
import { type CommandClass, nietGevonden } from '@regielijn/kern';
import { corrigeer, type CorrectieSlice, trekIn } from '@regielijn/poort';
import {
  OpenOpschaling,
  opschalingCorrectieCommands,
  type VervolgCommand,
  vervolgCommands,
} from '../domain/commands.js';
import { nieuwOpschalingId, opschalingDecider } from '../domain/decide.js';
import { opschalingCorrecties, opschalingEvents, opschalingStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import type { Ladders } from '../domain/ladder.js';
import { OPSCHALINGREGELS, type Opschalingregels } from './ladders.js';

@CommandHandler(OpenOpschaling)
class OpenOpschalingHandler implements ICommandHandler<OpenOpschaling> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(OPSCHALINGREGELS) private readonly regels: Opschalingregels,
  ) {}

  execute(command: OpenOpschaling): Promise<CommandReceipt> {
    const stream = opschalingStream(nieuwOpschalingId(command.context.commandId));
    const facts = async (): Promise<Ladders> => {
      await this.vereisDossier(command);
      return this.regels.ladders;
    };
    return this.runner.decide({ decider: opschalingDecider, stream, command, facts });
  }

  /** The dossier must be open, and a traject or jeugdige that it is about must be of that dossier. */
  private async vereisDossier({ data: { jeugdigeId, betreft } }: OpenOpschaling): Promise<void> {
    if (jeugdigeId === null) return;
    const lees = leesJeugdige(this.runner);
    vereisOpenDossier(await lees(jeugdigeId));
    if (betreft.soort !== 'jeugdige' && betreft.soort !== 'traject') return;
    // Every stream of a dossier begins with an event that says whose it is.
    const [begin] = await this.log.readSealed(`${betreft.soort}-${betreft.id}`);
    const dossiers = await dossiersVan(jeugdigeId, lees);
    if (!dossiers.includes(begin?.data['jeugdigeId'] as string))
      throw nietGevonden(
        'Waar deze opschaling over gaat, is bij deze jeugdige niet bekend. Kijk na of het nummer klopt.',
        {
          ...betreft,
        },
      );
  }
}

const vervolgHandler = (opdracht: CommandClass<VervolgCommand>): Type<ICommandHandler> => {
  @CommandHandler(opdracht)
  class VervolgHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;
    @Inject(OPSCHALINGREGELS) private readonly regels!: Opschalingregels;

    execute(command: VervolgCommand): Promise<CommandReceipt> {
      const stream = opschalingStream(command.data.opschalingId);
      return this.runner.decide({ decider: opschalingDecider, stream, command, facts: () => this.regels.ladders });
    }
  }
  return VervolgHandler;
};

const { Corrigeer, TrekFeitIn } = opschalingCorrectieCommands;

const correctieSlice = (ladders: Ladders): CorrectieSlice => ({
  commands: opschalingCorrectieCommands,
  events: opschalingCorrecties,
  definitions: opschalingEvents,
  streamOf: opschalingStream,
  idVeld: 'opschalingId',
  sleutelVeld: 'sleutelId',
  strijdig: (feiten) => strijdig(feiten as never, ladders),
  herleid: (feiten) => herleid(feiten as never),
});

@CommandHandler(Corrigeer)
class CorrigeerOpschalingHandler implements ICommandHandler<InstanceType<typeof Corrigeer>> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(OPSCHALINGREGELS) private readonly regels: Opschalingregels,
  ) {}

  execute(command: InstanceType<typeof Corrigeer>): Promise<CommandReceipt> {
    return corrigeer(this.runner, correctieSlice(this.regels.ladders), command);
  }
}

@CommandHandler(TrekFeitIn)
class TrekOpschalingfeitInHandler implements ICommandHandler<InstanceType<typeof TrekFeitIn>> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(OPSCHALINGREGELS) private readonly regels: Opschalingregels,
  ) {}

  execute(command: InstanceType<typeof TrekFeitIn>): Promise<CommandReceipt> {
    return trekIn(this.runner, correctieSlice(this.regels.ladders), command);
  }
}

export const opschalingHandlers = [
  OpenOpschalingHandler,
  ...vervolgCommands.map((opdracht) => vervolgHandler(opdracht as CommandClass<VervolgCommand>)),
  CorrigeerOpschalingHandler,
  TrekOpschalingfeitInHandler,
];

export const opschalingCommands = [OpenOpschaling, ...vervolgCommands, Corrigeer, TrekFeitIn];
