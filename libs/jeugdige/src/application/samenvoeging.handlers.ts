import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog, requireVersion } from '@regielijn/event-store';
import { MaakSamenvoegingOngedaan, type SamenvoegingCommand, VoegDossiersSamen } from '../domain/commands.js';
import { huidigBsn } from '../domain/bsn.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import type { JeugdigeFacts } from '../domain/facts.js';
import { leesJeugdige } from './lees-jeugdige.js';
import { zonderIfMatch } from './zonder-if-match.js';

/**
 * One command on two streams, one after the other. The first decides, so that of two at once only one comes through; the
 * second follows. After a crash in between, the same command finds its receipt in the first and does the second. The
 * version that somebody saw is that of the dossier that stays, and counts only before the first: what was begun is
 * finished.
 */
class OpTweeDossiers {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  protected beslis(
    jeugdigeId: string,
    anderId: string,
    command: SamenvoegingCommand,
    vooraf: () => Promise<void> = async () => undefined,
  ): Promise<CommandReceipt> {
    return this.runner.decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(jeugdigeId),
      command,
      // Not asked any more of a command that finds its receipt.
      facts: async () => {
        await vooraf();
        return this.facts(jeugdigeId, anderId);
      },
    });
  }

  protected async vereisVersie({ data, context }: SamenvoegingCommand): Promise<void> {
    requireVersion(context, (await this.log.read(jeugdigeStream(data.jeugdigeId))).at(-1));
  }

  private async facts(jeugdigeId: string, anderId: string): Promise<JeugdigeFacts> {
    const dossier = await leesJeugdige(this.runner)(anderId);
    const bsns = await Promise.all(
      [jeugdigeId, anderId].map(async (id) => huidigBsn(await this.log.read(jeugdigeStream(id)))),
    );
    return { regio: null, ander: { dossier, elkEenBsn: bsns.every((bsn) => bsn !== null) } };
  }
}

@CommandHandler(VoegDossiersSamen)
export class VoegDossiersSamenHandler extends OpTweeDossiers implements ICommandHandler<VoegDossiersSamen> {
  async execute(command: VoegDossiersSamen): Promise<CommandReceipt> {
    const { jeugdigeId, metJeugdigeId } = command.data;
    const verder = zonderIfMatch(command);
    await this.beslis(metJeugdigeId, jeugdigeId, verder, () => this.vereisVersie(command));
    return this.beslis(jeugdigeId, metJeugdigeId, verder);
  }
}

@CommandHandler(MaakSamenvoegingOngedaan)
export class MaakSamenvoegingOngedaanHandler
  extends OpTweeDossiers
  implements ICommandHandler<MaakSamenvoegingOngedaan>
{
  async execute(command: MaakSamenvoegingOngedaan): Promise<CommandReceipt> {
    const { jeugdigeId, metJeugdigeId } = command.data;
    const receipt = await this.beslis(jeugdigeId, metJeugdigeId, command);
    await this.beslis(metJeugdigeId, jeugdigeId, zonderIfMatch(command));
    return receipt;
  }
}
