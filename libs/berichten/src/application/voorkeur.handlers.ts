import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandReceipt } from '@regielijn/event-store';
import { ongeldig } from '@regielijn/kern';
import { StelPostbusIn, StelVoorkeurIn, type VoorkeurCommand } from '../domain/commands.js';
import { postbusVan } from '../domain/voorkeur.js';
import { Ontvangers } from './ontvangers.js';

/** Every read model is past this: there is nothing in the log to wait for. */
const NIETS_IN_HET_LOG = '0';

/** What setting a preference takes. It is stored outside the log, and told again it stores the same. */
@Injectable()
abstract class VoorkeurHandler {
  @Inject(Ontvangers) private readonly ontvangers!: Ontvangers;

  /** Without messages no address is kept. @throws CodedError `ADRES_NODIG` */
  protected async stelIn({ data, context }: VoorkeurCommand, ontvanger: string, isPostbus: boolean) {
    const { organisatie, wijze, uur } = data;
    if (wijze !== 'uit' && data.adres === null)
      throw ongeldig('ADRES_NODIG', 'Vul het e-mailadres in waarop u berichten wilt krijgen, of kies "uit".');
    const adres = wijze === 'uit' ? null : data.adres;
    const version = await this.ontvangers.bewaar({ ontvanger, organisatie, isPostbus, adres, wijze, uur }, context);
    return { stream: `ontvanger-${ontvanger}`, version, position: NIETS_IN_HET_LOG, eventIds: [] };
  }
}

@CommandHandler(StelVoorkeurIn)
export class StelVoorkeurInHandler extends VoorkeurHandler implements ICommandHandler<StelVoorkeurIn> {
  execute(command: StelVoorkeurIn): Promise<CommandReceipt> {
    return this.stelIn(command, command.data.account, false);
  }
}

@CommandHandler(StelPostbusIn)
export class StelPostbusInHandler extends VoorkeurHandler implements ICommandHandler<StelPostbusIn> {
  execute(command: StelPostbusIn): Promise<CommandReceipt> {
    return this.stelIn(command, postbusVan(command.data.organisatie), true);
  }
}
