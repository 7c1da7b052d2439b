import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { datumVan, fold, type RegioIndeling } from '@regielijn/kern';
import { RegistreerJeugdige } from '../domain/commands.js';
import { jeugdigeDecider, nieuwJeugdigeId } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import { BsnClaims } from './bsn-claims.js';
import { REGIO_INDELING } from './regio-indeling.token.js';

@CommandHandler(RegistreerJeugdige)
export class RegistreerJeugdigeHandler implements ICommandHandler<RegistreerJeugdige> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(BsnClaims) private readonly claims: BsnClaims,
    @Inject(REGIO_INDELING) private readonly regios: RegioIndeling,
  ) {}

  async execute(command: RegistreerJeugdige): Promise<CommandReceipt> {
    const { data, context } = command;
    const jeugdigeId = nieuwJeugdigeId(context.commandId);
    const facts = {
      regio: 'code' in data.gemeente ? this.regios.regioVan(data.gemeente.code, datumVan(context.geldigOp)) : null,
    };
    return this.claims.during(jeugdigeId, data.bsn, context, (claim) =>
      this.runner.execute(jeugdigeStream(jeugdigeId), command, async (history) => {
        const events = jeugdigeDecider.decide(command, fold(jeugdigeDecider, history), facts);
        // Between decision and append: a refused registration claims nothing, and of two at once only one gets the BSN.
        if (events.length > 0) await claim(BigInt(history.length));
        return events;
      }),
    );
  }
}
