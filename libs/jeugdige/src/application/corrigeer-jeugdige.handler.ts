import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog } from '@regielijn/event-store';
import type { RegioIndeling } from '@regielijn/kern';
import { corrigeer, type CorrectieSlice } from '@regielijn/poort';
import { jeugdigeCorrectieCommands } from '../domain/commands.js';
import { huidigBsn } from '../domain/bsn.js';
import { BsnClaims } from './bsn-claims.js';
import { jeugdigeCorrectieMet } from './jeugdige-correctie.js';
import { REGIO_INDELING } from './regio-indeling.token.js';

type CorrigeerJeugdige = InstanceType<typeof jeugdigeCorrectieCommands.Corrigeer>;

@CommandHandler(jeugdigeCorrectieCommands.Corrigeer)
export class CorrigeerJeugdigeHandler implements ICommandHandler<CorrigeerJeugdige> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(BsnClaims) private readonly claims: BsnClaims,
    @Inject(REGIO_INDELING) private readonly regios: RegioIndeling,
  ) {}

  /** The new BSN is claimed before it is recorded, the old one given up after: never a dossier whose BSN is free. */
  async execute(command: CorrigeerJeugdige): Promise<CommandReceipt> {
    const { data } = command;
    const slice = jeugdigeCorrectieMet(this.regios);
    const { bsn } = data.velden;
    if (bsn === undefined) return corrigeer(this.runner, slice, command);
    const receipt = await this.vervangBsn(slice, command);
    // Also when the answer is that of an earlier call, which may have died before this.
    await this.giveUpReplaced(data.jeugdigeId, receipt);
    return receipt;
  }

  /** A BSN that was somebody else's can also be taken away: then there is nothing to claim. */
  private vervangBsn(slice: CorrectieSlice, command: CorrigeerJeugdige): Promise<CommandReceipt> {
    const { data, context } = command;
    const { bsn } = data.velden;
    if (typeof bsn !== 'string') return corrigeer(this.runner, slice, command);
    return this.claims.during(data.jeugdigeId, bsn, context, (claim) =>
      corrigeer(this.runner, slice, command, async (velden, history) => {
        if ('bsn' in velden) await claim(BigInt(history.length));
      }),
    );
  }

  private async giveUpReplaced(jeugdigeId: string, { stream, eventIds }: CommandReceipt): Promise<void> {
    const history = await this.log.read(stream);
    const correctie = history.findIndex(({ id }) => id === eventIds[0]);
    const replaced = correctie === -1 ? null : huidigBsn(history.slice(0, correctie));
    if (replaced !== null) await this.claims.giveUp(jeugdigeId, replaced);
  }
}
