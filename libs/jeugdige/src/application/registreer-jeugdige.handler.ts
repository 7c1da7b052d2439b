import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, EventLog, KEY_STORE, type KeyStore } from '@regielijn/event-store';
import { CodedError, datumVan, type RegioIndeling } from '@regielijn/kern';
import { RegistreerJeugdige } from '../domain/commands.js';
import { jeugdigeDecider, nieuwJeugdigeId } from '../domain/decide.js';
import { jeugdigeStream } from '../domain/events.js';
import { REGIO_INDELING } from './regio-indeling.token.js';

/** Never says who it is: whoever asks may not know that dossier. */
const bsnBekend = (): CodedError =>
  new CodedError(
    'conflict',
    'BSN_AL_BEKEND',
    'Er is al een dossier met dit burgerservicenummer. Vraag de beheerder wie het voert.',
  );

@CommandHandler(RegistreerJeugdige)
export class RegistreerJeugdigeHandler implements ICommandHandler<RegistreerJeugdige> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
    @Inject(REGIO_INDELING) private readonly regios: RegioIndeling,
  ) {}

  async execute(command: RegistreerJeugdige): Promise<CommandReceipt> {
    const { data, context } = command;
    const jeugdigeId = nieuwJeugdigeId(context.commandId);
    const facts = {
      regio: 'code' in data.gemeente ? this.regios.regioVan(data.gemeente.code, datumVan(context.geldigOp)) : null,
    };
    // Decided once beforehand, so that a refused registration claims nothing.
    jeugdigeDecider.decide(command, jeugdigeDecider.initialState, facts);
    await this.claimBsn(jeugdigeId, data.bsn);
    return this.runner.decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(jeugdigeId),
      command,
      facts: () => facts,
    });
  }

  /** The claim comes before the append: of two registrations at once, only one gets it. */
  private async claimBsn(jeugdigeId: string, bsn: string): Promise<void> {
    const holder = await this.keys.claimBsn(jeugdigeId, bsn);
    if (holder === jeugdigeId) return;
    if (await this.log.exists(jeugdigeStream(holder))) throw bsnBekend();
    await this.takeOver(holder, jeugdigeId, bsn);
  }

  /** A process died between claim and append. A rival that is still busy gets a moment to finish. */
  private async takeOver(holder: string, jeugdigeId: string, bsn: string): Promise<void> {
    await new Promise((later) => setTimeout(later, 1_000));
    if (await this.log.exists(jeugdigeStream(holder))) throw bsnBekend();
    await this.keys.releaseBsn(holder);
    if ((await this.keys.claimBsn(jeugdigeId, bsn)) !== jeugdigeId) throw bsnBekend();
  }
}
