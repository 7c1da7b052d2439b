import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, KEY_STORE, type KeyStore } from '@regielijn/event-store';
import { VernietigDossier } from '../domain/commands.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import { jeugdigeVan } from '../domain/state.js';
import { zonderIfMatch } from './zonder-if-match.js';

@CommandHandler(VernietigDossier)
export class VernietigDossierHandler implements ICommandHandler<VernietigDossier> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
  ) {}

  /**
   * The dossier, and with it those that went into it: it is one jeugdige. The events first: after a crash in between, the
   * same command destroys the keys it promised to destroy.
   */
  async execute(command: VernietigDossier): Promise<CommandReceipt> {
    const { jeugdigeId } = command.data;
    const receipt = await this.beslis(jeugdigeId, command);
    const dossier = jeugdigeVan(await this.runner.stateOf(jeugdigeDecider, jeugdigeStream(jeugdigeId)));
    const opgegaan = dossier?.samengevoegdMet ?? [];
    for (const id of opgegaan) await this.beslis(id, zonderIfMatch(command));
    for (const id of [...opgegaan, jeugdigeId]) await this.keys.destroy(id);
    return receipt;
  }

  private beslis(jeugdigeId: string, command: VernietigDossier): Promise<CommandReceipt> {
    return this.runner.decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(jeugdigeId),
      command,
      facts: () => ({ regio: null }),
    });
  }
}
