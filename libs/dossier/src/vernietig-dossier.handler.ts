import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog, KEY_STORE, type KeyStore } from '@regielijn/event-store';
import {
  jeugdigeDecider,
  jeugdigeStream,
  leesSamenvoeging,
  opgegaanDossiers,
  VernietigDossier,
  zonderIfMatch,
} from '@regielijn/jeugdige';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';

/** Destroying is a command of the jeugdige that depends on which dossiers point to it, which only a read model knows. */
@CommandHandler(VernietigDossier)
export class VernietigDossierHandler implements ICommandHandler<VernietigDossier> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  /**
   * The dossier, and with it all that went into it: it is one jeugdige. The events first: after a crash in between, the
   * same command destroys the keys it promised to destroy.
   */
  async execute(command: VernietigDossier): Promise<CommandReceipt> {
    const { jeugdigeId } = command.data;
    const receipt = await this.beslis(jeugdigeId, command, () => this.halfSamengevoegd(jeugdigeId));
    const opgegaan = await this.opgegaan(jeugdigeId);
    for (const id of opgegaan) await this.beslis(id, zonderIfMatch(command));
    for (const id of [...opgegaan, jeugdigeId]) await this.keys.destroy(id);
    return receipt;
  }

  private beslis(
    jeugdigeId: string,
    command: VernietigDossier,
    halfSamengevoegd: () => Promise<readonly string[]> = async () => [],
  ): Promise<CommandReceipt> {
    return this.runner.decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(jeugdigeId),
      command,
      facts: async () => ({ regio: null, halfSamengevoegd: await halfSamengevoegd() }),
    });
  }

  private opgegaan(jeugdigeId: string): Promise<readonly string[]> {
    return opgegaanDossiers(jeugdigeId, leesSamenvoeging(this.log));
  }

  /** The read model says which dossiers point here; it may lag, so their own streams say whether they still do. */
  private async halfSamengevoegd(jeugdigeId: string): Promise<readonly string[]> {
    const bekend = [jeugdigeId, ...(await this.opgegaan(jeugdigeId))];
    const { rows } = await this.pool.query<{ id: string }>(
      'select jeugdige_id as id from lm.jeugdige where opgegaan_in = any($1) order by stream',
      [bekend],
    );
    const half: string[] = [];
    for (const { id } of rows.filter((rij) => !bekend.includes(rij.id))) {
      const { opgegaanIn = null } = (await leesSamenvoeging(this.log)(id)) ?? {};
      if (opgegaanIn !== null && bekend.includes(opgegaanIn)) half.push(id);
    }
    return half;
  }
}
