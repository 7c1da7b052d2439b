import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { corrigeer } from '@regielijn/poort';
import type { Documentregels } from '../domain/bestand.js';
import { CorrigeerDocument } from '../domain/commands.js';
import { documentCorrecties, documentEvents, documentStream } from '../domain/events.js';
import { herleid, strijdig } from '../domain/herleid.js';
import { DOCUMENTREGELS } from './documentregels.token.js';

@CommandHandler(CorrigeerDocument)
export class CorrigeerDocumentHandler implements ICommandHandler<InstanceType<typeof CorrigeerDocument>> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(DOCUMENTREGELS) private readonly regels: Documentregels,
  ) {}

  execute(command: InstanceType<typeof CorrigeerDocument>): Promise<CommandReceipt> {
    const slice = {
      events: documentCorrecties,
      definitions: documentEvents,
      streamOf: documentStream,
      idVeld: 'documentId',
      sleutelVeld: 'jeugdigeId',
      strijdig: (feiten: unknown) => strijdig(feiten as never, this.regels),
      herleid: (feiten: unknown) => herleid(feiten as never),
    };
    return corrigeer(this.runner, slice, command);
  }
}
