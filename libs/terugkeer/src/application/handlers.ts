import { Inject, type Type } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { type CommandClass, onbekend, weiger } from '@regielijn/kern';
import { asHandlerOf, correctieHandlers } from '@regielijn/poort';
import {
  BereidTerugkeerVoor,
  terugkeerCorrectieCommands,
  type TerugkeerCommand,
  trajectCommands,
  WerkTerugkeerBij,
} from '../domain/commands.js';
import { terugkeerDecider } from '../domain/decide.js';
import { terugkeerCorrecties, terugkeerEvents, terugkeerStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import { TerugkeerLezer } from './terugkeer-lezer.js';

/**
 * The clock knows a machtiging, the preparation is of a traject. Errors: `GEEN_HULP_OP_MACHTIGING`, where nobody returns
 * yet, and `EINDE_NIET_IN_ZICHT`, where another machtiging goes on. When help begins later, or that end moves, the
 * follower sees to it.
 */
@CommandHandler(BereidTerugkeerVoor)
class BereidTerugkeerVoorHandler implements ICommandHandler<BereidTerugkeerVoor> {
  constructor(
    @Inject(CommandBus) private readonly opdrachten: CommandBus,
    @Inject(TerugkeerLezer) private readonly lezer: TerugkeerLezer,
  ) {}

  async execute({ data: { machtigingId }, context }: BereidTerugkeerVoor): Promise<CommandReceipt> {
    const machtiging = await this.lezer.machtiging(machtigingId);
    if (machtiging === null) throw onbekend('Deze machtiging');
    const dossiers = await this.lezer.dossiers(machtiging.jeugdigeId);
    const [trajectId] = await this.lezer.lopendeTrajecten(dossiers);
    if (trajectId === undefined)
      throw weiger(
        'GEEN_HULP_OP_MACHTIGING',
        'Er loopt geen hulp op deze machtiging. Er is geen terugkeer om voor te bereiden.',
      );
    return this.opdrachten.execute(new WerkTerugkeerBij({ trajectId }, context));
  }
}

const trajectHandler = (opdracht: CommandClass<TerugkeerCommand>): Type<ICommandHandler> => {
  class TrajectHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;
    @Inject(TerugkeerLezer) private readonly lezer!: TerugkeerLezer;

    execute(command: TerugkeerCommand): Promise<CommandReceipt> {
      const { trajectId } = command.data;
      return this.runner.decide({
        ...{ decider: terugkeerDecider, stream: terugkeerStream(trajectId), command },
        facts: () => this.lezer.facts(trajectId),
      });
    }
  }
  return asHandlerOf(opdracht, TrajectHandler);
};

export const terugkeerHandlers = [
  BereidTerugkeerVoorHandler,
  ...trajectCommands.map((opdracht) => trajectHandler(opdracht as CommandClass<TerugkeerCommand>)),
  ...correctieHandlers({
    commands: terugkeerCorrectieCommands,
    events: terugkeerCorrecties,
    definitions: terugkeerEvents,
    streamOf: terugkeerStream,
    idVeld: 'trajectId',
    sleutelVeld: 'jeugdigeId',
    strijdig: (feiten) => strijdig(feiten as never),
    herleid: (feiten) => herleid(feiten as never),
  }),
];

export const terugkeerCommands = [
  BereidTerugkeerVoor,
  ...trajectCommands,
  terugkeerCorrectieCommands.Corrigeer,
  terugkeerCorrectieCommands.TrekFeitIn,
];
