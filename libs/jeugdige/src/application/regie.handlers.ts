import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { datumVan, type RegioIndeling } from '@regielijn/kern';
import { BiedRegieoverdrachtAan, type JeugdigeCommand, LegAfstemmingVast, MeldVerhuizing } from '../domain/commands.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import type { JeugdigeFacts } from '../domain/facts.js';
import { REGIEAFSPRAKEN, type Regieafspraken } from './regieafspraken.token.js';
import { REGIO_INDELING } from './regio-indeling.token.js';

const beslis = (
  runner: CommandRunner,
  command: Exclude<JeugdigeCommand, { naam: 'jeugdige.registreer' }>,
  facts: JeugdigeFacts,
): Promise<CommandReceipt> =>
  runner.decide({
    decider: jeugdigeDecider,
    stream: jeugdigeStream(command.data.jeugdigeId),
    command,
    facts: () => facts,
  });

@CommandHandler(BiedRegieoverdrachtAan)
export class BiedRegieoverdrachtAanHandler implements ICommandHandler<BiedRegieoverdrachtAan> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(REGIEAFSPRAKEN) private readonly afspraken: Regieafspraken,
  ) {}

  execute(command: BiedRegieoverdrachtAan): Promise<CommandReceipt> {
    const { data, context } = command;
    return beslis(this.runner, command, {
      regio: null,
      ontbreekt: this.afspraken.ontbreekt(data.minimumset),
      aanbodTot: this.afspraken.aanbodTot(datumVan(context.geldigOp)),
    });
  }
}

@CommandHandler(LegAfstemmingVast)
export class LegAfstemmingVastHandler implements ICommandHandler<LegAfstemmingVast> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(REGIEAFSPRAKEN) private readonly afspraken: Regieafspraken,
  ) {}

  execute(command: LegAfstemmingVast): Promise<CommandReceipt> {
    const volgendeAfstemming = this.afspraken.volgendeAfstemming(datumVan(command.context.geldigOp));
    return beslis(this.runner, command, { regio: null, volgendeAfstemming });
  }
}

@CommandHandler(MeldVerhuizing)
export class MeldVerhuizingHandler implements ICommandHandler<MeldVerhuizing> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(REGIO_INDELING) private readonly regios: RegioIndeling,
  ) {}

  execute(command: MeldVerhuizing): Promise<CommandReceipt> {
    const { data, context } = command;
    const regio = 'code' in data.gemeente ? this.regios.regioVan(data.gemeente.code, datumVan(context.geldigOp)) : null;
    return beslis(this.runner, command, { regio });
  }
}
