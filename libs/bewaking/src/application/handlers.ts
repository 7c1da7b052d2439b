import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { plainHandlers } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type { Termijn } from '@regielijn/termijnen';
import type pg from 'pg';
import { HervatTermijn, LegGevolgVast, MeldTermijn, PauzeerTermijn } from '../domain/commands.js';
import { type BewakingFacts, bewakingDecider } from '../domain/decide.js';
import { termijnStream } from '../domain/events.js';

/** What needs the term itself: the ledger has it. */
abstract class MetTermijn {
  @Inject(CommandRunner) private readonly runner!: CommandRunner;
  @Inject(DATABASE) private readonly pool!: pg.Pool;

  protected voerUit(command: PauzeerTermijn | HervatTermijn): Promise<CommandReceipt> {
    const { termijnId } = command.data;
    return this.runner.decide({
      ...{ decider: bewakingDecider, stream: termijnStream(termijnId), command },
      facts: () => this.termijn(termijnId),
    });
  }

  private async termijn(termijnId: string): Promise<BewakingFacts> {
    const { rows } = await this.pool.query<{ termijn: Termijn; jeugdige_id: string | null }>(
      'select termijn, jeugdige_id from lm.termijn where termijn_id = $1',
      [termijnId],
    );
    return rows[0] ? { termijn: rows[0].termijn, jeugdigeId: rows[0].jeugdige_id } : null;
  }
}

@CommandHandler(PauzeerTermijn)
class PauzeerTermijnHandler extends MetTermijn implements ICommandHandler<PauzeerTermijn> {
  execute(command: PauzeerTermijn): Promise<CommandReceipt> {
    return this.voerUit(command);
  }
}

@CommandHandler(HervatTermijn)
class HervatTermijnHandler extends MetTermijn implements ICommandHandler<HervatTermijn> {
  execute(command: HervatTermijn): Promise<CommandReceipt> {
    return this.voerUit(command);
  }
}

const ZONDER_TERMIJN = {
  ...bewakingDecider,
  decide: (command: MeldTermijn | LegGevolgVast, state: Parameters<typeof bewakingDecider.decide>[1]) =>
    bewakingDecider.decide(command, state, null),
};

export const bewakingHandlers = [
  PauzeerTermijnHandler,
  HervatTermijnHandler,
  ...plainHandlers(ZONDER_TERMIJN, ({ data }: MeldTermijn | LegGevolgVast) => termijnStream(data.termijnId), [
    MeldTermijn,
    LegGevolgVast,
  ]),
];
