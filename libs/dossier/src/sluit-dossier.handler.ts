import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog } from '@regielijn/event-store';
import { jeugdigeDecider, jeugdigeStream, leesSamenvoeging, opgegaanDossiers, SluitDossier } from '@regielijn/jeugdige';
import { DATABASE } from '@regielijn/postgres';
import { trajectDecider, trajectStream } from '@regielijn/traject';
import type pg from 'pg';

/** Closing is a command of the jeugdige that depends on trajecten, which a jeugdige does not know. */
@CommandHandler(SluitDossier)
export class SluitDossierHandler implements ICommandHandler<SluitDossier> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  execute(command: SluitDossier): Promise<CommandReceipt> {
    const { jeugdigeId } = command.data;
    return this.runner.decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(jeugdigeId),
      command,
      facts: async () => {
        const opgegaan = await opgegaanDossiers(jeugdigeId, leesSamenvoeging(this.log));
        return { regio: null, openTrajecten: await this.openTrajecten([jeugdigeId, ...opgegaan]) };
      },
    });
  }

  /** The read model says which trajecten there are; it may lag, so their own streams say how they stand. */
  private async openTrajecten(dossiers: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      "select traject_id as id from lm.traject where jeugdige_id = any($1) and status <> 'afgesloten' order by stream",
      [dossiers],
    );
    const open: string[] = [];
    for (const { id } of rows) {
      const traject = await this.runner.stateOf(trajectDecider, trajectStream(id));
      if (traject && traject.status !== 'afgesloten') open.push(id);
    }
    return open;
  }
}
