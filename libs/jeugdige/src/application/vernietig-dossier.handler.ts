import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, KEY_STORE, type KeyStore } from '@regielijn/event-store';
import { VernietigDossier } from '../domain/commands.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';

@CommandHandler(VernietigDossier)
export class VernietigDossierHandler implements ICommandHandler<VernietigDossier> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
  ) {}

  /** The event first: after a crash in between, the same command destroys the key it promised to destroy. */
  async execute(command: VernietigDossier): Promise<CommandReceipt> {
    const { jeugdigeId } = command.data;
    const receipt = await this.runner.decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(jeugdigeId),
      command,
      facts: () => ({ regio: null }),
    });
    await this.keys.destroy(jeugdigeId);
    return receipt;
  }
}
